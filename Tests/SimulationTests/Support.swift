import PlanInsight
import PlanModel
import PlanSemantics
import PlanSolver
import PlanSyntax
import TestSupport
import Testing

/// A plan with its problem and the schedule that is simulated.
struct Solved {
  var model: SchedulingModel
  var schedule: Schedule

  init(_ plan: Plan) {
    model = SchedulingModel(plan)
    schedule = solve(model.problem, SolveOptions(search: .quick)).schedule
  }

  func simulate(
    trials: Int = 4_000, pace: Double = 0, threads: Int = 1, assumesSlips: Bool = false
  ) -> Simulation {
    Simulation(
      model, schedule,
      SimulationOptions(
        trials: trials, paceDeviation: pace, assumesSlips: assumesSlips, threads: threads))
  }
}

/// The plan of a text without mistakes, or of a body that begins with a language, a start and full load.
func plan(_ body: String, location: SourceLocation = #_sourceLocation) throws -> Plan {
  let framed = """
    language: 1
    plan "Test" { start: 2026-07-01, until: 2027-06-30, load: 100% }
    \(body)
    """
  let source = SourceText(body.contains("language:") ? body : framed)
  let parsed = parse(source)
  let analysis = analyse(
    [parsed.tree], AnalysisOptions(today: CivilDate(year: 2026, month: 6, day: 1)))
  return try #require(
    analysis.plan, Comment(rawValue: analysis.diagnostics.map(\.headline).joined(separator: "\n")),
    sourceLocation: location)
}

/// Plans that stand alone, from simple to large.
let samplePlans = ["hello", "q3", "alternatives", "recovery", "scores"].map { "Plans/\($0).plan" }

extension Plan {
  /// The plan in which everything takes exactly what the schedule thinks it takes.
  var certain: Plan {
    var plan = self
    for index in plan.works.indices {
      plan.works[index].estimate = Estimate(exactly: plan.works[index].effort)
      plan.works[index].uplift = .one
      for mode in plan.works[index].modes.indices {
        plan.works[index].modes[mode].estimate = Estimate(
          exactly: plan.works[index].modes[mode].effort)
      }
    }
    for index in plan.initiatives.indices {
      plan.initiatives[index].risks = []
      plan.initiatives[index].gates = []
    }
    for skill in plan.skills.indices {
      for index in plan.skills[skill].learnings.indices {
        plan.skills[skill].learnings[index].earliest = plan.skills[skill].learnings[index].counts
        plan.skills[skill].learnings[index].latest = plan.skills[skill].learnings[index].counts
      }
    }
    for index in plan.teams.indices { plan.teams[index].measuredAvailability = [] }
    let calendar = plan.calendars[plan.calendar.index]
    for index in plan.externals.indices where plan.externals[index].commitment != .met {
      let mean = Int(plan.externals[index].slipDays.mean)
      plan.externals[index].date = calendar.date(
        plan.externals[index].date, plusWorkingDays: mean)
      plan.externals[index].slipDays = .none
    }
    return plan
  }
}
