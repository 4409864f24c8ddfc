import PlanModel
import PlanSolver
import Testing
import plan_bench

/// The format portfolio-1 on three initiatives and one person for six weeks.
///
/// `a` takes two weeks and costs 5 a week, `b` two weeks and 9 a week with 40 if it is done after the second, `c` follows `a`, takes
/// one week and costs 2 a week. b, a, c is best: 18 + 20 + 10.
@Suite("Portfolios") struct PortfolioInstanceTests {
  private static let text = """
    {"schema": "portfolio-1", "name": "tiny", "horizon": 6,
     "teams": [{"id": "T1", "capacity": [10, 10, 10, 10, 10, 10]}],
     "initiatives": [
      {"id": "a", "duration": 2, "needs": [{"team": "T1", "demand": 10}], "release": 0, "after": [],
       "cost_of_delay": 5, "deadline": null, "defer_cost": 30},
      {"id": "b", "duration": 2, "needs": [{"team": "T1", "demand": 10}], "release": 0, "after": [],
       "cost_of_delay": 9, "deadline": {"week": 2, "penalty": 40}, "defer_cost": 94},
      {"id": "c", "duration": 1, "needs": [{"team": "T1", "demand": 5}], "release": 1, "after": ["a"],
       "cost_of_delay": 2, "deadline": null, "defer_cost": 12}]}
    """

  private func instance(_ text: String) throws -> Instance {
    try PortfolioInstance(json: Array(text.utf8)).instance()
  }

  @Test("the cheapest order is found, and the format says the same")
  func findsTheOrder() throws {
    let instance = try instance(Self.text)
    let solution = solve(instance.problem)
    #expect(solution.isOptimal)
    #expect(solution.schedule.placements.map { $0?.start } == [2, 0, 4])
    #expect(solution.delayCost == 18 + 20 + 10)
    #expect(try instance.evaluate(solution.schedule) == solution.delayCost)
  }

  @Test("a deadline is met at the end of its week")
  func countsDeadlines() throws {
    let late = Self.text.replacing("\"week\": 2", with: "\"week\": 1")
    let instance = try instance(late)
    #expect(try instance.evaluate(solve(instance.problem).schedule) == 18 + 40 + 20 + 10)
  }

  @Test("a schedule that breaks the format is refused", arguments: 0..<5)
  func refuses(row: Int) throws {
    let rows: [([Int32?], String)] = [
      ([0, 1, 4], "overloads T1"), ([0, 2, 0], "its weeks for c"), ([3, 0, 2], "waits for for c"),
      ([nil, 0, 4], "waits for for c"), ([5, 0, nil], "its weeks for a"),
    ]
    let (starts, why) = rows[row]
    let instance = try instance(Self.text)
    let schedule = Schedule(
      placements: starts.map { start in
        start.map { Schedule.Placement(start: $0, finish: $0, option: 0) }
      })
    let error = #expect(throws: WrongResult.self) { try instance.evaluate(schedule) }
    #expect(error?.description.contains(why) == true, "\(String(describing: error))")
  }

  @Test(
    "a file that is none says what is wrong with it",
    arguments: [
      ("portfolio-1", "portfolio-2", "its schema is `portfolio-2`"),
      ("\"horizon\": 6", "\"horizon\": 7", "`T1` has no capacity in some weeks"),
      ("\"horizon\": 6", "\"horizon\": 0", "a horizon of 0 weeks"),
      ("\"horizon\": 6", "\"horizon\": \"six\"", "`horizon` is of another type"),
      ("\"horizon\": 6,", "", "`horizon` is missing"),
      ("[10, 10,", "[-1, 10,", "a capacity that cannot be"),
      ("\"duration\": 1", "\"duration\": 0", "`c` takes 0 weeks"),
      ("\"release\": 1", "\"release\": -1", "`c` is released in week -1"),
      ("\"demand\": 5", "\"demand\": -5", "`c` has a demand that cannot be"),
      ("\"cost_of_delay\": 2", "\"cost_of_delay\": -2", "`c` has a cost that cannot be"),
      ("\"defer_cost\": 12", "\"defer_cost\": 9", "`c` costs less left out"),
      ("\"after\": [\"a\"]", "\"after\": [\"z\"]", "no `z`"),
      ("\"id\": \"b\"", "\"id\": \"a\"", "`a` stands there twice"),
      ("\"demand\": 5", "\"demand\": 5.5", "cannot be read"),
      ("{\"schema\"", "\"schema\"", "the file cannot be read"),
    ])
  func refusesText(from: String, to: String, why: String) {
    #expect(Self.text.contains(from))
    let text = Self.text.replacing(from, with: to, maxReplacements: 1)
    let error = #expect(throws: FormatError.self) { try instance(text) }
    #expect(error?.description.contains(why) == true, "\(String(describing: error))")
  }
}
