package import PlanModel

// Numbers, times and shares as they stand in a sentence.

/// `one initiative`, `nine initiatives`, `24 initiatives`.
func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  inWords(count) + " " + (count == 1 ? noun : plural ?? noun + "s")
}

/// Small numbers as words, which is how they are read aloud.
func inWords(_ count: Int) -> String {
  let words = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]
  return words.indices.contains(count)
    ? words[count] : Rational(Int64(count)).text(decimals: 0)
}

/// At the start of a sentence.
///
/// Text that begins with a name is left alone.
func capitalised(_ text: String) -> String {
  guard let first = text.first else { return text }
  return first.uppercased() + text.dropFirst()
}

func capitalised(_ prose: Prose) -> Prose {
  guard let first = prose.runs.first else { return prose }
  var result = Prose(capitalised(first.text), first.style)
  for run in prose.runs.dropFirst() { result.append(run.text, run.style) }
  return result
}

/// A text of the plan as a sentence: with a full stop, if it has no mark of its own.
func sentence(_ text: String) -> String {
  guard let last = text.last else { return text }
  return ".!?…".contains(last) ? text : text + "."
}

/// People counted in tenths: `15`, `2.5`.
func heads(_ tenths: Int32) -> String {
  (Rational(Int64(tenths), 10) ?? .zero).text(decimals: 1)
}

/// The same in a sentence: `four`, `5.5`.
func headsInWords(_ tenths: Int32) -> String {
  tenths % 10 == 0 ? inWords(Int(tenths / 10)) : heads(tenths)
}

extension Elapsed {
  /// As an amount of waiting: `a quarter`, `two weeks`.
  var phrase: String {
    switch self {
    case .months(1): "a month"
    case .months(3): "a quarter"
    case .months(12): "a year"
    case .workingDays(5): "a week"
    default: text
    }
  }

  /// After `each` or `one`, where one word does: `quarter`.
  var noun: String {
    let phrase = phrase
    return phrase.hasPrefix("a ") ? String(phrase.dropFirst(2)) : phrase
  }
}

extension CivilDate {
  /// The number of the ISO 8601 week.
  var week: Int {
    let thursday = thursday
    let newYear = CivilDate(year: thursday.year, month: 1, day: 1) ?? thursday
    return newYear.days(until: thursday) / 7 + 1
  }

  /// The year that the week is counted in, which near its end may be another than the day's own.
  var yearOfWeek: Int { thursday.year }

  private var thursday: CivilDate { adding(days: 4 - weekday) }
}

extension CivilDate {
  /// Without the year where that is the one of the heading above.
  func text(besides year: Int?) -> String { self.year == year ? shortText : text }
}

/// From one date to another, the year once where it is the same: `1 Jul to 30 Sep 2026`.
func dates(_ first: CivilDate, _ last: CivilDate) -> Prose {
  first.year == last.year
    ? "\(figure: first.shortText) to \(figure: last.text)"
    : "\(figure: first.text) to \(figure: last.text)"
}

/// A stretch of weeks with its months: `weeks 41 to 47, Oct to Nov 2026`; across a new year `week 48 of 2026 to week 5 of 2027, Nov to
/// Feb`.
package func weeks(_ first: CivilDate, _ last: CivilDate) -> Prose {
  if first.yearOfWeek != last.yearOfWeek {
    let begin = "week \(first.week) of \(first.yearOfWeek)"
    let end = "week \(last.week) of \(last.yearOfWeek)"
    let isOneMonth = first.month == last.month && first.year == last.year
    let months = isOneMonth ? last.monthName : "\(first.monthName) to \(last.monthName)"
    return "\(figure: begin) to \(figure: end), \(figure: months)"
  }
  let isOne = first.week == last.week && first.days(until: last) < 7
  let numbers = isOne ? "week \(first.week)" : "weeks \(first.week) to \(last.week)"
  if first.year != last.year {
    return "\(figure: numbers), \(figure: first.monthText) to \(figure: last.monthText)"
  }
  if first.month != last.month {
    return "\(figure: numbers), \(figure: first.monthName) to \(figure: last.monthText)"
  }
  return "\(figure: numbers), \(figure: last.monthText)"
}

extension MoneyRate {
  /// `$60k a week`.
  func text(_ currency: Currency, _ period: Period) -> String {
    let share = minorUnitsPerYear.divided(by: Rational(period.perYear)) ?? minorUnitsPerYear
    return Money(minorUnits: share.rounded).text(currency, significantDigits: 3)
      + " a " + period.rawValue
  }

  enum Period: String {
    case week
    case month
    case year

    var perYear: Int64 {
      switch self {
      case .week: 52
      case .month: 12
      case .year: 1
      }
    }
  }
}

extension Metric {
  /// `European ARR from $0 to $4M`.
  var phrase: String { "\(named(label, name)) from \(baseline) to \(target)" }
}
