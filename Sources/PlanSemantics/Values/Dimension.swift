import PlanModel

/// The powers of money, effort and time in a unit.
struct Dimension: Hashable {
  var money: Int8
  var effort: Int8
  var time: Int8

  init(money: Int8 = 0, effort: Int8 = 0, time: Int8 = 0) {
    self.money = money
    self.effort = effort
    self.time = time
  }

  /// `nil` for units that the reader made up: they combine with nothing.
  init?(_ unit: Unit) {
    switch unit {
    case .number, .percent: self.init()
    case .workingDays, .months: self.init(time: 1)
    case .effort: self.init(effort: 1)
    case .money: self.init(money: 1)
    case .labour: self.init(money: 1, effort: -1)
    case .rate(.number, _), .rate(.percent, _): self.init(time: -1)
    case .rate(.effort, _): self.init(effort: 1, time: -1)
    case .rate(.money, _): self.init(money: 1, time: -1)
    case .free: return nil
    }
  }

  func times(_ other: Dimension) -> Dimension {
    Dimension(
      money: money + other.money, effort: effort + other.effort, time: time + other.time)
  }

  func divided(by other: Dimension) -> Dimension {
    Dimension(
      money: money - other.money, effort: effort - other.effort, time: time - other.time)
  }

  /// The unit in which this is told, given what it was made of; `nil` where the language has none.
  ///
  /// What accrues by day or week yields working time, by month or more calendar time: `80h / 2h/day` is forty working
  /// days, `$400k / $238k/year` is months.
  func unit(left: Quantity, right: Quantity, isQuotient: Bool) -> Unit? {
    let both = [left.unit, right.unit]
    let currency = both.lazy.compactMap(\.currency).first
    let period = both.lazy.compactMap(\.ratePeriod).first
    // Percentages come of rates of percentages; like by like is a plain number.
    let isPercent =
      isQuotient
      ? left.unit.isPercent && !right.unit.isPercent
      : left.unit.isPercent || right.unit.isPercent
    switch (money, effort, time) {
    case (0, 0, 0): return isPercent ? .percent : .number
    case (0, 0, 1): return (period?.isWorkingTime ?? true) ? .workingDays : .months
    case (0, 1, 0): return .effort
    case (1, 0, 0): return currency.map { .money($0) }
    case (1, -1, 0):
      let per = both.lazy.compactMap(\.labourUnit).first ?? .personWeek
      return currency.map { .labour($0, per: per) }
    case (_, _, -1):
      guard let top = top(currency, isPercent: isPercent) else { return nil }
      let elapsed = left.elapsedPeriod ?? right.elapsedPeriod
      return .rate(top, per: period ?? elapsed ?? .week)
    default: return nil
    }
  }

  private func top(_ currency: Currency?, isPercent: Bool) -> RateTop? {
    switch (money, effort) {
    case (0, 0): isPercent ? .percent : .number
    case (0, 1): .effort
    case (1, 0): currency.map { .money($0) }
    default: nil
    }
  }
}

extension Unit {
  fileprivate var ratePeriod: RatePeriod? { if case .rate(_, let per) = self { per } else { nil } }

  fileprivate var labourUnit: EffortUnit? {
    if case .labour(_, let per) = self { per } else { nil }
  }

  fileprivate var isPercent: Bool {
    switch self {
    case .percent, .rate(.percent, _): true
    default: false
    }
  }
}

extension Quantity {
  /// The period in which a rate over this time reads best: `$52k / 1y` is by the year.
  fileprivate var elapsedPeriod: RatePeriod? {
    switch unit {
    case .workingDays: isWhole(of: 5) ? .week : .day
    case .months: isWhole(of: 12) ? .year : .month
    default: nil
    }
  }

  private func isWhole(of count: Int64) -> Bool {
    magnitude.isWhole && magnitude.numerator % count == 0
  }
}
