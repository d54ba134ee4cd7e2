"""Counts random exports under random definitions, filters and periods, slowly
and plainly, and compares with the command line's JSON.

    python3 tests/independent/differential.py CENSUS [SEEDS [FIRST]]

CENSUS is the program, SEEDS how many exports, FIRST the first seed. Standard
library alone; shares nothing with src/ but the files of public/. What is counted
is what docs/json.md and docs/definition.md say. The export that differs is kept
below the folder for temporary files, with its definition and command.
"""

import csv
import io
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

ROOT = pathlib.Path(__file__).resolve().parents[2]
PUBLIC = ROOT / "public"
BASE = json.loads((PUBLIC / "definitions/is-178.json").read_text())
LABELS = json.loads((PUBLIC / "data/labels.json").read_text())
ISO = {row[0]: row for row in json.loads((PUBLIC / "data/countries.json").read_text())}

# What exports hold. Foo, Bar and the like are known to no definition.
ORGANIZATIONS = [
    "OpenAI", "Google", "Google DeepMind", "DeepMind", "NAVER", "Meta AI", "Samsung", "Cohere",
    "Cohere for AI", "Cohere Labs (formerly Cohere for AI)", "BigScience", "Tsinghua University",
    "Hugging Face", "Microsoft", "Stability AI", "Foo", "Bar", "Baz Lab",
]
COUNTRIES = [
    "United States of America", "Korea (Republic of)", "China", "Japan", "France", "United Kingdom",
    "Multinational", "Estonia", "Chile", "Atlantis",
]  # fmt: skip
DOMAINS = ["Language", "Vision", "Multimodal", "Audio", "Speech", "Games", "Weird", "Multi-modal"]
TASKS = [
    "Chat", "Language modeling", "Language generation", "Translation", "Code generation", "Go",
    "Weaving", "Text-to-image", "Image captioning",
]  # fmt: skip
CATEGORIES = ["Industry", "Academia", "Government", "Research collective", "Guild"]
CONFIDENCE = ["Confident", "Likely", "Speculative", "Sure"]
ACCESS = ["API access", "Unreleased", "Open source", "Secret"]
HEADERS = {
    "organization": "Organization",
    "country": "Country (of organization)",
    "domain": "Domain",
    "task": "Task",
    "compute": "Training compute (FLOP)",
    "category": "Organization categorization",
    "confidence": "Confidence",
    "accessibility": "Model accessibility",
}
LISTS = {"organization", "country", "domain", "task", "category"}


# Random inputs


def some(chance, values, most):
    return [chance.choice(values) for _ in range(chance.randint(0, most))]


def distinct(values):
    return list(dict.fromkeys(values))


def random_date(chance):
    year, month, day = chance.choice([2018, 2020, 2021, 2022, 2022, 2023, 2023, 2024, 2025]), chance.randint(1, 12), chance.randint(2, 28)
    # Days that the exporter fills in are told, and counted as all others.
    return chance.choice([f"{year}-{month:02}-{day:02}"] * 8 + [f"{year}-{month:02}", f"{year}", ""])


def random_export(chance):
    """A header of fields and rows of texts and lists, nameless and double ones too."""
    fields = [field for field in HEADERS if chance.random() < 0.85]
    lowest = chance.choice([20, 22, 23, 24])
    rows = []
    for at in range(chance.randint(1, 60)):
        organizations = distinct(some(chance, ORGANIZATIONS, 3))
        countries = [chance.choice(COUNTRIES) for _ in organizations]
        if chance.random() < 0.4:
            countries = some(chance, COUNTRIES, 3)
        compute = f"{chance.randint(10, 99) / 10}e+{chance.randint(lowest, 25)}"
        row = {
            "name": "" if chance.random() < 0.04 else f"M{at}",
            "date": random_date(chance),
            "organization": organizations,
            "country": countries,
            "domain": distinct(some(chance, DOMAINS, 3)),
            "task": distinct(some(chance, TASKS, 6)),
            "compute": compute if chance.random() < 0.7 else "",
            "category": some(chance, CATEGORIES, 2),
            "confidence": chance.choice(CONFIDENCE + [""]),
            "accessibility": chance.choice(ACCESS + [""]),
        }
        rows.append({key: value for key, value in row.items() if key in fields or key in ("name", "date")})
        if chance.random() < 0.08:
            rows.append(doubled(chance, rows[-1]))
    chance.shuffle(rows)
    return fields, rows


def doubled(chance, row):
    """The same record, or one that says less, its organisations in any order."""
    again = dict(row)
    for field in ("compute", "confidence", "accessibility"):
        if field in again and chance.random() < 0.3:
            again[field] = ""
    return again


def written(fields, rows):
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(["Model", "Publication date"] + [HEADERS[field] for field in fields])
    for row in rows:
        cells = [row[field] for field in fields]
        cells = [",".join(cell) if isinstance(cell, list) else cell for cell in cells]
        lines.writerow([row["name"], row["date"]] + cells)
    return out.getvalue()


def random_definition(chance):
    """What differs from IS-178's."""
    own = {"schema": "model-census-definition/2", "extends": "is-178", "id": "t"}
    maybe = lambda: chance.random() < 0.4
    if maybe():
        threshold = chance.choice([1e22, 1e23, 5e23, 1e24, 0])
        unknown = chance.choice(["keep", "leave-out", "keep-if-export-is-filtered"])
        own["compute"] = {"threshold_flop": threshold, "unknown": unknown}
    if maybe():
        own["growth_may_end_in_partial_year"] = True
    if maybe():
        own["focus_country"] = chance.choice(["USA", "CHN", "FRA"])
    if maybe():
        own["count_countries_by"] = "as-exported"
    if maybe():
        own["no_country"] = ["Multinational", chance.choice(["Atlantis", "FRA"])]
    if maybe():
        relations = ["self", "unit", "alias", "affiliate"]
        own["one_developer_relations"] = chance.sample(relations, chance.randint(0, 4))
    if maybe():
        own["minimum_models"] = {"task": chance.randint(1, 4), "organization": chance.randint(1, 4)}
    if maybe():
        year = chance.choice(["after-period", "2022", "2023"])
        own["top_models"] = {"year": year, "count": chance.randint(1, 6)}
    values = {}
    if maybe():
        values["domain"] = {"Multi-modal": "Multimodal", "Weird": chance.choice(["Vision", "Other"])}
    if maybe():
        values["task"] = {"Weaving": "Chat", "Go": None}
    if maybe():
        values["country"] = {"Atlantis": chance.choice(["Multinational", "KOR"])}
    if values:
        own["values"] = values
    known = {}
    if maybe():
        known["Foo"] = {"group": "OpenAI", "relation": chance.choice(["unit", "alias", "affiliate"]), "categories": ["Academia"]}
    if maybe():
        known["Bar"] = {"home": "JPN", "categories": []}
    if maybe():
        known["NAVER"] = None
    if known:
        own["organizations"] = known
    return own


def random_period(chance):
    first = chance.randint(2018, 2023)
    last = chance.randint(max(first, 2021), 2026)
    if chance.random() < 0.35:
        ends = [f"{first}H{chance.randint(1, 2)}", f"{last}H2"]
        return ends
    return [str(first), str(last)]


def random_filter(chance):
    conditions = [
        lambda: "country=" + chance.choice(["KOR", "USA", "EST", "Atlantis", "*"]),
        lambda: "domain=" + chance.choice(["Language", "Audio & Speech", "*"]),
        lambda: "task=" + chance.choice(["Chat", "Weaving", "*"]),
        lambda: "organization=" + chance.choice(["Google", "OpenAI", "Foo"]),
        lambda: "development=" + chance.choice(["Single", "Joint"]),
        lambda: "organization-category=" + chance.choice(["Industry", "Academia"]),
        lambda: "year=" + chance.choice(["2022", "2023", "2023H1"]),
        lambda: "multimodal=Multimodal",
        lambda: "task-count=" + chance.choice(["1", "5+"]),
        lambda: "compute=" + chance.choice(["1e24..", "..1e24", "1e23..1e25"]),
        lambda: "text=" + chance.choice(["m1", "OPENAI", "lab"]),
    ]
    if chance.random() < 0.6:
        return []
    return [chance.choice(conditions)() for _ in range(chance.randint(1, 3))]


# The count


def patched(base, patch):
    """A JSON merge patch (RFC 7386)."""
    if not isinstance(patch, dict):
        return patch
    base = dict(base) if isinstance(base, dict) else {}
    for key, value in patch.items():
        if value is None:
            base.pop(key, None)
        else:
            base[key] = patched(base.get(key), value)
    return base


def halves_away(number, decimals):
    """A fraction rounded to so many decimals."""
    if number is None:
        return None
    scaled = abs(number) * 10**decimals
    whole = int(scaled + Fraction(1, 2))
    return (whole if number >= 0 else -whole) / 10**decimals


def letters(name):
    """A name without what people type differently; two numbers stay apart."""
    words = re.findall(r"(?:[^\W_]|\+|(?<=[0-9])\.(?=[0-9]))+", name.lower())
    text = ""
    for word in words:
        text += " " * (text[-1:].isdigit() and word[0].isdigit()) + word
    return text


def date_of(text):
    parts = [int(part) for part in text.split("-")] if text else []
    return tuple(parts + [0] * (3 - len(parts))) if parts else None


class Counted:
    def __init__(self, fields, rows, definition, period, conditions):
        self.fields, self.definition, self.conditions = fields, definition, conditions
        self.columns = columns_of(period)
        self.by_half = "H" in self.columns[0]
        models = []
        self.rows = dict.fromkeys(
            ["counted", "outside_period", "below_threshold", "unknown_compute_left_out", "undated", "duplicate", "unreadable"], 0
        )
        for at, row in enumerate(rows):
            # A record without any content is none.
            if not any(row[key] for key in ["name", "date", *fields]):
                continue
            if not row["name"]:
                self.rows["unreadable"] += 1
                continue
            models.append({**{"place": at}, **row, "when": date_of(row["date"])})
        self.models = models
        self.mark_duplicates()
        threshold = definition["compute"]["threshold_flop"]
        for model in models:
            model["flop"] = float(model["compute"]) if model.get("compute") else None
        below = any(not m["double"] and m["flop"] is not None and m["flop"] < threshold for m in models)
        rule = definition["compute"]["unknown"]
        self.keeps = rule == "keep" or (rule == "keep-if-export-is-filtered" and not below)
        for model in models:
            self.place(model)
        if conditions:
            self.rows["filtered_out"] = 0
        for model in models:
            model["status"] = self.status(model)
            self.rows[model["status"]] += 1
        self.counted = [model for model in models if model["status"] == "counted"]
        dates = [model["when"] for model in models if model["when"]]
        self.date = max(dates) if dates else None

    def mark_duplicates(self):
        groups = {}
        for model in self.models:
            model["double"] = False
            if model["when"]:
                key = (model["name"], model["date"], tuple(sorted(model.get("organization", []))))
                groups.setdefault(key, []).append(model)
        for group in groups.values():
            facts = lambda model: [model[f] for f in self.fields if f != "organization" and model[f]]
            fullness = lambda model: (len(facts(model)), sum(len(f) if isinstance(f, list) else 1 for f in facts(model)))
            best = max(group, key=lambda model: (fullness(model), -model["place"]))
            for model in group:
                model["double"] = model is not best

    def known(self, name):
        """What is known of an organisation, and the name that it is known by."""
        known = self.definition["organizations"]
        names = [name]
        if name.endswith(")") and " (formerly " in name:
            names += name[:-1].split(" (formerly ")
        for own in names:
            if own in known:
                return own, known[own]
        return name, None

    def group(self, name):
        own, known = self.known(name)
        return (known or {}).get("group", own)

    def developer(self, name):
        own, known = self.known(name)
        relation = (known or {}).get("relation", "self")
        return self.group(name) if known and relation in self.definition["one_developer_relations"] else own

    def is_none(self, country):
        none = self.definition["no_country"]
        return country in none or self.definition["values"]["country"].get(country) in none

    def key_of_country(self, country):
        spelt = self.definition["values"]["country"].get(country)
        return spelt or next((key for key, row in ISO.items() if country in row), country)

    def countries(self, model):
        organizations, cell = model.get("organization", []), model.get("country", [])
        exported = lambda cells: [self.key_of_country(own) for own in cells if not self.is_none(own)]
        if self.definition["count_countries_by"] == "as-exported" or not organizations:
            return distinct(exported(cell))
        found = []
        for at, name in enumerate(organizations):
            _, known = self.known(name)
            if known is not None and "home" in known:
                home = known["home"]
                found += [home] if home and home not in self.definition["no_country"] else []
            elif len(organizations) == 1:
                found += exported(cell)[:1]
            elif len(organizations) == len(cell):
                found += exported(cell[at : at + 1])
            else:
                found += exported(cell)
        return distinct(found)

    def mapped(self, dimension, values):
        merges = self.definition["values"][dimension]
        return distinct(merges.get(value, value) for value in values)

    def place(self, model):
        definition = self.definition
        domains, tag = model.get("domain", []), definition["multimodal_tag"]
        domains = [definition["values"]["domain"].get(own, own) if own != tag else tag for own in domains]
        organizations = model.get("organization", [])
        categories = self.mapped("organization-category", model.get("category", []))
        for name in [] if categories else organizations:
            categories += (self.known(name)[1] or {}).get("categories", [])
        tasks = self.mapped("task", model.get("task", []))
        developers = len({self.developer(name) for name in organizations})
        year, month, _ = model["when"] or (None, 0, 0)
        half = f"{year}H{1 if month <= 6 else 2}" if month else None
        model["year"] = str(year) if year else None
        model["half"] = half
        model["span"] = half if self.by_half else model["year"]
        model["keys"] = {
            "year": ["all"],
            "country": self.countries(model),
            "domain": distinct(own for own in domains if own != tag),
            "multimodal": ["Multimodal"] if tag in domains else [],
            "task": tasks,
            "task-count": [] if not tasks else [str(len(tasks)) if len(tasks) < 5 else "5+"],
            "development": [] if not developers else ["Single" if developers == 1 else "Joint"],
            "organization-category": distinct(categories),
            "organization": distinct(self.group(name) for name in organizations),
        }

    def status(self, model):
        if not model["when"]:
            return "undated"
        if model["double"]:
            return "duplicate"
        years = {column[:4] for column in self.columns}
        if model["span"] is None and model["year"] in years:
            return "undated"
        if model["span"] not in self.columns:
            return "outside_period"
        threshold = self.definition["compute"]["threshold_flop"]
        if model["flop"] is not None and model["flop"] < threshold:
            return "below_threshold"
        if model["flop"] is None and not self.keeps:
            return "unknown_compute_left_out"
        return "counted" if self.meets(model) else "filtered_out"

    def meets(self, model):
        kinds = {}
        for condition in self.conditions:
            kind, value = condition.split("=", 1)
            kinds.setdefault(kind, []).append(self.holds(kind, value, model))
        return all(any(held) for held in kinds.values())

    def holds(self, kind, value, model):
        if kind == "text":
            names = [model["name"], *model.get("organization", [])]
            plain = any(value.lower() in name.lower() for name in names)
            return plain or any(letters(value) in letters(name) for name in names)
        if kind == "compute":
            low, high = value.split("..")
            flop = model["flop"]
            return flop is not None and (not low or flop >= float(low)) and (not high or flop < float(high))
        if kind == "year":
            return value in (model["year"], model["half"])
        keys = model["keys"][kind]
        return bool(keys) if value == "*" else value in keys

    # What is told

    def coverage(self, column):
        if self.date is None:
            return "partial"
        year, month, _ = self.date
        if year < int(column[:4]) or (column.endswith("H2") and (year, month) < (int(column[:4]), 7) and month):
            return "not begun"
        end = (int(column[:4]), *((6, 30) if column.endswith("H1") else (12, 31)))
        return "partial" if self.date < end else "whole"

    def growth(self):
        counts = [sum(model["span"] == column for model in self.counted) for column in self.columns]
        may_end = self.definition["growth_may_end_in_partial_year"]
        ends = [at for at, column in enumerate(self.columns) if counts[at] and (may_end or self.coverage(column) == "whole")]
        last = ends[-1] if ends else 0
        cagr = None
        if last and counts[0]:
            steps = Fraction(last, 2 if self.by_half else 1)
            with localcontext() as context:
                context.prec = 60
                power = Decimal(steps.denominator) / Decimal(steps.numerator)
                rate = (Decimal(counts[last]) / Decimal(counts[0])) ** power - 1
                rate = rate.quantize(Decimal(1).scaleb(-30))
                cagr = float(abs(rate).quantize(Decimal("0.0001"), ROUND_HALF_UP).copy_sign(rate))
        changes = [None] + [
            halves_away(Fraction(after - before, before), 4) if before else None for before, after in zip(counts, counts[1:])
        ]
        return {
            "cagr": cagr,
            "first": [self.columns[0], counts[0]],
            "last": [self.columns[last], counts[last]],
            "year_on_year": changes,
        }

    def needs(self):
        country = ["country"] if self.definition["count_countries_by"] == "as-exported" else ["country", "organization"]
        return {
            "year": None,
            "country": country,
            "domain": ["domain"],
            "multimodal": ["domain"],
            "task": ["task"],
            "task-count": ["task"],
            "development": ["organization"],
            "organization-category": ["category", "organization"],
            "organization": ["organization"],
            "focus-country": country,
            "top-models": ["compute"],
            "training-compute": ["compute"],
        }

    def has(self, id):
        needs = self.needs()[id]
        return needs is None or any(field in self.fields for field in needs)

    def label(self, id, key):
        names = LABELS.get(id, {})
        if key in names:
            return names[key]["en"]
        return ISO[key][3] if id == "country" and key in ISO else key

    def breakdown(self, id, share_of):
        rows, known = {}, 0
        for model in self.counted:
            keys = model["keys"][id]
            known += bool(keys)
            for key in keys:
                cells = rows.setdefault(key, [[0, 0] for _ in self.columns])
                cell = cells[self.columns.index(model["span"])]
                cell[0] += 1
                cell[1] += len(keys) > 1
        of = len(self.counted)
        totals = {key: sum(cell[0] for cell in cells) for key, cells in rows.items()}
        shared = {key: sum(cell[1] for cell in cells) for key, cells in rows.items()}
        order = lambda key: (-totals[key], shared[key], self.label(id, key), key)
        if id in ("year", "multimodal", "task-count"):
            order = lambda key: key
        whole = {"of": of, "known": known}[share_of]
        return {
            "columns": self.columns,
            "known": known,
            "of": of,
            "partial": [column for column in self.columns if self.coverage(column) == "partial"],
            "not_begun": [column for column in self.columns if self.coverage(column) == "not begun"],
            "rows": [
                {
                    "key": key,
                    "counts": [cell[0] for cell in rows[key]],
                    "shared": [cell[1] for cell in rows[key]],
                    "total": totals[key],
                    "total_shared": shared[key],
                    "share": halves_away(Fraction(totals[key], whole), 4) if whole else None,
                    "rank": 1 + sum(total > totals[key] for total in totals.values()),
                }
                for key in sorted(rows, key=order)
            ],
        }

    def large(self):
        threshold = self.definition["compute"]["threshold_flop"]
        named = ("counted", "outside_period", "undated")
        dated = [model for model in self.models if model["status"] in named and model["when"] and self.meets(model)]
        return [model for model in dated if model["flop"] is not None and model["flop"] >= threshold]

    def list(self, id):
        by_date = lambda model: (model["when"], model["place"])
        if id == "focus-country":
            focus = self.definition["focus_country"]
            return sorted((m for m in self.counted if focus in m["keys"]["country"]), key=by_date)
        if id == "training-compute":
            return sorted(self.large(), key=by_date)
        top = self.definition["top_models"]
        year = top["year"]
        if year == "after-period":
            last = self.columns[-1]
            after = last[:4] if last.endswith("H1") else str(int(last[:4]) + 1)
            year = after if any(model["year"] == after for model in self.models) else last[:4]
        of_year = [model for model in self.large() if model["year"] == year]
        return sorted(of_year, key=lambda m: (-m["flop"], m["when"], m["name"], m["place"]))[: top["count"]]

    def entry(self, model):
        return {
            "name": model["name"],
            "published": model["date"],
            "organizations": model.get("organization", []),
            "countries": model["keys"]["country"],
            "domains": model["keys"]["domain"],
            "multimodal": bool(model["keys"]["multimodal"]),
            "training_compute_flop": model["flop"],
            "tasks": model["keys"]["task"],
            "confidence": model.get("confidence") or None,
            "accessibility": model.get("accessibility") or None,
        }


def columns_of(period):
    first, last = period
    if "H" not in first:
        return [str(year) for year in range(int(first), int(last) + 1)]
    halves = [f"{year}H{half}" for year in range(int(first[:4]), int(last[:4]) + 1) for half in (1, 2)]
    return [half for half in halves if first <= half <= last]


# The comparison


def differences(answer, mine):
    """What differs, in words."""
    found = []
    same = lambda what, theirs, own: None if theirs == own else found.append(f"{what}: {theirs} against {own}")
    same("rows", {key: count for key, count in answer["rows"].items()}, mine.rows)
    same("growth", answer["growth"], mine.growth())
    same("unavailable", [own["id"] for own in answer["unavailable"]], [id for id in mine.needs() if not mine.has(id)])
    for table in answer["breakdowns"]:
        own = mine.breakdown(table["id"], table["share_of"])
        for key in ("columns", "known", "of", "partial"):
            same(f"{table['id']}.{key}", table[key], own[key])
        same(f"{table['id']}.not_begun", table.get("not_begun", []), own["not_begun"])
        theirs = [{key: value for key, value in row.items() if key != "label"} for row in table["rows"]]
        same(f"{table['id']}.rows", theirs, own["rows"])
        labels = [mine.label(table["id"], row["key"]) for row in table["rows"]]
        if table["id"] not in ("year", "multimodal", "task-count", "development"):
            same(f"{table['id']}.labels", [row["label"]["en"] for row in table["rows"]], labels)
    for theirs in answer["lists"]:
        own = mine.list(theirs["id"])
        same(f"{theirs['id']}.of", theirs["of"], len(own))
        entries = [mine.entry(model) for model in own]
        listed = [{key: model[key] for key in entry} for model, entry in zip(theirs["models"], entries)]
        same(theirs["id"], listed, entries)
    return found


def run(census, arguments):
    done = subprocess.run([census, *arguments], capture_output=True)
    if done.returncode:
        raise RuntimeError(done.stderr.decode())
    return done.stdout


def again(census, folder, arguments, answer):
    """Models exported and read again give equal numbers."""
    models = folder / "models.csv"
    models.write_bytes(run(census, [*arguments, "--format", "models"]))
    second = json.loads(run(census, [models, *arguments[1:]]))
    parts = ("growth", "breakdowns", "lists")
    return [f"{part} of the models read again" for part in parts if second[part] != answer[part]]


def compare(census, seed):
    """What differs for a seed; the folder is kept where anything does."""
    chance = random.Random(seed)
    fields, rows = random_export(chance)
    own = random_definition(chance)
    definition = patched(BASE, {key: value for key, value in own.items() if key != "extends"})
    period = random_period(chance) if chance.random() < 0.7 else definition["period"]
    conditions = random_filter(chance)
    folder = pathlib.Path(tempfile.mkdtemp(prefix=f"differential-{seed}-"))
    export, definition_file = folder / "export.csv", folder / "definition.json"
    export.write_text(written(fields, rows))
    definition_file.write_text(json.dumps(own, indent=1))
    arguments = [str(export), "--definition", str(definition_file), "--period", "-".join(period)]
    for condition in conditions:
        arguments += ["--filter", condition]
    try:
        answer = json.loads(run(census, arguments))
        found = differences(answer, Counted(fields, rows, definition, period, conditions))
        # Of nameless records there is nothing to export.
        if not conditions and seed % 4 == 0 and any(row["name"] for row in rows):
            found += again(census, folder, arguments, answer)
    except (RuntimeError, KeyError, ValueError) as error:
        found = [f"{type(error).__name__}: {error}"]
    if found:
        (folder / "command.txt").write_text(" ".join(["census", *arguments]) + "\n")
        found.insert(0, f"seed {seed}, kept in {folder}")
    else:
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()
    return found


def main():
    census = sys.argv[1]
    seeds, first = (int(text) for text in (sys.argv[2:] + ["300", "0"][len(sys.argv) - 2 :])[:2])
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        found = [own for own in pool.map(lambda seed: compare(census, seed), range(first, first + seeds)) if own]
    for own in found[:10]:
        print("\n  ".join(text[:2000] for text in own))
    print(f"{seeds} exports from seed {first}: {len(found)} differ")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
