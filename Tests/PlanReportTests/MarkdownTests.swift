import PlanReport
import Testing

@Suite struct MarkdownTests {
  @Test(arguments: [
    ("plain words", "plain words"),
    ("*a* _b_ `c` [d](e) <f> ~g~ \\", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f\\> \\~g\\~ \\\\"),
    ("a | b", "a \\| b"),
    ("R&D and &amp;", "R\\&D and \\&amp;"),
    ("two\nlines", "two lines"),
    ("# no heading", "\\# no heading"),
    ("- no list", "\\- no list"),
    ("1. no list", "1\\. no list"),
    ("2026 is a year", "2026 is a year"),
    ("a\u{202E}b\u{2066}c\u{7}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"),
    ("a\u{200F}b\r\nc\u{2029}d", "a\u{200F}b c d"),
    ("    no code", "no code"),
    ("to https://example.org/a_b_c", "to https://example.org/a_b_c"),
    ("__init__ of_it", "\\_\\_init\\_\\_ of_it"),
    ("$1.2M or 5$", "$1.2M or 5\\$"),
  ])
  func userTextIsText(text: String, expected: String) {
    #expect(paragraph(Prose(text)) == expected)
  }

  @Test(
    arguments: [
      ("\(strong: "a*b")", "**a\\*b**"),
      ("\(strong: " a ")!", "**a** !"),
      ("\(emphasis: "  ")", ""),
      ("\(code: "a `b` | c")", "`` a `b` \\| c ``"),
      ("\(figure: "$1.2M") at most", "$1.2M at most"),
    ] as [(Prose, String)])
  func emphasis(prose: Prose, expected: String) {
    #expect(paragraph(prose) == expected)
  }

  @Test func blocks() {
    let table = Table(
      columns: [Table.Column("Name"), Table.Column("Cost", .trailing)],
      rows: [["a|b", "$3"], ["c", ""]])
    let document = Document(
      title: "T", lead: [.callout("Mind.")],
      sections: [
        Section(title: "S", blocks: [.heading("H"), .list(["one", "+ two"]), .table(table)])
      ])
    #expect(
      markdown(document) == """
        # T

        > Mind.

        ## S

        ### H

        - one
        - \\+ two

        | Name | Cost |
        | --- | --: |
        | a\\|b | $3 |
        | c |  |

        """)
  }

  /// Nobody is told, and no issue linked, because of what something is called.
  @Test(arguments: [
    ("Ask @alice about #12.", "Ask `@alice` about `#12`."),
    ("(@acme/team-a), @bob.", "(`@acme/team-a`), `@bob`."),
    ("acme/plan#3 and GH-45", "`acme/plan#3` and `GH-45`"),
    ("#1", "`#1`"), ("@a@b", "`@a`@b"),
    ("`@dave`", "\\``@dave`\\`"),
    (
      "a@example.org, C#, #fff, #12a, @, @ x, HIGH-5",
      "a@example.org, C#, #fff, #12a, @, @ x, HIGH-5"
    ),
  ])
  func callsOfOthersAreCode(text: String, expected: String) {
    #expect(paragraph("In \(text)") == "In " + expected)
  }

  /// Signs that would close a heading are part of it.
  @Test(arguments: [
    ("C#", "# C#"), ("Learn C #", "# Learn C \\#"), ("##", "# \\##"), ("Cuts", "# Cuts"),
  ])
  func headings(title: String, expected: String) {
    #expect(markdown(Document(title: Prose(title))) == expected + "\n")
  }

  private func paragraph(_ prose: Prose) -> String {
    let text = markdown(Document(title: "T", lead: [.paragraph(prose)]))
    return String(text.dropFirst("# T\n\n".count).dropLast())
  }
}
