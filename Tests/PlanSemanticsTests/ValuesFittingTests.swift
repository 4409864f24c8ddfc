import PlanModel
import PlanSemantics
import PlanSyntax
import Testing

@Suite struct ValuesFittingTests {
  private static let dependency = ValueType.dependency(on: ["work", "milestone"])
  private static let levels = ValueType.either([.symbol(of: ["low", "high"]), .share])

  @Test(
    arguments: [
      ("3", ValueType.number, "3"), ("3", .count, "3"), ("4.5", .heads, "4.5"),
      ("70%", .share, "70%"), ("140%", .percent, "140%"),
      ("6w", .elapsed, "6w"), ("1.5w + 0.5d", .elapsed, "8d"), ("3mo", .elapsed, "3mo"),
      ("2w", .slip, "2w"), ("0w..2w..8w", .slip, "0w..2w..8w"), ("0w..3w", .slip, "0w..8d..3w"),
      ("6pw", .effort, "6pw"), ("4pw..6pw..10pw", .effort, "4pw..6pw..10pw"),
      // Two points of effort are P10 and P90: a Beta(3, 3) whose tenth percentile is 0.2466 of its width.
      ("3pw..6pw", .effort, "1.54pw..4.5pw..7.46pw"),
      ("3pw..6pw @ 80%", .effort, "1.54pw..4.5pw..7.46pw"),
      ("3pw..6pw @ 100%", .effort, "3pw..4.5pw..6pw"),
      // The low end never passes zero.
      ("0pw..6pw", .effort, "0pw..3pw..21409min"),
      ("(3pw..5pw..10pw) * 80%", .effort, "2.4pw..4pw..8pw"),
      ("3pw", .effortAmount, "3pw"), ("$40k", .money, "$40k"),
      ("$60k/week", .moneyRate, "$60k/week"),
      ("$4k/pw", .labourRate, "$4k/pw"), ("8/day * 15min", .effortRate, "2h/day"),
      ("5%/month", .percentRate, "5%/month"),
      ("2026-Q3", .firstDay, "2026-07-01"), ("2026-Q3", .lastDay, "2026-09-30"),
      ("2026-07-15", .firstDay, "2026-07-15"), ("2026-W28", .lastDay, "2026-07-12"),
      ("2026-Q3", .dateRange, "2026-Q3"),
      ("2026-07-01..2026-07-31", .dateRange, "2026-07-01..2026-07-31"),
      ("0mo..3mo", .offsetRange, "0mo..3mo"), ("0w..3mo", .offsetRange, "0mo..3mo"),
      ("80%..90%", .shareRange, "80%..90%"), ("80%", .shareRange, "80%..80%"),
      ("2..3", .headsRange, "2..3"), ("3", .headsRange, "3"),
      ("1x -> 10x", .change, "1x -> 10x"), ("185ms", .measure, "185ms"),
      ("\"a\"", .text, "\"a\""), ("true", .boolean, "true"), ("1 < 2", .boolean, "true"),
      ("must", .symbol(of: ["must", "should"]), "must"),
      ("if true then must else should", .symbol(of: ["must", "should"]), "must"),
      ("europe", .reference(to: ["goal"]), "europe"), ("storage", .reference(to: []), "storage"),
      ("storage + 1w", dependency, "storage + 1w"),
      ("storage + 1w + 2d", dependency, "storage + 7d"),
      ("storage", .list(of: dependency), "[storage]"),
      (
        "[storage + 1w, residency.billing]", .list(of: dependency),
        "[storage + 1w, residency.billing]"
      ),
      ("(70%)", .list(of: .share), "[70%]"), ("[62%, 55%]", .list(of: .share), "[62%, 55%]"),
      ("high", levels, "high"), ("80%", levels, "80%"),
      ("$30k/month", .either([.money, .moneyRate]), "$30k/month"),
      ("let x = [1, 2]\nx", .list(of: .number), "[1, 2]"),
      ("let k = 2pw\nk * 3", .effort, "6pw"),
      ("[1, none]", .any, "[1, none]"),
    ] as [(String, ValueType, String)])
  func fits(source: String, type: ValueType, expected: String) {
    #expect(evaluated(source, as: type) == expected)
  }

  @Test(
    arguments: [
      ("0.7", ValueType.share, "E0310 `x` takes a share from 0 % to 100 % such as `70%`"),
      ("140%", .share, "E0313 `x` takes a share from 0 % to 100 %"),
      ("-3pw", .effort, "E0312 `x` cannot be negative"),
      ("-3pw..3pw", .effort, "E0312 `x` cannot be negative"),
      ("-$3", .money, "E0312 `x` cannot be negative"),
      ("-$3/week", .moneyRate, "E0312 `x` cannot be negative"),
      ("2.5", .count, "E0314 `x` takes whole numbers"),
      ("1.5d", .elapsed, "E0314 `x` takes whole days"),
      ("1.55", .heads, "E0314 `x` counts people in whole heads or tenths"),
      ("$9000B", .money, "E0315 `x` goes up to a thousand billion"),
      ("99Mpw", .effort, "E0315 `x` goes up to 10M person-weeks"),
      ("9B", .count, "E0315 `x` goes up to 2 billion"),
      ("$9000B/week", .moneyRate, "E0315 `x` goes up to a thousand billion a year"),
      ("500y", .elapsed, "E0315 `x` goes up to 300 years"),
      ("0mo..1mo..2mo", .slip, "E0310 `x` takes working time such as `2w` or `0w..2w..8w`"),
      (
        "europe", dependency,
        "E0316 `x` takes the name of a work or a milestone, perhaps with a lag such as `+ 1w`"
      ),
      ("storage + 1w", .reference(to: ["work"]), "E0316 `x` takes the name of a work"),
      ("mus", .symbol(of: ["must", "should"]), "E0311 `mus` is none of the words for this place"),
      ("none", .effort, "E0310 `x` takes an effort such as `6pw` or `4pw..6pw..10pw`"),
      ("[1pw, 2pw]", .effort, "E0310 `x` takes an effort such as `6pw` or `4pw..6pw..10pw`"),
      (
        "[70%, 0.5, 2]", .list(of: .share),
        "E0310 `x` takes a share from 0 % to 100 % such as `70%`\nE0310 `x` takes a share from 0 % to 100 % such as `70%`"
      ),
      (
        "$30k/month", .either([.money, .share]),
        "E0310 `x` takes an amount of money such as `$40k`, or a share from 0 % to 100 % such as `70%`"
      ),
      ("[[1]]", .list(of: .number), "E0310 `x` takes a number such as `3` or `2.5`"),
      ("nobody", .list(of: dependency), "E0202 unknown `nobody`"),
      ("nobody.at_all", .text, "E0202 unknown `nobody.at_all`"),
    ] as [(String, ValueType, String)])
  func misfits(source: String, type: ValueType, expected: String) {
    #expect(evaluated(source, as: type, for: "x") == expected)
  }

  /// The mistakes people make, with all that is said about them.
  @Test(
    arguments: [
      (
        "6w", ValueType.effort,
        """
        E0310 `effort` takes an effort such as `6pw` or `4pw..6pw..10pw`
          at `6w`: this is 6 weeks of working time
          help: six weeks of calendar; six person-weeks is `6pw`; two people for six weeks is `12pw`
          fix `6w` -> `6pw`
        """
      ),
      (
        "1mo", .effort,
        """
        E0310 `effort` takes an effort such as `6pw` or `4pw..6pw..10pw`
          at `1mo`: this is 1 month of calendar time
          help: one month of calendar; one person-month is `1pm`; two people for one month is `2pm`
          fix `1mo` -> `1pm`
        """
      ),
      (
        "3w..5w..9w", .effort,
        """
        E0310 `effort` takes an effort such as `6pw` or `4pw..6pw..10pw`
          at `3w..5w..9w`: this is a range of working time
          help: this is time; the same in people's time is `3pw..5pw..9pw`
          fix `3w..5w..9w` -> `3pw..5pw..9pw`
        """
      ),
      (
        "6wk", .effort,
        """
        E0310 `effort` takes an effort such as `6pw` or `4pw..6pw..10pw`
          at `6wk`: this is an amount in `wk`
          help: the language knows no unit `wk`; did you mean `6pw`?
          fix `6wk` -> `6pw`
        """
      ),
      (
        "2weeks", .elapsed,
        """
        E0310 `effort` takes a length of time such as `6w` or `3mo`
          at `2weeks`: this is an amount in `weeks`
          help: the language knows no unit `weeks`; did you mean `2w`?
          fix `2weeks` -> `2w`
        """
      ),
      ("6wk", .any, ""),
      (
        "100 + 5%", .number,
        """
        E0320 a number and a percentage do not add up
          at `5%`: this is a percentage
          at `100`: this is a number
          help: a percentage of something is a product: `100 * 105%`
        """
      ),
      (
        "6w + 3pw", .effort,
        """
        E0320 working time and effort do not add up
          at `3pw`: this is effort
          at `6w`: this is 6 weeks of working time
          help: six weeks of calendar; six person-weeks is `6pw`; two people for six weeks is `12pw`
        """
      ),
      (
        "3..5pw", .effort,
        """
        E0320 a range does not go from a number to effort
          at `5pw`: this is effort
          at `3`: this is a number
          help: each point carries its unit: `3pw..5pw`
        """
      ),
      (
        "0 -> $4M", .change,
        """
        E0320 a change does not go from a number to money
          at `$4M`: this is money
          at `0`: this is a number
          help: each point carries its unit: `$0 -> $4M`
        """
      ),
      (
        "5pw..3pw", .effort,
        """
        E0323 a range goes up, and `3pw` is less than `5pw`
          at `3pw`: less than what stands before it
          at `5pw`: this is effort
          fix `5pw..3pw` -> `3pw..5pw`
        """
      ),
      (
        "$60k", .moneyRate,
        """
        E0310 `effort` takes money per time such as `$60k/week`
          at `$60k`: this is money
          help: an amount accrues by nothing; a rate is `$60k/week` or `$60k/month`
        """
      ),
      (
        "0.7", .share,
        """
        E0310 `effort` takes a share from 0 % to 100 % such as `70%`
          at `0.7`: this is a number
          help: write it as a percentage: `70%`
          fix `0.7` -> `70%`
        """
      ),
      (
        "\"must\"", .symbol(of: ["must", "should"]),
        """
        E0310 `effort` takes one of `must` or `should`
          at `"must"`: this is text
          help: this word stands without quotes: `must`
          fix `"must"` -> `must`
        """
      ),
      (
        "$4k/wk", .moneyRate,
        """
        E0304 nothing is counted per `wk`
          at `$4k/wk`: no stretch of time
          help: did you mean `$4k/week`?
          fix `wk` -> `week`
        """
      ),
      (
        "2000 / 3pm", .number,
        """
        E0320 a number divided by effort is nothing that a plan counts
          at `3pm`: this is effort
          at `2000`: this is a number
          help: make the effort a number first: `2000 / (3pm / 1pm)`
        """
      ),
      (
        "mus", .symbol(of: ["must", "should"]),
        """
        E0311 `mus` is none of the words for this place
          at `mus`: did you mean `must`?
          note: this place takes one of `must` or `should`
          fix `mus` -> `must`
        """
      ),
      (
        "maybe", .symbol(of: ["must", "should"]),
        """
        E0311 `maybe` is none of the words for this place
          at `maybe`: not one of its words
          help: write one of `must` or `should`
        """
      ),
      (
        "\"platform\"", .reference(to: ["team"]),
        """
        E0310 `effort` takes the name of a team
          at `"platform"`: this is text
          help: names stand without quotes: `platform`
          fix `"platform"` -> `platform`
        """
      ),
      (
        "1mo..2mo", .slip,
        """
        E0310 `effort` takes working time such as `2w` or `0w..2w..8w`
          at `1mo..2mo`: this is a range of calendar time
          help: it is counted in working days, which months differ in: `4w..9w` for one to two months
        """
      ),
      (
        "1.5w", .elapsed,
        """
        E0314 `effort` takes whole days
          at `1.5w`: this comes to 7.5 days
          help: round it: `7d` or `8d`
        """
      ),
      (
        "6.25", .heads,
        """
        E0314 `effort` counts people in whole heads or tenths
          at `6.25`: this comes to 6.25
          help: round it: `6.2` or `6.3`
        """
      ),
      (
        "2026-Q3 + 3", .firstDay,
        """
        E0320 a date and a number do not add up
          at `3`: this is a number
          at `2026-Q3`: this is a date
          help: a date is moved by time: `2026-Q3 + 3d`, or `3w`, or `3mo`
        """
      ),
      (
        "storage + 3pd", dependency,
        """
        E0320 the work `storage` and effort do not add up
          at `3pd`: this is effort
          at `storage`: this is the work `storage`
          help: a lag is time, not effort: `storage + 3d`
        """
      ),
    ] as [(String, ValueType, String)])
  func lessons(source: String, type: ValueType, expected: String) {
    let diagnostics = evaluation(source, as: type, for: "effort").diagnostics
    #expect(diagnostics.map { explanation($0, in: source) }.joined(separator: "\n") == expected)
  }

  /// What fits is read by the accessor of its type.
  @Test func accessors() throws {
    func value(_ source: String, _ type: ValueType) -> Value { evaluation(source, as: type).value }
    #expect(value("4.5", .heads).headsTenths == 45)
    #expect(value("2..3.5", .headsRange).headsRangeTenths == 20...35)
    #expect(value("6w", .elapsed).elapsed == .workingDays(30))
    #expect(value("1q", .elapsed).elapsed == .months(3))
    #expect(value("0w..2w..8w", .slip).slipDays == .init(low: 0, likely: 10, high: 40))
    #expect(value("2w", .slip).slipDays == .init(low: 10, likely: 10, high: 10))
    let estimate = try #require(value("5pw..8pw..14pw", .effort).estimate)
    #expect(estimate.mean == Effort(minutes: 20_400))
    #expect(value("$1.2M", .money).money == Money(minorUnits: 120_000_000))
    #expect(
      value("$60k/week", .moneyRate).moneyRate?.amount(overDays: 7) == Money(minorUnits: 6_000_000))
    #expect(
      value("$4k/pw", .labourRate).labourRate?.price(of: Effort(personWeeks: 3))
        == Money(minorUnits: 1_200_000))
    #expect(value("8/day * 15min", .effortRate).effortMinutesPerYear == 31_200)
    #expect(value("5%/month", .percentRate).sharePerYear == Rational(3, 5))
    #expect(value("2026-Q3", .lastDay).day == CivilDate(year: 2026, month: 9, day: 30))
    let range = try #require(value("2026-08..2026-Q4", .dateRange).dateRange)
    #expect(range.upperBound == CivilDate(year: 2026, month: 12, day: 31))
    let offsets = try #require(value("3mo..6mo", .offsetRange).offsetRange)
    #expect(offsets == (.months(3), .months(6)))
    #expect(value("80%..90%", .shareRange).shareRange?.lowerBound == Rational(4, 5))
    let change = try #require(value("$0 -> $4M", .change).changeTexts)
    #expect(change == ("$0", "$4M"))
    let dependency = try #require(value("storage - 2d", Self.dependency).reference)
    #expect(dependency.elapsed == .workingDays(-2))
  }
}
