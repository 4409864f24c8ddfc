internal import PlanModel
internal import PlanSyntax

extension Lint {
  /// Whoever reads the lock file looks for it.
  static let agreedAndGone = Lint(
    code: .agreedAndGone, title: "something agreed that the plan does not have",
    reason:
      "what was promised and is gone should be said to those it was promised to; what was only"
      + " renamed keeps its agreement through `was`")

  /// Starts that are not where they were agreed to be, all in one finding: a shift moves many.
  static let agreedAndMoved = Lint(
    code: .agreedAndMoved, title: "starts that moved since they were agreed",
    reason:
      "others have built on the dates that were agreed; a date that moves should move in the open",
    findScheduled: { subject, schedule in
      guard let first = schedule.moved.first, let place = subject.places[first.initiative] else {
        return []
      }
      let count = schedule.moved.count
      let others = schedule.moved.dropFirst().prefix(4).compactMap { move in
        subject.places[move.initiative].map { Diagnostic.Label($0, move.phrase) }
      }
      return [
        Diagnostic(
          .agreedAndMoved,
          "\(count) of \(schedule.agreedCount) agreed \(schedule.agreedCount == 1 ? "start" : "starts") \(count == 1 ? "has" : "have") moved",
          at: place, label: first.phrase, secondary: others,
          helps: [
            "`plan freeze --diff` shows every date and `plan render` says why; `plan freeze` agrees to them"
          ])
      ]
    })
}

extension LintSchedule.MovedStart {
  fileprivate var phrase: String {
    switch daysLater {
    case nil: isDone ? "was agreed to be left undone" : "is left undone now"
    case let days? where days > 0: "starts \(days) days later"
    case let days?: "starts \(-days) days earlier"
    }
  }
}
