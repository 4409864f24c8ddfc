import PlanModel
import PlanSyntax

extension Environment {
  /// `working_days calendar_days months_between first_day last_day week month quarter year`; of `none` they are `none`.
  mutating func onDates(_ builtIn: BuiltIn, _ inputs: [Input], at span: Span) -> Value {
    if inputs.contains(where: { $0.value == .none }) { return .none }
    var stretches: [ClosedRange<CivilDate>] = []
    for input in inputs {
      switch input.value {
      case .date(let period): stretches.append(period.days)
      case .dates(let first, let last): stretches.append(first.first...last.last)
      default: return refuse(builtIn, input, wanted: "dates")
      }
    }
    let first = stretches[0].lowerBound
    let last = stretches[stretches.count - 1].upperBound
    switch builtIn.operation {
    case .workingDays:
      // Counted by working weeks and holidays it would be quicker; a plan has a few thousand days.
      let days = first.days(until: last)
      guard mayStep(1 + max(0, days), at: span) else { return .poison }
      return time(calendar.workingDays(from: first, through: last))
    case .calendarDays: return .number(Rational(Int64(max(0, first.days(until: last) + 1))))
    case .monthsBetween: return months(from: first, to: stretches[1].lowerBound)
    case .firstDay: return .date(Period(first))
    case .lastDay: return .date(Period(last))
    case .week, .month, .quarter: return period(builtIn.operation, around: first)
    default: return .number(Rational(Int64(first.year)))
    }
  }

  private func time(_ days: Int) -> Value {
    .quantity(Quantity(Rational(Int64(days)), .workingDays))
  }

  /// Whole months, fewer than nothing when the second date is the earlier.
  private func months(from first: CivilDate, to second: CivilDate) -> Value {
    if second < first {
      let count = wholeMonths(from: second, to: first)
      return .quantity(Quantity(Rational(Int64(-count)), .months))
    }
    return .quantity(Quantity(Rational(Int64(wholeMonths(from: first, to: second))), .months))
  }

  private func wholeMonths(from first: CivilDate, to second: CivilDate) -> Int {
    let guess = (second.year - first.year) * 12 + second.month - first.month
    return first.adding(months: guess) > second ? guess - 1 : guess
  }

  private func period(_ unit: BuiltIn.Operation, around day: CivilDate) -> Value {
    switch unit {
    case .week:
      let monday = day.adding(days: 1 - day.weekday)
      return .date(Period(first: monday, last: monday.adding(days: 6), form: .week))
    case .month:
      guard let days = CivilDate.monthRange(year: day.year, month: day.month) else { return .none }
      return .date(Period(first: days.lowerBound, last: days.upperBound, form: .month))
    default:
      let (year, quarter) = day.quarter(fiscalMonth: fiscalMonth)
      guard
        let days = CivilDate.quarterRange(year: year, quarter: quarter, fiscalMonth: fiscalMonth)
      else { return .none }
      let form = Period.Form.quarter(fiscalMonth: fiscalMonth)
      return .date(Period(first: days.lowerBound, last: days.upperBound, form: form))
    }
  }
}
