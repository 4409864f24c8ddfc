internal import PlanSyntax

extension Lint {
  /// A `staff` whose upper end is more than its team or its skill ever has.
  ///
  /// Found where staffing is worked out, as the error of too few people is.
  static let unfillableStaff = Lint(
    code: .unfillableStaff, title: "more staff than there ever are",
    reason: "a range that nobody can fill reads as speed that is not there; the schedule never uses"
      + " more than the pool has, hires and learners included")
}

extension Diagnostic {
  /// The warning that `who`, a team or a skill of one, never has as many people as the upper end of `staff` wants.
  static func unfillableStaff(
    at place: Span, who: String, mostTenths most: Int64, wantedTenths wanted: Int32
  ) -> Diagnostic {
    Diagnostic(
      .unfillableStaff,
      "`staff` goes up to \(heads(Int64(wanted))), and `\(who.shortened)` never has more than \(heads(most))",
      at: place, label: "more than there ever are",
      helps: ["write what can be had, or add a `hire` or a `learn`"])
  }
}
