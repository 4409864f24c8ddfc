import PlanModel
import PlanReport
import Testing

/// A stretch of weeks is told so that nobody takes it for another year's.
@Suite struct WeeksTests {
  @Test(arguments: [
    ("2026-10-05", "2026-11-20", "weeks 41 to 47, Oct to Nov 2026"),
    ("2026-10-05", "2026-10-23", "weeks 41 to 43, Oct 2026"),
    ("2026-10-05", "2026-10-09", "week 41, Oct 2026"),
    ("2027-06-07", "2028-03-03", "week 23 of 2027 to week 9 of 2028, Jun to Mar"),
    // The first days of a year may be in the last week of the one before, and the last in the first of the next.
    ("2027-01-01", "2027-01-22", "week 53 of 2026 to week 3 of 2027, Jan"),
    ("2024-12-30", "2025-01-10", "weeks 1 to 2, Dec 2024 to Jan 2025"),
  ])
  func acrossYears(first: String, last: String, expected: String) {
    let days = (date(first), date(last))
    #expect(weeks(days.0, days.1).plainText == expected)
  }
}
