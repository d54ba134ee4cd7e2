#!/usr/bin/env python3
"""Reads the files for offices with other readers than their writers.

    office.py FOLDER REPORT.json

FOLDER holds tables-ko.xlsx, report-ko.hwpx and package-*.zip, written by the tests
of office/ (PROOF=FOLDER); REPORT.json is what the command line prints of the same
export. The workbook is read by openpyxl, pandas and polars, the HWPX document by
hwp-hwpx-parser, extract-hwp and dochan; all must say what the JSON says. The
packages are asked of frictionless. `make proof` does all of it.
"""

import json
import re
import sys
import tempfile
import zipfile
from pathlib import Path

import dochan
import extract_hwp
import frictionless
import openpyxl
import pandas
import polars
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


def check_frames(path, report):
    """The models' sheet is a table to programs that compute; each says why."""
    compute = "학습 연산량(FLOP)"
    frame = pandas.read_excel(path, sheet_name="모델", header=2, engine="openpyxl")
    assert frame[compute].dtype == "float64", frame.dtypes
    assert frame["계산 근거"].notna().all() and len(frame) == report["models"]
    # By itself polars takes every column of whole numbers for 64 bits
    # (docs/researchers.md).
    told = polars.read_excel(
        path, sheet_name="모델", read_options={"header_row": 2}, schema_overrides={compute: polars.Float64}
    )
    assert told[compute].drop_nulls().to_list() == frame[compute].dropna().to_list()
    assert told["출시일"].dtype == polars.Date, told.schema
    return frame[compute].notna().sum()


def check_texts(path, breakdown):
    """No reader stops within a cell: each gives the whole of a table's rows, in order."""
    texts = {
        "extract-hwp": extract_hwp.extract_text_from_hwp(str(path))[0],
        "dochan": dochan.Dochan(str(path)).to_markdown(),
    }
    said = lambda count, shared: f"{count} (중복 {shared})" if shared else str(count)
    read = 0
    for name, text in texts.items():
        cells = [" ".join(cell.split()) for cell in re.split(r"[\n|]", text)]
        cells = [cell for cell in cells if cell]
        for row in breakdown["rows"]:
            counts = [*row["counts"], row["total"]]
            expected = [row["label"]["ko"], *map(said, counts, [*row["shared"], row["total_shared"]])]
            starts = [at for at, cell in enumerate(cells) if cell == expected[0]]
            assert any(cells[at : at + len(expected)] == expected for at in starts), (name, expected)
            read += len(counts)
    return read


def check_packages(folder):
    packages = sorted(folder.glob("package-*.zip"))
    assert len(packages) == 2, packages
    for package in packages:
        with tempfile.TemporaryDirectory() as unpacked:
            zipfile.ZipFile(package).extractall(unpacked)
            found = frictionless.validate(f"{unpacked}/datapackage.json")
            assert found.valid, found.to_summary()
            tables = [own for own in frictionless.Package(f"{unpacked}/datapackage.json").resources if own.type == "table"]
            assert len(tables) == 4, tables
    return len(packages)


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
    cells += check_frames(folder / "tables-ko.xlsx", report)
    cells += check_texts(folder / "report-ko.hwpx", breakdowns["country"])
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
    packages = check_packages(folder)
    print(f"{cells} numbers read back equal the JSON, {packages} packages are valid")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
