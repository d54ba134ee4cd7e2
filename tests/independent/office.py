#!/usr/bin/env python3
"""Reads the files for offices with other readers than their writers.

    office.py FOLDER REPORT.json

FOLDER holds tables-ko.xlsx and report-ko.hwpx, written by the tests of office/
(PROOF=FOLDER); REPORT.json is what the command line prints of the same export.
The workbook is read by openpyxl, the HWPX document by hwp-hwpx-parser; both
must say what the JSON says. `make proof` does all of it.
"""

import json
import re
import sys
from pathlib import Path

import openpyxl
from hwp_hwpx_parser import Reader


def numbers(cell):
    """The count that a cell begins with: "41 (중복 1)" is 41."""
    return int(re.match(r"[\d,]+", str(cell)).group().replace(",", ""))


def shown(breakdown):
    rows = [row for row in breakdown["rows"] if row["total"] >= breakdown["minimum"]]
    return [row["counts"] + [row["total"]] for row in rows]


def main(folder, report):
    breakdowns = {own["id"]: own for own in json.loads(Path(report).read_text())["breakdowns"]}
    book = openpyxl.load_workbook(folder / "tables-ko.xlsx")
    cells = 0
    for name, breakdown in breakdowns.items():
        width = len(breakdown["columns"]) + 1
        sheet = book[name]
        rows = sheet.iter_rows(min_row=5, min_col=2, max_col=1 + width, values_only=True)
        expected = shown(breakdown)
        read = [list(row) for row in rows][: len(expected)]
        assert read == expected, (name, read, expected)
        assert all(isinstance(cell, int) for row in read for cell in row), name
        assert sheet.freeze_panes == "B5", sheet.freeze_panes
        assert len(sheet._charts) == 1, name
        cells += sum(map(len, read))
    tables = Reader(str(folder / "report-ko.hwpx")).get_tables()
    for breakdown in breakdowns.values():
        expected = shown(breakdown)
        labels = [row["label"]["ko"] for row in breakdown["rows"]][: len(expected)]
        for table in tables:
            body = [row for row in table.rows if any(row[0].startswith(label) for label in labels)]
            width = len(breakdown["columns"]) + 1
            if len(body) == len(expected) and len(body[0]) > width:
                read = [[numbers(cell) for cell in row[1 : 1 + width]] for row in body]
                if read == expected:
                    cells += sum(map(len, read))
                    break
        else:
            # Figures stand as pictures there.
            assert breakdown["id"] in ("year", "multimodal", "development", "organization"), breakdown["id"]
    print(f"{cells} numbers read back equal the JSON")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
