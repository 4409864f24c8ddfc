import PlanModel
import PlanSemantics
import TestSupport
import Testing

/// Calendar arithmetic against counting day by day.
@Suite struct ValuesDatesTests {
  @Test(arguments: [
    ("2026-08-31 + 1q", "2026-11-30"), ("2027-01-31 + 1mo", "2027-02-28"),
    ("2028-01-31 + 1mo", "2028-02-29"), ("2028-02-29 + 1y", "2029-02-28"),
    ("2026-03-31 - 1mo", "2026-02-28"), ("2026-07-03 + 1d", "2026-07-06"),
    ("2026-07-06 - 1d", "2026-07-03"), ("2026-07-04 + 0d", "2026-07-04"),
    ("6w + 2026-07-01", "2026-08-12"), ("2026-Q3 + 1q", "2026-Q4"), ("2026-Q4 + 1y", "2027-Q4"),
    ("2026-07 - 7mo", "2025-12"), ("2026-W28 + 2w", "2026-W30"), ("2026-W53 + 1w", "2027-W01"),
    ("2026-Q3 + 1mo", "2026-08-01..2026-10-30"), ("2026-07-10 - 2026-07-01", "7d"),
    ("2026-07-01 - 2026-07-10", "-7d"), ("2026-07-06 - 2026-07-04", "1d"),
    ("2026-12-31 - 2026-01-01 > 51w", "true"),
  ])
  func examples(source: String, expected: String) {
    #expect(evaluated(source) == expected)
  }

  @Test func holidaysAreSkipped() throws {
    let holidays = [try #require(CivilDate(year: 2026, month: 9, day: 7))]
    #expect(evaluated("2026-09-04 + 1d", holidays: holidays) == "2026-09-08")
    #expect(evaluated("2026-09-08 - 2026-09-04", holidays: holidays) == "1d")
    #expect(evaluated("2026-09-04 + 1d") == "2026-09-07")
  }

  @Test func workingDaysMatchCounting() throws {
    var random = SeededRandom(41)
    let base = try #require(CivilDate(year: 2026, month: 1, day: 1))
    for _ in 0..<300 {
      let holidays = (0..<12).map { _ in base.adding(days: Int.random(in: 0..<900, using: &random))
      }
      let start = base.adding(days: Int.random(in: 0..<700, using: &random))
      let steps = Int.random(in: -60...60, using: &random)
      let naive = walked(start, steps, holidays)
      let written = steps < 0 ? "\(start) - \(-steps)d" : "\(start) + \(steps)d"
      #expect(evaluated(written, holidays: holidays) == naive.description, "\(written)")
      // Going back over what was passed counts the same days.
      let passed = Quantity(Rational(Int64(counted(start, naive, holidays))), .workingDays).text
      #expect(evaluated("\(naive) - \(start)", holidays: holidays) == passed, "\(written)")
    }
  }

  @Test func monthsClampLikeCounting() throws {
    var random = SeededRandom(42)
    for _ in 0..<300 {
      let year = Int.random(in: 1950...2150, using: &random)
      let month = Int.random(in: 1...12, using: &random)
      let last = lengths(year)[month - 1]
      let day = random.oneIn(2) ? last : Int.random(in: 1...last, using: &random)
      let steps = Int.random(in: -400...400, using: &random)
      let start = try #require(CivilDate(year: year, month: month, day: day))
      let expected = monthByMonth(year, month, day, steps)
      let written = steps < 0 ? "\(start) - \(-steps)mo" : "\(start) + \(steps)mo"
      #expect(evaluated(written) == expected, "\(written)")
    }
  }

  /// A fiscal quarter is the three months that begin where it does, and the quarters of a year meet.
  @Test(arguments: 1...12)
  func fiscalQuartersCoverTheYear(fiscalMonth: Int) throws {
    var next = try #require(CivilDate(year: 2026, month: fiscalMonth, day: 1))
    for year in 2026...2027 {
      for quarter in 1...4 {
        let first = evaluated("\(year)-Q\(quarter)", as: .firstDay, fiscalMonth: fiscalMonth)
        #expect(first == next.description)
        let last = evaluated("\(year)-Q\(quarter)", as: .lastDay, fiscalMonth: fiscalMonth)
        let days = (0..<3).map { offset in
          let shifted = fiscalMonth - 1 + 3 * (quarter - 1) + offset
          return lengths(year + shifted / 12)[shifted % 12]
        }
        let end = next.adding(days: days.reduce(0, +) - 1)
        #expect(last == end.description)
        next = end.adding(days: 1)
      }
    }
  }

  /// Every ISO week is the seven days after the one before it.
  @Test func weeksFollowOneAnother() throws {
    var monday = try #require(CivilDate(year: 2019, month: 12, day: 30))
    for year in 2020...2032 {
      for week in 1...53 {
        let written = "\(year)-W\(week < 10 ? "0" : "")\(week)"
        let result = evaluated(written, as: .firstDay)
        // 2020, 2026 and 2032 have 53 weeks.
        if week == 53, ![2020, 2026, 2032].contains(year) {
          #expect(result == "E0306 there is no date `\(written)`")
          continue
        }
        #expect(result == monday.description)
        #expect(evaluated(written) == written)
        monday = monday.adding(days: 7)
      }
    }
  }

  private func isWorking(_ date: CivilDate, _ holidays: [CivilDate]) -> Bool {
    // 1970-01-01 was a Thursday.
    let weekday = ((Int(date.dayNumber) + 3) % 7 + 7) % 7
    return weekday < 5 && !holidays.contains(date)
  }

  private func walked(_ start: CivilDate, _ steps: Int, _ holidays: [CivilDate]) -> CivilDate {
    var date = start
    var left = abs(steps)
    while left > 0 {
      date = date.adding(days: steps.signum())
      if isWorking(date, holidays) { left -= 1 }
    }
    return date
  }

  private func counted(_ from: CivilDate, _ to: CivilDate, _ holidays: [CivilDate]) -> Int {
    var count = 0
    var date = min(from, to)
    while date < max(from, to) {
      date = date.adding(days: 1)
      if isWorking(date, holidays) { count += 1 }
    }
    return from <= to ? count : -count
  }

  private func lengths(_ year: Int) -> [Int] {
    let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  }

  private func monthByMonth(_ year: Int, _ month: Int, _ day: Int, _ steps: Int) -> String {
    var (year, month) = (year, month)
    for _ in 0..<abs(steps) {
      month += steps.signum()
      if month > 12 { (year, month) = (year + 1, 1) }
      if month < 1 { (year, month) = (year - 1, 12) }
    }
    let clamped = min(day, lengths(year)[month - 1])
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(year)-\(two(month))-\(two(clamped))"
  }
}
