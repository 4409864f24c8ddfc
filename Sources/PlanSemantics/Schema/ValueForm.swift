/// A sort of value as the reference explains it: how it is written and what it may be combined with.
package struct ValueForm: Sendable {
  /// The word it is looked up by: `money`.
  package let word: String
  /// Other words that readers look for it by.
  package let synonyms: [String]
  /// One sentence.
  package let meaning: String
  package let examples: [Example]
  /// Sentences.
  package let rules: [String]

  /// A value as a plan writes it; a test evaluates it.
  package struct Example: Sendable {
    package let source: String
    package let meaning: String
  }
}

extension ValueForm {
  /// Every sort, in the order of the reference.
  package static let all: [ValueForm] = [
    number, percent, time, effort, money, rate, date, range, estimate, change, text, boolean, list,
    record, none, name, word,
  ]

  private init(
    _ word: String, also synonyms: [String] = [], _ meaning: String,
    _ examples: KeyValuePairs<String, String>, rules: [String] = []
  ) {
    self.word = word
    self.synonyms = synonyms
    self.meaning = meaning
    self.examples = examples.map { Example(source: $0.key, meaning: $0.value) }
    self.rules = rules
  }

  private static let number = ValueForm(
    "number", also: ["count", "magnitude", "k", "M", "B"], "A number without a unit.",
    [
      "3": "three", "4_000": "four thousand", "2.5": "two and a half", "40k": "40,000",
      "2.5M": "2,500,000", "1B": "1,000,000,000",
    ],
    rules: [
      "`k`, `M` and `B` are thousands, millions and billions; there is no comma in a number.",
      "Letters that are no unit of the language make an amount that compares with its own kind only: `10x`, `800ms`.",
    ])

  private static let percent = ValueForm(
    "percent", also: ["percentage", "share"], "A part of a hundred.",
    ["70%": "seventy per cent", "1000 * 105%": "5 % more than 1000"],
    rules: [
      "A percentage times anything is that part of it; a percentage and a percentage add up.",
      "`100 + 5%` is an error, because it may mean two things; five per cent more is `100 * 105%`.",
      "Shares and chances take 0 % to 100 %.",
    ])

  private static let time = ValueForm(
    "time", also: ["elapsed", "duration", "d", "w", "mo", "q", "y"],
    "A length of time, in working days or in months of the calendar.",
    [
      "3d": "three working days", "2w": "ten working days", "3mo": "three months",
      "1q": "three months", "1y": "twelve months",
    ],
    rules: [
      "`d` and `w` count days on which the calendar works; `mo`, `q` and `y` count months, and the two do not add up.",
      "Months end where the month ends: 31 August and `1q` is 30 November.",
      "A date and a length of time is a date; so is a reference and a length of time in `after` and `with`.",
    ])

  private static let effort = ValueForm(
    "effort", also: ["work", "pw", "pd", "pm", "min", "h"], "Time of one person.",
    [
      "15min": "a quarter of an hour", "8h": "one person-day", "2pd": "two person-days",
      "6pw": "six person-weeks", "1.5pm": "one and a half person-months",
      "3pw..5pw..10pw": "best, likely and worst",
    ],
    rules: [
      "`1pd` is `8h`, `1pw` is `5pd`, `1pm` is 52/12 `pw`.",
      "It is what people do, not how long it takes: two people for six weeks are `12pw`.",
    ])

  private static let money = ValueForm(
    "money", also: ["amount", "currency", "price"], "An amount in the plan's currency.",
    [
      "$40k": "dollars", "€2M": "euros", "£90k": "pounds",
      "40k CHF": "any other, by its three letters",
    ],
    rules: [
      "Amounts are exact decimals.",
      "A plan has one currency; amounts in two do not add up.",
    ])

  private static let rate = ValueForm(
    "rate", also: ["per"],
    "So much in every day, week, month, quarter or year; or a price of people's time.",
    [
      "$40k/week": "money per time", "3/month": "a count per time", "15h/week": "effort per time",
      "5%/month": "growth", "$4k/pw": "a price of people's time",
      "8/day * 15min": "two hours a day",
    ],
    rules: [
      "A rate is written without blanks; division has blanks: `$40k / 4`.",
      "A rate times what it is counted in is an amount: `$40k/week * 2w` is `$80k`.",
      "One year is 4 quarters, 12 months, 52 weeks or 260 weekdays.",
      "What accrues does so each day of the calendar: a week's amount by 7, a month's by 30⅓, a quarter's by 91, a year's by 364.",
    ])

  private static let date = ValueForm(
    "date", also: ["day", "month", "quarter", "week", "year"],
    "A day of the calendar, or a stretch that has a name.",
    [
      "2026-07-01": "a day", "2026-07": "a month", "2026-Q3": "a quarter", "2026-W28": "a week",
      "2026-07-01 + 2w": "ten working days later",
    ],
    rules: [
      "Dates are inclusive.",
      "Where a day is wanted a month or a quarter is its first day if something begins (`start`, `from`, `on`, `not_before`) and its last if something ends (`until`, `to`, `by`, `due`).",
      "`fiscal_month` of the plan shifts the quarters.",
      "A date less a date is working time.",
    ])

  private static let range = ValueForm(
    "range", also: ["from_to", "between"], "All from one point to another.",
    [
      "3mo..6mo": "a stretch of time, its end not included",
      "2026-07-01..2026-09-30": "days, both included",
      "2..3": "two or three", "80%..90%": "a band of shares",
    ])

  private static let estimate = ValueForm(
    "estimate", also: ["spread", "pert", "best", "worst"],
    "An amount that is not sure: best, likely and worst, or two points and how sure they are.",
    [
      "3pw..5pw..10pw": "best, likely and worst", "3pw..6pw": "between them with 80 %",
      "3pw..6pw @ 90%": "between them with 90 %",
    ],
    rules: [
      "In arithmetic an estimate is its mean.",
      "The shape is PERT unless the plan says `estimate: triangular` or `lognormal`.",
      "A single point `e` is taken as 0.8e..e..1.8e, with a warning.",
    ])

  private static let change = ValueForm(
    "change", also: ["baseline", "target"], "Where a measure stands and where it shall go.",
    ["800ms -> 200ms": "less", "$0 -> $4M": "more", "1x -> 10x": "tenfold"],
    rules: ["Both sides have the same unit; letters of your own are one."])

  private static let text = ValueForm(
    "text", also: ["string", "label"], "Words in quotes.",
    [
      "\"the reason\"": "text", "\"launch in \\(\"de\")\"": "a value put into it",
    ],
    rules: [
      "`\\(…)` puts the value of an expression into the text.",
      "`\"\"\"` opens a text of several lines; the indentation of the closing quotes is taken from each of them.",
      "`\\n`, `\\t`, `\\\"`, `\\\\` and `\\u{20AC}` are a line break, a tab, a quote, a backslash and a character by its number.",
    ])

  private static let boolean = ValueForm(
    "boolean", also: ["truth", "true", "false"], "Yes or no.", ["true": "yes", "false": "no"])

  private static let list = ValueForm(
    "list", also: ["array"], "Several values in their order.",
    ["[1, 2, 3]": "three numbers", "[]": "nothing"],
    rules: ["Where a list is wanted one value will do: `after: storage`."])

  private static let record = ValueForm(
    "record", also: ["object"], "Several values by their names.",
    ["{ a: 1, b: \"two\" }": "two fields"], rules: ["A field is had by its name: `r.a`."])

  private static let none = ValueForm(
    "none", also: ["null", "nil", "missing"], "Nothing was said.",
    ["none ?? 0": "the default for it: 0"],
    rules: [
      "It is compared and defaulted, and nothing else: `x == none`, `x ?? 0`.",
      "Sums pass over it.",
    ])

  private static let name = ValueForm(
    "name", also: ["reference", "path"], "A block of the plan, by its name.",
    [
      "storage": "a block of this name", "residency.billing": "a block inside another",
      "storage + 1w": "in `after` and `with`: a week later",
    ],
    rules: [
      "Names share one flat space; what stands inside a block is looked up from there outward.",
      "A name that is found on two levels is an error: nothing hides anything.",
    ])

  private static let word = ValueForm(
    "word", also: ["symbol"], "One of a property's own words, without quotes.",
    [:],
    rules: ["`plan explain` has each of them: `plan explain must`."])
}

extension ValueType {
  /// The sorts of value it takes, as words of `ValueForm`.
  package var forms: [String] {
    switch self {
    case .number, .count, .heads: ["number"]
    case .percent, .share: ["percent"]
    case .elapsed, .slip: ["time"]
    case .elapsedRange: ["time", "range"]
    case .effort: ["effort", "estimate"]
    case .effortAmount: ["effort"]
    case .money: ["money"]
    case .moneyRate, .labourRate, .effortRate, .percentRate: ["rate"]
    case .firstDay, .lastDay: ["date"]
    case .dateRange, .offsetRange, .shareRange, .headsRange: ["range"]
    case .change: ["change"]
    case .shareChange: ["percent", "change"]
    case .measure: ["number", "money", "percent"]
    case .text: ["text"]
    case .boolean: ["boolean"]
    case .symbol: ["word"]
    case .reference, .dependency: ["name"]
    case .list(let element): element.forms + ["list"]
    case .either(let types): types.flatMap(\.forms)
    case .any: []
    }
  }
}
