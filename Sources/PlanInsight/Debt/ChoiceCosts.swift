package import PlanModel

/// The options of a choice over years: what each takes to have, to keep and to leave, and when a
/// dear beginning has paid for itself.
///
/// Prices and work, no delay: that is `ChoiceWeighing`.
package struct ChoiceCosts: Sendable {
  package var over: Elapsed
  /// One an option, in the plan's order.
  package var options: [Option]

  package struct Option: Sendable {
    /// Paid and worked once, to have it.
    package var labour: Money
    package var paidOnce: Money
    /// Paid and worked again and again, a year.
    package var yearly: MoneyRate
    /// What it takes by the end of each year, the last of which may be a part of one.
    package var byYear: [Money]
    /// What it takes over the whole time; leaving it is not in it.
    package var total: Money
    /// What it takes to be rid of it; `nil` where the plan does not say.
    package var exit: Money?
    /// When it has cost no more than the option that is cheapest to have; `nil` for that option itself.
    package var breakEven: BreakEven?

    package var upFront: Money { labour + paidOnce }
  }

  package struct BreakEven: Hashable, Sendable {
    /// The option that is cheapest to have.
    package var against: Int
    /// Years until then; 0 where it never costs more, `nil` where it never catches up.
    package var years: Rational?
  }
}

extension ChoiceCosts {
  /// - Complexity: O(options × years).
  package init(of choice: Choice, rate: LabourRate) {
    over = choice.over
    let years = Self.years(in: choice.over)
    let plain = choice.options.map { option -> Option in
      let labour = option.labour(rate)
      var once = Money.zero
      var yearly = MoneyRate.zero
      switch option.price {
      case .once(let money): once = money
      case .running(let rate): yearly = rate
      case nil: break
      }
      if let share = option.upkeepPerYear {
        let kept = share.times(Rational(labour.minorUnits)) ?? Rational(.max)
        yearly = yearly.plus(MoneyRate(minorUnitsPerYear: kept))
      }
      return Option(
        labour: labour, paidOnce: once, yearly: yearly,
        byYear: years.map { option.cost(over: $0, rate: rate) },
        total: option.cost(over: choice.over, rate: rate),
        exit: option.exit.map { rate.price(of: $0.mean) })
    }
    let cheapest = plain.indices.min { (plain[$0].upFront, $0) < (plain[$1].upFront, $1) }
    options = plain.enumerated().map { index, option in
      var option = option
      if let cheapest, index != cheapest {
        option.breakEven = BreakEven(
          against: cheapest, years: option.years(toOvertake: plain[cheapest]))
      }
      return option
    }
  }

  /// The ends of its years, and its own.
  private static func years(in time: Elapsed) -> [Elapsed] {
    let whole = Int32(clamping: time.years.floor)
    guard whole <= yearsMax else { return [time] }
    var ends = (0..<max(0, whole)).map { Elapsed.months(12 * ($0 + 1)) }
    if time.years > Rational(Int64(whole)) { ends.append(time) }
    return ends
  }

  /// So many years are told one by one.
  private static let yearsMax: Int32 = 10
}

extension ChoiceCosts.Option {
  /// Years until what it takes is no more than what another takes that is cheaper to have: the difference up front by the
  /// difference a year.
  fileprivate func years(toOvertake other: ChoiceCosts.Option) -> Rational? {
    let dearer = upFront.minorUnits.addingClamped(-other.upFront.minorUnits)
    let saved = other.yearly.minorUnitsPerYear.minus(yearly.minorUnitsPerYear)
    guard let saved else { return nil }
    if dearer <= 0 { return saved < .zero ? nil : .zero }
    return saved > .zero ? Rational(dearer).divided(by: saved) : nil
  }
}
