/// Ways to have the same thing, of which one is to be chosen: build, buy, managed.
package struct Choice: Confidential, Sendable {
  package var name: String
  package var label: String
  package var readers = Readers.everybody
  /// The time over which the options are compared.
  package var over: Elapsed
  /// Whether it is what sets the business apart; `nil` where the plan does not say.
  package var isCore: Bool?
  package var owner: String?
  package var decideBy: CivilDate?
  package var options: [Option]
  package var note: String?

  package struct Option: Sendable {
    package var name: String
    package var label: String
    package var readers = Readers.everybody
    package var effort: Estimate?
    package var price: Price?
    /// What keeping it takes, as a share of its effort in a year.
    package var upkeepPerYear: Rational?
    /// The share of the need that it meets, 0...1.
    package var covers: Rational?
    /// The effort of leaving it again.
    package var exit: Estimate?
    package var note: String?
    /// Who would do the work; `nil` where the plan does not say.
    package var team: TeamID? = nil

    package init(
      name: String, label: String, effort: Estimate?, price: Price?, upkeepPerYear: Rational?,
      covers: Rational?, exit: Estimate?, note: String?
    ) {
      self.name = name
      self.label = label
      self.effort = effort
      self.price = price
      self.upkeepPerYear = upkeepPerYear
      self.covers = covers
      self.exit = exit
      self.note = note
    }

    /// What it costs over a time: its effort and upkeep at a rate of labour, and its price.
    ///
    /// Leaving it is not in it.
    ///
    /// Of an estimate the mean is taken; each part is rounded once, half up, and saturates as all money does.
    package func cost(over time: Elapsed, rate: LabourRate) -> Money {
      labour(rate) + upkeep(over: time, rate: rate) + (price?.cost(over: time) ?? .zero)
    }

    /// What the work to have it costs.
    package func labour(_ rate: LabourRate) -> Money {
      effort.map { rate.price(of: $0.mean) } ?? .zero
    }

    /// What the work to keep it costs over a time.
    package func upkeep(over time: Elapsed, rate: LabourRate) -> Money {
      guard let upkeepPerYear else { return .zero }
      let kept = upkeepPerYear.times(Rational(labour(rate).minorUnits))?.times(time.years)
      return Money(minorUnits: kept?.rounded ?? .max)
    }
  }

  package init(
    name: String, label: String, over: Elapsed, isCore: Bool?, owner: String?,
    decideBy: CivilDate?, options: [Option], note: String?
  ) {
    self.name = name
    self.label = label
    self.over = over
    self.isCore = isCore
    self.owner = owner
    self.decideBy = decideBy
    self.options = options
    self.note = note
  }
}

/// What something costs: once, or again and again.
package enum Price: Sendable {
  case once(Money)
  case running(MoneyRate)

  package func cost(over time: Elapsed) -> Money {
    switch self {
    case .once(let money): return money
    case .running(let rate):
      let amount = rate.minorUnitsPerYear.times(time.years)
      return Money(minorUnits: amount?.rounded ?? .max)
    }
  }
}
