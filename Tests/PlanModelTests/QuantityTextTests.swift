import PlanModel
import Testing

@Suite struct QuantityTextTests {
  @Test(
    arguments: [
      (0, "USD", nil, "$0"),
      (120_000_000, "USD", 2, "$1.2M"),
      (16_200_000, "USD", 3, "$162k"),
      (16_243_750, "USD", 3, "$162k"),
      (16_243_750, "USD", nil, "$162,437.50"),
      (16_240_000, "USD", nil, "$162.4k"),
      (1_950_000, "USD", 3, "$19,500"),
      (1_950_000, "USD", 2, "$20k"),
      (7_600_000, "USD", nil, "$76k"),
      (-400_000, "USD", nil, "-$4k"),
      (4_000_000, "CHF", nil, "40k CHF"),
      (-4_000_000, "CHF", nil, "-40k CHF"),
      (99_960_000, "USD", 3, "$1M"),
      (1250, "USD", nil, "$12.50"),
      (5, "USD", nil, "$0.05"),
      (5, "JPY", nil, "¥5"),
      (125_000_000, "JPY", 3, "¥125M"),
      (-4, "USD", 1, "-$0.04"),
      (Int.max, "USD", 2, "$92,000,000B"),
      (Int.min, "EUR", 1, "-€90,000,000B"),
    ] as [(Int, String, Int?, String)])
  func money(minor: Int, code: String, digits: Int?, expected: String) throws {
    let currency = try #require(Currency.named(code))
    #expect(Money(minorUnits: Int64(minor)).text(currency, significantDigits: digits) == expected)
  }

  @Test(arguments: [
    (0, "0 min"), (45, "45 min"), (60, "1 h"), (150, "2.5 h"), (480, "1 pd"), (1440, "3 pd"),
    (477, "1 pd"), (476, "7.9 h"), (2400, "1 pw"), (2376, "1 pw"), (2375, "4.9 pd"),
    (6000, "2.5 pw"), (55_200, "23 pw"), (56_400, "24 pw"), (56_399, "23 pw"), (-6000, "-2.5 pw"),
    (23_990, "10 pw"),
  ])
  func effort(minutes: Int64, expected: String) {
    #expect(Effort(minutes: minutes).text == expected)
  }

  @Test func effortInWeeks() {
    #expect(Effort(minutes: 960).personWeeksText == "0.4 pw")
    #expect(Effort(minutes: 55_200).personWeeksText == "23 pw")
  }

  @Test func dates() throws {
    let date = try #require(CivilDate(year: 2027, month: 1, day: 15))
    #expect(date.text == "15 Jan 2027")
    #expect(date.shortText == "15 Jan")
    #expect(date.monthText == "Jan 2027")
  }

  @Test(arguments: [
    (Elapsed.workingDays(30), "6 weeks"), (.workingDays(7), "1 week 2 days"),
    (.workingDays(1), "1 day"), (.workingDays(0), "0 days"), (.workingDays(-5), "-1 week"),
    (.months(3), "3 months"), (.months(12), "1 year"), (.months(18), "18 months"),
    (.months(-24), "-2 years"), (.workingDays(.min), "-429496729 weeks 3 days"),
  ])
  func elapsed(value: Elapsed, expected: String) {
    #expect(value.text == expected)
  }

  @Test(
    arguments: [
      (3200, 3, 0, "1,067"), (45, 2, 0, "23"), (3000, 1, 0, "3,000"), (45, 2, 2, "22.5"),
      (-1, 2, 1, "-0.5"), (-1, 1000, 2, "0"), (1_234_567, 1, 2, "1,234,567"), (1, 8, 2, "0.13"),
      (1, 20, 3, "0.05"), (.min, 1, 0, "-9,223,372,036,854,775,808"),
    ] as [(Int64, Int64, Int, String)])
  func number(numerator: Int64, denominator: Int64, decimals: Int, expected: String) throws {
    let value = try #require(Rational(numerator, denominator))
    #expect(value.text(decimals: decimals) == expected)
  }

  @Test func percents() throws {
    #expect(try #require(Rational(7, 10)).percentText() == "70 %")
    #expect(try #require(Rational(2, 7)).percentText(decimals: 1) == "28.6 %")
  }
}
