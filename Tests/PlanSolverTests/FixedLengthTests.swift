import PlanModel
import PlanSolver
import TestSupport
import Testing

/// Works of fixed length on one person, against every order in which they can be done, walked through the calendar day by day.
@Suite("Fixed lengths")
struct FixedLengthTests {
  @Test("a length is working days of the team, whatever its heads yield", arguments: 0..<8)
  func matchesEveryOrder(part: Int) {
    for seed in stride(from: part, to: instanceCount / 2, by: 8) {
      let (plan, lengths) = randomPlan(seed)
      let model = SchedulingModel(plan)
      let solution = solve(model.problem)
      #expect(solution.isOptimal, "seed \(seed)")
      #expect(solution.delayCost == cheapestOrder(plan, lengths), "seed \(seed)")
      for (work, placed) in solution.schedule.placements.enumerated() {
        guard let placed else {
          Issue.record("seed \(seed): all of it fits, and \(work) is left out")
          continue
        }
        let worked = (Int(placed.start)...Int(placed.finish)).count { isWorked($0, plan) }
        #expect(worked == lengths[work], "seed \(seed)")
      }
    }
  }

  private func isWorked(_ day: Int, _ plan: Plan) -> Bool {
    let date = plan.start.adding(days: day)
    return date.weekday < 6 && !plan.calendars[0].holidays.contains(date)
  }

  // MARK: Every order

  /// What follows one after the other without a break reaches every schedule of one person that is worth anything.
  private func cheapestOrder(_ plan: Plan, _ lengths: [Int]) -> Int64 {
    var best = Int64.max
    func extend(_ done: [Int], _ next: Int, _ cost: Int64) {
      guard done.count < lengths.count else {
        best = min(best, cost)
        return
      }
      for work in lengths.indices where !done.contains(work) {
        let isReady = plan.works[work].after.allSatisfy { dependency in
          guard case .initiative(let before) = dependency.on else { return true }
          return done.contains(before.index)
        }
        guard isReady else { continue }
        let finish = finish(of: work, from: next, plan, lengths)
        let rate = plan.initiatives[work].urgency.costOfDelay ?? .zero
        extend(
          done + [work], finish + 1, cost + rate.amount(overDays: Int64(finish) + 1).minorUnits)
      }
    }
    extend([], 0, 0)
    return best
  }

  private func finish(of work: Int, from first: Int, _ plan: Plan, _ lengths: [Int]) -> Int {
    var day = first
    if let date = plan.works[work].notBefore { day = max(day, plan.start.days(until: date)) }
    var left = lengths[work]
    while true {
      if isWorked(day, plan) { left -= 1 }
      if left == 0 { return day }
      day += 1
    }
  }

  // MARK: Plans

  private func randomPlan(_ seed: Int) -> (Plan, lengths: [Int]) {
    var random = SeededRandom(seed)
    let start = (CivilDate(year: 2026, month: 7, day: 1) ?? CivilDate(dayNumber: 0))
      .adding(days: Int.random(in: 0..<7, using: &random))
    var plan = Plan(label: "P", start: start, end: start.adding(months: 5))
    plan.calendars = [
      WorkCalendar(
        name: "c",
        holidays: (0..<5).map { _ in
          start.adding(days: Int.random(in: 0..<60, using: &random))
        })
    ]
    plan.load = Rational(Int64.random(in: 3...10, using: &random), 10) ?? .one
    var team = Team(
      name: "t", label: "T", calendar: CalendarID(0), peopleTenths: 10,
      availability: Rational(Int64.random(in: 2...10, using: &random), 10) ?? .one, wip: nil)
    if random.oneIn(2) {
      // Somebody who is away takes what heads yield, and no day of a fixed length.
      team.absences = [
        Absence(
          name: "a", label: "", peopleTenths: 10, first: start.adding(days: 10),
          last: start.adding(days: 24), skill: nil, why: nil)
      ]
    }
    plan.teams = [team]
    var lengths: [Int] = []
    for index in 0..<Int.random(in: 2...4, using: &random) {
      lengths.append(Int.random(in: 1...12, using: &random))
      addInitiative(index, days: lengths[index], &plan, &random)
    }
    return (plan, lengths)
  }

  private func addInitiative(
    _ index: Int, days: Int, _ plan: inout Plan, _ random: inout SeededRandom
  ) {
    let effort = Effort(personDays: Int64(days))
    var work = Work(
      name: "w", label: "W", initiative: InitiativeID(index), team: TeamID(0), skill: nil,
      estimate: Estimate(low: effort, likely: effort, high: effort), effort: effort, spread: .zero,
      staffingTenths: [10],
      notBefore: random.oneIn(3)
        ? plan.start.adding(days: Int.random(in: 0..<30, using: &random)) : nil,
      after: [], progress: .open)
    work.length = Work.Length(workingDays: Int32(days), workingDaysLeft: Int32(days))
    if index > 0, random.oneIn(3) {
      let before = Int.random(in: 0..<index, using: &random)
      work.after = [
        Dependency(kind: .finishToStart, on: .initiative(InitiativeID(before)), lag: .zero)
      ]
    }
    plan.works.append(work)
    let dollars = Int64.random(in: 1...20, using: &random) * 1_000
    plan.initiatives.append(
      Initiative(
        name: "i\(index)", label: "", kind: "feature", priority: .should, status: .proposed,
        goals: [], works: index..<index + 1,
        urgency: Urgency(
          costOfDelay: MoneyRate(minorUnitsPerYear: Rational(dollars * 100 * 52)))))
  }
}
