/// Something that may go wrong, and then adds effort or costs money.
package struct Risk: Sendable {
  package var name: String
  package var label: String
  package var readers = Readers.everybody
  /// 0...1.
  package var chance: Rational
  /// Effort added to `work` when it happens; `nil` for one that only costs money.
  package var adds: Estimate?
  /// The work that takes the added effort, as an index into `Plan.works`.
  package var work: WorkID
  package var loss: Loss? = nil
  package var lowered: Lowered? = nil
  package var owner: String? = nil
  package var origin: Origin = .risk

  package init(name: String, label: String, chance: Rational, adds: Estimate?, work: WorkID) {
    self.name = name
    self.label = label
    self.chance = chance
    self.adds = adds
    self.work = work
  }

  package enum Origin: Hashable, Sendable {
    case risk
    /// An assumption that may not hold; its risk is that it does not.
    case assumption(knownAfter: Dependency.Target?)
  }

  /// Money that is lost when it happens.
  package struct Loss: Hashable, Sendable {
    package var costs: Money
    /// The time in which it happens with the risk's chance.
    package var over: Elapsed

    package init(costs: Money, over: Elapsed) {
      self.costs = costs
      self.over = over
    }

    /// What is lost a year when it happens with a chance: `costs × chance ÷ over`, a year being 260 working days or
    /// 12 months.
    package func rate(at chance: Rational) -> MoneyRate {
      let years =
        switch over {
        case .workingDays(let days): Rational(Int64(max(1, days)), 260)
        case .months(let months): Rational(Int64(max(1, months)), 12)
        }
      let expected = Rational(costs.minorUnits).times(chance)
      let yearly = years.flatMap { expected?.divided(by: $0) }
      return MoneyRate(minorUnitsPerYear: yearly ?? Rational(.max))
    }
  }

  /// What is left of it once something is done.
  package struct Lowered: Hashable, Sendable {
    /// 0...1, under the risk's.
    package var chance: Rational
    package var once: InitiativeID

    package init(chance: Rational, once: InitiativeID) {
      self.chance = chance
      self.once = once
    }
  }

  /// Loss that is expected a year as long as nothing lowers it.
  package var expectedLoss: MoneyRate? { loss?.rate(at: chance) }

  /// Loss a year that what lowers it avoids.
  package var avoidedLoss: MoneyRate? {
    guard let loss, let lowered, let less = chance.minus(lowered.chance), less > .zero else {
      return nil
    }
    return loss.rate(at: less)
  }
}
