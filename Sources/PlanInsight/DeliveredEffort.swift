import PlanModel

extension Schedule {
  /// Effort that works of some initiatives deliver on some days, in whole minutes.
  ///
  /// - Complexity: O(works).
  func delivered(
    on days: ClosedRange<CivilDate>, in model: SchedulingModel, by counts: (InitiativeID) -> Bool
  ) -> Effort {
    let first = model.day(of: days.lowerBound)
    let last = model.day(of: days.upperBound)
    var units: Int64 = 0
    for (index, placement) in placements.enumerated() {
      guard let placement, placement.start <= last, placement.finish >= first,
        counts(model.plan.works[model.workIDs[index].index].initiative)
      else { continue }
      let option = model.problem.works[index].options[Int(placement.option)]
      let sums = model.problem.yields[Int(option.yield)].cumulative
      func until(_ day: Int32) -> Int64 {
        guard day >= placement.start else { return 0 }
        return min(option.needed, sums[Int(day) + 1] - sums[Int(placement.start)])
      }
      let amount = until(min(last, placement.finish)) - until(first - 1)
      units = units.addingClamped(amount.multipliedClamped(by: Int64(option.staffTenths)))
    }
    return TeamLoad.effort(ofUnits: units)
  }
}
