#!/usr/bin/env bash
# Two readers of HWPX move numbers into the wrong column below a merged cell:
# the models of 2024 stand under 2023.
#
# Library   hwp-hwpx-parser 1.0.0, and the HTML of python-hwpx 6.9.0 (PyPI)
# Expected  Each cell of OWPML (KS X 6101) says where it stands
#           (<hp:cellAddr colAddr="1" rowAddr="2">) and what it spans; HTML has
#           `rowspan` for it, and a list of rows an empty cell. python-hwpx'
#           own Markdown leaves the cell empty, as it should.
# Seen      A row below a cell that spans two begins at the first column in
#           both: 30 and 40, of 2023 and 2024, stand under the country and
#           under 2023. No warning.
# Takes     about 15 s
set -euo pipefail

command -v python3 >/dev/null || exit 77
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv python >&2 || exit 77
python/bin/pip install --quiet --disable-pip-version-check \
    hwp-hwpx-parser==1.0.0 python-hwpx==6.9.0 >&2 || exit 77

cat >look.py <<'END'
import re
from hwp_hwpx_parser import Reader
from hwpx import HwpxDocument

cells = [["국가", "2023", "2024"], ["미국", "10", "20"], ["", "30", "40"]]
document = HwpxDocument.new()
table = document.add_table(3, 3)
for row, values in enumerate(cells):
    for column, value in enumerate(values):
        table.set_cell_text(row, column, value)
table.merge_cells(1, 0, 2, 0)
document.save_to_path("table.hwpx")

document = HwpxDocument.open("table.hwpx")
print("Markdown", document.text.markdown().strip().split("\n")[-1])
html = document.text.html()
print("HTML", re.findall("<td>(.*?)</td>", html.split("<tr>")[-1]), "rowspan" in html)
with Reader("table.hwpx") as reader:
    print("hwp-hwpx-parser", reader.tables[0].rows[-1])
END
seen=$(PYTHONWARNINGS=ignore python/bin/python look.py)
printf '%s\n' "$seen"
[ "$seen" = "Markdown |  | 30 | 40 |
HTML ['30', '40'] False
hwp-hwpx-parser ['30', '40']" ]
