import PlanSyntax
import TestSupport
import Testing

/// Input that nobody wrote on purpose, or somebody did: one diagnostic, no crash, no hang.
@Suite struct BadInputTests {
  @Test(
    arguments: [
      ("team a {\n", "E0901"), ("a: [", "E0901"), ("a: (", "E0901"), ("a: -", "E0901"),
      ("a: not ", "E0901"), ("a: f(", "E0901"), ("a: { b: ", "E0901"), ("a: if ", "E0901"),
      ("{", "E0901"), ("a: \"\\(", "E0901"), ("if a {} else ", "E0901"), ("a: b => ", "E0901"),
      ("a: b of ", "E0901"),
    ])
  func aHundredThousandLevels(opening: String, code: String) {
    let (first, rest) = Self.split(opening)
    let text = first + String(repeating: rest, count: 100_000)
    let result = parse(SourceText(text))
    expectWhole(result)
    #expect(result.diagnostics.map(\.code.text) == [code])
    #expect(!result.isReadable)
  }

  /// `a: [` is `a: ` once and `[` many times; what does not begin with `a: ` is repeated whole.
  private static func split(_ opening: String) -> (String, String) {
    opening.hasPrefix("a: ") ? ("a: ", String(opening.dropFirst(3))) : ("", opening)
  }

  @Test(arguments: ["1 + ", "a.", "1..", "a ?? "])
  func chainsOfAHundredThousand(link: String) {
    let result = parse(SourceText("a: " + String(repeating: link, count: 100_000) + "b"))
    expectWhole(result)
    #expect(result.diagnostics.map(\.code.text) == ["E0902"])
  }

  @Test func aThousandTermsAreFine() {
    let result = parse(SourceText("a: 1" + String(repeating: " + 1", count: 900)))
    #expect(result.diagnostics.isEmpty)
    guard case .binary = result.tree.file.items.first?.value else {
      Issue.record("no sum")
      return
    }
  }

  @Test(arguments: ["}", ")", "]", ",", ":", "\"", "\\(", "@", "-", "=", "'", "\u{0}", "else "])
  func aHundredThousandOf(token: String) {
    let result = parse(SourceText(String(repeating: token, count: 100_000)))
    expectWhole(result)
    #expect(result.diagnostics.count <= 3)
  }

  @Test func manyLinesOfJunkAreCounted() {
    let result = parse(SourceText(String(repeating: "1 2\n", count: 50_000)))
    #expect(result.diagnostics.count == 10_000)
    let text = DiagnosticRenderer([result.tree.source]).render(result.diagnostics)
    #expect(text.hasSuffix("\nand 9900 more errors\n"))
  }

  @Test func oneLineOfAMegabyteIsCut() {
    let long = String(repeating: "a, ", count: 300_000)
    let result = parse(SourceText("x: [\(long)b c, \(long)]"))
    #expect(
      DiagnosticRenderer([result.tree.source]).render(result.diagnostics) == """
        error[E0132]: nothing separates `c` from the value before it
         --> test.plan:1:900007
          |
        1 | …, a, a, a, a, a, a, a, a, a, a, a, a, b c, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a,…
          |                                          ^ expected a comma before this
          |
          = fix: insert a comma

        """)
  }

  @Test func latin1() {
    let bytes = Array("team a { why: \"caf".utf8) + [0xE9] + Array("\", x: 1 2 }\n".utf8)
    let source = SourceText(file: FileID(raw: 0), path: "old.plan", bytes: bytes)
    let result = parse(source)
    expectWhole(result)
    #expect(
      DiagnosticRenderer([source]).render(result.diagnostics) == """
        error[E0001]: the file is not UTF-8 text
         --> old.plan:1:19
          |
        1 | team a { why: "caf�", x: 1 2 }
          |                   ^ the byte 0xE9 begins or ends no character
          |
          = help: save the file as UTF-8; a plan is plain text, not a document or an archive

        """)
  }

  @Test(arguments: [
    [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80],
    [0xFF, 0xFE, 0x74, 0x00],
  ])
  func brokenEncodings(bytes: [UInt8]) {
    let source = SourceText(file: FileID(raw: 0), path: "x.plan", bytes: bytes)
    let result = parse(source)
    expectWhole(result)
    #expect(result.diagnostics.map(\.code.text) == ["E0001"])
    #expect(!result.isReadable)
    #expect(result.diagnostics.first?.span?.range.start == 0)
  }

  @Test(arguments: [("", false), ("# none\n", false), ("a", true), ("a {", true), ("\"", true)])
  func readable(text: String, expected: Bool) {
    #expect(parse(SourceText(text)).isReadable == expected)
  }

  @Test func aMarkAndCarriageReturnsAreFine() {
    let text = "\u{FEFF}language: 1\r\n\r\nteam a {\r\n\tpeople: 6 # heads\r\n}\r\n"
    let result = assertParses(text)
    #expect(result.diagnostics.isEmpty)
    #expect(result.tree.file.items.map(\.word.text) == ["language", "team"])
  }

  @Test(arguments: 0..<40)
  func anyBytes(seed: Int) {
    var random = SeededRandom(seed)
    let count = Int.random(in: 0..<600, using: &random)
    let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    expectWhole(parse(SourceText(file: FileID(raw: 0), path: "x.plan", bytes: bytes)))
  }

  /// Tokens in any order, which get further into the parser than bytes do.
  @Test(arguments: 0..<200)
  func anyTokens(seed: Int) {
    var random = SeededRandom(seed)
    let words = [
      "team", "a", "if", "then", "else", "for", "in", "let", "fn", "template", "import", "print",
      "add", "change", "drop", "where", "sort", "by", "group", "take", "show", "as", "not", "and",
      "of", "true", "none", "{", "}", "{", "}", "[", "]", "(", ")", ",", ":", "=", "=>", "->", "..",
      ".", "@", "??", "==", "<", "+", "-", "*", "/", "\"", "\"x\"", "\"\\(", "\\(", "\"\"\"", "3",
      "$4k/pw", "2026-07-01", "\n", "\n", "\n  ", " ", "#", "é", "$", "'",
    ]
    let count = Int.random(in: 0..<120, using: &random)
    var text = ""
    for _ in 0..<count {
      text += random.pick(words)
      if random.oneIn(2) { text += " " }
    }
    let result = parse(SourceText(text))
    expectWhole(result)
    // The views have to hold on any tree.
    _ = Self.outline(result.tree.file)
    _ = DiagnosticRenderer([result.tree.source], style: .ansi).render(result.diagnostics)
  }

  private static func outline(_ body: Body) -> String {
    body.statements.map { "\($0)" }.joined(separator: "\n")
  }
}
