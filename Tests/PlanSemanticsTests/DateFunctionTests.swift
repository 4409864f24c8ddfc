import PlanModel
import PlanSemantics
import TestSupport
import Testing

/// Functions of dates against counting day by day.
@Suite struct DateFunctionTests {
  @Test(arguments: 0..<20) func agreeWithCounting(_ seed: Int) {
    var random = SeededRandom(seed)
    let origin = CivilDate(dayNumber: Int32.random(in: 0..<60_000, using: &random))
    let holidays = (0..<12).map { _ in origin.adding(days: Int.random(in: 0..<500, using: &random))
    }
    let fiscalMonth = Int.random(in: 1...12, using: &random)
    func value(_ source: String) -> String {
      evaluated(source, fiscalMonth: fiscalMonth, holidays: holidays)
    }
    for _ in 0..<10 {
      let first = origin.adding(days: Int.random(in: 0..<300, using: &random))
      let length = Int.random(in: 0..<200, using: &random)
      let last = first.adding(days: length)
      let days = (0...length).map { first.adding(days: $0) }
      let working = days.filter { !$0.isWeekend && !holidays.contains($0) }
      #expect(value("working_days(\(first), \(last)) / 1d") == "\(working.count)")
      #expect(value("calendar_days(\(first)..\(last))") == "\(days.count)")
      #expect(value("\(last) - \(first) == \(working.filter { $0 > first }.count)d") == "true")
      #expect(value("months_between(\(first), \(last)) / 1mo") == "\(months(first, last))")
      #expect(value("months_between(\(last), \(first)) / 1mo") == "\(-months(first, last))")
      for unit in ["week", "month", "quarter"] {
        #expect(value("\(first) in \(unit)(\(first))") == "true")
        let start = value("first_day(\(unit)(\(first)))")
        let end = value("last_day(\(unit)(\(first)))")
        // The day before and the day after lie in others.
        #expect(value("\(start) - 1d in \(unit)(\(first))") == "false")
        #expect(value("\(end) + 1d in \(unit)(\(first))") == "false")
        #expect(value("\(unit)(\(first)) == \(unit)(\(end))") == "true")
      }
      #expect(value("year(\(first))") == "\(first.year)")
    }
  }

  /// The most months that do not lead beyond the second day.
  private func months(_ first: CivilDate, _ last: CivilDate) -> Int {
    var count = 0
    while first.adding(months: count + 1) <= last { count += 1 }
    return count
  }
}
