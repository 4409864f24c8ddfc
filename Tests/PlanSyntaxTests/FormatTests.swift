import Invariants
import PlanSyntax
import TestSupport
import Testing

/// What holds of every layout, on every plan, on every case, and on each of them with a token lost or doubled.
@Suite struct FormatTests {
  static let plans = Repository.files(below: "Plans", ending: ".plan")

  @Test(arguments: plans)
  func plansKeepTheirMeaning(file: String) throws {
    expectFaithful(try Repository.bytes(file))
  }

  @Test func casesKeepTheirMeaningWhateverIsLost() throws {
    #expect(Corpus.cases.count > 100)
    for each in Corpus.cases {
      let bytes = each.bytes
      expectFaithful(bytes)
      let tree = parse(source(bytes)).tree
      let step = max(1, tree.tokenCount / 20)
      for index in stride(from: 0, to: tree.tokenCount - 1, by: step) {
        let range = tree.token(index).range
        let (start, end) = (Int(range.start), Int(range.end))
        expectFaithful(Array(bytes[..<start] + bytes[end...]))
        expectFaithful(Array(bytes[..<end] + bytes[start..<end] + bytes[end...]))
      }
    }
  }

  @Test(arguments: [
    ("fn  rice (i)=i.a*-2", "fn rice(i) = i.a * -2\n"),
    ("a: f (1)\nb: \"t\"( 1 ),c:2026-07(2)", "a: f (1)\nb: \"t\"(1), c: 2026-07(2)\n"),
    ("a: 1pw .. 2pw  @80%# why", "a: 1pw..2pw @ 80%  # why\n"),
    ("c{a:1,\n b:[1,2],, }", "c {\n  a: 1\n  b: [1, 2]\n}\n"),
    ("c { a: 1, b: 2 }", "c { a: 1, b: 2 }\n"),
    ("c {due-date:1 ,t-shirt  size: a-b }", "c { due-date: 1, t-shirt size: a - b }\n"),
    ("\u{FEFF}a: 1\r\n\r\n\r\n\tb: 2  \r\n", "a: 1\n\nb: 2\n"),
    ("c {\n\n  a: 1\n\n}", "c {\n  a: 1\n}\n"),
    ("a: \"\"\"\n   x  \n\n\n \"\"\"", "a: \"\"\"\n   x  \n\n\n \"\"\"\n"),
  ])
  func layouts(text: String, expected: String) {
    let actual = format(parse(source(Array(text.utf8))))
    #expect(String(decoding: actual, as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("a show {\n  b: c  # why\n  d: [1,\n 2]\n}", "a show { b: c, d: [1, 2] }"),
    ("a\n  + b {\n c: 1,\n\n d: 2 }", "a + b { c: 1, d: 2 }"),
    ("x.y(1)", "x.y(1)"), ("\"\"\"\n a\n b\n\"\"\"", "\"\"\" a  b\"\"\""),
  ])
  func onOneLine(text: String, expected: String) {
    let source = source(Array(text.utf8))
    let range = TextRange(start: 0, end: Int32(text.utf8.count))
    #expect(source.onOneLine(range) == expected)
  }

  @Test func aFileOfCommentsHasALayoutToo() {
    #expect(format(parse(source(Array("#a \r\n\n\n#b".utf8)))) == Array("#a\n\n#b\n".utf8))
  }

  /// Found by fuzzing: the mistake at the end of a file without a line end would be told in other words behind one.
  @Test func aMistakeAtTheEndGetsNoLineEnd() {
    #expect(format(parse(source(Array("a:1\nlet".utf8)))) == Array("a: 1\nlet".utf8))
    #expect(format(parse(source(Array("a:1\nlet \n".utf8)))) == Array("a: 1\nlet\n".utf8))
  }

  @Test func aLineIsNotBrokenInAName() {
    let long = String(repeating: "x", count: 100)
    let text = "goal g_\\(f({ a: 1, \(long): 2 })) { by: 2027 }\n"
    let actual = format(parse(source(Array(text.utf8))))
    let expected = "goal g_\\(f({ a: 1, \(long): 2 })) {\n  by: 2027\n}\n"
    #expect(String(decoding: actual, as: UTF8.self) == expected)
  }

  /// A line is as long as it is wide: so many characters of two columns each are too long, so many letters with an accent of
  /// their own are not.
  @Test func aLineIsMeasuredInColumns() {
    let wide = "a { b: \"\(String(repeating: "本", count: 44))\", c: 1 }"
    let narrow = "a { b: \"\(String(repeating: "e\u{301}", count: 82))\", c: 1 }"
    let open = wide.replacing("{ ", with: "{\n  ").replacing(", ", with: "\n  ").replacing(
      " }", with: "\n}")
    for (text, expected) in [(wide, open), (narrow, narrow)] {
      let actual = format(parse(source(Array(text.utf8))))
      #expect(String(decoding: actual, as: UTF8.self) == expected + "\n")
    }
  }

  /// Found by fuzzing: the comma behind a block that is too long for its line goes, and hides nothing of the block.
  @Test func aBlockBeforeACommaIsOpenedToo() {
    let long = String(repeating: "x", count: 60)
    let text = "a { b { \(long): 3, c { dddddddddd: 1, lasts: 3mo } }, e { f: 1 } }"
    let expected = """
      a {
        b {
          \(long): 3
          c { dddddddddd: 1, lasts: 3mo }
        }
        e { f: 1 }
      }

      """
    #expect(String(decoding: format(parse(source(Array(text.utf8)))), as: UTF8.self) == expected)
    expectFaithful(Array(text.utf8))
  }

  /// What the parser could not read stays byte for byte, and with it what shares a line with that: an open text silences
  /// the mistakes beside it, which would be told if they came to stand on lines of their own.
  @Test(arguments: [
    "team a {  people :: 6 }",
    "a: 4,000,  b,c:0,earch\" { team: web, people: 8, load : 70%, kind: bet, why:  x, x: 1, y: 2",
    "a: 4,000,  b\n{c:0}, earch\" { team: web, initiative$3,003,000/week, people:dependenci=s 3 }",
    "team a { people :6 }, x { b: \"c",
    "plan {\n  start :2026-07-01\n}, x: \"c",
    "team a {people:6}, i:,o  p:6", "i:\n, o:6", "i:,", "#\n,}", "# c\r\n, }",
  ])
  func whatIsWrongStaysAsItIs(wrong: String) {
    let bytes = Array("a:1\n\(wrong)\nb:2\n".utf8)
    let actual = format(parse(source(bytes)))
    #expect(String(decoding: actual, as: UTF8.self) == "a: 1\n\(wrong)\nb: 2\n")
    expectFaithful(bytes)
  }

  /// Found by fuzzing: where a missing brace was meant is guessed by the indentation of all lines, also of those without a
  /// mistake, so a layout that has another guess is none.
  @Test(arguments: [
    "g\"\"{\nf} {\nprint(3)", "c\\(m)\"\":(m){\n|{\no",
  ])
  func aFileWhoseGuessWouldChangeStays(text: String) {
    let bytes = Array(text.utf8)
    #expect(String(decoding: format(parse(source(bytes))), as: UTF8.self) == text)
    expectFaithful(bytes)
    #expect(formatThenCheckViolations(of: bytes).isEmpty)
  }

  @Test(arguments: [
    ("a:1\nteam a {\n  people:6\nb:2\n", "a: 1\nteam a {\n  people:6\nb: 2\n"),
    ("y\"\"{\nb,\"\"\n\"\nr\n\"", "y \"\" {\nb,\"\"\n\"\n  r\n\""),
  ])
  func aFileThatLacksABraceIsLaidOutWhereTheGuessStays(text: String, expected: String) {
    let bytes = Array(text.utf8)
    #expect(String(decoding: format(parse(source(bytes))), as: UTF8.self) == expected)
    expectFaithful(bytes)
    #expect(formatThenCheckViolations(of: bytes).isEmpty)
  }

  private func expectFaithful(
    _ bytes: [UInt8], location: SourceLocation = #_sourceLocation
  ) {
    let found = formatViolations(of: bytes)
    #expect(
      found.isEmpty, "\(String(decoding: bytes, as: UTF8.self))", sourceLocation: location)
  }

  private func source(_ bytes: [UInt8]) -> SourceText {
    SourceText(file: FileID(raw: 0), path: "test.plan", bytes: bytes)
  }
}
