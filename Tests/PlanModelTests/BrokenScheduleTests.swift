import PlanModel
import Testing

/// One schedule that keeps everything there is to keep, and for each thing one change that breaks it: the checker names that,
/// and nothing else.
@Suite("Broken schedules") struct BrokenScheduleTests {
  /// Eight days; two initiatives of one work each that takes two days, and a third whose two works take one day each.
  ///
  /// Work 1 follows work 0, and in its second mode work 2 as well. The third is a rival of nobody, has a window and a deadline.
  private static func problem() -> Problem {
    var problem = Problem(firstDay: 0, horizonDay: 7, lastDay: 8)
    problem.resources = [Problem.Resource(name: "team", capacity: Array(repeating: 20, count: 8))]
    problem.yields = [
      // Day 6 is a day off.
      Problem.YieldProfile(daily: [1, 1, 1, 1, 1, 1, 0, 1].map { $0 * 1_000_000 })
    ]
    problem.wipLimits = [Problem.WipLimit(name: "team", limit: 2)]
    problem.lags = [Problem.LagTable(earliestStart: [1, 2, 3, 4, 5, 6, 7, 8])]
    problem.freezes = [Problem.Freeze(days: 5...5, forbids: .finishing)]
    for (initiative, days) in [(0, 2), (1, 2), (2, 1), (2, 1)] as [(Int32, Int64)] {
      let usual = Problem.Option(
        staffTenths: 10, demands: [Problem.Demand(resource: 0, tenths: 10)], yield: 0,
        needed: days * 1_000_000)
      var other = usual
      other.mode = 1
      problem.works.append(
        Problem.Work(
          initiative: initiative, wip: 0, options: [usual, other], earliestStart: 0, freezes: [0]))
    }
    for works in [0..<1, 1..<2, 2..<4] as [Range<Int32>] {
      problem.initiatives.append(
        Problem.Initiative(
          works: works, selection: .free, cost: [1, 2, 3, 4, 5, 6, 7, 8], undoneCost: 9))
    }
    problem.initiatives[0].selection = .required
    problem.initiatives[2].startWindow = 0...3
    problem.initiatives[2].latestFinish = 3
    problem.links = [
      Problem.Link(from: .finish(work: 0), lag: 0, to: 1),
      Problem.Link(from: .finish(work: 2), lag: 0, to: 1, mode: 1),
    ]
    // A head on a whole day is ten million units and costs ten.
    problem.labourPrice = Rational(1, 1_000_000) ?? .zero
    problem.budgets = [
      Problem.Budget(name: "b", limit: 25, members: [1], fees: [5], periods: [0...3, 4...7])
    ]
    problem.guardrails = [
      Problem.Guardrail(
        name: "g", isHard: true, members: [0, 2],
        periods: [
          Problem.Guardrail.Period(days: 0...1, atLeast: Rational(1, 2)),
          Problem.Guardrail.Period(days: 2...7, atLeast: nil, atMost: Rational(1, 2)),
        ])
    ]
    return problem
  }

  /// Works 0 and 2 run first, then 1 beside nobody, and 3 after 2.
  private static let right: [Schedule.Placement?] = [
    placed(0, 1), placed(2, 3), placed(0, 0), placed(1, 1),
  ]

  private static func placed(
    _ start: Int32, _ finish: Int32, option: Int32 = 0
  ) -> Schedule.Placement {
    Schedule.Placement(start: start, finish: finish, option: option)
  }

  struct Row: Sendable {
    let name: String
    var change: @Sendable (inout Problem) -> Void = { _ in }
    var placements: [Schedule.Placement?] = right
    let expected: ScheduleChecker.Violation
  }

  static let rows: [Row] = [
    Row(
      name: "a placement too few", placements: Array(right.dropLast()),
      expected: .wrongSize(placements: 3, works: 4)),
    Row(
      name: "a way that there is not", placements: [placed(0, 1, option: 2)] + right.dropFirst(),
      expected: .noSuchOption(work: 0)),
    Row(
      name: "a start in the tail", placements: [right[0], placed(7, 7)] + right.dropFirst(2),
      expected: .startsOutsidePlan(work: 1, start: 7)),
    Row(
      name: "a start before its date", change: { $0.works[1].earliestStart = 3 },
      expected: .startsTooEarly(work: 1, start: 2, earliest: 3)),
    Row(
      name: "a start before the date of its mode",
      change: { $0.works[1].options[0].earliestStart = 3 },
      expected: .startsTooEarly(work: 1, start: 2, earliest: 3)),
    Row(
      name: "a start before today",
      change: {
        $0.firstDay = 2
        for work in [0, 2] { $0.works[work].fixedStart = 0 }
      }, expected: .startsTooEarly(work: 3, start: 1, earliest: 2)),
    Row(
      name: "a start on a day off", placements: Array(right.dropLast()) + [placed(6, 7)],
      expected: .startsOnDayOff(work: 3, start: 6)),
    Row(
      name: "a finish in a freeze", placements: [right[0], placed(4, 5)] + right.dropFirst(2),
      expected: .frozen(work: 1, freeze: 0, day: 5)),
    Row(
      name: "running work elsewhere", change: { $0.works[1].fixedStart = 3 },
      expected: .movedThoughRunning(work: 1)),
    Row(
      name: "a finish a day early", placements: [right[0], placed(2, 2)] + right.dropFirst(2),
      expected: .wrongFinish(work: 1, finish: 2, expected: 3)),
    Row(
      name: "half an initiative", placements: Array(right.dropLast()) + [nil],
      expected: .halfDone(initiative: 2)),
    Row(
      name: "too few heads", change: { $0.resources[0].capacity[1] = 10 },
      expected: .overCapacity(resource: 0, day: 1, held: 20, capacity: 10)),
    Row(
      name: "two of a group",
      change: { $0.exclusives = [Problem.Exclusive(name: "e", members: [1, 2])] },
      expected: .notExclusive(group: 0, initiatives: [1, 2])),
    Row(
      name: "too many at once", change: { $0.wipLimits[0].limit = 1 },
      expected: .overWip(limit: 0, day: 0, running: 2)),
    Row(
      name: "a start before what it waits for",
      change: {
        $0.resources[0].capacity[1] = 30
        $0.wipLimits[0].limit = 3
        $0.guardrails[0].periods.removeFirst()
      }, placements: [right[0], placed(1, 2)] + right.dropFirst(2),
      expected: .startsBeforeLink(link: 0, start: 1, earliest: 2)),
    Row(
      name: "a start before what its mode waits for",
      change: {
        $0.initiatives[2].latestFinish = 5
        $0.guardrails = []
      }, placements: [right[0], placed(2, 3, option: 1), placed(2, 2), placed(4, 4)],
      expected: .startsBeforeLink(link: 1, start: 2, earliest: 3)),
    Row(
      name: "something whose mode needs what is undone",
      placements: [right[0], placed(2, 3, option: 1), nil, nil],
      expected: .predecessorUndone(link: 1)),
    Row(
      name: "what has to be done undone", change: { $0.links.removeFirst() },
      placements: [nil] + right.dropFirst(), expected: .requiredUndone(initiative: 0)),
    Row(
      name: "what must not be done", change: { $0.initiatives[1].selection = .forbidden },
      expected: .forbiddenDone(initiative: 1)),
    Row(
      name: "a deadline", change: { $0.initiatives[2].latestFinish = 0 },
      expected: .late(initiative: 2, finish: 1)),
    Row(
      name: "a pin", change: { $0.initiatives[2].startWindow = 1...3 },
      expected: .outsideWindow(initiative: 2, start: 0)),
    Row(
      name: "a budget, by its fee", change: { $0.budgets[0].fees = [6] },
      expected: .overBudget(budget: 0, period: 0, spent: 26, limit: 25)),
    Row(
      name: "a budget, by its work", change: { $0.budgets[0].limit = 24 },
      expected: .overBudget(budget: 0, period: 0, spent: 25, limit: 24)),
    Row(
      name: "a guardrail, too little",
      change: { $0.guardrails[0].members = [2] },
      placements: [right[0], right[1], placed(2, 2), placed(3, 3)],
      expected: .offGuardrail(guardrail: 0, period: 0, missing: 10_000_000)),
    Row(
      name: "a guardrail, too much", change: { $0.guardrails[0].members = [0, 1, 2] },
      expected: .offGuardrail(guardrail: 0, period: 1, missing: 10_000_000)),
    Row(
      name: "a guardrail, what was owed",
      change: {
        $0.guardrails[0].members = [2]
        $0.guardrails[0].periods = [
          Problem.Guardrail.Period(days: 0...1, atLeast: nil, owes: .one),
          Problem.Guardrail.Period(days: 2...7, atLeast: nil),
        ]
      }, expected: .offGuardrail(guardrail: 0, period: 1, missing: 20_000_000)),
  ]

  @Test("the schedule that all of them start from is right")
  func startsRight() {
    let checker = ScheduleChecker(Self.problem())
    #expect(checker.violations(of: Schedule(placements: Self.right)).isEmpty)
  }

  @Test("each is found, and nothing else", arguments: rows.indices)
  func isFound(index: Int) {
    let row = Self.rows[index]
    var problem = Self.problem()
    row.change(&problem)
    let found = ScheduleChecker(problem).violations(of: Schedule(placements: row.placements))
    #expect(found == [row.expected], "\(row.name)")
  }

  @Test("every kind of violation is among them")
  func isComplete() {
    let kinds = Set(Self.rows.map { Self.kind($0.expected) })
    #expect(kinds == Set(0..<20))
  }

  /// A new kind does not compile until it has a number, nor pass until it has a row.
  private static func kind(_ violation: ScheduleChecker.Violation) -> Int {
    switch violation {
    case .wrongSize: 0
    case .noSuchOption: 1
    case .startsOutsidePlan: 2
    case .startsTooEarly: 3
    case .startsOnDayOff: 4
    case .frozen: 5
    case .movedThoughRunning: 6
    case .wrongFinish: 7
    case .halfDone: 8
    case .overCapacity: 9
    case .notExclusive: 10
    case .overWip: 11
    case .startsBeforeLink: 12
    case .predecessorUndone: 13
    case .requiredUndone: 14
    case .forbiddenDone: 15
    case .late: 16
    case .outsideWindow: 17
    case .overBudget: 18
    case .offGuardrail: 19
    }
  }
}
