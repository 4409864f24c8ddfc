import PlanModel
import PlanSemantics
import PlanSyntax
import Testing

@Suite struct ValuesArithmeticTests {
  @Test(arguments: [
    // Like and like.
    ("2 + 3 * 4", "14"), ("2pw + 3pd", "2.6pw"), ("$4k - $1.5k", "$2.5k"), ("70% + 5%", "75%"),
    ("3d + 1w", "8d"), ("1q + 1y", "15mo"), ("10x + 5x", "15x"),
    ("$60k/week + $10k/week", "$70k/week"), ("1/day + 5/week", "2/day"), ("0w + 3mo", "3mo"),
    ("$4k/pw - $100/h", "$0/pw"), ("1 - 3", "-2"), ("-(2 + 3)", "-5"),
    // A number scales anything, a percentage too.
    ("3 * 2pw", "6pw"), ("$40k * 70%", "$28k"), ("70% * 80%", "56%"), ("50% * 200", "100"),
    ("6pw / 4", "1.5pw"), ("$28k / 70%", "$40k"), ("10% / 2", "5%"), ("6w * 50%", "3w"),
    ("3pw..5pw..10pw * 2", "3pw..5pw..20pw"), ("(3pw..5pw..10pw) * 2", "6pw..10pw..20pw"),
    ("(3pw..6pw @ 80%) * 50%", "1.5pw..3pw @ 80%"), ("(1..2) * -1", "-2..-1"),
    // Like by like is a number.
    ("6pw / 2pw", "3"), ("$10 / $4", "2.5"), ("70% / 35%", "2"), ("1y / 1w", "52"),
    ("1q / 1d", "65"), ("10x / 4x", "2.5"), ("$52/year / $1/week", "1"),
    // A rate times what it is counted in, and back.
    ("$60k/week * 6w", "$360k"), ("$60k/week * 1q", "$780k"), ("6w * $60k/week", "$360k"),
    ("8/day * 5d", "40"), ("5%/month * 6mo", "30%"), ("15h/week * 1q", "195h"),
    ("$4k/pw * 3pw", "$12k"), ("15h/week * $100/h", "$1.5k/week"),
    ("8/day * 15min", "2h/day"), ("3pw * 8/year * 90%", "21.6pw/year"),
    ("20%/year * $400k", "$80k/year"), ("80h / 2h/day", "8w"), ("$400k / $240k/year", "20mo"),
    ("18pw / 2pw/week", "9w"), ("$30k / 6pw", "$5k/pw"), ("12pw / 6w", "2pw/week"),
    ("$52k / 1y", "$52k/year"), ("10 / 2w", "5/week"), ("$12k / $4k/pw", "3pw"),
    ("$1.5k/week / $100/h", "15h/week"),
    // Estimates count as their mean in sums.
    ("(3pw..5pw..10pw) + 0pw", "5.5pw"), ("10pw - (3pw..5pw..10pw)", "4.5pw"),
    ("(3pw..6pw) + 0pw", "4.5pw"), ("(3pw..5pw..10pw) * $4k/pw", "$22k"),
    // The rest of the operators.
    ("none ?? 3", "3"), ("2 ?? 3", "2"), ("if 2 > 1 then 3pw else 4pw", "3pw"),
    ("not (1 == 2)", "true"), ("true and false or true", "true"),
    ("1pw == 5pd", "true"), ("5/week == 1/day", "true"), ("2pd < 1pw", "true"),
    ("1y >= 12mo", "true"),
    ("\"a\" == \"b\"", "false"), ("none == none", "true"), ("3 == none", "false"),
    ("3 != none", "true"),
    ("2 in [1, 2]", "true"), ("2026-08-01 in 2026-Q3", "true"), ("3mo in 0mo..3mo", "false"),
    ("3 in 1..3", "true"), ("2026-07-01 in 2026-07-02..2026-07-03", "false"),
    ("2026-09-30 <= 2026-Q3", "true"), ("2026-07-02 < 2026-Q3", "false"),
    ("2026-10-01 > 2026-Q3", "true"), ("storage == storage", "true"),
    ("min(3, 1, 2)", "1"), ("max([1pw, 6pd])", "1.2pw"), ("sum([$1k, none, $2k])", "$3k"),
    ("count([1, 2])", "2"), ("round(22.5)", "23"), ("abs(-$4k)", "$4k"), ("sum([])", "0"),
    ("min(2026-08-01, 2026-07-01)", "2026-07-01"), ("max([])", "none"),
  ])
  func works(source: String, expected: String) {
    #expect(evaluated(source) == expected)
  }

  @Test(arguments: [
    ("100 + 5%", "E0320 a number and a percentage do not add up"),
    ("6w + 3pw", "E0320 working time and effort do not add up"),
    ("3mo + 2w", "E0320 calendar time and working time do not add up"),
    ("6pw * 2pw", "E0320 effort times effort is nothing that a plan counts"),
    ("2000 / 3pm", "E0320 a number divided by effort is nothing that a plan counts"),
    ("10x * 2x", "E0320 an amount in `x` times an amount in `x` is nothing that a plan counts"),
    ("10x + 5y", "E0320 an amount in `x` and calendar time do not add up"),
    ("1 / 0", "E0321 this divides by zero"), ("6pw / 0pw", "E0321 this divides by zero"),
    ("$4 / 0%", "E0321 this divides by zero"), ("$4 / 0d", "E0321 this divides by zero"),
    (
      "9000000000B * 9000000000B", "E0322 the result of `*` is too large to count with exactly"
    ),
    ("4000000000 * 4B", "E0322 the result of `*` is too large to count with exactly"),
    ("5pw..3pw", "E0323 a range goes up, and `3pw` is less than `5pw`"),
    ("1..2..3..4", "E0324 a range has two points, an estimate three"),
    ("3..5pw", "E0320 a range does not go from a number to effort"),
    ("3pw @ 80%", "E0325 `@` says how sure a range of two points is"),
    ("3pw..5pw @ 5%", "E0325 how sure a range is has to be from 10 % to 100 %"),
    ("0 -> $4M", "E0320 a change does not go from a number to money"),
    ("3 and true", "E0326 a condition is true or false"),
    ("if 1 then 2 else 3", "E0326 a condition is true or false"),
    ("2026-07-01 + 1.5d", "E0327 a date cannot be moved by a part of a day"),
    ("2026-07-01 + 400y", "E0327 this leads out of the years 1900 to 2200"),
    ("2026-07-01 + 3", "E0320 a date and a number do not add up"),
    ("storage * 2", "E0320 the work `storage` times a number is nothing that a plan counts"),
    ("round(3pw)", "E0328 `round` takes a plain number, or an amount and a unit"),
    ("round(1, 2, 3)", "E0328 `round` does not take 3 values"),
    ("{ a: 1 }.b", "E0329 the record has no field `b`"),
    ("3 < 2pw", "E0320 a number and effort do not compare"),
    ("none + 1", "E0320 `none` and a number do not add up"),
    ("\"a\" + \"b\"", "E0320 text and text do not add up"),
    ("-\"a\"", "E0320 there is no negative of text"),
    ("rize(storage)", "E0342 there is no function `rize`"),
    ("sum([1, 2pw])", "E0320 a number and effort do not add up"),
  ])
  func mistakes(source: String, expected: String) {
    #expect(evaluated(source) == expected)
  }

  /// Two currencies meet only where the plan's own is not known yet.
  @Test func currenciesDoNotMix() {
    #expect(evaluated("$1 + €1", currency: nil) == "E0307 USD and EUR do not mix")
    #expect(evaluated("$1 / €1", currency: nil) == "E0307 USD and EUR do not mix")
    #expect(evaluated("$1..€2", currency: nil) == "E0307 USD and EUR do not mix")
  }

  /// One of each kind of value there is.
  private static let samples = [
    "3", "0", "70%", "0%", "6w", "0d", "1.5d", "3mo", "6pw", "0pw", "$40k", "$0", "8/day",
    "5%/month", "15h/week", "$60k/week", "$0/week", "$4k/pw", "10x", "20x", "800ms", "2026-07-01",
    "2026-Q3", "2026-07-01..2026-08-01", "3..5", "3pw..6pw", "3pw..6pw..9pw", "3pw..6pw @ 80%",
    "3mo..6mo", "$1..$2..$4", "1x -> 2x", "\"text\"", "[1, 2]", "{ a: 1 }", "true", "none",
    "storage", "storage + 1w", "9B", "9000000B",
  ]

  /// Every operator between every two values either works or says once why not.
  @Test(arguments: [
    "+", "-", "*", "/", "..", "@", "->", "==", "!=", "<", "<=", ">", ">=", "in", "and", "or", "??",
  ])
  func everyPairIsAnswered(operation: String) {
    for left in Self.samples {
      for right in Self.samples {
        let source = "(\(left)) \(operation) (\(right))"
        let result = evaluation(source)
        // Both sides of `and` are checked, so two wrong ones are two mistakes.
        let most = ["and", "or"].contains(operation) ? 2 : 1
        #expect(
          result.value.isPoison
            ? (1...most).contains(result.diagnostics.count)
            : result.diagnostics.isEmpty, "\(source)")
        for diagnostic in result.diagnostics {
          // Each names a way out.
          #expect(!diagnostic.headline.isEmpty, "\(source)")
          #expect(!diagnostic.helps.isEmpty || !diagnostic.fixes.isEmpty, "\(source)")
        }
      }
    }
  }

  /// `a + b - b` is `a` and `a * b / b` is `a`, wherever the first step works.
  @Test func stepsComeBack() {
    let compounds = ["..", "->", "[", "{", "storage", "true", "none", "text"]
    let points = Self.samples.filter { sample in !compounds.contains { sample.contains($0) } }
    for left in points {
      for right in points {
        for (there, back) in [("+", "-"), ("*", "/")] {
          let sum = evaluation("(\(left)) \(there) (\(right))")
          guard sum.diagnostics.isEmpty, case .quantity = sum.value else { continue }
          // Zero cannot be divided by, and zero time is both days and months.
          if back == "/", right.hasPrefix("0") || right.hasPrefix("$0") { continue }
          // A percentage of something is that something, and what a rate gives back is time in the rate's own units.
          if back == "/", left.contains("%") || (left.isTime && right.contains("/")) { continue }
          let same = evaluated("((\(left)) \(there) (\(right))) \(back) (\(right)) == (\(left))")
          #expect(same == "true", "\(left) \(there) \(right)")
        }
      }
    }
  }

  @Test func longSumsAreWalkedInALoop() {
    let sum = Array(repeating: "1", count: 900).joined(separator: " + ")
    #expect(evaluated(sum) == "900")
  }
}

extension String {
  fileprivate var isTime: Bool { ["w", "d", "mo"].contains { hasSuffix($0) } && !contains("pw") }
}
