package import PlanModel

/// A promise that is less sure than the horizon it lies in has to be.
package struct Flag: Sendable {
  package let promise: Promise
  /// 0...1, as simulated.
  package let chance: Rational
  /// The lower end of the band.
  package let needed: Rational
  package let horizon: HorizonID

  package enum Promise: Hashable, Sendable {
    /// That an initiative starts in its horizon.
    case start(InitiativeID)
    /// That an initiative is done by a deadline.
    case deadline(InitiativeID, CivilDate)
    /// That an initiative is done by the day that was agreed.
    case agreed(InitiativeID, CivilDate)
    /// That a goal is complete by its date.
    case goal(GoalID, CivilDate)
  }
}

extension Simulation {
  /// Every promise under its band (MODEL, "Uncertainty"), initiatives first, in the order of the plan.
  ///
  /// The band is that of the horizon in which the promised day lies; a horizon without one promises nothing.
  package func flags(_ model: SchedulingModel) -> [Flag] {
    var flags: [Flag] = []
    for (index, outlook) in initiatives.enumerated() {
      guard let outlook else { continue }
      let id = InitiativeID(index)
      flags += [
        flag(.start(id), outlook.startsInHorizon, outlook.horizon, model)
      ].compactMap(\.self)
      let deadlines = model.plan.initiatives[index].urgency.deadlines.map(\.date)
      let agreed = [model.plan.agreedFinish(of: id)].compactMap(\.self)
      let promises =
        deadlines.map { ($0, Flag.Promise.deadline(id, $0)) }
        + agreed.map { ($0, Flag.Promise.agreed(id, $0)) }
      flags += promises.compactMap { date, promise in
        guard date >= model.plan.asOf else { return nil }
        let day = model.day(of: date)
        return flag(promise, outlook.finish.chance(by: day), model.horizon(ofDay: day), model)
      }
    }
    for (index, outlook) in goals.enumerated() {
      guard let outlook, let date = model.plan.goals[index].by, date >= model.plan.asOf
      else { continue }
      let day = model.day(of: date)
      let chance = outlook.finish.chance(by: day)
      if let flag = flag(.goal(GoalID(index), date), chance, model.horizon(ofDay: day), model) {
        flags.append(flag)
      }
    }
    return flags
  }

  private func flag(
    _ promise: Flag.Promise, _ chance: Rational, _ horizon: HorizonID, _ model: SchedulingModel
  ) -> Flag? {
    guard let band = model.plan.horizons[horizon.index].band, chance < band.lowerBound else {
      return nil
    }
    return Flag(promise: promise, chance: chance, needed: band.lowerBound, horizon: horizon)
  }

  /// How sure a promise is, 0...1; `nil` where what it speaks of is not scheduled.
  package func chance(of promise: Flag.Promise, _ model: SchedulingModel) -> Rational? {
    switch promise {
    case .start(let id): initiatives[id.index]?.startsInHorizon
    case .deadline(let id, let date), .agreed(let id, let date):
      initiatives[id.index]?.finish.chance(by: model.day(of: date))
    case .goal(let id, let date): goals[id.index]?.finish.chance(by: model.day(of: date))
    }
  }
}
