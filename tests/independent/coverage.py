"""Tells by pandas alone why models do not count and compares with the command line's `coverage`.

    pip install pandas && cargo build --release --bin census
    python3 tests/independent/coverage.py [--census PROGRAM] [FILE ...]

Without files: every one of ../shared/data/raw, and it says where that is not
there. An archive is asked as a whole, any other list beside the notable one that
comes with the page. For each, under IS-178's definition, 2020 to 2025: of South
Korea, the United States, a group and letters of a name, which models any list
has, each once; which count; why the others do not; in which row and cell that
stands. Knows nothing of the program but the definition's file; that two spellings
are one model is taken from the answer and checked against date and developers.
"""

import io
import json
import pathlib
import re
import subprocess
import sys
import zipfile
from collections import Counter

import pandas as pd

from counts import DEFINITION, KNOWN, ROOT, VALUES, developers, split
from comparison import groups, letters

RAW = ROOT.parent / "shared/data/raw"
BESIDE = ROOT / "tests/fixtures/notable/notable-models-2026-08-19.csv"
FIRST, LAST = 2020, 2025
LIMIT = float(DEFINITION["compute"]["threshold_flop"])
FLOP, OWN, BASE, DATE = "Training compute (FLOP)", "Finetune compute (FLOP)", "Base model", "Publication date"
KINDS = {"large": "large-scale", "notable": "notable", "frontier": "frontier", "all": "all"}
QUESTIONS = {"KOR": "country", "USA": "country", "LG": "organization", "exaone": "text"}


def number(text):
    return pd.to_numeric(text, errors="coerce")


def day(text):
    """A date as ISO writes it, whoever saved the file."""
    swapped = re.fullmatch(r"(\d\d)-(\d\d)-(\d{4})", text)
    return "-".join(swapped.group(3, 2, 1)) if swapped else text


def homes(model, column):
    """The developers' homes. Of one that the definition does not know the cell's
    first where it is alone, the one in its place where the lists are equally long,
    else all of the cell."""
    names, cell = developers(model["Organization"]), split(model[column])
    real = [name for name in cell if name not in DEFINITION["no_country"]]
    if not names:
        return [VALUES["country"].get(name, name) for name in real]
    found = []
    for at, name in enumerate(names):
        if name in KNOWN and "home" in KNOWN[name]:
            found.append(KNOWN[name]["home"])
            continue
        own = real[:1] if len(names) == 1 else [cell[at]] if len(names) == len(cell) else real
        found += [VALUES["country"].get(part, part) for part in own if part in real]
    return found


class Table:
    """A list as its file has it; `kind` by its file's name."""

    def __init__(self, name, bytes):
        self.name, self.kind = name, next(kind for word, kind in KINDS.items() if name.startswith(word))
        data = pd.read_csv(io.BytesIO(bytes), dtype=str, keep_default_na=False, encoding="utf-8-sig", skip_blank_lines=False)
        data = data.rename(columns={"System": "Model"}).map(str.strip)
        self.country = next((name for name in data if name.startswith("Country (")), None)
        for column in (FLOP, OWN, BASE, "Organization"):
            if column not in data:
                data[column] = ""
        data[DATE] = data[DATE].map(day)
        # As a spreadsheet numbers them, below the header.
        data["row"] = range(2, len(data) + 2)
        data = data[data["Model"] != ""]
        dated = data[DATE] != ""
        data["twice"] = dated & data[["Model", DATE, "Organization"]].duplicated()
        data["letters"] = data["Model"].map(letters)
        self.models = [row.to_dict() for _, row in data.iterrows()]
        stated = [number(model[FLOP]) for model in self.models if not model["twice"]]
        # Only a list that is of large models alone lacks any below.
        self.is_filtered = self.kind == "large-scale"
        assert self.is_filtered == (not any(flop < LIMIT for flop in stated)) or self.kind == "frontier", name

    def fate(self, model):
        """None where it counts."""
        if not model[DATE]:
            return "undated"
        if model["twice"]:
            return "duplicate"
        if not FIRST <= int(model[DATE][:4]) <= LAST:
            return "outside-period"
        flop = number(model[FLOP])
        if flop < LIMIT:
            return "below-threshold"
        if pd.isna(flop):
            return None if self.is_filtered else "no-compute"
        if model[BASE] and not self.is_filtered and not number(model[OWN]) >= LIMIT:
            return "derived"
        return None

    def relation(self, model, kind, key):
        """Whether it is one that is asked for; 'named' where only a cell names the country."""
        if kind == "text":
            names = [model["Model"], *developers(model["Organization"]), *groups(model)]
            return "own" if any(key in "".join(filter(str.isalnum, name)).lower() for name in names) else None
        if kind == "organization":
            return "own" if key in groups(model) or key in developers(model["Organization"]) else None
        if self.country is None:
            return "own" if key in [KNOWN[name].get("home") for name in developers(model["Organization"]) if name in KNOWN] else None
        if key in homes(model, self.country):
            return "own"
        return "named" if key in [VALUES["country"].get(name, name) for name in split(model[self.country])] else None


RANK = [None, "derived", "below-threshold", "no-compute", "outside-period", "undated", "duplicate"]


def check(tables, answer, kind, key):
    """What of an answer is not as pandas has it."""
    wrong = []
    by_name = {table.name: table for table in tables}
    shown = tables[0]
    found = [[model for model in table.models if table.relation(model, kind, key)] for table in tables]
    seen = Counter()
    for model in answer["models"]:
        said = lambda what: wrong.append((model["name"], what, model))
        table = by_name[model["file"]]
        row = next(own for own in table.models if own["row"] == model["record"])
        fate = table.fate(row)
        why = "not-listed" if fate is None and table is not shown else fate
        # The records that are this model: the decisive one, and those of its spelling.
        own = [(at, other) for at, other in enumerate(tables) if other.kind in model["tables"]]
        # One without developers may be anyone's.
        shares = lambda one, two: not groups(one) or not groups(two) or groups(one) & groups(two)
        spelled = (letters(model["name"]), row["letters"])
        same = lambda other: other["letters"] in spelled
        records = [(at, other, record) for at, other in own for record in other.models if same(record) and shares(record, row)]
        relations = {other.relation(record, kind, key) for _, other, record in records}
        if "own" not in relations:
            why = "other-country"
        if model["why"] != why:
            said(f"why is {why}")
        if model["counted"] != (why is None):
            said("counted")
        # Another record of the same list does not say more.
        better = [other for at, other, record in records if other is table and RANK.index(other.fate(record)) < RANK.index(fate)]
        if better and len({record["row"] for at, other, record in records if other is table}) == 1:
            said("a better record")
        cell = {
            "outside-period": DATE, "undated": DATE, "derived": OWN, "duplicate": "Model", "other-country": "Organization",
        }.get(model["why"], FLOP)
        column = {"Model": ("Model", "System")}.get(cell, (cell,))
        if model["column"] not in column:
            said(f"the cell is {cell}")
        stands = row[cell]
        if cell in (FLOP, OWN):
            stated = number(stands)
            if pd.isna(stated) != (model["value"] is None) or not pd.isna(stated) and abs(stated - model["value"]) > 1e-9 * stated:
                said(f"the cell has {stands}")
        elif cell == "Organization":
            if model["value"] != ", ".join(developers(stands)):
                said(f"the cell has {stands}")
        elif (model["value"] or "") != stands:
            said(f"the cell has {stands}")
        seen[letters(model["name"])] += 1
    # Every record that is asked for stands behind an answer: by its spelling, or
    # by one of the same developers and nearly the same day.
    renamed = 0
    for table, models in zip(tables, found):
        for record in models:
            if seen[letters(record["Model"])]:
                continue
            near = [
                model for model in answer["models"]
                if table.kind in model["tables"] and model["published"] and record[DATE]
                and abs((pd.Timestamp(model["published"]) - pd.Timestamp(record[DATE])).days) <= 366
            ]
            renamed += 1
            if not near:
                wrong.append((record["Model"], "is in no answer", table.name))
    # Each once: as often as the list that has it most often.
    most = Counter()
    for models in found:
        for spelled, often in Counter(letters(model["Model"]) for model in models).items():
            most[spelled] = max(most[spelled], often)
    wrong += [(spelled, "more than once", often) for spelled, often in seen.items() if spelled in most and often > most[spelled]]
    # What is counted is what the shown list counts alone.
    counted = sum(shown.fate(model) is None and shown.relation(model, kind, key) == "own" for model in shown.models)
    if kind == "country" and counted != answer["counted"]:
        wrong.append(("counted", counted, answer["counted"]))
    whys = Counter(model["why"] for model in answer["models"])
    if {one["why"]: one["models"] for one in answer["left_out"]} != {why: count for why, count in whys.items() if why}:
        wrong.append(("left_out", whys, answer["left_out"]))
    years = Counter((model["why"], model["published"][:4]) for model in answer["models"] if model["published"])
    for row in answer["counts"]:
        expected = [years[row["why"], column] for column in answer["columns"]]
        if row["counts"] != expected or row["total"] != sum(expected):
            wrong.append(("counts", row, expected))
    if answer["range"] != [whys[None], whys[None] + whys["no-compute"]]:
        wrong.append(("range", answer["range"]))
    return wrong, renamed


def compare(path, census):
    if path.suffix == ".zip":
        archive, beside = zipfile.ZipFile(path), []
        names = [name for name in archive.namelist() if name.endswith(".csv")]
        tables = [Table(name.split("/")[-1], archive.read(name)) for name in names]
        tables.sort(key=lambda table: table.kind != "large-scale")
    else:
        beside = ["--beside", BESIDE]
        tables = [Table(path.name, path.read_bytes()), Table(BESIDE.name, BESIDE.read_bytes())]
    equal = True
    for key, kind in QUESTIONS.items():
        command = [census, path, *beside, "--period", f"{FIRST}-{LAST}", "--covered", key]
        answer = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["coverage"]
        assert answer["of"]["kind"] == kind, answer["of"]
        wrong, renamed = check(tables, answer, kind, key)
        told = " ".join(f"{one['why']} {one['models']}" for one in answer["left_out"])
        print(f"  {key}: {len(answer['models'])} models, {answer['counted']} counted, {told}; {renamed} by another name:", "equal" if not wrong else "DIFFERS")
        for one in wrong[:10]:
            print("   ", *one)
        equal &= not wrong
    return equal


if __name__ == "__main__":
    arguments = sys.argv[1:]
    census = ROOT / "target/release/census"
    if arguments[:1] == ["--census"]:
        census, arguments = pathlib.Path(arguments[1]), arguments[2:]
    files = [pathlib.Path(argument) for argument in arguments]
    if not files and not RAW.is_dir():
        sys.exit(f"{RAW} is not there: name files")
    equal = True
    for path in files or sorted(RAW.iterdir()):
        print(path.name)
        equal &= compare(path, census)
    sys.exit(not equal)
