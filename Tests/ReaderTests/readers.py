#!/usr/bin/env python3
"""JSON and CSV as others read them: readers.py PLAN_PROGRAM

`jsonschema` holds what `plan render` and `plan solve` write against `Grammar/report.schema.json`, Python's `csv` reads the
spreadsheets by `Grammar/*.csv.json`, and both have to say the same of the same plan, for everybody and for each audience. A plan
whose every title means harm comes back word by word.
"""

import csv
import datetime
import decimal
import io
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

from titles import FORMULAS, HARMLESS, hostile_plan

ROOT = pathlib.Path(__file__).resolve().parents[2]
GRAMMAR = ROOT / "Grammar"
AUDIENCES = [None, "exec", "board", "product", "engineering"]


class Failures(list):
    def check(self, holds, what):
        if not holds:
            self.append(what)


class Reader:
    def __init__(self, program, failures):
        self.program = program
        self.failures = failures
        schema = json.loads((GRAMMAR / "report.schema.json").read_text())
        jsonschema.Draft4Validator.check_schema(schema)
        self.validator = jsonschema.Draft4Validator(schema)

    def run(self, verb, plan, audience):
        """Both forms of one run, as others get them from files."""
        with tempfile.TemporaryDirectory() as folder:
            outputs = [pathlib.Path(folder) / name for name in ("out.json", "out.csv")]
            command = [self.program, verb, str(plan), "--no-cache"]
            command += [word for output in outputs for word in ("-o", str(output))]
            if audience:
                command += ["--audience", audience]
            ran = subprocess.run(command, capture_output=True, text=True)
            if ran.returncode not in (0, 3):
                self.failures.append(f"{' '.join(command)}: {ran.returncode}\n{ran.stderr}")
                return None
            return [output.read_bytes().decode("utf-8") for output in outputs]

    def read(self, verb, plan, audience=None):
        name = f"{verb} {plan.name} for {audience or 'everybody'}"
        outputs = self.run(verb, plan, audience)
        if outputs is None:
            return None, None
        answer = json.loads(outputs[0], parse_float=lambda text: self.failures.append(f"{name}: {text} is a float"))
        for error in self.validator.iter_errors(answer):
            self.failures.append(f"{name}: {list(error.absolute_path)}: {error.message[:200]}")
        rows = self.rows(outputs[1], "initiatives" if verb == "render" else "schedule", name)
        self.failures.check(answer.get("audience") == audience, f"{name}: the JSON is for {answer.get('audience')}")
        return answer, rows

    def rows(self, text, table, name):
        """What `csv` makes of it: lines end in CR LF, every row is as long as the head, and every cell is of its type."""
        schema = json.loads((GRAMMAR / f"{table}.csv.json").read_text())
        lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        self.failures.check(text.endswith("\r\n"), f"{name}: the CSV does not end in a line end")
        fields = schema["fields"]
        self.failures.check(lines[0] == [field["name"] for field in fields], f"{name}: the head is {lines[0]}")
        for number, line in enumerate(lines[1:], 1):
            self.failures.check(len(line) == len(fields), f"{name}: row {number} has {len(line)} cells")
            for cell, field in zip(line, fields):
                self.cell(cell, field, f"{name}: row {number}, {field['name']}")
        rows = [dict(zip(lines[0], line)) for line in lines[1:]]
        names = [row[schema["primaryKey"]] for row in rows]
        self.failures.check(len(set(names)) == len(names), f"{name}: a name stands twice")
        return rows

    def cell(self, cell, field, place):
        if not cell:
            self.failures.check(not field.get("constraints", {}).get("required"), f"{place}: is empty")
            return
        read = {
            "string": str, "date": datetime.date.fromisoformat, "number": decimal.Decimal, "integer": int,
            "boolean": {"true": True, "false": False}.__getitem__,
        }[field["type"]]
        try:
            read(cell)
        except (ValueError, KeyError, decimal.InvalidOperation):
            self.failures.append(f"{place}: {cell[:60]!r} is no {field['type']}")

    def agree(self, answer, rows, name):
        """The same figures of the same initiatives in both forms."""
        records = {record["name"]: record for record in answer["initiatives"]}
        self.failures.check(list(records) == [row["name"] for row in rows], f"{name}: other initiatives")
        digits = decimal.Decimal(10) ** answer["plan"]["currency_minor_digits"]
        for row in rows:
            record = records.get(row["name"], {})
            place = f"{name}: {row['name']}"
            pairs = [
                ("kind", record.get("kind")), ("status", record.get("status")), ("standing", record.get("standing")),
                ("start", record.get("start")), ("finish", record.get("finish")), ("horizon", record.get("horizon")),
                ("finish_p50", record.get("outlook", {}).get("p50")), ("finish_p80", record.get("outlook", {}).get("p80")),
                ("goals", " ".join(record.get("goals", []))),
            ]
            for column, value in pairs:
                self.failures.check(row[column] == (value or ""), f"{place}: {column} is {row[column]!r} and {value!r}")
            money = record.get("delay_cost")
            if money and row["delay_cost"]:
                same = decimal.Decimal(row["delay_cost"]) * digits == money["minor_units"]
                self.failures.check(same, f"{place}: delay cost {row['delay_cost']} and {money['text']}")

    def placed(self, answer, rows, name):
        """Every row of the schedule is a work of the JSON, on the same days."""
        works = {
            (record["name"], work["name"]): work for record in answer["initiatives"] for work in record["works"]
        }
        for row in rows:
            # The spreadsheet has the whole path.
            work = works.get((row["initiative"], row["name"].split(".")[-1]))
            same = work is not None and (work.get("start"), work.get("finish")) == (row["start"], row["finish"])
            self.failures.check(same, f"{name}: {row['name']} is elsewhere")
        placed = [work for work in works.values() if work.get("start") and work.get("finish")]
        self.failures.check(len(placed) == len(rows), f"{name}: {len(rows)} rows for {len(placed)} works")


def titles(rows, answer, failures):
    """Titles that mean harm come back word by word; what a spreadsheet would run has an apostrophe before it."""
    for number, title in enumerate(FORMULAS + HARMLESS):
        row, record = rows[number], answer["initiatives"][number]
        expected = "'" + title if title in FORMULAS else title
        for column in ("label", "owner", "asked_by", "why"):
            failures.check(row[column] == expected, f"{column} of {title[:40]!r} is {row[column][:60]!r}")
            failures.check(record[column] == title, f"{column} of {title[:40]!r} is {record[column][:60]!r} as JSON")


def main():
    failures = Failures()
    reader = Reader(sys.argv[1], failures)
    plans = ROOT / "Plans"
    small = [plans / "hello.plan", plans / "practice" / "half_way.plan", plans / "practice" / "six_of_fifteen.plan"]
    small.append(ROOT / "Tests" / "GoldenTests" / "Cases" / "cli" / "files" / "shop.plan")
    runs = [("render", plan, audience) for plan in small for audience in AUDIENCES]
    # Questions of larger plans take long in a program that was built for tests.
    runs += [("solve", plans / name, None) for name in ("q3.plan", "insurer.plan", "markets.plan", "practice/cannot_work.plan")]
    count = 0
    for verb, plan, audience in runs:
        answer, rows = reader.read(verb, plan, audience)
        if answer is None:
            continue
        compare = reader.agree if verb == "render" else reader.placed
        compare(answer, rows, f"{verb} {plan.name} for {audience or 'everybody'}")
        count += 1
    with tempfile.TemporaryDirectory() as folder:
        plan = pathlib.Path(folder) / "titles.plan"
        plan.write_text(hostile_plan())
        answer, rows = reader.read("render", plan)
        if answer is not None:
            titles(rows, answer, failures)
            count += 1
    for failure in failures[:50]:
        print(failure, file=sys.stderr)
    print(f"{count} answers read as JSON and CSV, {len(failures)} not as they should be")
    sys.exit(1 if failures else 0)


main()
