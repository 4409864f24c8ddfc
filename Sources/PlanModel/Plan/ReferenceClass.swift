/// Work of one sort, and what such work took of what it was estimated to take.
///
/// Reference class forecasting (Kahneman & Tversky, "Intuitive prediction: biases and corrective procedures", 1979; Flyvbjerg, "From
/// Nobel Prize to project management", 2006): what became of others of its sort says more than what is thought of the one at hand.
package struct ReferenceClass: Sendable {
  package var name: String
  package var label: String
  package var pace: Pace
  /// How many finished works it comes of; `nil` where nobody says.
  package var basedOn: Int64?

  package init(name: String, label: String, pace: Pace, basedOn: Int64?) {
    self.name = name
    self.label = label
    self.pace = pace
    self.basedOn = basedOn
  }
}

/// What work takes of its estimate: a factor on all effort of a team or of a reference class alike.
package struct Pace: Hashable, Sendable {
  /// Its mean, above 0; 1 where estimates are right on average.
  package var uplift: Rational
  /// Its standard deviation as a share of the mean, 0...1.
  package var varies: Rational
  /// Whether the plan does not say how far it may be off.
  package var isAssumed: Bool

  package init(uplift: Rational = .one, varies: Rational, isAssumed: Bool = false) {
    self.uplift = uplift
    self.varies = varies
    self.isAssumed = isAssumed
  }

  /// A team of which nothing is known: right on average, and off by a fifth.
  package static let ofTeam = Pace(varies: .percent(20), isAssumed: true)

  /// Work takes neither a tenth of what it is estimated to take nor more than ten times that; an uplift beyond is a slip of the pen.
  package static let upliftLimits = Rational.percent(10)...Rational(10)
}

extension Effort {
  /// What it comes to with an uplift, rounded half up to a minute.
  package func uplifted(by uplift: Rational) -> Effort {
    guard uplift != .one else { return self }
    return Effort(minutes: Rational(minutes).times(uplift)?.rounded ?? .max)
  }
}
