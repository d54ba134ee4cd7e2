"""Counts exports by pandas alone and compares with the command line's JSON.

    pip install pandas && cargo build --release --bin census
    python3 tests/independent/counts.py export.csv ...

Which list it is and how sure that is, rows, derived models, years, countries,
domains and tasks of 2020 to 2023 under IS-178's definition. Of an archive each
table is counted by itself. Knows nothing of the program but that definition's file.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import zipfile

import pandas as pd

ROOT = pathlib.Path(__file__).resolve().parents[2]
DEFINITION = json.loads((ROOT / "public/definitions/is-178.json").read_text())
KNOWN, VALUES = DEFINITION["organizations"], DEFINITION["values"]
FIRST, LAST = (int(year) for year in DEFINITION["period"])


def split(cell):
    return [part.strip() for part in cell.split(",") if part.strip()]


def developers(cell):
    """The definition's names that hold a comma stay whole."""
    whole = sorted((name for name in KNOWN if "," in name), key=len, reverse=True)
    for at, name in enumerate(whole):
        cell = cell.replace(name, f"@{at}@")
    stand_ins = {f"@{at}@": name for at, name in enumerate(whole)}
    return list(dict.fromkeys(stand_ins.get(part, part) for part in split(cell)))


def countries(model, column):
    """The developers' homes; of those that the definition does not know, the cell."""
    names = developers(model["Organization"])
    found = [KNOWN[name]["home"] for name in names if name in KNOWN and KNOWN[name].get("home")]
    if any(name not in KNOWN for name in names):
        cell = [part for part in split(model[column]) if part not in DEFINITION["no_country"]]
        found += [VALUES["country"].get(part, part) for part in cell]
    return list(dict.fromkeys(found))


def merged(dimension, column):
    merges = VALUES[dimension]
    return lambda model: list(
        dict.fromkeys(
            merges.get(part, part) for part in split(model[column]) if part != DEFINITION["multimodal_tag"]
        )
    )


def list_of(path, data, compute):
    """Which of Epoch AI's lists a file is, and how sure that is."""
    threshold, shortest = 1e23 * (1 - 1e-6), 100
    states = lambda column: data[column].str.strip().str.lower().isin(["", "false", "0"]) == False  # noqa: E712
    if "Frontier model" in data and states("Frontier model").all():
        return "frontier", "certain"
    if "Notability criteria" in data:
        return "notable" if states("Notability criteria").mean() >= 0.9 else "all", "certain"
    words = pathlib.Path(path).name.lower().replace("-", "_").replace(" ", "_").replace(".", "_")
    has_below = (compute < threshold).any()
    for kind, name in [("large-scale", "large_scale"), ("notable", "notable"), ("frontier", "frontier"), ("all", "all_ai_models")]:
        if f"_{name}_" in f"_{words}_":
            return ("unknown", "unsure") if kind == "large-scale" and has_below else (kind, "likely")
    is_large = not has_below and compute.notna().sum() >= shortest
    return ("large-scale", "likely") if is_large else ("unknown", "unsure")


def compare_all(path):
    """A file, or each table of an archive."""
    if not zipfile.is_zipfile(path):
        return compare(path)
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(path) as packed:
        names = [name for name in packed.namelist() if name.lower().endswith(".csv")]
        return all([compare(packed.extract(name, folder)) for name in names])


def compare(path):
    data = pd.read_csv(path, dtype=str, keep_default_na=False)
    column = lambda *names: next((name for name in names if name in data), None)
    name = column("Model", "System")
    dated = data[(data[name].str.strip() != "") & (data["Publication date"].str.strip() != "")]
    # A spreadsheet may have written the day first.
    dated = dated.assign(year=dated["Publication date"].str.extract(r"(\d{4})")[0].astype(int))
    once = dated[~dated[[name, "Publication date", "Organization"]].apply(lambda cell: cell.str.strip()).duplicated()]
    compute = pd.to_numeric(once["Training compute (FLOP)"].replace("", None), errors="coerce")
    threshold = float(DEFINITION["compute"]["threshold_flop"])
    is_below = compute < threshold
    all_compute = pd.to_numeric(data["Training compute (FLOP)"].replace("", None), errors="coerce")
    kind, certainty = list_of(path, data, all_compute)
    # Only an export that was not filtered already has models below.
    is_of_any_size = kind not in ("large-scale", "unknown")
    is_left_out = compute.isna() & (is_below.any() or is_of_any_size)
    # Of lists of models of any size those made from others count by their own compute.
    is_derived = pd.Series(False, index=once.index)
    if "Base model" in once and (is_of_any_size or (kind == "unknown" and is_below.any())):
        own = pd.to_numeric(once.get("Finetune compute (FLOP)", "").replace("", None), errors="coerce")
        is_derived = (once["Base model"].str.strip() != "") & (compute >= threshold) & ~(own >= threshold)
    is_outside = (once.year < FIRST) | (once.year > LAST)
    models = once[~is_outside & ~is_below & ~is_left_out & ~is_derived]

    census = [os.environ.get("CENSUS", ROOT / "target/release/census"), path, "--period", f"{FIRST}-{LAST}"]
    answer = json.loads(subprocess.run(census, capture_output=True, check=True).stdout)
    mine = {
        "counted": len(models),
        "outside_period": int(is_outside.sum()),
        "below_threshold": int((is_below & ~is_outside).sum()),
        "unknown_compute_left_out": int((is_left_out & ~is_outside).sum()),
        "derived": int((is_derived & ~is_outside).sum()),
        "duplicate": len(dated) - len(once),
    }
    equal = all(answer["rows"].get(key, 0) == count for key, count in mine.items())
    source = answer["source"]
    theirs = source["list"], source["list_certainty"]
    print(f"{pathlib.Path(path).name}: {kind}, {certainty}:", "equal" if theirs == (kind, certainty) else f"{theirs} differs")
    equal &= theirs == (kind, certainty)
    print(path, len(data), "rows:", "equal" if equal else f"{answer['rows']} against {mine}")

    keys = {"year": lambda model: ["all"]}
    country = column("Country (of organization)", "Country (from Organization)")
    if country:
        keys["country"] = lambda model: countries(model, country)
    keys |= {id: merged(id, id.title()) for id in ("domain", "task") if id.title() in data}
    tables = {table["id"]: table for table in answer["breakdowns"]}
    for id, keys_of in keys.items():
        counts = {}
        for _, model in models.iterrows():
            for key in keys_of(model):
                counts.setdefault(key, [0] * (LAST - FIRST + 1))[model.year - FIRST] += 1
        minimum = tables[id]["minimum"]
        counts = {key: row for key, row in counts.items() if sum(row) >= minimum}
        theirs = {row["key"]: row["counts"] for row in tables[id]["rows"] if row["total"] >= minimum}
        differs = {key: (theirs.get(key), counts.get(key)) for key in counts.keys() | theirs.keys() if theirs.get(key) != counts.get(key)}
        print(f"  {id}, {len(counts)} rows:", f"differs {differs}" if differs else "equal")
        equal &= not differs
    return equal


if __name__ == "__main__":
    sys.exit(not all([compare_all(path) for path in sys.argv[1:]]))
