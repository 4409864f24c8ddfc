#!/usr/bin/env python3
"""Markdown as it is shown where it is pasted: pasted.py PLAN_PROGRAM

GitHub's own reader (cmark-gfm) and the one that Confluence's editor is made with (markdown-it, without raw HTML) have to find the
headings, tables, cells, list items and paragraphs that the page of the same report has, which another part of the program writes.
Nobody is called by a title: outside code there is nothing that GitHub makes a mention or a reference of.
"""

import html.parser
import pathlib
import re
import subprocess
import sys
import tempfile

import cmarkgfm
import markdown_it

from titles import CALLS, FORMULAS, HARMLESS, hostile_plan

ROOT = pathlib.Path(__file__).resolve().parents[2]
PRACTICE = ROOT / "Plans" / "practice"
AUDIENCES = [None, "exec", "board", "product", "engineering"]

# What github.com looks for in the text of what Markdown has become (`html-pipeline`, and the help on "Autolinked references").
MENTION = re.compile(r"(?:^|[^A-Za-z0-9_])@[A-Za-z0-9]")
REFERENCE = re.compile(r"#\d+\b|\bgh-\d+\b", re.IGNORECASE)


class Reader(html.parser.HTMLParser):
    """Headings, tables, list items and paragraphs, as text; those of figures and of navigation apart."""

    BLOCKS = {"h1", "h2", "h3", "p", "li", "th", "td", "pre"}
    ASIDE = {"figure", "nav", "head", "script", "style"}

    def __init__(self, text):
        super().__init__()
        self.headings, self.tables, self.items, self.paragraphs, self.codes = [], [], [], [], []
        self.drawn, self.said = [], []
        self.loose = []
        self.open, self.aside, self.depth, self.code = [], [], 0, 0
        self.feed(text)

    def handle_starttag(self, tag, _):
        if tag in self.ASIDE:
            self.aside.append(tag)
        if tag in ("ul", "ol"):
            self.depth += 1
        if tag in ("code", "pre", "a"):
            self.code += 1
        if tag == "table":
            (self.drawn if self.aside else self.tables).append([])
        if tag == "tr":
            (self.drawn if self.aside else self.tables)[-1].append([])
        if tag in self.BLOCKS:
            self.open.append((tag, []))

    def handle_endtag(self, tag):
        if tag in self.ASIDE and self.aside:
            self.aside.pop()
        if tag in ("ul", "ol"):
            self.depth -= 1
        if tag in ("code", "pre", "a"):
            self.code -= 1
        if not self.open or self.open[-1][0] != tag:
            return
        text = plain("".join(self.open.pop()[1]))
        if tag in ("th", "td"):
            (self.drawn if self.aside else self.tables)[-1][-1].append(text)
        elif self.aside:
            self.said.append(text)
        elif tag == "li":
            self.items.append((self.depth, text))
        elif tag == "p":
            # Readers differ on whether what stands in an item is a paragraph as well.
            if self.open and self.open[-1][0] == "li":
                self.open[-1][1].append(text)
            else:
                self.paragraphs.append(text)
        elif tag == "pre":
            self.codes.append(text)
        else:
            self.headings.append((tag, text))

    def handle_data(self, data):
        if self.open:
            self.open[-1][1].append(data)
        elif data.strip() and not self.aside:
            self.loose.append(data.strip()[:60])
        if not self.code and (MENTION.search(data) or REFERENCE.search(data)):
            self.calls = getattr(self, "calls", []) + [data.strip()[:80]]


def plain(text):
    """Without what only lays it out: blanks of any sort as one, no marks of direction."""
    return re.sub(r"\s+", " ", re.sub("[\u200e\u200f\u061c]", "", text)).strip()


def is_within(some, all_of_them):
    """Whether `some` stand in that order among the others."""
    rest = iter(all_of_them)
    return all(any(each == other for other in rest) for each in some)


def compare(markdown, page, name, complain):
    ours = Reader(page)
    readers = {
        "GitHub": cmarkgfm.github_flavored_markdown_to_html(markdown),
        "Confluence": markdown_it.MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"]).render(markdown),
    }
    for who, text in readers.items():
        theirs = Reader(text)
        where = f"{name} as {who} reads it"
        for row in (row for table in theirs.tables for row in table):
            if len(row) != len(theirs.tables[0][0]) and not any(row in each and len(row) == len(each[0]) for each in theirs.tables):
                complain(f"{where}: a row of {len(row)} cells: {str(row)[:120]}")
        titles = [each for each in theirs.headings if each[0] != "h3"]
        if not is_within(titles, ours.headings):
            complain(f"{where}: headings {[t for t in titles if t not in ours.headings][:3]} stand not on the page")
        if not is_within(theirs.tables, ours.tables) and not all(t in ours.tables + ours.drawn for t in theirs.tables):
            other = next((t for t in theirs.tables if t not in ours.tables + ours.drawn), None)
            complain(f"{where}: a table of the page reads {difference(other, ours.tables + ours.drawn)}")
        missing = [t for t in ours.tables if t not in theirs.tables]
        if missing:
            complain(f"{where}: lacks a table {str(missing[0][0])[:120]}")
        if [text for _, text in theirs.items] != [text for _, text in ours.items]:
            pairs = [(a, b) for (_, a), (_, b) in zip(theirs.items, ours.items) if a != b]
            complain(f"{where}: {len(theirs.items)} items for {len(ours.items)}, first {str(pairs[:1])[:300]}")
        if any(depth > 1 for depth, _ in theirs.items):
            complain(f"{where}: a list in a list")
        lost = [p for p in ours.paragraphs if p not in theirs.paragraphs and not p.startswith("Skip to")]
        if lost:
            complain(f"{where}: lacks {lost[0][:200]!r}")
        if theirs.loose:
            complain(f"{where}: {theirs.loose[:2]} stand in no block")
        for call in getattr(theirs, "calls", [])[:3]:
            complain(f"{where}: {call!r} calls somebody")
    return len(ours.tables) + len(ours.items)


def difference(table, others):
    """The first row that is in none of the tables."""
    rows = [row for other in others for row in other]
    return str(next((row for row in table or [] if row not in rows), "otherwise"))[:200]


def main():
    program, complaints = sys.argv[1], []
    count = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        hostile = folder / "titles.plan"
        hostile.write_text(hostile_plan(FORMULAS + HARMLESS + CALLS))
        plans = [(PRACTICE / "half_way.plan", AUDIENCES), (PRACTICE / "six_of_fifteen.plan", AUDIENCES)]
        # A program that was built for tests takes its time for so many.
        plans += [(hostile, [None, "exec", "engineering"]), (ROOT / "Plans" / "q3.plan", [None])]
        for plan, audiences in plans:
            for audience in audiences:
                name = f"{plan.name} for {audience or 'everybody'}"
                outputs = [folder / "out.md", folder / "out.html"]
                command = [program, "render", str(plan), "--search", "quick"]
                command += [word for output in outputs for word in ("-o", str(output))]
                ran = subprocess.run(command + (["--audience", audience] if audience else []), capture_output=True, text=True)
                if ran.returncode != 0:
                    complaints.append(f"{name}: {ran.returncode}\n{ran.stderr[:300]}")
                    continue
                count += compare(outputs[0].read_text(), outputs[1].read_text(), name, complaints.append)
    for each in complaints[:40]:
        print(each, file=sys.stderr)
    print(f"{count} tables and items read as Markdown, {len(complaints)} not as they should be")
    sys.exit(1 if complaints else 0)


main()
