package import PlanModel
internal import PlanSyntax

/// What a magnitude counts: the closed list of units that the language computes with.
package enum Unit: Hashable, Sendable {
  case number
  /// Magnitudes are shares of one: 70 % is 7/10.
  case percent
  /// Days on which the calendar works.
  case workingDays
  /// Months of the civil calendar.
  case months
  /// Minutes of one person.
  case effort
  /// Whole units of the currency, not its minor unit.
  case money(Currency)
  /// So much of `top` in every `per`.
  case rate(RateTop, per: RatePeriod)
  /// Money for people's time: `$4k/pw`.
  case labour(Currency, per: EffortUnit)
  /// Letters that mean something to the reader only: `10x`, `800ms`.
  case free(String)
}

/// What a rate over time counts.
package enum RateTop: Hashable, Sendable {
  case number
  case percent
  case effort
  case money(Currency)
}

/// What a rate over time is counted in.
///
/// One year is 4 quarters, 12 months, 52 weeks, 260 weekdays.
package enum RatePeriod: String, Hashable, Sendable, CaseIterable {
  case day
  case week
  case month
  case quarter
  case year

  /// How many of them a year has.
  package var perYear: Int64 {
    switch self {
    case .day: 260
    case .week: 52
    case .month: 12
    case .quarter: 4
    case .year: 1
    }
  }

  /// Whether it is counted in working days, as `d` and `w` are.
  var isWorkingTime: Bool { self == .day || self == .week }
}

/// The units in which people's time is written, smallest first.
package enum EffortUnit: String, Hashable, Sendable, CaseIterable {
  case minute = "min"
  case hour = "h"
  case personDay = "pd"
  case personWeek = "pw"
  case personMonth = "pm"

  package var minutes: Int64 {
    switch self {
    case .minute: 1
    case .hour: 60
    case .personDay: Effort.minutesPerPersonDay
    case .personWeek: Effort.minutesPerPersonWeek
    case .personMonth: Effort.minutesPerPersonMonth
    }
  }
}

/// The units in which time is written.
enum ElapsedUnit: String, CaseIterable {
  case day = "d"
  case week = "w"
  case month = "mo"
  case quarter = "q"
  case year = "y"

  /// The unit it is a multiple of, and how many of those it has.
  var base: (unit: Unit, count: Int64) {
    switch self {
    case .day: (.workingDays, 1)
    case .week: (.workingDays, 5)
    case .month: (.months, 1)
    case .quarter: (.months, 3)
    case .year: (.months, 12)
    }
  }
}

extension Unit {
  /// In the reader's words, as a label under a value: "working time", "a rate of money".
  package var description: String {
    switch self {
    case .number: "a number"
    case .percent: "a percentage"
    case .workingDays: "working time"
    case .months: "calendar time"
    case .effort: "effort"
    case .money: "money"
    case .rate(.number, _): "a rate"
    case .rate(.percent, _): "a rate in per cent"
    case .rate(.effort, _): "a rate of effort"
    case .rate(.money, _): "a rate of money"
    case .labour: "a price of people's time"
    case .free(let unit): "an amount in `\(unit.shortened)`"
    }
  }

  /// The currency that it is counted in, if any.
  var currency: Currency? {
    switch self {
    case .money(let currency), .labour(let currency, _), .rate(.money(let currency), _): currency
    default: nil
    }
  }
}
