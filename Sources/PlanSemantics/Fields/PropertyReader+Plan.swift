internal import PlanModel

// What the plan as a whole takes where it says nothing.
extension PropertyReader {
  /// The value that stands in for a property of `plan`; what follows from others of its properties is known once the plan has
  /// been read, and `none` before that.
  func assumed(_ word: PropertyWord) -> Value {
    if let value = DefaultValues.value(word, of: .plan) { return value }
    guard let plan = model?.plan else { return .none }
    switch word {
    case .start: return .date(Period(plan.start))
    case .until: return .date(Period(plan.end))
    case .asOf: return .date(Period(plan.asOf))
    case .currency: return .symbol(plan.currency.code)
    case .rate:
      let perWeek = plan.rate.minorUnitsPerMinute.times(
        Rational(EffortUnit.personWeek.minutes))?
        .divided(by: Rational(plan.currency.minorPerUnit))
      return perWeek.map {
        .quantity(Quantity($0, .labour(plan.currency, per: .personWeek)))
      } ?? .none
    default: return .none
    }
  }
}
