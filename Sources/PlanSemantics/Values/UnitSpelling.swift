// Near misses of units: what somebody who wrote `6wk` or `$4k/wk` most likely meant.

extension Unit {
  /// Whether a word is a unit and no name: `week`, `pw`.
  static func isSpelled(_ word: String) -> Bool {
    RatePeriod(rawValue: word) != nil || EffortUnit(rawValue: word) != nil
      || ElapsedUnit(rawValue: word) != nil
  }
}

/// The period that a misspelt one stands for: `wk` and `w` for `week`.
func nearestPeriod(to letters: String) -> String? {
  let word = singular(letters.lowercased())
  let spellings: [(RatePeriod, [String])] = [
    (.day, ["d", "day", "daily", "workday", "weekday"]),
    (.week, ["w", "wk", "week", "weekly"]),
    (.month, ["m", "mo", "mon", "month", "mth", "monthly"]),
    (.quarter, ["q", "qtr", "quarter", "quarterly"]),
    (.year, ["y", "yr", "year", "a", "annum", "pa", "annual"]),
  ]
  if let match = spellings.first(where: { $0.1.contains(word) }) { return match.0.rawValue }
  if let unit = effortSpelling(word) { return unit.rawValue }
  return nil
}

/// The units that unknown letters behind a number may stand for, as letters to write, likeliest first.
///
/// `wk` may be `w` or `pw`: a length of time or people's time, which only the writer knows.
func nearestUnits(to letters: String) -> [String] {
  let word = singular(letters.lowercased())
  let spellings: [(units: [String], words: [String])] = [
    (["d", "pd"], ["d", "dy", "day", "workday", "weekday"]),
    (["w", "pw"], ["w", "wk", "week"]),
    (["mo", "pm"], ["m", "mon", "mnth", "month", "mth", "mo"]),
    (["q"], ["q", "qtr", "quarter"]),
    (["y"], ["y", "yr", "year"]),
    (["%"], ["pct", "percent", "pc"]),
    (["k"], ["thousand"]),
    (["M"], ["mio", "mil", "million", "mm"]),
    (["B"], ["bn", "bio", "billion"]),
  ]
  if let match = spellings.first(where: { $0.words.contains(word) }) { return match.units }
  return effortSpelling(word).map { [$0.rawValue] } ?? []
}

private func effortSpelling(_ word: String) -> EffortUnit? {
  let spellings: [(EffortUnit, [String])] = [
    (.minute, ["min", "minute"]),
    (.hour, ["h", "hr", "hour"]),
    (.personDay, ["pd", "personday", "manday", "md", "engday"]),
    (.personWeek, ["pw", "personweek", "manweek", "mw", "engweek", "pwk"]),
    (.personMonth, ["pm", "personmonth", "manmonth", "engmonth", "pmo"]),
  ]
  return spellings.first { $0.1.contains(word) }?.0
}

/// Without the plural's `s`; a lone `s` stays what it is.
private func singular(_ word: String) -> String {
  word.count > 1 && word.hasSuffix("s") ? String(word.dropLast()) : word
}
