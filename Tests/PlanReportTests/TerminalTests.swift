import PlanReport
import Testing

@Suite struct TerminalTests {
  @Test func paragraphsWrapAndFiguresStayWhole() {
    let prose: Prose = """
      One line of forty columns and a date: \(figure: "15 Jan 2027"), after which there is more.
      """
    #expect(
      body([.paragraph(prose)], width: 48) == """
        One line of forty columns and a date:
        15 Jan 2027, after which there is more.
        """)
  }

  @Test func listsAndCalloutsHang() {
    let blocks: [Block] = [
      .list(["a first item that is longer than a line of forty", "second"]),
      .callout("a warning that is longer than a line of forty columns"),
    ]
    #expect(
      body(blocks, width: 40) == """
        • a first item that is longer than a
          line of forty
        • second

        │ a warning that is longer than a line
        │ of forty columns
        """)
  }

  @Test func tablesFitByWrappingTheWidestCells() {
    let table = Table(
      columns: [Table.Column("Initiative"), Table.Column("Why"), Table.Column("Cost", .trailing)],
      rows: [
        ["Search", "found no place in this schedule, nor in the last one", "$3"],
        ["Invoices", "no", "$1.25M"],
      ])
    #expect(
      body([.table(table)], width: 42) == """
        Initiative  Why                       Cost
        ──────────  ──────────────────────  ──────
        Search      found no place in this      $3
                    schedule, nor in the
                    last one

        Invoices    no                      $1.25M
        """)
  }

  @Test func noLineIsWiderThanTheTerminal() {
    let long = String(repeating: "long", count: 30)
    let table = Table(
      columns: (0..<6).map { Table.Column(Prose("Column \($0)")) },
      rows: [Array(repeating: Prose(long), count: 6)])
    let text = body([.table(table), .paragraph(Prose(long)), .list([Prose(long)])], width: 60)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 60 })
    // Nothing is lost by breaking.
    let letters = text.filter { $0 == "g" }.count
    #expect(letters == 30 * 8)
  }

  @Test func wideCharactersTakeTwoColumns() {
    let table = Table(
      columns: [Table.Column("名"), Table.Column("x")],
      rows: [["日本語", "a"], ["🚀 go", "b"], ["e\u{301}te\u{301}", "c"]])
    #expect(
      body([.table(table)], width: 40) == """
        名      x
        ──────  ─
        日本語  a
        🚀 go   b
        e\u{301}te\u{301}     c
        """)
  }

  @Test func userTextCannotSteerTheTerminal() {
    let text = body([.paragraph("a\u{1B}[31mb\u{7}c\u{9}d")], width: 40)
    #expect(text == "a\u{FFFD}[31mb\u{FFFD}c d")
  }

  @Test func colourIsOnlyForThoseWhoAsk() {
    let document = Document(title: "T", lead: [.paragraph("a \(strong: "b")")])
    #expect(!terminal(document).contains("\u{1B}"))
    let coloured = terminal(document, TerminalStyle(width: 80, isColored: true))
    #expect(coloured.contains("a \u{1B}[1mb\u{1B}[0m"))
  }

  private func body(_ blocks: [Block], width: Int) -> String {
    let document = Document(title: "T", lead: blocks)
    return String(
      terminal(document, TerminalStyle(width: width)).dropFirst("T\n═\n\n".count).dropLast())
  }
}
