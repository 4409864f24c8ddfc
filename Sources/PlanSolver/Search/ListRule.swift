/// Orders of initiatives worth starting from.
enum ListRule: CaseIterable {
  /// Cost of delay for effort with the urgency of what waits for it: WSJF whose value is inherited.
  case inheritedUrgency
  /// Cost of delay for effort: Smith's rule (1956), WSJF.
  case urgency
  /// Cost of delay divided by duration (CD3; Reinertsen 2009).
  case delayPerDuration
  /// What has to be done comes first, the earlier deadline first; then by inherited urgency.
  case deadline
  /// What finishes first when it has everything to itself.
  case earliestFinish

  /// Scores by initiative; larger comes earlier.
  func scores(
    _ instance: borrowing Instance, _ heads: borrowing Heads, _ urgency: Urgency
  ) -> [Double] {
    var scores: [Double] = []
    let top = (urgency.inherited.max() ?? 0) + 1
    for initiative in 0..<Int32(instance.initiativeCount) {
      let index = Int(initiative)
      switch self {
      case .inheritedUrgency: scores.append(urgency.inherited[index])
      case .urgency: scores.append(urgency.rate[index] / max(urgency.load[index], 0.01))
      case .delayPerDuration:
        var first = instance.dayCount
        for work in instance.initiatives.workRange(initiative) {
          first = min(first, heads.start[work])
        }
        let days = max(1, heads.initiativeFinish[initiative] - first + 1)
        scores.append(urgency.rate[index] / Double(days))
      case .deadline:
        let must = heads.mustBeDone[initiative] ? top : 0
        let latest = min(
          instance.initiatives.latestFinish[initiative],
          instance.initiatives.windowLast[initiative], instance.dayCount)
        let early = heads.mustBeDone[initiative] ? top * Double(instance.dayCount - latest) : 0
        scores.append(must + early + urgency.inherited[index])
      case .earliestFinish: scores.append(-Double(heads.initiativeFinish[initiative]))
      }
    }
    return scores
  }
}
