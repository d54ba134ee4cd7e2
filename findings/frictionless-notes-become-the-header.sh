#!/usr/bin/env bash
# frictionless calls a table valid that has eight lines of sources below it,
# after it has taken a source for the header and dropped the models.
#
# Library   frictionless 5.16.1 (PyPI)
# Expected  `frictionless validate` reports rows with fewer cells than the
#           header (the error type `missing-cell`), and does so for a table
#           with one such line below it.
# Seen      The header is looked for as the first row that is about as wide as
#           rows are on average, over the whole sample. One line of notes: not
#           valid, as it should be. Eight: the header is "Note 0" in row 3, the
#           header and the model above it are gone, and the table is valid.
# Takes     about 1 minute
set -euo pipefail

command -v python3 >/dev/null || exit 77
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv python >&2 || exit 77
python/bin/pip install --quiet --disable-pip-version-check frictionless==5.16.1 >&2 || exit 77

cat >look.py <<'END'
from frictionless import describe, validate

for notes in 1, 8:
    with open("models.csv", "w", encoding="utf-8") as file:
        file.write("model,country,compute\nA,KR,1e25\n")
        file.writelines(f"Note {number}\n" for number in range(notes))
    report = validate("models.csv")
    found = sorted({kind for task in report.tasks for (kind,) in task.flatten(["type"])})
    names = [field.name for field in describe("models.csv").schema.fields]
    print(notes, names, "valid" if report.valid else "not valid", found)
END
seen=$(PYTHONWARNINGS=ignore python/bin/python look.py)
printf '%s\n' "$seen"
[ "$seen" = "1 ['model', 'country', 'compute'] not valid ['missing-cell']
8 ['Note 0'] valid []" ]
