/// A plan as a problem to solve, and the way back from its integers to the plan.
///
/// Initiatives and goals keep their indices; works that are finished are not in the problem.
package struct SchedulingModel: Sendable {
  package private(set) var plan: Plan
  package private(set) var problem: Problem
  /// Heads and yields by team, in the plan's order.
  package let capacities: [TeamCapacity]
  /// The plan's work behind each work of the problem.
  package let workIDs: [WorkID]
  /// The problem's work for each work of the plan; `nil` for finished ones.
  package let workIndices: [Int32?]

  /// - Complexity: O(initiatives × days), for the tables of delay cost.
  package init(_ plan: Plan) {
    var builder = ProblemBuilder(plan)
    builder.build()
    self.plan = plan
    problem = builder.problem
    capacities = builder.capacities
    workIDs = builder.workIDs
    workIndices = builder.workIndices
  }

  /// The same problem of a plan in which only words are others: names, labels, texts, and what bends no schedule.
  package func showing(_ other: Plan) -> SchedulingModel {
    var model = self
    model.plan = other
    // Resources and limits go by the names of teams and skills.
    for index in problem.resources.indices {
      model.problem.resources[index].name = renamed(problem.resources[index].name, as: other)
    }
    for index in problem.wipLimits.indices {
      model.problem.wipLimits[index].name = renamed(problem.wipLimits[index].name, as: other)
    }
    return model
  }

  private func renamed(_ name: String, as other: Plan) -> String {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard let team = plan.teams.firstIndex(where: { $0.name == parts.first }) else { return name }
    guard parts.count == 2,
      let skill = plan.teams[team].skills.first(where: { plan.skills[$0.index].name == parts[1] })
    else { return other.teams[team].name }
    return "\(other.teams[team].name).\(other.skills[skill.index].name)"
  }

  package func date(ofDay day: Int32) -> CivilDate { plan.start.adding(days: Int(day)) }

  package func day(of date: CivilDate) -> Int32 { Int32(plan.start.days(until: date)) }

  /// The horizon a day lies in; days in a gap or beyond the last belong to the horizon before them.
  package func horizon(ofDay day: Int32) -> HorizonID {
    let date = date(ofDay: day)
    let index = plan.horizons.lastIndex { $0.first <= date } ?? 0
    return HorizonID(index)
  }

  /// The day an initiative really starts: for running work the day it was begun, before today.
  package func startDate(of initiative: InitiativeID, in schedule: Schedule) -> CivilDate? {
    let begun = plan.initiatives[initiative.index].works.compactMap { work -> CivilDate? in
      switch plan.works[work].progress {
      case .running(let started, _): started
      case .finished(let date): date
      case .open: nil
      }
    }
    let planned = schedule.start(of: initiative.index, in: problem).map(date(ofDay:))
    return (begun + [planned].compactMap(\.self)).min()
  }

  package func finishDate(of initiative: InitiativeID, in schedule: Schedule) -> CivilDate? {
    if let finished = plan.initiatives[initiative.index].finished { return finished }
    return schedule.finish(of: initiative.index, in: problem).map(date(ofDay:))
  }
}
