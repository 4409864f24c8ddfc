internal import PlanSyntax

// Lints that show while properties are read: they are reported by whoever reads them, and known here by name.
extension Lint {
  /// An effort of one figure.
  static let pointEstimate = Lint(
    code: .pointEstimate, title: "a single figure for an effort",
    reason: "an estimate is a range with a confidence: at the idea, what it turns out to be differs"
      + " by a factor of four either way (Boehm, 1981), and a single figure hides by how much")

  /// A `progress` block of a day that has not come.
  static let progressIgnored = Lint(
    code: .progressIgnored, title: "progress of a day that has not come",
    reason: "what is noted for a day after `as_of` has not happened for the plan, and counting it"
      + " would be counting hopes")

  /// A debt that two initiatives pay.
  static let debtPaidTwice = Lint(
    code: .debtPaidTwice, title: "a debt that is paid twice",
    reason: "each of the two counts the whole tax as its gain, so that both look better than they"
      + " are")
}
