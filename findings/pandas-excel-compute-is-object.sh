#!/usr/bin/env bash
# pandas reads a column of training compute from a workbook as Python objects,
# of which NumPy takes no logarithm, unless one cell is blank or not whole.
#
# Library   pandas 3.1.1 with numpy 2.4.6, openpyxl 3.1.5 and python-calamine
#           0.9.1 (PyPI)
# Expected  A number in a workbook is a double (ECMA-376, a cell of type `n`);
#           5e+25 in it, as in a CSV file, gives a column of float64.
# Seen      read_excel turns each double that is whole into a Python int; beyond
#           64 bits no integer type holds them, so that the column is `object`
#           and numpy.log10 raises. With one blank cell, the same column is
#           float64: whether a script runs depends on a missing value. Both
#           engines do it; `dtype={"FLOP": float}` is the way around it.
# Takes     about 1 minute
set -euo pipefail

command -v python3 >/dev/null || exit 77
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv python >&2 || exit 77
python/bin/pip install --quiet --disable-pip-version-check \
    pandas==3.1.1 numpy==2.4.6 openpyxl==3.1.5 python-calamine==0.9.1 >&2 || exit 77

cat >look.py <<'END'
import io
import numpy
import openpyxl
import pandas

def say(what, column):
    try:
        logarithm = f"{numpy.log10(column)[0]:.1f}"
    except TypeError:
        logarithm = "raises"
    print(what, column.dtype, logarithm)

say("CSV", pandas.read_csv(io.StringIO("FLOP,n\n5e25,1\n2.1e24,2\n"))["FLOP"])
for what, values in ("whole", [5e25, 2.1e24]), ("with a blank", [5e25, None, 2.1e24]):
    workbook = openpyxl.Workbook()
    workbook.active.append(["FLOP", "n"])
    for value in values:
        workbook.active.append([value, 1])
    workbook.save("models.xlsx")
    for engine in "openpyxl", "calamine":
        say(f"{engine}, {what}", pandas.read_excel("models.xlsx", engine=engine)["FLOP"])
END
seen=$(python/bin/python look.py)
printf '%s\n' "$seen"
[ "$seen" = 'CSV float64 25.7
openpyxl, whole object raises
calamine, whole object raises
openpyxl, with a blank float64 25.7
calamine, with a blank float64 25.7' ]
