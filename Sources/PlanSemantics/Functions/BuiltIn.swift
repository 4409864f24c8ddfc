/// A function of the language: one row of the table from which calls are checked and the reference and completion are made.
package struct BuiltIn: Sendable {
  package let name: String
  /// As it is called: `min_by(list, x => amount)`.
  package let signature: String
  /// One sentence.
  package let meaning: String
  package let example: String
  /// How many values it takes.
  let arguments: ClosedRange<Int>
  /// The argument that may be a lambda, from 0.
  let lambda: Int?
  let operation: Operation

  /// What it does; each group has a file of its own.
  enum Operation: Sendable {
    case count, sum, mean, median, min, max, minBy, maxBy
    case map, filter, all, any, first, last, unique, flatten, reverse, numbers
    case round, floor, ceiling, abs, level, percent
    case best, likely, worst
    case workingDays, calendarDays, monthsBetween, firstDay, lastDay, month, quarter, week, year
    case text, join, upper, lower, contains, startsWith
    case capacity
  }

  private init(
    _ name: String, _ signature: String, _ meaning: String, _ example: String,
    _ arguments: ClosedRange<Int>, lambda: Int? = nil, _ operation: Operation
  ) {
    self.name = name
    self.signature = signature
    self.meaning = meaning
    self.example = example
    self.arguments = arguments
    self.lambda = lambda
    self.operation = operation
  }

  /// The function of a name.
  ///
  /// - Complexity: O(1).
  package static func named(_ name: String) -> BuiltIn? { byName[name] }

  /// All of them, in the order in which the reference lists them.
  package static let table: [BuiltIn] = [
    BuiltIn(
      "count", "count(list), count(list, x => condition)",
      "How many there are; in a group, without a list, how many it has.",
      "count(initiatives where priority == must)", 0...2, lambda: 1, .count),
    BuiltIn(
      "sum", "sum(list), sum(list, x => amount)",
      "All of them added up; what is `none` is passed over.",
      "sum(effort of initiatives)", 1...many, lambda: 1, .sum),
    BuiltIn(
      "mean", "mean(list), mean(list, x => amount), mean(estimate)",
      "The sum by the count; of an estimate its mean; `none` of nothing.",
      "mean(3pw..5pw..10pw)", 1...many, lambda: 1, .mean),
    BuiltIn(
      "median", "median(list), median(list, x => amount)",
      "The middle one, or the mean of the two in the middle.",
      "median(effort of initiatives)", 1...many, lambda: 1, .median),
    BuiltIn(
      "min", "min(list), min(a, b), min(list, x => amount)", "The smallest or earliest.",
      "min(3pw, 15pd)", 1...many, lambda: 1, .min),
    BuiltIn(
      "max", "max(list), max(a, b), max(list, x => amount)", "The largest or latest.",
      "max(finish of initiatives)", 1...many, lambda: 1, .max),
    BuiltIn(
      "min_by", "min_by(list, x => amount)",
      "The element with the smallest amount, the first of equals.",
      "min_by(initiatives, i => i.effort)", 2...2, lambda: 1, .minBy),
    BuiltIn(
      "max_by", "max_by(list, x => amount)",
      "The element with the largest amount, the first of equals.",
      "max_by(initiatives, i => i.cost_of_delay)", 2...2, lambda: 1, .maxBy),
    BuiltIn(
      "map", "map(list, x => value)", "A list of what comes of each element.",
      "map([1, 2, 3], n => n * 1pw)", 2...2, lambda: 1, .map),
    BuiltIn(
      "filter", "filter(list, x => condition)", "The elements of which the condition is true.",
      "filter(initiatives, i => i.effort > 3pw)", 2...2, lambda: 1, .filter),
    BuiltIn(
      "all", "all(list, x => condition)", "Whether the condition is true of every element.",
      "all(initiatives, i => i.owner != none)", 2...2, lambda: 1, .all),
    BuiltIn(
      "any", "any(list, x => condition)", "Whether the condition is true of some element.",
      "any(risks, r => r.chance > 50%)", 2...2, lambda: 1, .any),
    BuiltIn(
      "first", "first(list)", "The first element; `none` of an empty list.",
      "first(initiatives sort by effort desc)", 1...1, .first),
    BuiltIn("last", "last(list)", "The last element.", "last([1, 2, 3])", 1...1, .last),
    BuiltIn(
      "unique", "unique(list)", "Each element once, in the order of first appearance.",
      "unique(owner of initiatives)", 1...1, .unique),
    BuiltIn(
      "flatten", "flatten(list)", "A list of lists as one list.", "flatten([[1], [2, 3]])",
      1...1, .flatten),
    BuiltIn(
      "reverse", "reverse(list)", "The elements from last to first.", "reverse([1, 2, 3])", 1...1,
      .reverse),
    BuiltIn(
      "numbers", "numbers(from, to)", "The whole numbers from one to another, both included.",
      "numbers(1, 4)", 2...2, .numbers),
    BuiltIn(
      "round", "round(x), round(x, unit)",
      "To the nearest whole number, or multiple of a unit; halves away from zero.",
      "round(13pd, 1pw)", 1...2, .round),
    BuiltIn(
      "floor", "floor(x), floor(x, unit)", "Down to a whole number, or multiple of a unit.",
      "floor(2.7)", 1...2, .floor),
    BuiltIn(
      "ceiling", "ceiling(x), ceiling(x, unit)", "Up to a whole number, or multiple of a unit.",
      "ceiling(13pd, 1pw)", 1...2, .ceiling),
    BuiltIn("abs", "abs(x)", "The amount without its sign.", "abs(-3)", 1...1, .abs),
    BuiltIn(
      "level", "level(word)", "`low`, `medium`, `high` as 1, 2, 3; numbers stay as they are.",
      "level(3)", 1...1, .level),
    BuiltIn(
      "percent", "percent(x)", "A part of one as a percentage: 0.3 is 30 %.", "percent(3 / 4)",
      1...1, .percent),
    BuiltIn(
      "best", "best(estimate)", "The lowest point of a range or an estimate.",
      "best(3pw..5pw..10pw)", 1...1, .best),
    BuiltIn(
      "likely", "likely(estimate)", "The middle point of an estimate.",
      "likely(3pw..5pw..10pw)", 1...1, .likely),
    BuiltIn(
      "worst", "worst(estimate)", "The highest point of a range or an estimate.",
      "worst(3pw..5pw..10pw)", 1...1, .worst),
    BuiltIn(
      "working_days", "working_days(from, to), working_days(period)",
      "The days on which the plan's calendar works, both ends included.",
      "working_days(2026-07-01, 2026-07-31)", 1...2, .workingDays),
    BuiltIn(
      "calendar_days", "calendar_days(from, to), calendar_days(period)",
      "All days, both ends included.", "calendar_days(2026-Q3)", 1...2, .calendarDays),
    BuiltIn(
      "months_between", "months_between(from, to)", "The whole months from one date to another.",
      "months_between(2026-07-01, 2027-01-15)", 2...2, .monthsBetween),
    BuiltIn(
      "first_day", "first_day(period)", "The first day of a month, quarter, week or range.",
      "first_day(2026-Q3)", 1...1, .firstDay),
    BuiltIn(
      "last_day", "last_day(period)", "The last day of a month, quarter, week or range.",
      "last_day(2026-Q3)", 1...1, .lastDay),
    BuiltIn(
      "week", "week(date)", "The week that a date lies in.", "week(2026-07-08)", 1...1, .week),
    BuiltIn(
      "month", "month(date)", "The month that a date lies in.", "month(2026-07-08)", 1...1, .month),
    BuiltIn(
      "quarter", "quarter(date)",
      "The quarter that a date lies in, of the fiscal year if there is one.",
      "quarter(2026-07-08)", 1...1, .quarter),
    BuiltIn("year", "year(date)", "The year as a number.", "year(2026-07-08)", 1...1, .year),
    BuiltIn("text", "text(value)", "The value as it reads in a text.", "text(3pw)", 1...1, .text),
    BuiltIn(
      "join", "join(list, separator)", "The elements as one text.", "join([\"a\", \"b\"], \", \")",
      2...2, .join),
    BuiltIn("upper", "upper(text)", "In capital letters.", "upper(\"eu\")", 1...1, .upper),
    BuiltIn("lower", "lower(text)", "In small letters.", "lower(\"EU\")", 1...1, .lower),
    BuiltIn(
      "contains", "contains(text, part)", "Whether a text has another in it.",
      "contains(\"EU data\", \"data\")", 2...2, .contains),
    BuiltIn(
      "starts_with", "starts_with(text, part)", "Whether a text begins with another.",
      "starts_with(\"EU data\", \"EU\")", 2...2, .startsWith),
    BuiltIn(
      "capacity", "capacity(team, period)",
      "The effort that a team can plan with in a period, hires and absences counted.",
      "capacity(first(teams), 2026-Q3)", 2...2, .capacity),
  ]

  private static let byName = Dictionary(uniqueKeysWithValues: table.map { ($0.name, $0) })
}

/// As many values as somebody writes.
private let many = Int.max
