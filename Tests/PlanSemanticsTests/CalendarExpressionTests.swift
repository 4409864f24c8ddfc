import PlanModel
import PlanSemantics
import TestSupport
import Testing

/// Expressions of dates against a calendar that walks from day to day: random holidays, fiscal years, periods and steps.
@Suite struct CalendarExpressionTests {
  @Test(arguments: 0..<60) func agreeWithWalking(_ seed: Int) {
    var random = SeededRandom(seed)
    for _ in 0..<20 {
      let world = World(&random)
      for (source, expected) in world.questions(&random) {
        #expect(world.value(of: source) == expected, "\(source), holidays \(world.off.sorted())")
      }
    }
  }
}

/// A calendar and a fiscal year, and what is asked of them.
private struct World {
  let origin: Int
  let oracle: DayByDay
  let fiscalMonth: Int
  var off: Set<Int> { oracle.holidays }

  init(_ random: inout SeededRandom) {
    origin = Int.random(in: 4000..<DayByDay.days.count - 4000, using: &random)
    var off: Set<Int> = []
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      let first = origin + Int.random(in: -250...250, using: &random)
      off.formUnion(first...first + (random.oneIn(5) ? 9 : 0))
    }
    oracle = DayByDay(holidays: off)
    fiscalMonth = Int.random(in: 1...12, using: &random)
  }

  func value(of source: String) -> String {
    evaluated(
      source, fiscalMonth: fiscalMonth,
      holidays: off.map { CivilDate(dayNumber: Int32($0 - 25_567)) })
  }

  /// Expressions with what they come to.
  func questions(_ random: inout SeededRandom) -> [(String, String)] {
    let day = random.oneIn(3) ? DayByDay.lastOfMonth(origin) : origin
    let other = origin + Int.random(in: -200...200, using: &random)
    let first = Stretch(around: day, fiscalMonth, &random)
    let second = Stretch(around: other, fiscalMonth, &random)
    return moved(day, &random) + moved(first, &random) + between(day, other)
      + compared(first, second) + parts(day)
  }

  /// `2026-07-03 + 3w`, `- 2mo`.
  private func moved(_ day: Int, _ random: inout SeededRandom) -> [(String, String)] {
    let count = Int.random(in: 0...40, using: &random)
    let isBack = random.oneIn(2)
    let steps = isBack ? -count : count
    let sign = isBack ? "-" : "+"
    let start = text(day)
    return [
      ("\(start) \(sign) \(count)d", text(oracle.walked(from: day, steps))),
      ("\(start) \(sign) \(count)w", text(oracle.walked(from: day, steps * 5))),
      ("\(start) \(sign) \(count)mo", text(DayByDay.months(from: day, steps))),
      ("\(start) \(sign) \(count % 20)q", text(DayByDay.months(from: day, steps % 20 * 3))),
      ("\(start) \(sign) \(count % 9)y", text(DayByDay.months(from: day, steps % 9 * 12))),
      // By one and then by the other, in the order in which it is written.
      (
        "\(start) \(sign) \(count)mo + 3d",
        text(oracle.walked(from: DayByDay.months(from: day, steps), 3))
      ),
    ]
  }

  /// A whole month, quarter or week moved by its own kind is a whole one again; else its ends are moved.
  private func moved(_ stretch: Stretch, _ random: inout SeededRandom) -> [(String, String)] {
    let count = Int.random(in: -8...8, using: &random)
    let step = count < 0 ? "- \(-count)" : "+ \(count)"
    let (first, last) = (stretch.days.lowerBound, stretch.days.upperBound)
    let byMonths: ClosedRange<Int>
    switch stretch.form {
    case .month,
      .quarter where count % 3 == 0:
      let start = DayByDay.months(from: first, count)
      let lastMonth = stretch.form == .month ? start : DayByDay.months(from: start, 2)
      byMonths = start...DayByDay.lastOfMonth(lastMonth)
    default:
      byMonths = DayByDay.months(from: first, count)...DayByDay.months(from: last, count)
    }
    let byWeeks =
      stretch.form == .week
      ? first + 7 * count...last + 7 * count
      : oracle.walked(from: first, 5 * count)...oracle.walked(from: last, 5 * count)
    return [("mo", byMonths), ("w", byWeeks)].flatMap { unit, days in
      [
        ("first_day(\(stretch.text) \(step)\(unit))", text(days.lowerBound)),
        ("last_day(\(stretch.text) \(step)\(unit))", text(days.upperBound)),
      ]
    }
  }

  private func between(_ day: Int, _ other: Int) -> [(String, String)] {
    let (first, last) = (min(day, other), max(day, other))
    return [
      ("(\(text(other)) - \(text(day))) / 1d", "\(oracle.passed(from: day, to: other))"),
      (
        "working_days(\(text(first)), \(text(last))) / 1d", "\(oracle.working(in: first...last))"
      ),
      ("working_days(\(text(last))..\(text(last))) / 1d", "\(oracle.isWorking(last) ? 1 : 0)"),
      ("calendar_days(\(text(first))..\(text(last)))", "\(last - first + 1)"),
      ("months_between(\(text(first)), \(text(last))) / 1mo", "\(months(first, last))"),
      ("months_between(\(text(last)), \(text(first))) / 1mo", "\(-months(first, last))"),
    ]
  }

  private func months(_ first: Int, _ last: Int) -> Int {
    var count = 0
    while DayByDay.months(from: first, count + 1) <= last { count += 1 }
    return count
  }

  /// Before is before all of it, by is by its end, in is all of it.
  private func compared(_ left: Stretch, _ right: Stretch) -> [(String, String)] {
    let (first, second) = (left.days, right.days)
    let isIn = second.contains(first.lowerBound) && second.contains(first.upperBound)
    let answers: [(String, Bool)] = [
      ("<", first.allSatisfy { $0 < second.lowerBound }),
      ("<=", first.allSatisfy { $0 <= second.upperBound }),
      (">", first.allSatisfy { $0 > second.upperBound }),
      (">=", first.allSatisfy { $0 >= second.lowerBound }),
      ("==", first == second), ("!=", first != second), ("in", isIn),
    ]
    let both = answers.map { ("\(left.text) \($0.0) \(right.text)", "\($0.1)") }
    let range = "\(text(second.lowerBound))..\(text(second.upperBound))"
    return both + [("\(left.text) in \(range)", "\(isIn)")]
  }

  /// The period that a day lies in.
  private func parts(_ day: Int) -> [(String, String)] {
    let date = DayByDay.days[day]
    let quarter = DayByDay.quarter(around: day, fiscalMonth: fiscalMonth)
    let week = "\(date.weekYear)-W\(date.week < 10 ? "0" : "")\(date.week)"
    let written = "\(quarter.year)-Q\(quarter.quarter)"
    return [
      ("year(\(date.text))", "\(date.year)"),
      ("month(\(date.text))", String(date.text.dropLast(3))),
      ("week(\(date.text))", week), ("quarter(\(date.text))", written),
      ("first_day(\(week))", text(DayByDay.week(around: day).lowerBound)),
      ("last_day(\(week))", text(DayByDay.week(around: day).upperBound)),
      ("first_day(\(written))", text(quarter.days.lowerBound)),
      ("last_day(\(written))", text(quarter.days.upperBound)),
      ("calendar_days(\(written))", "\(quarter.days.count)"),
      ("working_days(\(week)) / 1d", "\(oracle.working(in: DayByDay.week(around: day)))"),
    ]
  }

  private func text(_ day: Int) -> String { DayByDay.days[day].text }
}

/// A day, week, month or quarter as plans write it, and the days it has.
private struct Stretch {
  enum Form { case day, week, month, quarter }

  let form: Form
  let text: String
  let days: ClosedRange<Int>

  init(around day: Int, _ fiscalMonth: Int, _ random: inout SeededRandom) {
    form = random.pick([.day, .week, .month, .quarter])
    let date = DayByDay.days[day]
    switch form {
    case .day:
      text = date.text
      days = day...day
    case .week:
      text = "\(date.weekYear)-W\(date.week < 10 ? "0" : "")\(date.week)"
      days = DayByDay.week(around: day)
    case .month:
      text = String(date.text.dropLast(3))
      days = DayByDay.firstOfMonth(day)...DayByDay.lastOfMonth(day)
    case .quarter:
      let quarter = DayByDay.quarter(around: day, fiscalMonth: fiscalMonth)
      text = "\(quarter.year)-Q\(quarter.quarter)"
      days = quarter.days
    }
  }
}
