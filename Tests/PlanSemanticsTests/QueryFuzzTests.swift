internal import PlanModel
internal import PlanSemantics
internal import PlanSyntax
internal import TestSupport
internal import Testing

/// Whatever is asked has a value, a diagnostic or a need, and never two of them.
@Suite struct QueryFuzzTests {
  @Test(arguments: 0..<24) func anyQuestionIsAnswered(_ seed: Int) throws {
    var random = SeededRandom(seed)
    let (analysis, problems) = analysed(Self.plan)
    #expect(problems == [])
    let interpreter = try #require(analysis.interpreter)
    let plan = try #require(analysis.plan)
    let facts = Self.facts(of: plan)
    for _ in 0..<60 {
      let source = question(depth: 4, &random)
      let text = SourceText(file: FileID(raw: 7), path: "question", bytes: Array(source.utf8))
      guard let expression = parseExpression(text).expression else { continue }
      let asked = interpreter.question(expression, in: text)
      for known in [nil, facts] {
        let result = interpreter.evaluate(asked, facts: known, stepsMax: 200_000)
        let isPoison = result.value == .poison
        #expect(
          isPoison == (!result.diagnostics.isEmpty || result.need > .nothing),
          Comment(rawValue: source))
        #expect(known == nil || result.need == .nothing, Comment(rawValue: source))
        for diagnostic in result.diagnostics {
          #expect(diagnostic.headline.utf8.count < 400, Comment(rawValue: source))
          #expect(!diagnostic.headline.hasSuffix("."), Comment(rawValue: diagnostic.headline))
        }
        // The same question has the same answer.
        #expect(interpreter.evaluate(asked, facts: known, stepsMax: 200_000).value == result.value)
      }
    }
  }

  private static let plan = """
    language: 1
    plan { start: 2026-07-01, currency: USD }
    field reach { for: initiative, type: number, default: 3 }
    fn twice(x) = x * 2
    fn score(i) = i.reach * i.impact / (i.effort / 1pm)
    let limit = 3pw
    let late = initiatives where finish > 2026-08-01
    team platform { people: 4, skill db { people: 2 } }
    team web { people: 3 }
    goal europe { cost_of_delay: $5k/week, metric arr: $0 -> $4M }
    debt ci { tax: 1pd/week }
    initiative a "Alpha" { serves: europe, team: platform, effort: 2pw..3pw..6pw, impact: 2, reach: 9
      risk r { chance: 30%, adds: 1pw } }
    initiative b { team: web, kind: enabler, effort: 4pw..5pw..6pw, priority: must, tags: ["x", "y"] }
    initiative c { pays: ci, kind: debt
      work one { team: web, effort: 1pw..2pw..3pw }
      work two { team: platform, effort: 1pw..2pw..4pw, after: one } }
    """

  private static func facts(of plan: Plan) -> ScheduleFacts {
    let placement = ScheduleFacts.Placement(
      start: plan.start, finish: plan.start.adding(days: 40), horizon: HorizonID(0),
      workingDays: 29, staffingTenths: 20)
    return ScheduleFacts(
      initiatives: [placement, nil, placement],
      works: plan.works.indices.map { $0 == 1 ? nil : placement },
      deferrals: [
        ScheduleFacts.Deferral(own: 100, knockOn: 20, net: nil), nil,
        ScheduleFacts.Deferral(own: nil, knockOn: nil, net: 7),
      ])
  }

  private func question(depth: Int, _ random: inout SeededRandom) -> String {
    guard depth > 0 else { return random.pick(Self.leaves) }
    let first = question(depth: depth - 1, &random)
    let second = question(depth: depth - 2, &random)
    return switch Int.random(in: 0..<22, using: &random) {
    case 0...2: "(\(first) where \(second))"
    case 3: "(\(first) sort by \(second) \(random.pick(["", "desc"])))"
    case 4: "(\(first) group by \(second) show [count(), sum(\(random.pick(Self.leaves)))])"
    case 5: "(\(first) show { p: \(second), q: \(random.pick(Self.leaves)) })"
    case 6: "(\(first) as i take \(random.pick(["1", "2", "99", second])))"
    case 7...8: "(\(second) of \(first))"
    case 9: "\(random.pick(["sum", "count", "mean", "median", "max", "unique", "first"]))(\(first))"
    case 10: "\(random.pick(["map", "filter", "any", "min_by", "sum"]))(\(first), x => \(second))"
    case 11: "(if \(second) then \(first) else \(random.pick(Self.leaves)))"
    case 12: "(\(first) ?? \(second))"
    case 13...14: "(\(first) \(random.pick(["+", "-", "*", "/", ".."])) \(second))"
    case 15...17: "(\(first) \(random.pick(["==", "!=", "<", ">=", "in", "and", "or"])) \(second))"
    case 18: "\(first).\(random.pick(["effort", "team", "label", "deferral", "net", "x"]))"
    case 19: "\(random.pick(["twice", "score", "rice", "cone", "caution"]))(\(first), \(second))"
    case 20: "[\(first), \(second)]"
    default: "\(random.pick(["twice", "score", "level", "text", "quarter", "at_idea"]))(\(first))"
    }
  }

  private static let leaves = [
    "initiatives", "works", "teams", "risks", "metrics", "goals", "horizons", "late", "a", "b",
    "c.two", "platform", "effort", "team", "kind", "reach", "finish", "horizon", "deferral.net",
    "undone", "length", "serves", "tags", "x", "i", "it", "plan.start", "limit", "enabler", "must",
    "now", "3", "2pw", "$4k", "70%", "2026-Q3", "none", "true", "\"text\"", "1..2..3", "[]",
    "capacity(platform, 2026-Q3)", "priority", "cost_of_delay", "name", "works",
  ]
}
