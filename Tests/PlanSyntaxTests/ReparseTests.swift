import Invariants
import PlanSyntax
import TestSupport
import Testing

/// Parsing again after an edit gives what parsing afresh gives, whatever the edit.
@Suite struct ReparseTests {
  /// Pieces that open, close and separate things, and some that are nothing.
  private static let pieces = [
    "{", "}", "(", ")", "[", "]", ",", ":", "\n", "\n\n", " ", "\"", "\"\"\"", "\\(", "#", "a",
    "team", "if true ", "else", "4,000", "a-b-c", "(a, b) =>", "(a, b, c", "2026-07", "-", "//",
    "'x'", "é", "\u{FEFF}", "\r\n", "let x = 1\n", "a { b: 1 }\n", "print ", "x: 5 +", "}}",
  ]

  /// Thousands of edits, one behind the other, on every text there is.
  @Test(arguments: Corpus.all)
  func editsOfEveryText(of each: Corpus.Text) {
    var random = SeededRandom(each.name.utf8.count)
    var parsed = parse(testSource(each.bytes))
    for round in 0..<30 {
      // Most edits go on from the last; now and then the text begins again, before it is all mistakes.
      if round.isMultiple(of: 6) { parsed = parse(testSource(each.bytes)) }
      let edit = Self.edit(of: parsed.tree.source.bytes, &random)
      let before = String(decoding: parsed.tree.source.bytes, as: UTF8.self)
      let (next, violations) = reparsed(parsed, after: edit)
      #expect(violations.isEmpty, "\(each.name)\n\(edit)\n\(before)")
      parsed = next
    }
  }

  private static func edit(of bytes: [UInt8], _ random: inout SeededRandom) -> SourceEdit {
    let start = Int.random(in: 0...bytes.count, using: &random)
    let reach = random.pick([0, 0, 0, 1, 1, 3, 20, 200])
    let end = min(bytes.count, start + reach)
    var replacement: [UInt8] = []
    switch Int.random(in: 0..<4, using: &random) {
    case 0: break
    case 1:
      let other = Int.random(in: 0...bytes.count, using: &random)
      replacement = Array(bytes[other..<min(bytes.count, other + 40)])
    default: replacement = Array(random.pick(pieces).utf8)
    }
    return SourceEdit(TextRange(start: Int32(start), end: Int32(end)), replacement)
  }

  /// Mistakes that reach from one statement into the next, at the place where they are taken apart.
  @Test(arguments: [
    ("a: 1\nx: (b\nc\nd\n", "e: 1\n", "=> 2"), ("a: 1\nb\n", ": 2\n", "c"),
    ("a: 1 +\n", "b: 2\n", "c"), ("a: 1\nx a-b\n", "-c: 2\n", "d"), ("}\n", "}\n", "{"),
    ("a \"b\n", "c: 1\n", "\""), ("if a { }\n", "else { }\n", "x\n"), ("a: 4\n", ",000\n", "1"),
  ])
  func mistakesAcrossStatements(first: String, second: String, piece: String) {
    let frame = "language: 1\nteam t { people: 3 }\n"
    let text = Array((frame + first + second + frame).utf8)
    let place = Int32((frame + first).utf8.count)
    for offset in -3...3 {
      let start = place + Int32(offset)
      for end in [start, start + 1] {
        let edit = SourceEdit(TextRange(start: start, end: end), Array(piece.utf8))
        let (_, violations) = reparsed(parse(testSource(text)), after: edit)
        #expect(violations.isEmpty, "\(first)\(second) with \(edit)")
      }
    }
  }

  /// A keystroke in a long file has a few statements read, wherever it is and whatever else is wrong.
  @Test(arguments: [0, 1, 500, 998, 999])
  func aKeystrokeReadsLittle(statement: Int) {
    let lines = (0..<1_000).map { index in
      index.isMultiple(of: 100) ? "x: 4,000 = \"open\n" : "team t\(index) { people: 3 }  # why\n"
    }
    let parsed = parse(testSource(Array(lines.joined().utf8)))
    let place = Int32(lines[..<statement].joined().utf8.count + 3)
    for (range, typed) in [(place..<place, "y"), (place..<place + 1, ""), (place..<place, "\n")] {
      let edit = SourceEdit(
        TextRange(start: range.lowerBound, end: range.upperBound), Array(typed.utf8))
      let (again, violations) = reparsed(parsed, after: edit)
      #expect(violations.isEmpty)
      #expect(parsed.tokensRead == parsed.tree.tokenCount)
      #expect(again.tokensRead < 60, "\(again.tokensRead) tokens for \(edit)")
    }
  }

  @Test func anEditBeyondTheFileIsTakenAsFarAsItGoes() {
    let parsed = parse(SourceText("a: 1\n"))
    let edit = SourceEdit(TextRange(start: 3, end: 90), Array("2".utf8))
    #expect(reparse(parsed, after: edit).tree.source.bytes == Array("a: 2".utf8))
  }
}
