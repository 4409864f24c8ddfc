package import PlanModel

/// What a schedule comes to, by the names of its initiatives, so that those of several versions can be compared.
package struct ScheduleOutline: Sendable {
  /// Total cost of delay in minor units.
  package let delayCost: Int64
  private let places: [String: Place]

  private struct Place {
    let standing: Standing
    /// The name of its horizon.
    let horizon: String?
    let cost: Int64
  }

  /// - Parameters:
  ///   - model: A plan.
  ///   - solution: Its schedule.
  ///   - renames: Paths of a later version by those of the plan.
  /// - Complexity: O(works).
  package init(_ model: SchedulingModel, _ solution: Solution, renames: [String: String] = [:]) {
    delayCost = solution.delayCost
    var places: [String: Place] = [:]
    for (index, initiative) in model.plan.initiatives.enumerated() {
      let standing = Standing(of: InitiativeID(index), in: solution.schedule, of: model)
      places[renames[initiative.path] ?? initiative.path] = Place(
        standing: standing, horizon: standing.horizon.map { model.plan.horizons[$0.index].name },
        cost: solution.schedule.cost(of: index, in: model.problem))
    }
    self.places = places
  }

  /// Of all its initiatives, in no order.
  var paths: some Sequence<String> { places.keys }

  /// The last day of an initiative; `nil` where it is not done in this schedule.
  package func finish(of path: String) -> CivilDate? { places[path]?.standing.span?.finish }

  /// Its own cost of delay in minor units; 0 for what the plan does not have.
  package func cost(of path: String) -> Int64 { places[path]?.cost ?? 0 }

  /// Whether it stands on the same days in the same horizon, or is out, as in another.
  package func isSame(_ path: String, as other: ScheduleOutline) -> Bool {
    let (own, their) = (places[path], other.places[path])
    guard let first = own?.standing.span, let second = their?.standing.span else {
      return (own?.standing ?? .undone) == (their?.standing ?? .undone)
    }
    return first.start == second.start && first.finish == second.finish
      && own?.horizon == their?.horizon
  }
}
