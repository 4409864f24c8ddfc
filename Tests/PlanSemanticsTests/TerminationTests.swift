internal import PlanSemantics
internal import PlanSyntax
internal import Testing

/// Every plan halts, whatever it tries.
@Suite struct TerminationTests {
  /// Each is refused with the one thing that is wrong with it.
  @Test(arguments: [
    // For ever.
    ("fn f(x) = f(x)\nprint f(1)", "E0341"),
    ("fn f(x) = if x > 0 then f(x - 1) else 0\nprint f(1)", "E0341"),
    ("fn f(x) = map(x, y => g(y))\nfn g(x) = f([x])\nprint g(1)", "E0341"),
    ("fn f(x) = count(initiatives where g(it) > 0)\nfn g(x) = \"\\(f(x))\"\nprint g(1)", "E0341"),
    ("let a = f(1)\nfn f(x) = a + x\nprint a", "E0206"),
    ("let a = [b]\nlet b = { c: a }\nprint a", "E0206"),
    (
      "initiative i { }\nlet a = count(initiatives where effort > b)\nlet b = a * 1pw\nprint a",
      "E0206"
    ),
    ("initiative a { effort: f(a) }\nfn f(i) = i.effort * 2\nprint f(a)", "E0206"),
    ("initiative a { effort: sum(effort of initiatives) }", "E0206"),
    ("team t { people: count(teams where people > 3) }", "E0206"),
    // Growing for ever.
    ("fn d(x) = \"\\(x)\\(x)\"\n" + tower("d", 40) + "print d40(\"ha\")", "E0941"),
    ("fn d(x) = [x, x]\n" + tower("d", 60) + "print d60(1)", "E0940"),
    ("fn d(x) = { a: x, b: x }\n" + tower("d", 60) + "print d60(1)", "E0940"),
    ("fn d(x) = flatten([x, x])\n" + tower("d", 60) + "print d60([1])", "E0940"),
    ("fn d(x) = map(x, y => x)\n" + tower("d", 8) + "print d8(numbers(1, 9))", "E0940"),
    ("fn d(x) = x show { a: x, b: x }\n" + tower("d", 40) + "print d40([1, 2])", "E0940"),
    ("fn d(x) = join([x, x], x)\n" + tower("d", 60) + "print d60(\"ha\")", "E0941"),
    (
      "let big = join(map(numbers(1, 90000), n => \"0123456789\"), \"\")\nprint map(numbers(1, 90), n => big)",
      "E0940"
    ),
    ("print numbers(1, 1_000_001)", "E0940"),
    ("print numbers(-9_000_000_000_000_000_000, 9_000_000_000_000_000_000)", "E0940"),
    ("fn d(x) = x * x\n" + tower("d", 20) + "print d20(1000)", "E0322"),
    ("print 2026-07-01 + 99_999_999d", "E0327"),
    // Nesting for ever.
    ((1...2_000).map { "let v\($0) = [v\($0 - 1)]\n" }.joined() + "let v0 = 1\nprint v1", "E0942"),
    ((1...2_000).map { "let v\($0) = { a: v\($0 - 1) }\n" }.joined() + "let v0 = 1", "E0942"),
    ("fn d(x) = [x]\n" + tower("d", 290) + "print d290(1)", "E0942"),
    (tower("f", 900, of: "x + 1") + "print f900(1)", "E0930"),
    (tower("f", 900, of: "x", around: "first([1, 2] sort by -CALL)") + "print f900(1)", "E0930"),
    (tower("f", 900, of: "x", around: "sum(map([x], y => CALL))") + "print f900(1)", "E0930"),
    (tower("f", 900, of: "x", around: "if CALL > 0 then 1 else 2") + "print f900(1)", "E0930"),
  ])
  func isRefused(source: String, code: String) {
    let found = problems(source)
    #expect(found.count == 1, "\(found)")
    #expect(found.allSatisfy { $0.contains(" \(code) ") }, "\(found)")
  }

  /// What takes too long is stopped by counting, whatever it is made of.
  @Test(arguments: [
    tower("d", 40, of: "x", around: "CALL + CALL") + "print d40(1)",
    tower("d", 40, of: "x", around: "[CALL, CALL]") + "print d40(1)",
    "print map(numbers(1, 3000), a => map(numbers(1, 3000), b => a * b))",
    "let xs = numbers(1, 3000)\nprint count(xs where count(xs where it == 3) > 9)",
    "let xs = numbers(1, 3000)\nprint xs where it in xs and it in xs",
    "print map(numbers(1, 900), n => 2026-01-01 + 40000d)",
    "print map(numbers(1, 900), n => working_days(1900-01-01, 2199-01-01))",
    "let xs = numbers(1, 900)\nprint xs where xs == xs",
    "let xs = numbers(1, 900)\nprint xs where count(unique(xs)) == 3",
    "let xs = numbers(1, 900)\nprint xs where first(xs sort by it desc) == 3",
  ])
  func isStopped(source: String) throws {
    let lines = source.split(separator: "\n").map(String.init)
    let plan = ["language: 1", "plan { start: 2026-07-01 }"] + lines.dropLast()
    let (analysis, problems) = analysed(plan.joined(separator: "\n"))
    #expect(problems == [])
    let text = SourceText(
      file: FileID(raw: 9), path: "question", bytes: Array((lines.last ?? "").utf8))
    let expression = try #require(parseExpression(text).expression)
    let interpreter = try #require(analysis.interpreter)
    let question = interpreter.question(expression, in: text)
    let result = interpreter.evaluate(question, facts: nil, stepsMax: 20_000)
    #expect(result.diagnostics.map(\.code.text) == ["E0931"])
    #expect(result.value == .poison)
  }

  /// What is large and no larger than allowed has its value.
  @Test func whatFitsIsEvaluated() {
    let source = """
      fn d(x) = "\\(x)\\(x)"
      \(tower("d", 15))print d15("ha") == "ha"
      print count(numbers(1, 100_000))
      \(tower("f", 100, of: "x + 1"))print f100(1)
      """
    #expect(problems(source) == [])
  }
}

/// Functions `name0` to `name{height}`, each calling the one below it once, or as `around` says.
private func tower(
  _ name: String, _ height: Int, of base: String? = nil, around: String = "NEXT"
) -> String {
  let floor = "fn \(name)0(x) = \(base ?? "\(name)(x)")\n"
  return floor
    + (1...height).map { level in
      let call = "\(name)\(level - 1)(x)"
      let next = base == nil ? "\(name)(\(call))" : call
      let body = around == "NEXT" ? next : around.replacing("CALL", with: call)
      return "fn \(name)\(level)(x) = \(body)\n"
    }.joined()
}
