import PlanModel
import PlanSemantics
import Testing

/// Calendar arithmetic by example; `CalendarExpressionTests` has it for any calendar.
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
}
