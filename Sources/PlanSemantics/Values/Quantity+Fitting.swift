import PlanModel

extension Quantity {
  /// The quantity as one of a type that takes a single figure.
  func fitted(to type: ValueType) -> Result<Quantity, Misfit> {
    switch type {
    case .number: only(.number)
    case .percent: only(.percent)
    case .measure: .success(self)
    case .count:
      only(.number).flatMap { $0.whole() }
        .flatMap { $0.within(ValueLimit.count, "2 billion") }
    case .heads:
      only(.number).flatMap { $0.tenths() }
        .flatMap { $0.within(ValueLimit.heads, "a million people") }
    case .share: only(.percent).flatMap { $0.share() }
    case .elapsed: elapsedTime()
    case .effortAmount:
      only(.effort)
        .flatMap { $0.within(ValueLimit.effortMinutes, "10M person-weeks") }
    case .money: isMoney ? amount() : .failure(.type)
    case .moneyRate: RateKind(unit) == .money ? rate() : .failure(.type)
    case .effortRate: RateKind(unit) == .effort ? rate() : .failure(.type)
    case .percentRate: RateKind(unit) == .percent ? rate(signed: true) : .failure(.type)
    case .labourRate: RateKind(unit) == .labour ? rate() : .failure(.type)
    default: .failure(.type)
    }
  }

  private func only(_ wanted: Unit) -> Result<Quantity, Misfit> {
    unit == wanted ? .success(self) : .failure(.type)
  }

  private var isMoney: Bool { if case .money = unit { true } else { false } }

  private func whole() -> Result<Quantity, Misfit> {
    magnitude.isWhole ? .success(self) : .failure(.notWhole)
  }

  private func tenths() -> Result<Quantity, Misfit> {
    10 % magnitude.denominator == 0 ? .success(self) : .failure(.notTenths)
  }

  private func share() -> Result<Quantity, Misfit> {
    magnitude >= .zero && magnitude <= .one ? .success(self) : .failure(.notAShare)
  }

  private func within(_ limit: Rational, _ limitText: String) -> Result<Quantity, Misfit> {
    if isNegative { return .failure(.negative) }
    return magnitude <= limit ? .success(self) : .failure(.tooLarge(limit: limitText))
  }

  private func elapsedTime() -> Result<Quantity, Misfit> {
    switch unit {
    case .workingDays:
      within(ValueLimit.workingDays, "300 years").flatMap { $0.whole() }
    case .months: within(ValueLimit.months, "300 years").flatMap { $0.whole() }
    default: .failure(.type)
    }
  }

  private func amount() -> Result<Quantity, Misfit> {
    within(ValueLimit.money, "a thousand billion").flatMap { $0.readable(Value.quantity($0).money) }
  }

  /// Per year, and per minute for people's time, rates have to be as small as amounts.
  private func rate(signed: Bool = false) -> Result<Quantity, Misfit> {
    if isNegative, !signed { return .failure(.negative) }
    let value = Value.quantity(self)
    let perYear =
      value.moneyRate?.minorUnitsPerYear ?? value.labourRate?.minorUnitsPerMinute
      ?? value.effortMinutesPerYear ?? value.sharePerYear
    guard let perYear, let limit = ValueLimit.money.times(100), perYear <= limit,
      Rational.zero.minus(limit).map({ perYear >= $0 }) ?? false
    else { return .failure(.tooLarge(limit: "a thousand billion a year")) }
    return .success(self)
  }

  /// What the model cannot hold is too large.
  private func readable<Model>(_ model: Model?) -> Result<Quantity, Misfit> {
    model == nil ? .failure(.tooLarge(limit: "a thousand billion")) : .success(self)
  }
}

private enum RateKind {
  case money
  case effort
  case percent
  case labour

  init?(_ unit: Unit) {
    switch unit {
    case .rate(.money, _): self = .money
    case .rate(.effort, _): self = .effort
    case .rate(.percent, _): self = .percent
    case .labour: self = .labour
    default: return nil
    }
  }
}
