internal import PlanModel
internal import PlanSyntax

extension Lint {
  /// A `choice` with one option.
  static let choiceOfOne = Lint(
    code: .choiceOfOne, title: "a `choice` with one option",
    reason: "a choice of one is a decision that has been taken; decisions with two or more options"
      + " fail far less often (Nutt, 2002)"
  ) { subject in
    zip(subject.plan.choices, subject.places.choices).compactMap { choice, place in
      guard choice.options.count == 1 else { return nil }
      return Diagnostic(
        .choiceOfOne, "`\(choice.name.shortened)` leaves one option", at: place,
        label: "one option",
        helps: ["add what it is compared with, if only doing nothing, or write a `decision`"])
    }
  }
}
