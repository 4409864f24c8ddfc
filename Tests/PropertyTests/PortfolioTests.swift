import PlanWorkbench
import TestSupport
import Testing

/// What holds for the figures of every portfolio.
@Suite struct PortfolioTests {
  private let options = CheckOptions(today: nil, asOf: nil)
  private let style = TextStyle(width: 80, isColored: false)

  @Test(arguments: 0..<30)
  func partsSumToTheWhole(seed: Int) throws {
    let answer = try JSONNode(portfolio(solved(seed)).text(.json, style))
    let whole = try #require(answer["all"]?["effort"]?["minutes"]?.number)
    for parts in ["kinds", "goals", "teams"] {
      let list = answer[parts]?.elements ?? []
      let sum = list.reduce(0) { $0 + ($1["effort"]?["minutes"]?.number ?? 0) }
      // Each part is rounded to a minute.
      #expect(abs(sum - whole) <= Double(max(1, list.count)))
      let shares = list.reduce(0) { $0 + ($1["share_per_mille"]?.number ?? 0) }
      #expect(whole == 0 || abs(shares - 1000) <= Double(list.count))
    }
  }

  /// Slots are not given twice, nor more than there are, and nobody is on both sides of the line.
  @Test(arguments: 0..<30)
  func slotsAreKept(seed: Int) throws {
    let solved = try solved(seed)
    for slots in 1...3 {
      let report = try funding(solved, slots: slots, by: [])
      let answer = try JSONNode(report.text(.json, style))
      let again = try funding(solved, slots: slots, by: [])
      #expect(report.text(.json, style) == again.text(.json, style))
      let funded = names(answer["funded"])
      #expect(Set(funded).count == funded.count)
      #expect(funded.count <= slots || answer["is_overfull"] == .boolean(true))
      #expect(Set(funded).isDisjoint(with: names(answer["below"])))
      let (cost, first) = (amount(answer["cost"]), amount(answer["cost_of_mandatory"]))
      if let cost, let first { #expect(cost <= first) }
    }
  }

  /// Every answer of the new questions is the same with one thread and with two.
  @Test(arguments: 0..<12)
  func threadsDoNotMatter(seed: Int) throws {
    let one = try solved(seed)
    var two = one
    two.threads = 2
    for ask in [portfolio, debts, signals] as [@Sendable (SolvedPlan) -> Report] {
      #expect(ask(one).text(.json, style) == ask(two).text(.json, style))
    }
    let figures = try [one, two].map { try funding($0, slots: 3, by: []).text(.json, style) }
    #expect(figures[0] == figures[1])
  }

  private func names(_ list: JSONNode?) -> [String] {
    (list?.elements ?? []).compactMap { $0["initiative"]?.text }
  }

  private func amount(_ money: JSONNode?) -> Double? { money?["minor_units"]?.number }

  private func solved(_ seed: Int) throws -> SolvedPlan {
    var generator = PlanGenerator(seed: seed)
    let plan = generator.plan()
    let checked = check(Array(plan.utf8), path: "random.plan", options)
    try #require(!checked.hasErrors, "\(plan)\n\(checked.findings(.human, style))")
    return try solve(checked, .quick)
  }
}
