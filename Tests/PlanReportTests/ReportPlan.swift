import PlanInsight
import PlanModel

/// Plans with words in them, for reports.
///
/// One quarter each for Now, Next and Later from Wednesday 2026-07-01, no holidays, every planned hour worked.
struct ReportPlan {
  var plan: Plan

  init(_ label: String = "Roadmap") {
    plan = Plan(label: label, start: date("2026-07-01"), end: date("2027-03-31"))
    plan.load = .one
    plan.tail = .months(1)
    plan.horizons = [
      horizon("now", "Now", "2026-07-01", "2026-09-30"),
      horizon("next", "Next", "2026-10-01", "2026-12-31"),
      horizon("later", "Later", "2027-01-01", "2027-03-31"),
    ]
  }

  mutating func team(_ label: String, people: Int32, wip: Int32? = nil) -> TeamID {
    plan.teams.append(
      Team(
        name: label.lowercased(), label: label, calendar: CalendarID(0), peopleTenths: people * 10,
        availability: .one, wip: wip))
    return TeamID(plan.teams.count - 1)
  }

  mutating func goal(_ label: String, by: String, metric: Metric? = nil) -> GoalID {
    plan.goals.append(
      Goal(
        name: label.lowercased(), label: label, by: date(by), urgency: .none,
        metrics: metric.map { [$0] } ?? [], owner: nil, note: nil))
    return GoalID(plan.goals.count - 1)
  }

  /// An initiative of one work by one person, worth so many dollars a week.
  @discardableResult
  mutating func initiative(
    _ label: String, team: TeamID, weeks: Int64, dollarsPerWeek: Int64 = 0, goal: GoalID? = nil,
    after: [Dependency] = [], change: (inout Initiative) -> Void = { _ in }
  ) -> InitiativeID {
    let id = InitiativeID(plan.initiatives.count)
    let name = label.lowercased().replacing(" ", with: "_")
    let effort = Effort(personWeeks: weeks)
    plan.works.append(
      Work(
        name: name, label: "", initiative: id, team: team, skill: nil,
        estimate: Estimate(exactly: effort), effort: effort, spread: .zero, staffingTenths: [10],
        notBefore: nil, after: after, progress: .open))
    let rate = MoneyRate(minorUnitsPerYear: Rational(dollarsPerWeek * 100 * 52))
    var initiative = Initiative(
      name: name, label: label, kind: "feature", priority: .should, status: .proposed,
      goals: goal.map { [$0] } ?? [], works: plan.works.count - 1..<plan.works.count,
      urgency: dollarsPerWeek == 0 ? .none : Urgency(costOfDelay: rate))
    change(&initiative)
    plan.initiatives.append(initiative)
    return id
  }

  /// Taken up in the order given, which for these plans is the best, and proved unless said
  /// otherwise.
  func answer(order: [Int32]? = nil, isProved: Bool = true) -> Answer {
    let model = SchedulingModel(plan)
    let solution = solution(model.problem, order: order, isProved: isProved)
    return Answer(
      model: model, solution: solution,
      inquiry: Inquiry { problem, seeds in
        let listed = self.solution(problem, order: nil, isProved: isProved)
        let candidates = [listed.schedule] + seeds
        let best = candidates.filter { ScheduleChecker(problem).violations(of: $0).isEmpty }
          .min { $0.totalDelayCost(in: problem) < $1.totalDelayCost(in: problem) }
        guard let best else { return listed }
        let cost = best.totalDelayCost(in: problem)
        return Solution(
          schedule: best, delayCost: cost, lowerBound: isProved ? cost : cost / 2, work: 0)
      })
  }

  /// The same with how sure it is, by few trials.
  func simulated() -> Answer {
    var answer = answer()
    answer.simulation = Simulation(
      answer.model, answer.solution.schedule, SimulationOptions(trials: 100))
    return answer
  }

  private func solution(_ problem: Problem, order: [Int32]?, isProved: Bool) -> Solution {
    let order = order ?? problem.initiatives.indices.map { Int32($0) }
    let schedule = ListSchedule.schedule(order: order, timing: Timing(problem))
    let cost = schedule.totalDelayCost(in: problem)
    let broken = problem.demandsBroken(by: schedule).map { demand -> BrokenDemand in
      switch demand {
      case .isDone(let initiative): .undone(initiative: initiative)
      case .isFinished(let initiative, let latest):
        .late(
          initiative: initiative, latestFinish: latest,
          finish: schedule.finish(of: Int(initiative), in: problem) ?? 0, earliest: latest + 14)
      case .starts(let initiative, _):
        .outsideWindow(
          initiative: initiative, start: schedule.start(of: Int(initiative), in: problem) ?? 0)
      case .staysWithin(let budget): .overBudget(budget: budget, period: 0, spent: .max)
      case .keeps(let guardrail): .offGuardrail(guardrail: guardrail, period: 0, missing: 480)
      }
    }
    return Solution(
      schedule: schedule, delayCost: cost, lowerBound: isProved ? cost : cost / 2, broken: broken,
      isProvedInfeasible: !broken.isEmpty && isProved, work: 0)
  }
}

private func horizon(_ name: String, _ label: String, _ first: String, _ last: String) -> Horizon {
  Horizon(name: name, label: label, first: date(first), last: date(last), band: nil)
}

/// A date that the test wrote itself.
func date(_ text: String) -> CivilDate {
  let parts = text.split(separator: "-").compactMap { Int($0) }
  return CivilDate(year: parts[0], month: parts[1], day: parts[2]) ?? CivilDate(dayNumber: 0)
}
