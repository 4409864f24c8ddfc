package import PlanModel

/// The plan as its estimates may turn out: each draw is a plan that knows what everything takes.
///
/// A draw has the efforts that the trial of the same number has in a simulation of the plan: estimates, risks that strike,
/// classes and the pace of teams, under the names they have there (common random numbers). Here what is left out is drawn as
/// well, since a rank is of everything.
package struct EstimateDraws: Sendable {
  private let model: SchedulingModel
  private let uncertainty: Uncertainty

  package init(_ model: SchedulingModel) {
    self.model = model
    uncertainty = Uncertainty(effortsOf: model)
  }

  /// What is still to be done of each work of the problem, in minutes.
  package func minutes(_ draw: Int) -> [Int64] {
    model.workIDs.indices.map { index in
      let work = model.plan.works[model.workIDs[index].index]
      let effort = uncertainty.efforts[index]
      guard effort.varies else { return work.effort.minutes }
      var minutes = effort.known
      if effort.estimate >= 0 { minutes = value(effort.estimate, draw) }
      for risk in effort.risks where strikes(risk.strikes, draw) {
        minutes += value(risk.damage, draw)
      }
      var factor = effort.left * work.uplift.approximate * pace(Int(effort.team), draw)
      if effort.referenceClass >= 0 { factor *= pace(Int(effort.referenceClass), draw) }
      return max(1, Int64(min((minutes * factor).rounded(), Self.minutesMax)))
    }
  }

  /// The plan with these efforts; other modes of a work take more or less as its usual way does.
  func plan(with minutes: [Int64]) -> Plan {
    var plan = model.plan
    for (index, id) in model.workIDs.enumerated() {
      let planned = max(1, plan.works[id.index].effort.minutes)
      plan.works[id.index].effort = Effort(minutes: minutes[index])
      for mode in plan.works[id.index].modes.indices {
        let usual = plan.works[id.index].modes[mode].effort.minutes
        let drawn = Rational(minutes[index], planned)?.times(Rational(usual))?.rounded
        plan.works[id.index].modes[mode].effort = Effort(minutes: max(1, drawn ?? usual))
      }
    }
    return plan
  }

  /// Of each initiative what is still to be done of it, in minutes.
  func minutesByInitiative(_ minutes: [Int64]) -> [Int64] {
    var sums = [Int64](repeating: 0, count: model.plan.initiatives.count)
    for (index, work) in model.problem.works.enumerated() {
      let owner = Int(work.initiative)
      sums[owner] = sums[owner].addingClamped(minutes[index])
    }
    return sums
  }

  /// The works of the problem with these efforts.
  func works(with minutes: [Int64]) -> [Problem.Work] {
    var works = model.problem.works
    for (index, id) in model.workIDs.enumerated() {
      let planned = max(1, model.plan.works[id.index].effort.minutes)
      for option in works[index].options.indices {
        let needed = Rational(minutes[index], planned)?
          .times(Rational(works[index].options[option].needed))?.ceiling
        works[index].options[option].needed = max(1, needed ?? works[index].options[option].needed)
      }
    }
    return works
  }

  // MARK: Drawing

  /// Beyond this no plan comes near, and sums still fit.
  private static let minutesMax = 1e15

  private func uniform(_ input: Int32, _ draw: Int) -> UInt32 {
    let four = uncertainty.inputs[Int(input)].random.block(UInt32(truncatingIfNeeded: draw / 4))
    return four[draw % 4]
  }

  private func value(_ input: Int32, _ draw: Int) -> Double {
    switch uncertainty.inputs[Int(input)].draw {
    case .table(let table): table.value(at: uniform(input, draw))
    case .oneOf(let values):
      values[Int((UInt64(uniform(input, draw)) &* UInt64(values.count)) >> 32)]
    case .strikes, .below: 1
    }
  }

  private func strikes(_ input: Int32, _ draw: Int) -> Bool {
    guard case .strikes(let chance, _) = uncertainty.inputs[Int(input)].draw else { return false }
    return UInt64(uniform(input, draw)) < chance
  }

  /// Of a team, or behind the teams of a class.
  private func pace(_ row: Int, _ draw: Int) -> Double {
    [uncertainty.paces[row], uncertainty.availabilities[row]].filter { $0 >= 0 }
      .reduce(1) { $0 * value($1, draw) }
  }
}
