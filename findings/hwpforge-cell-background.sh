#!/usr/bin/env bash
# hwpforge takes a background colour for a table's cell and writes the cell
# without it; its report of what was lost is empty.
#
# Library   hwpforge 0.18.0 (PyPI, over the crates of the same name)
# Expected  Its schema of documents has `background` on a cell, a colour, and
#           `from_json` says that it returns warnings where meaning was lost.
#           In HWPX a cell's fill is the brush of its border fill.
# Seen      The number is checked (a colour as text is refused), then dropped:
#           read back, all backgrounds are null; warnings: none. A border fill
#           of one's own is the way around it.
# Takes     about 15 s
set -euo pipefail

command -v python3 >/dev/null || exit 77
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv python >&2 || exit 77
python/bin/pip install --quiet --disable-pip-version-check hwpforge==0.18.0 >&2 || exit 77

cat >look.py <<'END'
import json
import hwpforge

GREY = 0xD9D9D9

def cells(value):
    if isinstance(value, dict):
        if "background" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from cells(part)

def as_json(document):
    exported = document.to_json()
    return json.loads(exported if isinstance(exported, str) else exported.text)

markdown = "| 국가 | 모델 |\n|---|---|\n| 미국 | 27 |\n"
given = as_json(hwpforge.convert_md(markdown).document)
for cell in cells(given):
    cell["background"] = GREY
written = hwpforge.from_json(json.dumps(given))
back = as_json(hwpforge.Document.from_bytes(written.document.to_bytes()))
print("asked for", [cell["background"] for cell in cells(given)])
print("read back", [cell["background"] for cell in cells(back)])
print("warnings", written.report["warnings"])
try:
    for cell in cells(given):
        cell["background"] = "grey"
    hwpforge.from_json(json.dumps(given))
except hwpforge.HwpForgeError:
    print("a colour as text is refused")
END
seen=$(python/bin/python look.py)
printf '%s\n' "$seen"
[ "$seen" = "asked for [14277081, 14277081, 14277081, 14277081]
read back [None, None, None, None]
warnings []
a colour as text is refused" ]
