"""Explains how two lists differ by pandas alone and compares with the command line's JSON.

    pip install pandas && cargo build --release --bin census
    python3 tests/independent/comparison.py list.csv list.csv ...

Every pair of the lists named, under IS-178's definition, 2020 to 2023: what
each list has in every cell of years, countries, domains and tasks; which models
are in a cell of one list only; why. Models are paired here by name, date and
developers, then by the letters of the name and a developer in common; that two
names are one model is taken from the answer and checked against the facts that
it names. Knows nothing of the program but the definition's file.
"""

import itertools
import json
import subprocess
import sys
from collections import Counter

import pandas as pd

from counts import DEFINITION, FIRST, KNOWN, LAST, ROOT, countries, developers, merged

YEARS = range(FIRST, LAST + 1)
FLOP = "Training compute (FLOP)"
COUNTRY = "Country (of organization)"
CELLS = {
    "year": lambda model: ["all"],
    "country": lambda model: countries(model, COUNTRY),
    "domain": merged("domain", "Domain"),
    "task": merged("task", "Task"),
}
FACTS = {"country": ["Organization", COUNTRY], "domain": ["Domain"], "task": ["Task"], "year": []}


def letters(name):
    kept = [c for at, c in enumerate(name) if c.isalnum() or c == "+" or (
        c == "." and name[at - 1 : at].isdigit() and name[at + 1 : at + 2].isdigit())]
    return "".join(kept).lower()


def groups(model):
    return {(KNOWN[name].get("group") or name) if name in KNOWN else name for name in developers(model["Organization"])}


def read(path):
    data = pd.read_csv(path, dtype=str, keep_default_na=False)
    data = data[data["Model"].str.strip() != ""].map(str.strip)
    data = data[~data[["Model", "Publication date", "Organization"]].duplicated()]
    return [row.to_dict() for _, row in data.iterrows()]


def is_large(models):
    """Whether a model is large enough; of unknown compute where a list was filtered already."""
    limit = float(DEFINITION["compute"]["threshold_flop"])
    filtered = not any(float(model[FLOP]) < limit for model in models if model[FLOP])
    return lambda model: float(model[FLOP]) >= limit if model[FLOP] else filtered


def span(model):
    return int(model["Publication date"][:4]) if model["Publication date"] else None


def pair(old, new, told):
    """Positions of the same model in both lists."""
    pairs, left, right = [], set(range(len(old))), set(range(len(new)))
    day = lambda model: pd.Timestamp(model["Publication date"] or "1900-01-01")
    def take(key, fits=lambda one, other: True):
        places = {}
        for here in sorted(left):
            places.setdefault(key(old[here]), []).append(here)
        for there in sorted(right):
            fitting = [here for here in places.get(key(new[there]), []) if here in left and fits(old[here], new[there])]
            # Of several the one of the nearest day.
            fitting.sort(key=lambda here: (old[here]["Model"] != new[there]["Model"], abs(day(old[here]) - day(new[there]))))
            if fitting:
                pairs.append((fitting[0], there))
                left.discard(fitting[0])
                right.discard(there)
    same = lambda model: (model["Model"], model["Publication date"], tuple(sorted(developers(model["Organization"]))))
    take(same)
    spelled = lambda model: letters(model["Model"])
    take(spelled, lambda one, other: not groups(one) or not groups(other) or bool(groups(one) & groups(other)))
    for match in told:
        if match["how"] != "renamed":
            continue
        here = [at for at in left if old[at]["Model"] == match["old"]]
        there = [at for at in right if new[at]["Model"] == match["new"]]
        assert len(here) == 1 and len(there) == 1, match
        one, other = old[here[0]], new[there[0]]
        near = lambda field: abs(float(one[field]) - float(other[field])) <= 0.01 * max(float(one[field]), float(other[field]))
        checks = {
            "date": lambda: abs(pd.to_datetime(one["Publication date"]) - pd.to_datetime(other["Publication date"])).days <= 31,
            "group": lambda: groups(one) & groups(other),
            "parameters": lambda: near("Parameters"),
            "compute": lambda: near(FLOP),
            "name": lambda: True,
        }
        assert match["why"] and all(checks[why]() for why in match["why"]), match
        pairs.append((here[0], there[0]))
        left.discard(here[0])
        right.discard(there[0])
    return pairs, left, right


def cause(id, whole, one, other, large):
    """Why a model of both lists is in a cell, or in a row's total (whole), of one only."""
    if large[0](one) != large[1](other):
        return "compute"
    moved = (span(one) in YEARS) != (span(other) in YEARS) if whole else span(one) != span(other)
    if moved:
        return "date"
    if id == "country" and set(developers(one["Organization"])) != set(developers(other["Organization"])):
        return "organization"
    assert any(one[field] != other[field] for field in FACTS[id]), (id, one, other)
    return "value"


def movers(id, old, new, told):
    """(row, column, sign, cause, name) of every model in a cell of one list only, how often."""
    large = is_large(old), is_large(new)
    def cells(model, side):
        if not large[side](model) or span(model) not in YEARS:
            return set()
        return {(key, column) for key in CELLS[id](model) for column in (str(span(model)), "total")}
    pairs, left, right = pair(old, new, told)
    found = Counter()
    for here, there in pairs:
        had, has = cells(old[here], 0), cells(new[there], 1)
        for (key, at), sign in [(cell, -1) for cell in had - has] + [(cell, 1) for cell in has - had]:
            why = cause(id, at == "total", old[here], new[there], large)
            found[key, at, sign, why, new[there]["Model"]] += 1
    for side, models, singles, sign, why in ((0, old, left, -1, "left"), (1, new, right, 1, "entered")):
        for at in singles:
            twice = any(other is not models[at] and letters(other["Model"]) == letters(models[at]["Model"])
                        and groups(other) & groups(models[at]) for other in models)
            for key, column in cells(models[at], side):
                found[key, column, sign, "duplicate" if twice else why, models[at]["Model"]] += 1
    return found


def compare(old_path, new_path):
    census = [ROOT / "target/release/census", new_path, "--against", old_path, "--period", f"{FIRST}-{LAST}"]
    answer = json.loads(subprocess.run(census, capture_output=True, check=True).stdout)
    old, new = read(old_path), read(new_path)
    equal = True
    for table in answer["breakdowns"]:
        if table["id"] not in CELLS:
            continue
        theirs = Counter()
        for row in table["rows"]:
            assert row["change"] == [after - before for before, after in zip(row["old"], row["new"])]
            sums = [sum(each) for each in zip(*[cause["change"] for cause in row["causes"]])]
            assert (sums or [0] * len(row["change"])) == row["change"], row
            for cause in row["causes"]:
                for model in cause["models"]:
                    theirs[row["key"], model["column"], model["sign"], cause["cause"], model["name"]] += 1
        mine = movers(table["id"], old, new, answer["matches"])
        for key, side, models in (("old", 0, old), ("new", 1, new)):
            large = is_large(models)
            counted = [model for model in models if large(model) and span(model) in YEARS]
            counts = Counter((row, str(span(model))) for model in counted for row in CELLS[table["id"]](model))
            for row in table["rows"]:
                for column, count in zip(table["columns"], row[key][:-1]):
                    equal &= counts[row["key"], column] == count
        equal &= mine == theirs
        if mine != theirs:
            print("  differs:", table["id"], dict(mine - theirs), dict(theirs - mine))
    models = answer["models"]
    print(old_path.split("/")[-1], "→", new_path.split("/")[-1], f"{models['old']} → {models['new']}", models["causes"], "equal" if equal else "DIFFERS")
    return equal


if __name__ == "__main__":
    pairs = itertools.permutations(sys.argv[1:], 2)
    sys.exit(not all([compare(old, new) for old, new in pairs]))
