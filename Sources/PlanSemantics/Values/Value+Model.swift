package import PlanModel

// A value that `evaluate(_:expecting:)` has fitted to a type, read as the model's own. Each accessor answers `nil` for
// poison, for `none` and for what is of another type, so callers need no second check.
extension Value {
  private var quantity: Quantity? {
    if case .quantity(let quantity) = self { quantity } else { nil }
  }

  /// A `.number`.
  package var number: Rational? { quantity.flatMap { $0.unit == .number ? $0.magnitude : nil } }

  /// A `.count`.
  package var count: Int64? { number.flatMap { $0.isWhole ? $0.numerator : nil } }

  /// `.heads`, in tenths of a person.
  package var headsTenths: Int32? {
    number.flatMap { $0.times(10) }.map { Int32(clamping: $0.rounded) }
  }

  /// A `.share` or `.percent`, as a part of one.
  package var share: Rational? { quantity.flatMap { $0.unit == .percent ? $0.magnitude : nil } }

  /// `.elapsed`: whole days or months, as fitting has checked.
  package var elapsed: Elapsed? { quantity?.elapsed }

  /// An `.elapsedRange`: its least and its most.
  package var elapsedRange: (least: Elapsed, most: Elapsed)? {
    guard case .spread(let spread) = self else { return elapsed.map { ($0, $0) } }
    guard spread.likely == nil, let least = spread.low.elapsed, let most = spread.high.elapsed
    else { return nil }
    return (least, most)
  }

  /// A `.slip`, in working days.
  package var slipDays: External.SlipDays? {
    switch self {
    case .quantity(let quantity):
      guard case .workingDays(let days) = quantity.elapsed else { return nil }
      return External.SlipDays(low: days, likely: days, high: days)
    case .spread(let spread):
      guard case .workingDays(let low) = spread.low.elapsed,
        case .workingDays(let likely)? = spread.likely?.elapsed,
        case .workingDays(let high) = spread.high.elapsed
      else { return nil }
      return External.SlipDays(low: low, likely: likely, high: high)
    default: return nil
    }
  }

  /// An `.effort`: a point or three of them, in whole minutes.
  ///
  /// The shape is PERT; a plan that wants another sets it.
  package var estimate: Estimate? {
    switch self {
    case .quantity(let quantity): quantity.effort.map { Estimate(exactly: $0) }
    case .spread(let spread):
      if let low = spread.low.effort, let likely = spread.likely?.effort,
        let high = spread.high.effort
      {
        Estimate(low: low, likely: likely, high: high)
      } else {
        nil
      }
    default: nil
    }
  }

  /// An `.effortAmount`, rounded half up to a minute.
  package var effort: Effort? { quantity?.effort }

  /// `.money`, rounded half up to the minor unit.
  package var money: Money? {
    guard let quantity, case .money(let currency) = quantity.unit else { return nil }
    return quantity.magnitude.times(Rational(currency.minorPerUnit))
      .map { Money(minorUnits: $0.rounded) }
  }

  package var moneyRate: MoneyRate? {
    guard let quantity, case .rate(.money(let currency), let per) = quantity.unit else {
      return nil
    }
    return quantity.magnitude.times(Rational(per.perYear))?.times(Rational(currency.minorPerUnit))
      .map(MoneyRate.init(minorUnitsPerYear:))
  }

  package var labourRate: LabourRate? {
    guard let quantity, case .labour(let currency, let per) = quantity.unit else { return nil }
    return quantity.magnitude.times(Rational(currency.minorPerUnit))?
      .divided(by: Rational(per.minutes)).map(LabourRate.init(minorUnitsPerMinute:))
  }

  /// An `.effortRate`, in minutes of people a year of 260 weekdays.
  package var effortMinutesPerYear: Rational? {
    guard let quantity, case .rate(.effort, let per) = quantity.unit else { return nil }
    return quantity.magnitude.times(Rational(per.perYear))
  }

  /// A `.percentRate`, as a part of one a year.
  package var sharePerYear: Rational? {
    guard let quantity, case .rate(.percent, let per) = quantity.unit else { return nil }
    return quantity.magnitude.times(Rational(per.perYear))
  }

  /// A `.firstDay` or `.lastDay`: fitting has already taken the end that counts.
  package var day: CivilDate? {
    if case .date(let period) = self { period.first } else { nil }
  }

  /// A `.dateRange`.
  package var dateRange: ClosedRange<CivilDate>? {
    switch self {
    case .date(let period): period.days
    case .dates(let first, let last): first.first <= last.last ? first.first...last.last : nil
    default: nil
    }
  }

  /// An `.offsetRange`: from, and up to but not with, counted from the plan's start.
  package var offsetRange: (from: Elapsed, until: Elapsed)? {
    guard case .spread(let spread) = self, spread.likely == nil, let from = spread.low.elapsed,
      let until = spread.high.elapsed
    else { return nil }
    return (from, until)
  }

  /// A `.shareRange`, each end a part of one.
  package var shareRange: ClosedRange<Rational>? {
    guard case .spread(let spread) = self, spread.unit == .percent else { return nil }
    return spread.low.magnitude...spread.high.magnitude
  }

  /// A `.headsRange`, in tenths of a person.
  package var headsRangeTenths: ClosedRange<Int32>? {
    switch self {
    case .quantity: return headsTenths.map { $0...$0 }
    case .spread(let spread):
      guard let low = Value.quantity(spread.low).headsTenths,
        let high = Value.quantity(spread.high).headsTenths, low <= high
      else { return nil }
      return low...high
    default: return nil
    }
  }

  /// A `.change` as the plan writes its two ends.
  package var changeTexts: (baseline: String, target: String)? {
    guard case .change(let from, let target) = self else { return nil }
    return (from.text, target.text)
  }

  /// A `.shareChange`, each end a part of one; a share alone is where it shall go.
  package var shareChange: (first: Rational?, full: Rational)? {
    guard case .change(let from, let target) = self else { return share.map { (nil, $0) } }
    guard from.unit == .percent, target.unit == .percent else { return nil }
    return (from.magnitude, target.magnitude)
  }

  package var text: String? { if case .text(let text) = self { text } else { nil } }
  package var boolean: Bool? { if case .boolean(let truth) = self { truth } else { nil } }
  package var symbol: String? { if case .symbol(let word) = self { word } else { nil } }
  package var reference: Reference? {
    if case .reference(let reference) = self { reference } else { nil }
  }

  /// The elements of a `.list`: fitting has made a list of a single value already.
  package var elements: [Value]? { if case .list(let values) = self { values } else { nil } }
}

extension Reference {
  /// The lag in the model's form; none is zero.
  package var elapsed: Elapsed { lag?.elapsed ?? .zero }
}

extension Quantity {
  /// Whole days or months; `nil` for anything else.
  package var elapsed: Elapsed? {
    guard magnitude.isWhole, let count = Int32(exactly: magnitude.numerator) else { return nil }
    switch unit {
    case .workingDays: return .workingDays(count)
    case .months: return .months(count)
    default: return nil
    }
  }

  /// Effort rounded half up to a minute; `nil` for anything else.
  package var effort: Effort? {
    unit == .effort ? Effort(minutes: magnitude.rounded) : nil
  }
}
