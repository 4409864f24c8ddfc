import PlanSyntax
import TestSupport
import Testing

/// What the typed views give, told back as text.
@Suite struct ViewTests {
  @Test(arguments: [
    ("people: 6", "people = 6"),
    ("team platform \"Platform\" { people: 6 }", "team platform \"Platform\" { people = 6 }"),
    ("metric arr \"ARR\": $0 -> $4M", "metric arr \"ARR\" = (-> $0 $4M)"),
    ("why: \"text\"", "why = \"text\""),
    ("x \"label\": \"value\"", "x \"label\" = \"value\""),
    ("deadline: 2027-01-15 { costs: $1.2M }", "deadline = 2027-01-15 { costs = $1.2M }"),
    ("goal g_\\(m) \"In \\(m + 1)\"", "goal g_\\(m) \"In \\((+ m 1))\""),
    ("let a = 1", "let a = 1"),
    ("fn f(a, b) = a", "fn f(a b) = a"),
    ("template initiative launch(m) { x: m }", "template initiative launch(m) { x = m }"),
    ("for m in [1, 2] { g }", "for m in [1 2] { g }"),
    ("if a { b } else if c { d } else { e }", "if a { b } else if c { d } else { e }"),
    ("import \"a.plan\" as a", "import \"a.plan\" as a"),
    ("print a", "print a"),
    ("add x y { z }", "add x y { z }"),
    ("change a.b.in { c }", "change a.b.in { c }"),
    ("drop a", "drop a"),
  ])
  func statement(source: String, expected: String) {
    let result = assertParses(source)
    #expect(result.diagnostics.isEmpty)
    #expect(result.tree.file.statements.map { Outline.text($0) } == [expected])
  }

  @Test(arguments: [
    ("1 + 2 * 3", "(+ 1 (* 2 3))"),
    ("(1 + 2) * 3", "(* (paren (+ 1 2)) 3)"),
    ("3pw..5pw..10pw @ 80%", "(@ (.. (.. 3pw 5pw) 10pw) 80%)"),
    ("-a of b", "(- (of a b))"),
    ("a of b of c", "(of a (of b c))"),
    ("a - b - c", "(- (- a b) c)"),
    ("not a == b and c", "(and (not (== a b)) c)"),
    ("a ?? 0 < b", "(< (?? a 0) b)"),
    ("f(1)(2).c", "(member (call (call f 1) 2) c)"),
    ("{ a: 1, b: [none, true] }", "{a: 1, b: [none true]}"),
    ("map(x, i => i.y)", "(call map x (i => (member i y)))"),
    ("f((a, b) => a)", "(call f (a b => a))"),
    ("if a then b else c", "(if a b c)"),
    (
      "xs as x where x.a sort by b desc group by c take 5 show [d]",
      "(query xs as x, where (member x a), sort b desc, group c, take 5, show [d])"
    ),
    ("\"a\\n\\\"\\\\\\u{41}\"", "\"a\n\"\\A\""),
    ("\"\"", "\"\""),
  ])
  func expression(source: String, expected: String) {
    let result = assertParses("x: " + source)
    #expect(result.diagnostics.isEmpty)
    #expect(result.tree.file.items.first?.value.map { Outline.text($0) } == expected)
  }

  @Test(arguments: [
    ("3", "- 3 - -"), ("4_000", "- 4_000 - -"), ("40k", "- 40 k -"), ("2.5M", "- 2.5 M -"),
    ("70%", "- 70 % -"), ("1.5pm", "- 1.5 pm -"), ("$4k/pw", "$ 4 k pw"), ("€2M", "€ 2 M -"),
    ("40k CHF", "CHF 40 k -"), ("40k CHF/week", "CHF 40 k week"), ("8/day", "- 8 - day"),
    ("20%/year", "- 20 % year"), ("2h30m", "- 2 h30m -"),
  ])
  func quantity(source: String, expected: String) {
    let value = assertParses("x: " + source).tree.file.items.first?.value
    guard case .quantity(let quantity) = value else {
      Issue.record("`\(source)` is no quantity")
      return
    }
    let suffix = quantity.suffix.isEmpty ? "-" : quantity.suffix
    let parts = [quantity.currency ?? "-", quantity.digits, suffix, quantity.per ?? "-"]
    #expect(parts.joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("\"\"\"\n  two\n    \"lines\"\n  \"\"\"", "two\n  \"lines\""),
    ("\"\"\"\n  a\r\n\r\n  b\n  \"\"\"", "a\n\nb"),
    ("\"\"\"one line\"\"\"", "one line"),
    ("\"\"\"\n  \"\"\"", ""),
    ("\"\"\"\"\"\"", ""),
  ])
  func tripleQuotes(source: String, expected: String) {
    let value = assertParses("x: " + source).tree.file.items.first?.value
    guard case .text(let text) = value else {
      Issue.record("no text")
      return
    }
    #expect(text.plain == expected)
  }

  @Test func tripleQuotesWithInterpolation() {
    let value = assertParses("x: \"\"\"\n  a \\(b)\n    c\n  \"\"\"").tree.file.items.first?.value
    #expect(value.map { Outline.text($0) } == "\"a \\(b)\n  c\"")
  }

  @Test func brokenPartsArePoison() {
    let result = assertParses("a: \nb: 1 +\nc: { d: }\n3: 4\ne: f(")
    #expect(
      result.tree.file.statements.map { Outline.text($0) }
        == ["a = ?", "b = (+ 1 ?)", "c = {d: ?}", "e = (call f)"])
  }

  @Test func placesAreExact() {
    let item = assertParses("team a \"A\": 1 # c\n").tree.file.items.first
    #expect(item?.syntax.text == "team a \"A\": 1")
    #expect(item?.name?.plain?.text == "a")
    #expect(item?.label?.range == TextRange(start: 7, end: 10))
    #expect(item?.value?.range == TextRange(start: 12, end: 13))
    let header = assertParses("team a \"A\" {\n}").tree.file.items.first?.headerSpan.range
    #expect(header == TextRange(start: 0, end: 10))
  }
}
