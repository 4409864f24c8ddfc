import PlanModel
import PlanSemantics
import Testing

@Suite struct ValuesLiteralTests {
  /// What is written, and how it is written back: exact and shortest.
  @Test(arguments: [
    ("3", "3"), ("4_000", "4000"), ("40k", "40k"), ("40_000", "40k"), ("2.5M", "2.5M"),
    ("1234567", "1234567"), ("3B", "3B"), ("0", "0"), ("-3", "-3"), ("1.50", "1.5"),
    ("70%", "70%"), ("99.9%", "99.9%"), ("0.5%", "0.5%"),
    ("3d", "3d"), ("5d", "1w"), ("6w", "6w"), ("1.5w", "1.5w"), ("7d", "7d"),
    ("3mo", "3mo"), ("1q", "3mo"), ("1y", "1y"), ("12mo", "1y"), ("18mo", "18mo"), ("0mo", "0mo"),
    ("15min", "15min"), ("8h", "1pd"), ("2h", "2h"), ("2pd", "2pd"), ("5pd", "1pw"), ("6pw", "6pw"),
    ("1.5pm", "6.5pw"), ("1pm", "1pm"), ("80h", "2pw"), ("0pw", "0pw"), ("2kpw", "2000pw"),
    ("$40k", "$40k"), ("$19_500", "$19.5k"), ("$1.2M", "$1.2M"), ("-$4k", "-$4k"), ("$0", "$0"),
    ("$12.5", "$12.5"), ("$950", "$950"),
    ("$40k/week", "$40k/week"), ("3/month", "3/month"), ("15h/week", "15h/week"),
    ("$4k/pw", "$4k/pw"), ("$100/h", "$100/h"), ("8/day", "8/day"), ("5%/month", "5%/month"),
    ("$220k/year", "$220k/year"), ("1pd/week", "1pd/week"),
    ("2026-07-01", "2026-07-01"), ("2026-07", "2026-07"), ("2026-Q3", "2026-Q3"),
    ("2026-W28", "2026-W28"), ("2026-W01", "2026-W01"), ("2026-W53", "2026-W53"),
    ("10x", "10x"), ("800ms", "800ms"), ("1.5ghz", "1.5ghz"),
    ("3mo..6mo", "3mo..6mo"), ("0mo..3mo", "0mo..3mo"), ("80%..90%", "80%..90%"),
    ("3pw..5pw..10pw", "3pw..5pw..10pw"), ("3pw..6pw @ 80%", "3pw..6pw @ 80%"),
    ("2026-12-15..2027-01-04", "2026-12-15..2027-01-04"), ("2026-07..2027-03", "2026-07..2027-03"),
    ("800ms -> 200ms", "800ms -> 200ms"), ("$0 -> $4M", "$0 -> $4M"), ("1x -> 10x", "1x -> 10x"),
    ("0w..2w..8w", "0w..2w..8w"), ("true", "true"), ("none", "none"),
    ("[1, 2pw]", "[1, 2pw]"), ("{ a: 1, b: [] }", "{ a: 1, b: [] }"), ("\"a\\nb\"", "\"a\\nb\""),
    ("\"\\(2 * 3) of \\(70%)\"", "\"6 of 70%\""), ("storage + 1w", "storage + 1w"),
    ("storage - 3d", "storage - 3d"), ("residency.billing", "residency.billing"),
  ])
  func comesBack(source: String, expected: String) {
    #expect(evaluated(source) == expected)
  }

  @Test(arguments: [("40k CHF", "40k CHF"), ("40k CHF/week", "40k CHF/week"), ("-3 CHF", "-3 CHF")])
  func codesFollow(source: String, expected: String) {
    #expect(evaluated(source, currency: Currency.named("CHF")) == expected)
  }

  /// Whatever is printed reads back as the same value.
  @Test(arguments: [
    "1min / 3", "$10 / 3", "1 / 3", "40k / 7", "$4k/week / 3", "15h/week / 7", "70% / 3",
    "2/day / 3", "-1 / 7", "10x / 3", "1/week * 1pw / 7", "$4k/pw / 7",
  ])
  func quotientsReadBack(source: String) {
    let once = evaluated(source)
    #expect(evaluated(once) == once)
    #expect(once.contains(" / "))
    #expect(evaluated("(\(source)) == (\(once))") == "true")
  }

  @Test(arguments: [
    (
      "99999999999999999999",
      "E0301 `99999999999999999999` has more digits than a plan can count with"
    ),
    ("9999999999999M", "E0301 `9999999999999M` has more digits than a plan can count with"),
    ("40k XXX", "E0302 there is no currency `XXX` in the language"),
    ("$4pw", "E0303 money has no unit `pw`"),
    ("$4k/wk", "E0304 nothing is counted per `wk`"),
    ("3/pw", "E0305 only money is counted per `pw`"),
    ("6w/week", "E0305 there is no rate of working time"),
    ("10x/day", "E0305 there is no rate of amounts in `x`"),
    ("2026-13", "E0306 there is no date `2026-13`"),
    ("2026-02-30", "E0306 there is no date `2026-02-30`"),
    ("2025-W53", "E0306 there is no date `2025-W53`"),
    ("2026-Q5", "E0306 there is no date `2026-Q5`"),
    ("9999-01-01", "E0306 there is no date `9999-01-01`"),
    ("€4k", "E0307 this is EUR, and the plan counts in USD"),
  ])
  func mistakes(source: String, expected: String) {
    #expect(evaluated(source) == expected)
  }

  @Test func fiscalQuarters() {
    #expect(evaluated("2026-Q3", as: .firstDay, fiscalMonth: 2) == "2026-08-01")
    #expect(evaluated("2026-Q4", as: .lastDay, fiscalMonth: 2) == "2027-01-31")
    #expect(evaluated("2026-Q3", fiscalMonth: 2) == "2026-Q3")
  }
}
