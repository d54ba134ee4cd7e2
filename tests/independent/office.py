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
    assert str(cell).count("(") == str(cell).count(")"), cell
    return int(re.match(r"[\d,]+", str(cell)).group().replace(",", ""))


def shown(breakdown):
    rows = [row for row in breakdown["rows"] if row["total"] >= breakdown["minimum"]]
    return [row["counts"] + [row["total"]] for row in rows]


def headings(sheet):
    return {cell.value: cell.column for cell in sheet[3] if cell.value}


def check_days(book, report):
    """Days are days, years and published values numbers, as the JSON has them."""
    lists = {own["id"]: own["models"] for own in report["lists"]}
    sheet = book["그림 1"]
    columns = headings(sheet)
    read = sheet.iter_rows(min_row=4, max_row=3 + len(lists["training-compute"]))
    for row, model in zip(read, lists["training-compute"], strict=True):
        cell = row[columns["출시일"] - 1]
        if len(model["published"]) == 10:
            assert cell.is_date and cell.value.date().isoformat() == model["published"], cell.value
            assert cell.number_format == "yyyy\\-mm\\-dd" or cell.number_format == "yyyy-mm-dd"
        else:
            assert cell.value == model["published"], cell.value
    sheet = book["표 2"]
    years = [int(model["published"][:4]) for model in lists["focus-country"]]
    cells = [sheet.cell(4 + at, 1) for at in range(len(years))]
    assert [cell.value for cell in cells] == years, years
    assert {cell.number_format for cell in cells} == {"0"}
    (sheet,) = [own for own in book if own.title.startswith("IS-178")]
    columns = headings(sheet)
    printed = [row[columns["발간값"] - 1].value for row in sheet.iter_rows(min_row=4, max_row=458)]
    numbers = [value for value in printed if isinstance(value, (int, float))]
    assert len(numbers) > 300 and not [
        value for value in printed if isinstance(value, str) and re.fullmatch(r"[\d.,]+", value)
    ], printed
    assert book.properties.created.date().isoformat() == "2026-11-24", book.properties.created
    return len(lists["training-compute"]) + len(years) + len(numbers)


def main(folder, report):
    report = json.loads(Path(report).read_text())
    breakdowns = {own["id"]: own for own in report["breakdowns"]}
    book = openpyxl.load_workbook(folder / "tables-ko.xlsx")
    cells = check_days(book, report)
    for name, breakdown in breakdowns.items():
        width = len(breakdown["columns"]) + 1
        (sheet,) = [own for own in book if str(own["A1"].value).endswith(breakdown["title"]["ko"])]
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
