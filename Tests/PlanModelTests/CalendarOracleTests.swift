import PlanModel
import TestSupport
import Testing

/// Dates and calendars against a calendar that walks from day to day.
@Suite struct CalendarOracleTests {
  private static let days = DayByDay.days

  /// Every day that a plan may speak of, one after the other.
  @Test func everyDay() throws {
    for (index, day) in Self.days.enumerated() {
      let date = try #require(CivilDate(year: day.year, month: day.month, day: day.day))
      guard date == self.date(index), date.fields == (day.year, day.month, day.day),
        date.weekday == day.weekday, date.isWeekend == (day.weekday > 5),
        date.description == day.text
      else {
        Issue.record("\(day.text) is \(date)")
        return
      }
    }
    #expect(CivilDate.years == 1900...2200)
    #expect(Self.days.count == date(0).days(until: try #require(last)) + 1)
  }

  private var last: CivilDate? { CivilDate(year: 2200, month: 12, day: 31) }

  /// There is no other day: neither a thirtieth of February nor a zeroth.
  @Test func noOtherDay() {
    for year in 1900...2200 {
      for month in 1...12 {
        let length = DayByDay.length(of: month, in: year)
        #expect(CivilDate(year: year, month: month, day: length + 1) == nil)
        #expect(CivilDate(year: year, month: month, day: 0) == nil)
        #expect(CivilDate.length(ofMonth: month, year: year) == length)
      }
      #expect(CivilDate(year: year, month: 13, day: 1) == nil)
    }
  }

  /// Every week of three hundred years, and no fifty-third where there is none.
  @Test func everyWeek() {
    var index = 0
    var longest: [Int: Int] = [:]
    while index + 6 < Self.days.count {
      let monday = Self.days[index]
      longest[monday.weekYear] = monday.week
      let range = CivilDate.weekRange(year: monday.weekYear, week: monday.week)
      #expect(range == date(index)...date(index + 6), "\(monday.weekYear)-W\(monday.week)")
      index += 7
    }
    for year in 1900..<2200 where longest[year] == 52 {
      #expect(CivilDate.weekRange(year: year, week: 53) == nil, "\(year)")
    }
    #expect(longest.values.allSatisfy { [52, 53].contains($0) })
    #expect(longest[2020] == 53 && longest[2026] == 53 && longest[2027] == 52)
  }

  /// Months on and back, from any day, over leap years and the ends of centuries.
  @Test(arguments: 0..<40) func monthsClamp(_ seed: Int) {
    var random = SeededRandom(seed)
    for _ in 0..<100 {
      let start = Int.random(in: 15_000..<Self.days.count - 15_000, using: &random)
      // The last days of a month are where it goes wrong.
      let day = random.oneIn(2) ? DayByDay.lastOfMonth(start) : start
      let steps = Int.random(in: random.oneIn(2) ? -5...5 : -400...400, using: &random)
      let expected = date(DayByDay.months(from: day, steps))
      #expect(date(day).adding(months: steps) == expected, "\(date(day)) + \(steps) months")
    }
  }

  /// Quarters of years that begin in any month.
  @Test(arguments: 1...12) func quarters(fiscalMonth: Int) {
    var random = SeededRandom(fiscalMonth)
    for _ in 0..<250 {
      let day = Int.random(in: 400..<Self.days.count - 400, using: &random)
      let (year, quarter, days) = DayByDay.quarter(around: day, fiscalMonth: fiscalMonth)
      #expect(date(day).quarter(fiscalMonth: fiscalMonth) == (year, quarter))
      #expect(
        CivilDate.quarterRange(year: year, quarter: quarter, fiscalMonth: fiscalMonth)
          == date(days.lowerBound)...date(days.upperBound))
    }
  }

  /// Working days on and back, counted and in stretches, with holidays in clusters, on weekends and twice.
  @Test(arguments: 0..<100) func workingDays(_ seed: Int) {
    var random = SeededRandom(seed)
    for _ in 0..<30 {
      let start = Int.random(in: 1000..<Self.days.count - 1000, using: &random)
      let off = holidays(around: start, &random)
      let calendar = WorkCalendar(name: "c", holidays: off.map { date($0) })
      let oracle = DayByDay(holidays: Set(off))
      for day in start..<start + 30 {
        #expect(calendar.isWorkingDay(date(day)) == oracle.isWorking(day))
      }
      let steps = Int.random(in: -120...120, using: &random)
      let reached = oracle.walked(from: start, steps)
      #expect(calendar.date(date(start), plusWorkingDays: steps) == date(reached))
      let months = Int32.random(in: -20...20, using: &random)
      let lags = [Elapsed.months(months), .workingDays(Int32(steps))]
      let moved = oracle.walked(from: DayByDay.months(from: start, Int(months)), steps)
      #expect(calendar.date(date(start), plus: lags) == date(moved))
      let other = start + Int.random(in: -300...300, using: &random)
      let expected = start <= other ? oracle.working(in: start...other) : 0
      #expect(calendar.workingDays(from: date(start), through: date(other)) == expected)
    }
  }

  /// The stretches that a guardrail or a budget holds in cover the plan, each day once, and begin where the calendar says.
  @Test(arguments: 0..<100) func periods(_ seed: Int) {
    var random = SeededRandom(seed)
    for _ in 0..<10 {
      let start = Int.random(in: 400..<Self.days.count - 3000, using: &random)
      let end = start + Int.random(in: 0..<1500, using: &random)
      var plan = Plan(label: "", start: date(start), end: date(end))
      plan.fiscalMonth = Int.random(in: 1...12, using: &random)
      let months = random.pick([0, 1, 2, 3, 4, 5, 6, 7, 12])
      let length = months == 0 ? Elapsed.workingDays(5) : .months(Int32(months))
      // A plan of this test has fifty months at most.
      let jumps =
        months > 0 ? (1...50 / months).map { DayByDay.months(from: start, $0 * months) } : []
      let begins = (start...end).filter { day in
        if day == start { return true }
        guard months > 0 else { return (day - start) % 7 == 0 }
        guard 12 % months == 0 else { return jumps.contains(day) }
        let month = (Self.days[day].month - plan.fiscalMonth + 12) % 12
        return Self.days[day].day == 1 && month % months == 0
      }
      let expected = zip(begins, begins.dropFirst().map { $0 - 1 } + [end])
        .map { date($0)...date($1) }
      #expect(plan.periods(each: length) == expected, "\(date(start)), \(length)")
    }
  }

  private func date(_ index: Int) -> CivilDate {
    // 1900-01-01 lies 25,567 days before 1970-01-01: seventy years and seventeen leap days.
    CivilDate(dayNumber: Int32(index - 25_567))
  }

  private func holidays(around day: Int, _ random: inout SeededRandom) -> [Int] {
    var holidays: [Int] = []
    for _ in 0..<Int.random(in: 0...15, using: &random) {
      let first = day + Int.random(in: -300...300, using: &random)
      holidays += Array(first..<first + (random.oneIn(4) ? 12 : 1))
    }
    return holidays
  }
}
