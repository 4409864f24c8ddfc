/// A part of an initiative that is worth something by itself.
///
/// The first slice is done with what stands on top of all slices; each later one is an initiative of its own in `Plan`, a
/// `partOf` the first, waits for the slice before it and may be left undone.
package struct Slice: Sendable, Hashable {
  package var name: String
  package var label: String
  package var readers = Readers.everybody
  /// Its share of the initiative's effort, 0...1.
  package var part: Rational
  /// Its share of what the initiative is worth, 0...1.
  package var worth: Rational

  package init(name: String, label: String, part: Rational, worth: Rational) {
    self.name = name
    self.label = label
    self.part = part
    self.worth = worth
  }
}

extension Urgency {
  /// The part of it that a share of the worth has: every rate and every price times the share.
  ///
  /// A hard deadline has no price; it stays whole.
  package func share(_ share: Rational) -> Urgency {
    var result = self
    result.costOfDelay = costOfDelay?.times(share)
    result.avoidedLoss = avoidedLoss?.times(share)
    for index in deadlines.indices {
      result.deadlines[index].costs = deadlines[index].costs.times(share)
    }
    for index in accruals.indices {
      result.accruals[index].rate = accruals[index].rate.times(share)
    }
    return result
  }
}

extension MoneyRate {
  fileprivate func times(_ share: Rational) -> MoneyRate {
    MoneyRate(minorUnitsPerYear: minorUnitsPerYear.times(share) ?? minorUnitsPerYear)
  }
}

extension Money {
  /// Rounded half up to a minor unit.
  fileprivate func times(_ share: Rational) -> Money {
    Money(minorUnits: Rational(minorUnits).times(share)?.rounded ?? minorUnits)
  }
}

extension Plan {
  /// The later slices of an initiative, in their order.
  package func parts(of initiative: InitiativeID) -> [InitiativeID] {
    guard initiatives[initiative.index].slice != nil else { return [] }
    return initiatives.indices.filter { initiatives[$0].partOf == initiative }
      .map { InitiativeID($0) }
  }
}
