/// A plan as a problem to solve, and the way back from its integers to the plan.
///
/// Initiatives and goals keep their indices; works that are finished are not in the problem.
package struct SchedulingModel: Sendable {
  package let plan: Plan
  package let problem: Problem
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
