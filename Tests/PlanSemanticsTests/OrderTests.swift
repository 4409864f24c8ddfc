internal import PlanSemantics
internal import PlanSyntax
internal import TestSupport
internal import Testing

/// A plan means the same however its declarations are ordered and whatever they are called.
@Suite struct OrderTests {
  @Test(arguments: 0..<40) func orderAndNamesChangeNothing(_ seed: Int) throws {
    var random = SeededRandom(seed)
    let plan = ExpressionPlan(&random)
    let first = try values(of: plan.text(plan.declarations, named: "a"))
    #expect(first.contains { $0 != "none" })
    for round in 0..<3 {
      let shuffled = plan.declarations.shuffled(using: &random)
      #expect(try values(of: plan.text(shuffled, named: "a")) == first, "round \(round)")
    }
    #expect(try values(of: plan.text(plan.declarations, named: "zz_other")) == first)
  }

  /// The values of the questions, or what is wrong with them without its place.
  private func values(of source: String) throws -> [String] {
    let (analysis, problems) = analysed(source)
    let interpreter = try #require(analysis.interpreter)
    #expect(problems == [], Comment(rawValue: source))
    return interpreter.prints.map { question in
      let evaluation = interpreter.evaluate(question, facts: nil)
      let wrong = evaluation.diagnostics.map { "\($0.code.text) \($0.headline)" }
      return wrong.isEmpty ? evaluation.value.planText : wrong.joined(separator: "; ")
    }
  }
}

/// A plan of random `let`s, functions and blocks that need one another, with a question for each.
///
/// Names are written `@3`, so that a text may give them any.
private struct ExpressionPlan {
  private(set) var declarations: [String] = []
  private var questions: [String] = []
  private var numbers: [String] = []
  private var efforts: [String] = []
  private var functions: [String] = []
  private var count = 0

  init(_ random: inout SeededRandom) {
    declarations = [
      "plan { start: 2026-07-01 }",
      "field reach { for: initiative, type: number, default: 7 }",
    ]
    for _ in 0..<4 { addNumber(&random) }
    for _ in 0..<3 { addFunction(&random) }
    for _ in 0..<4 { addNumber(&random) }
    for _ in 0..<4 { addInitiative(&random) }
    for _ in 0..<4 { addNumber(&random) }
    for _ in 0..<3 { addQuestion(&random) }
  }

  /// All names begin with the prefix.
  func text(_ declarations: [String], named prefix: String) -> String {
    (["language: 1"] + declarations + questions.map { "print \($0)" }).joined(separator: "\n")
      .replacing("@", with: prefix) + "\n"
  }

  private mutating func newName() -> String {
    count += 1
    return "@\(count)"
  }

  private mutating func addNumber(_ random: inout SeededRandom) {
    let name = newName()
    declarations.append("let \(name) = \(number(depth: 3, &random))")
    numbers.append(name)
    questions.append(name)
  }

  private mutating func addFunction(_ random: inout SeededRandom) {
    let name = newName()
    numbers.append("x")
    let body = number(depth: 2, &random)
    numbers.removeLast()
    declarations.append("fn \(name)(x) = \(body) + x")
    functions.append(name)
  }

  private mutating func addInitiative(_ random: inout SeededRandom) {
    let name = newName()
    let effort = random.pick([
      "1pw..2pw..3pw", "\(Int.random(in: 1...9, using: &random))pw..20pw..30pw",
      efforts.isEmpty ? "2pw..3pw..9pw" : "\(random.pick(efforts)).effort * 2",
    ])
    let reach = random.oneIn(2) ? ", reach: \(number(depth: 2, &random))" : ""
    declarations.append("initiative \(name) { effort: \(effort)\(reach) }")
    efforts.append(name)
    questions.append("\(name).effort / 1pw")
    numbers.append("\(name).reach")
  }

  private mutating func addQuestion(_ random: inout SeededRandom) {
    let limit = Int.random(in: 1...12, using: &random)
    questions += [
      "sum(effort of initiatives where reach > \(number(depth: 1, &random)))",
      "count(initiatives as i where count(initiatives where reach < i.reach) < \(limit))",
      "max(reach of initiatives)", "sum(map(initiatives, i => i.reach * \(limit)))",
      "count(unique(reach of initiatives))",
      "median(effort of initiatives)",
    ]
  }

  private mutating func number(depth: Int, _ random: inout SeededRandom) -> String {
    guard depth > 0 else { return leaf(&random) }
    let left = number(depth: depth - 1, &random)
    let right = number(depth: depth - 1, &random)
    return switch Int.random(in: 0..<9, using: &random) {
    case 0: "(\(left) + \(right))"
    case 1: "(\(left) - \(right))"
    case 2: "round(\(left) * 3 / 7)"
    case 3: "(if \(left) > \(right) then \(left) else \(right))"
    case 4: "max(\(left), \(right))"
    case 5: "sum([\(left), none, \(right)] where it != none)"
    case 6: "({ p: \(left) }.p ?? \(right))"
    case 7 where !functions.isEmpty: "round(\(random.pick(functions))(\(left)) / 9)"
    default: leaf(&random)
    }
  }

  private func leaf(_ random: inout SeededRandom) -> String {
    numbers.isEmpty || random.oneIn(3)
      ? "\(Int.random(in: 0...99, using: &random))" : random.pick(numbers)
  }
}
