internal import PlanModel
internal import PlanSolver

/// A year of days with a team for every hundred initiatives, works with staffing ranges, chains of initiatives, deadlines
/// and goals, of any size and the same for the same seed.
///
/// About half as much again is asked of the teams as they have, so that there is something to decide.
package struct GeneratedPlan {
  private(set) var plan: Plan
  private var random: RandomStream

  package init(initiatives: Int, seed: UInt64) {
    let start = CivilDate(year: 2026, month: 7, day: 1) ?? CivilDate(dayNumber: 0)
    plan = Plan(label: "Generated", start: start, end: start.adding(months: 12).adding(days: -1))
    random = RandomStream(seed: seed)
    for _ in 0..<max(1, initiatives / 100) { addTeam() }
    for _ in 0..<max(1, initiatives / 50) { addGoal() }
    for _ in 0..<initiatives { addInitiative() }
  }

  /// The problem that the product would solve, and an evaluator that knows the plan alone.
  package func instance() -> Instance {
    let problem = SchedulingModel(plan).problem
    return Instance(
      name: "generated-\(plan.initiatives.count)", problem: problem, evaluate: evaluate)
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + random.below(range.count)
  }

  private mutating func addTeam() {
    let name = "team\(plan.teams.count)"
    plan.teams.append(
      Team(
        name: name, label: name, calendar: CalendarID(0),
        peopleTenths: Int32(number(8...20)) * 10,
        availability: Rational(Int64(number(55...80)), 100) ?? .one,
        wip: random.below(3) == 0 ? Int32(number(4...8)) : nil))
  }

  private mutating func addGoal() {
    let name = "goal\(plan.goals.count)"
    plan.goals.append(
      Goal(
        name: name, label: name, by: nil,
        urgency: Urgency(costOfDelay: rate(number(0...40) * 1_000)), metrics: [], owner: nil,
        note: nil))
  }

  /// Dollars a week.
  private func rate(_ dollars: Int) -> MoneyRate {
    MoneyRate(minorUnitsPerYear: Rational(Int64(dollars) * 100 * 52))
  }

  private mutating func addInitiative() {
    let id = InitiativeID(plan.initiatives.count)
    let first = plan.works.count
    let home = number(0...plan.teams.count - 1)
    for step in 0..<number(1...3) { addWork(step, of: id, home: home) }
    var urgency = Urgency(costOfDelay: rate(number(1...50) * 1_000))
    if random.below(6) == 0 {
      urgency.deadlines = [
        Deadline(
          date: plan.start.adding(days: number(90...330)),
          costs: Money(minorUnits: Int64(number(50...900)) * 100_000), isHard: false)
      ]
    }
    plan.initiatives.append(
      Initiative(
        name: "i\(id.raw + 1)", label: "", kind: "feature",
        priority: random.below(20) == 0 ? .must : .should, status: .proposed,
        goals: random.below(4) == 0 ? [GoalID(number(0...plan.goals.count - 1))] : [],
        works: first..<plan.works.count, urgency: urgency))
  }

  private mutating func addWork(_ step: Int, of initiative: InitiativeID, home: Int) {
    let likely = number(4...45)
    let team = random.below(4) == 0 ? number(0...plan.teams.count - 1) : home
    var after: [Dependency] = []
    if step > 0 {
      after.append(
        Dependency(
          kind: .finishToStart, on: .work(WorkID(plan.works.count - 1)), lag: .workingDays(0)))
    } else if initiative.index > 0, random.below(3) == 0 {
      // Neighbours in the file belong together, as they do in a real portfolio.
      let other = initiative.index - number(1...min(50, initiative.index))
      after.append(
        Dependency(kind: .finishToStart, on: .initiative(InitiativeID(other)), lag: .zero))
    }
    let estimate = Estimate(
      low: Effort(personDays: Int64(likely * 7 / 10)), likely: Effort(personDays: Int64(likely)),
      high: Effort(personDays: Int64(likely * 2)))
    let most = number(1...4)
    plan.works.append(
      Work(
        name: "w\(plan.works.count)", label: "", initiative: initiative, team: TeamID(team),
        skill: nil, estimate: estimate, effort: estimate.mean,
        spread: Effort(personDays: Int64(likely) / 2),
        staffingTenths: (1...Int32(most)).map { $0 * 10 }, notBefore: nil, after: after,
        progress: .open))
  }
}
