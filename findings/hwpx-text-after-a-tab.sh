#!/usr/bin/env bash
# Two readers of HWPX drop whatever follows a tab or a line break in a
# paragraph, without a word; one of them also gives list formats as text.
#
# Library   hwp-hwpx-parser 1.0.0 and gethwp 1.1.1 (PyPI), reading what
#           python-hwpx 6.9.0 (PyPI) writes
# Expected  OWPML (KS X 6101) lets <hp:t> hold text and elements mixed; tab and
#           lineBreak are such elements, and what follows them is text still.
#           Both packages promise a document's text. python-hwpx itself reads
#           all of it back.
# Seen      "국가, tab, 27, line break, 끝" is read as "국가" by both: they take
#           what stands before the first element. gethwp puts "^1.", "^2." and
#           so on before it, the numbering formats of the document's header.
# Takes     about 30 s
set -euo pipefail

command -v python3 >/dev/null || exit 77
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv python >&2 || exit 77
python/bin/pip install --quiet --disable-pip-version-check \
    hwp-hwpx-parser==1.0.0 gethwp==1.1.1 python-hwpx==6.9.0 >&2 || exit 77

cat >look.py <<'END'
import gethwp
from hwp_hwpx_parser import Reader
from hwpx import HwpxDocument

document = HwpxDocument.new()
document.add_paragraph("국가\t27\n끝")
document.save_to_path("tab.hwpx")

print("python-hwpx", repr(HwpxDocument.open("tab.hwpx").paragraphs[-1].text))
with Reader("tab.hwpx") as reader:
    print("hwp-hwpx-parser", repr(reader.text))
lines = gethwp.read_hwpx("tab.hwpx").split("\n")
print("gethwp", lines[:2], repr(lines[-1]))
END
seen=$(PYTHONWARNINGS=ignore python/bin/python look.py)
printf '%s\n' "$seen"
[ "$seen" = "python-hwpx '국가\\t27\\n끝'
hwp-hwpx-parser '국가'
gethwp ['^1.', '^2.'] '국가'" ]
