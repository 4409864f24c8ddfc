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
    var answered = 0
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
        if !isPoison { answered += 1 }
        // The same question has the same answer.
        #expect(interpreter.evaluate(asked, facts: known, stepsMax: 200_000).value == result.value)
      }
    }
    #expect(answered > 10)
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
    switch Int.random(in: 0..<8, using: &random) {
    case 0...2: list(depth, &random)
    case 3...4: amount(depth, ofElement: false, &random)
    case 5: condition(depth, ofElement: false, &random)
    case 6: "\(list(depth, &random)) group by \(random.pick(Self.keys)) show [count(), sum(effort)]"
    default: "\(list(depth, &random)) show [name, \(amount(depth, ofElement: true, &random))]"
    }
  }

  /// Initiatives; now and then something else, so that mistakes are asked too.
  private func list(_ depth: Int, _ random: inout SeededRandom) -> String {
    if random.oneIn(14) { return random.pick(Self.anything) }
    guard depth > 0 else { return random.pick(["initiatives", "initiatives", "[a, b]", "late"]) }
    let inner = list(depth - 1, &random)
    return switch Int.random(in: 0..<7, using: &random) {
    case 0...2: "(\(inner) where \(condition(depth - 1, ofElement: true, &random)))"
    case 3: "(\(inner) sort by \(amount(depth - 1, ofElement: true, &random)))"
    case 4: "(\(inner) as i take \(Int.random(in: 0..<4, using: &random)))"
    case 5: "filter(\(inner), x => x.effort > \(amount(depth - 1, ofElement: false, &random)))"
    default: "unique(flatten([\(inner), \(list(depth - 1, &random))]))"
    }
  }

  private func condition(
    _ depth: Int, ofElement: Bool, _ random: inout SeededRandom
  ) -> String {
    if random.oneIn(14) { return random.pick(Self.anything) }
    let left = amount(depth - 1, ofElement: ofElement, &random)
    let right = amount(depth - 1, ofElement: ofElement, &random)
    return switch Int.random(in: 0..<8, using: &random) {
    case 0...2: "\(left) \(random.pick(["<", ">=", "==", "!="])) \(right)"
    case 3 where ofElement: random.pick(Self.facts)
    case 4 where depth > 0:
      "(\(condition(depth - 1, ofElement: ofElement, &random)) and not (\(condition(depth - 1, ofElement: ofElement, &random))))"
    case 5: "any(\(list(depth - 1, &random)), x => x.reach > 2)"
    case 6: "a in \(list(depth - 1, &random))"
    default: "\(left) in [\(right), 3pw]"
    }
  }

  /// An effort.
  private func amount(
    _ depth: Int, ofElement: Bool, _ random: inout SeededRandom
  ) -> String {
    if random.oneIn(14) { return random.pick(Self.anything) }
    guard depth > 0 else {
      return random.pick(
        ofElement ? ["effort", "it.effort", "2pw"] : ["2pw", "limit", "b.effort"])
    }
    let left = amount(depth - 1, ofElement: ofElement, &random)
    return switch Int.random(in: 0..<8, using: &random) {
    case 0: "(\(left) + \(amount(depth - 1, ofElement: ofElement, &random)))"
    case 1: "twice(\(left))"
    case 2: "sum(effort of \(list(depth - 1, &random)))"
    case 3: "max(\(left), worst(effort of a))"
    case 4: "(if \(condition(depth - 1, ofElement: ofElement, &random)) then \(left) else 1pw)"
    case 5: "(capacity(platform, 2026-Q3) * \(random.pick(["20%", "0.5", "3"])))"
    case 6: "(sum(\(list(depth - 1, &random)), x => x.effort) ?? 3pw)"
    default: "round(\(left), 1pd)"
    }
  }

  private static let keys = [
    "kind", "team", "priority", "horizon", "count(works)", "month(finish)",
  ]

  /// Conditions on an initiative.
  private static let facts = [
    "kind == enabler", "priority in [must, should]", "horizon == now", "undone",
    "finish > 2026-08-01", "team == web", "europe in serves", "count(risks) > 0",
    "deferral.net != none", "label == \"Alpha\"", "tags == [\"x\", \"y\"]", "length > 2w",
  ]

  private static let anything = [
    "works", "teams", "late", "a", "c.two", "platform", "effort", "kind", "finish", "x", "it",
    "plan.start", "enabler", "now", "3", "$4k", "70%", "2026-Q3", "none", "true", "\"text\"",
    "1..2..3", "[]", "deferral.net", "score(a)", "score(3)", "rice(1, 2, 80%, 2pm)", "cone(1, a)",
    "{ p: 1 }.p", "a.nothing", "initiatives.effort", "x => x", "level(high)",
  ]
}
