internal import PlanModel
internal import PlanSyntax

extension Lint {
  /// `availability` and `load` that together leave less than two fifths of a team's time.
  ///
  /// Both are fine at what teams measure: 70 % available, of which 80 % is planned, are 56 %. Below 40 % the same
  /// interruptions have most likely been taken off in both.
  static let hoursCountedTwice = Lint(
    code: .hoursCountedTwice, title: "`availability` and `load` that claim the same hours",
    reason: "`availability` is what meetings, support and toil leave; `load` is a reserve for the"
      + " unforeseen out of that; teams that measure find 50 to 60 % after both"
  ) { subject in
    guard subject.plan.load < .one, let least = Rational(2, 5) else { return [] }
    return subject.plan.teams.indices.compactMap { index in
      let team = subject.plan.teams[index]
      guard team.availability > .zero, team.availability < .one,
        let left = team.availability.times(subject.plan.load), left < least,
        let hundredfold = left.times(Rational(100))
      else { return nil }
      return Diagnostic(
        .hoursCountedTwice,
        "`availability` and `load` leave \(hundredfold.rounded) % of the time of `\(team.name.shortened)`",
        at: subject.places[TeamID(index)], label: "most of its time is taken off",
        notes: ["what meetings and support take belongs into `availability` alone"],
        helps: ["take it out of one of the two: `load` is a reserve for what nobody foresees"])
    }
  }
}
