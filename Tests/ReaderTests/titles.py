"""What somebody who means harm, or does not know better, calls an initiative, and a plan in which everything is called so."""

# Of what these begin with a spreadsheet would make a formula, so an apostrophe goes before them.
FORMULAS = ["=HYPERLINK(\"http://example.org\")", "+1", "-1+2", "@SUM(A1)", "- item", "  =1+1", "\uff1d1+1"]
HARMLESS = [
    "<script>alert(1)</script>", "| a | b |", "# heading", "1. first", "`code` **bold**", "&lt;b&gt;",
    "a,b;c\"d\"", "line\none", "tab\there", "\u202egnp.exe", "a\u200fb\u2066c", "👩🏽‍🚀 日本語の題名", "עברית ו-English", "x" * 10_000,
    "'quoted", "back\\slash", "null", "true", "0012", "2026-07-01", "\u00e9 against e\u0301",
]
# What GitHub would tell somebody, and what Markdown would make something of.
CALLS = [
    "Ask @alice about #12", "@bob, then (@carol/team)", "owner/project#34 and GH-56", "`@dave` \\@erin", "#7", "**#8**",
    "a@example.org", "x_y_z __init__", "~~gone~~ ~a~", "[ ] a task", "[x](javascript:alert(1))", "![x](y)", "[^1]: note",
    "---", "===", "***", "```", "    indented", "> quoted", "1) first", "a | b \\| c", "$1 for 5$ or $x$", "https://example.org/a_b_c",
    "<!-- hidden -->", "<details>", "&copy; &#64;frank", "ends in \\", "ends in `", "*", "two  \nlines", "C#", "Learn C #",
]


def text_of(title):
    """The title as a text of the language."""
    plain = [c if " " <= c <= "~" and c not in "\\\"" else f"\\u{{{ord(c):X}}}" for c in title]
    return "\"" + "".join(plain) + "\""


def hostile_plan(titles=tuple(FORMULAS + HARMLESS)):
    lines = [
        "language: 1",
        "plan \"Titles\" { start: 2026-07-01, until: 2027-06-30, rate: $4k/pw }",
        "team t \"Team\" { people: 40 }",
    ]
    for number, title in enumerate(titles):
        text = text_of(title)
        lines.append(
            f"initiative i{number} {text} {{ team: t, effort: 1pw..2pw..3pw, owner: {text}, asked_by: {text}, "
            f"why: {text}, cost_of_delay: $1k/week }}"
        )
    return "\n".join(lines) + "\n"
