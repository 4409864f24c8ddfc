import PlanModel

/// Orders of initiatives worth starting from.
enum ListRule: CaseIterable {
  /// Cost of delay divided by duration (CD3; Reinertsen, "The Principles of Product Development Flow", 2009).
  case delayPerDuration
  /// Cost of delay divided by effort, with the urgency of everything that waits for it (WSJF; Smith's rule of 1956 when one
  /// team does everything).
  case delayPerEffort
  /// What finishes first when it has everything to itself.
  case earliestFinish

  /// What has to be done comes first, then by falling score, then in the plan's order.
  func order(_ instance: Instance) -> [Int32] {
    let scores = instance.problem.initiatives.indices.map { score($0, instance) }
    func rank(_ index: Int) -> (Int, Double, Int) {
      let isRequired = instance.problem.initiatives[index].selection == .required
      return (isRequired ? 0 : 1, -scores[index], index)
    }
    return scores.indices.sorted { rank($0) < rank($1) }.map { Int32($0) }
  }

  private func score(_ index: Int, _ instance: Instance) -> Double {
    let works = instance.problem.initiatives[index].works
    let start = works.map { instance.earliestStart[Int($0)] }.min() ?? 0
    let finish = works.map { instance.earliestFinish[Int($0)] }.max() ?? 0
    return switch self {
    case .delayPerDuration: instance.dailyWorth[index] / Double(max(1, finish - start + 1))
    case .delayPerEffort: instance.worth[index]
    case .earliestFinish: -Double(finish)
    }
  }
}
