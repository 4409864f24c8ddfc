import PlanSyntax
import PlanText
import Testing

@Suite struct RendererTests {
  private static let code = DiagnosticCode("E9999")

  private static func span(_ source: SourceText, _ text: String) -> Span {
    let all = Array(source.bytes)
    let wanted = Array(text.utf8)
    let start = all.indices.first { all[$0...].starts(with: wanted) } ?? 0
    let range = TextRange(start: Int32(start), end: Int32(start + wanted.count))
    return Span(file: source.file, range: range)
  }

  @Test func everyPart() {
    let first = SourceText(
      file: FileID(raw: 0), path: "a.plan", bytes: Array("one two\n\n\nthree two\n".utf8))
    let second = SourceText(
      file: FileID(raw: 1), path: "b.plan", bytes: Array("elsewhere".utf8))
    let diagnostic = Diagnostic(
      Self.code, "something", at: Self.span(first, "three"), label: "here",
      secondary: [
        .init(Self.span(second, "else"), "and there"), .init(Self.span(first, "two"), "first"),
      ], notes: ["because"], helps: ["two\nlines"],
      fixes: [.init("mend it", safety: .safe, edits: [])])
    #expect(
      DiagnosticRenderer([first, second]).render([diagnostic]) == """
        error[E9999]: something
         --> a.plan:4:1
          |
        1 | one two
          |     --- first
        ...
        4 | three two
          | ^^^^^ here
         ::: b.plan:1:1
          |
        1 | elsewhere
          | ---- and there
          |
          = note: because
          = help: two
                  lines
          = fix: mend it

        """)
  }

  @Test(arguments: [
    ("\tx y", "y", "    x y", 6),
    ("日本 y", "y", "日本 y", 5),
    ("日本 y", "本", "日本 y", 2),
    ("e\u{301} y", "y", "e\u{301} y", 2),
    ("🚀 y", "y", "🚀 y", 3),
    ("\u{1B}[31m y", "y", "�[31m y", 6),
    ("\u{202E}x y", "y", "�x y", 3),
  ])
  func marksStandBelow(line: String, marked: String, shown: String, column: Int) {
    let source = SourceText(line)
    let diagnostic = Diagnostic(Self.code, "h", at: Self.span(source, marked), label: "")
    let lines = DiagnosticRenderer([source]).render(diagnostic).split(separator: "\n")
    let marks = marked == "本" ? "^^" : "^"
    #expect(lines[3] == "1 | \(shown)")
    #expect(lines[4] == "  | \(String(repeating: " ", count: column))\(marks)")
  }

  private static func rendered(_ diagnostic: Diagnostic, _ source: SourceText, width: Int) -> String
  {
    DiagnosticRenderer([source], width: width).render(diagnostic)
  }

  @Test func aNarrowTerminalIsFilledAndNotOverrun() {
    let source = SourceText("one two three four five six seven eight nine ten eleven twelve 日本")
    let diagnostic = Diagnostic(
      Self.code, "a headline that is longer than the terminal is wide",
      at: Self.span(source, "nine"), label: "a label that is too long to stand beside",
      notes: ["because it is longer than the terminal is wide, and says so"],
      helps: ["make\nit shorter"])
    let text = Self.rendered(diagnostic, source, width: 44)
    #expect(
      text == """
        error[E9999]: a headline that is longer than
                      the terminal is wide
         --> test.plan:1:41
          |
        1 | …six seven eight nine ten eleven twelve…
          |                  ^^^^
          | a label that is too long to stand beside
          |
          = note: because it is longer than the
                  terminal is wide, and says so
          = help: make
                  it shorter

        """)
  }

  /// The piece that is shown is measured in columns, and broken between characters.
  @Test(arguments: [40, 43, 57, 80])
  func aLineOfWideCharactersIsCutBetweenThem(width: Int) {
    let source = SourceText(
      String(repeating: "日本e\u{301}👨‍👩‍👧", count: 40) + "x!" + String(repeating: "語", count: 60))
    let text = Self.rendered(
      Diagnostic(Self.code, "h", at: Self.span(source, "x"), label: "here"), source, width: width)
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { textWidth($0) <= width }, "\(text)")
    let shown = lines[3].prefix { $0 != "x" }
    let marks = lines[4].prefix { $0 != "^" }
    #expect(textWidth(shown) == textWidth(marks), "\(text)")
  }

  @Test func aLineOfMegabytesIsShownInPart() {
    let source = SourceText(String(repeating: "日", count: 1_000_000) + "x")
    let text = DiagnosticRenderer([source]).render(
      Diagnostic(Self.code, "h", at: Self.span(source, "x"), label: ""))
    #expect(text.count < 300)
    #expect(text.contains("日x"))
  }

  @Test func colours() {
    let source = SourceText("abc")
    let diagnostic = Diagnostic(
      DiagnosticCode("W9999"), "careful", at: Self.span(source, "b"), label: "this")
    #expect(
      DiagnosticRenderer([source], style: .ansi).render(diagnostic) == """
        \u{1B}[1;33mwarning[W9999]\u{1B}[0m\u{1B}[1m: careful\u{1B}[0m
         \u{1B}[1;34m--> \u{1B}[0mtest.plan:1:2
          \u{1B}[1;34m|\u{1B}[0m
        \u{1B}[1;34m1 |\u{1B}[0m abc
          \u{1B}[1;34m|\u{1B}[0m  \u{1B}[1;33m^ this\u{1B}[0m

        """)
  }

  @Test func aMistakeWithoutAPlaceHasNoExcerpt() {
    let diagnostic = Diagnostic(withoutPlace: Self.code, "no such file", helps: ["look"])
    #expect(
      DiagnosticRenderer([]).render(diagnostic) == "error[E9999]: no such file\n  = help: look\n")
  }

  @Test func sortedAndToldOnce() {
    let source = SourceText("abc")
    let late = Diagnostic(Self.code, "late", at: Self.span(source, "c"), label: "")
    let early = Diagnostic(DiagnosticCode("E9998"), "early", at: Self.span(source, "a"), label: "")
    let nowhere = Diagnostic(withoutPlace: Self.code, "nowhere", helps: [])
    #expect(
      [late, early, late, nowhere].inOrder().map(\.headline) == ["nowhere", "early", "late"])
  }

  @Test func aSpanOverLinesIsMarkedOnItsFirst() {
    let source = SourceText("ab\ncd")
    let span = Span(file: source.file, range: TextRange(start: 1, end: 4))
    let text = DiagnosticRenderer([source]).render(Diagnostic(Self.code, "h", at: span, label: ""))
    #expect(text.hasSuffix("1 | ab\n  |  ^\n"))
  }

  @Test func aSpanBesideTheFileIsNoCrash() {
    let source = SourceText("ab")
    let span = Span(file: source.file, range: TextRange(start: 70, end: -4))
    let text = DiagnosticRenderer([source]).render(Diagnostic(Self.code, "h", at: span, label: ""))
    #expect(text.contains("test.plan:1:3"))
  }
}

@Suite struct SuggestionTests {
  private static let names = [
    "platform", "payments", "residency", "leave_legacy_db", "fast_ci", "slow_ci", "web",
  ]

  @Test(arguments: [
    ("platfrom", ["platform"]), ("Platform", ["platform"]), ("residenci", ["residency"]),
    ("fast_ic", ["fast_ci"]), ("leave_legacy", ["leave_legacy_db"]), ("wbe", ["web"]),
    ("unrelated", []), ("", []), ("platform", []),
  ])
  func nearest(word: String, expected: [String]) {
    #expect(suggestions(for: word, among: Self.names) == expected)
  }

  @Test func atMostThreeNearestFirstThenByName() {
    let found = suggestions(
      for: "team_a", among: ["team_d", "team_bb", "team_c", "team_b", "team"])
    #expect(found == ["team_b", "team_c", "team_d"])
  }

  @Test func longWordsAreLeftAlone() {
    let long = String(repeating: "a", count: 100_000)
    #expect(suggestions(for: long, among: [long + "b"]).isEmpty)
  }
}
