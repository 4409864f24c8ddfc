// Days, months and quarters as calendars of the world write them.
extension Parser {
  func foreignDate() -> ForeignValue? {
    guard at(.number) || current == .identifier else { return nil }
    if let word = foreignWord(0), isWeekday(word) { return weekday() }
    if let value = monthByName() { return value }
    if let value = dayByNumbers() { return value }
    return quarter()
  }

  private func date(
    _ tokenCount: Int, _ mends: [String], safety: Diagnostic.Fix.Safety = .safe,
    helps: [String] = []
  ) -> ForeignValue {
    ForeignValue(
      code: .foreignDate, tokenCount: tokenCount, headline: "is not how a date is written",
      label: "year first: `2026-07-01`", mends: mends.map { ForeignValue.Mend(text: $0) },
      helps: helps, safety: safety)
  }

  /// `Wed 7/1/26`: the day of the week says nothing that the date does not.
  private func weekday() -> ForeignValue? {
    let comma = isKind(.comma, 1) ? 1 : 0
    guard let day = foreignInteger(1 + comma), let sign = separator(2 + comma),
      let month = foreignInteger(3 + comma), isKind(sign, 4 + comma),
      let year = foreignInteger(5 + comma)
    else { return nil }
    return byNumbers([day, month, year], tokenCount: 6 + comma)
  }

  private func separator(_ distance: Int) -> SyntaxKind? {
    if isKind(.slash, distance) { return .slash }
    return isKind(.minus, distance) ? .minus : nil
  }

  // MARK: `1 July 2026`, `July 1, 2026`, `July 2026`

  private func monthByName() -> ForeignValue? {
    if let day = foreignNumber(0).flatMap(dayOfMonth) {
      var next = isKind(.dot, 1) ? 2 : 1
      if foreignWord(next) == "of" { next += 1 }
      guard let month = foreignWord(next).flatMap(monthNumber) else { return nil }
      let (year, used) = yearAhead(next + 1)
      return written(day, month, year, tokenCount: next + 1 + used)
    }
    guard let month = foreignWord(0).flatMap(monthNumber) else { return nil }
    if let year = foreignInteger(1), (1900...2199).contains(year) {
      return date(2, ["\(year)-\(twoDigits(month))"])
    }
    guard let day = foreignNumber(1).flatMap(dayOfMonth) else { return nil }
    let (year, used) = yearAhead(2)
    return written(day, month, year, tokenCount: 2 + used)
  }

  private func written(
    _ day: Int, _ month: Int, _ year: Int?, tokenCount: Int
  ) -> ForeignValue {
    let rest = "\(twoDigits(month))-\(twoDigits(day))"
    guard let year else {
      return date(
        tokenCount, ["2026-\(rest)"], safety: .display, helps: ["say which year"])
    }
    return date(tokenCount, ["\(year)-\(rest)"])
  }

  /// A year, perhaps behind a comma, and how many tokens it takes.
  private func yearAhead(_ distance: Int) -> (year: Int?, tokenCount: Int) {
    let comma = isKind(.comma, distance) ? 1 : 0
    guard let year = foreignInteger(distance + comma), (1900...2199).contains(year) else {
      return (nil, 0)
    }
    return (year, comma + 1)
  }

  // MARK: `2026/12/31`, `31.12.2026`, `12/31/2026`

  private func dayByNumbers() -> ForeignValue? {
    guard at(.number) else { return nil }
    if isKind(.slash, 1), isTight(1), isTight(2), let first = foreignInteger(0),
      let second = foreignInteger(2)
    {
      if isKind(.slash, 3), isTight(3), isTight(4), let third = foreignInteger(4) {
        return byNumbers([first, second, third], tokenCount: 5)
      }
      // `07/2026`; `1/2` is a division, and so is `2026/2`.
      guard (1...12).contains(first), (1900...2199).contains(second) else { return nil }
      return date(3, ["\(second)-\(twoDigits(first))"])
    }
    // `31-12-2026`; with its year first it is a date of the language.
    if isKind(.minus, 1), isTight(1), isTight(2), isKind(.minus, 3), isTight(3), isTight(4),
      let first = foreignInteger(0), let second = foreignInteger(2), let third = foreignInteger(4),
      third >= 1900
    {
      return byNumbers([first, second, third], tokenCount: 5)
    }
    // The lexer takes `31.12` for one number.
    guard isKind(.dot, 1), isTight(1), isTight(2), let front = foreignNumber(0),
      let third = foreignInteger(2)
    else { return nil }
    let parts = front.split(separator: ".").compactMap { Int($0) }
    guard parts.count == 2 else { return nil }
    return byNumbers(parts + [third], tokenCount: 3, isGerman: true)
  }

  private func byNumbers(
    _ parts: [Int], tokenCount: Int, isGerman: Bool = false
  ) -> ForeignValue? {
    if parts[0] >= 1900 {
      guard let only = dateText(parts[0], parts[1], parts[2]) else { return nil }
      return date(tokenCount, [only])
    }
    let dayFirst = dateText(parts[2], parts[1], parts[0])
    let monthFirst = dateText(parts[2], parts[0], parts[1])
    // Where day and month are told by points, the day comes first.
    if isGerman, let dayFirst { return date(tokenCount, [dayFirst]) }
    let both = [dayFirst, monthFirst].compactMap(\.self)
    guard let first = both.first else { return nil }
    guard both.count == 2, both[0] != both[1] else { return date(tokenCount, [first]) }
    return date(
      tokenCount, both, safety: .display,
      helps: ["one half of the world puts the day first, the other half the month"])
  }

  // MARK: `Q3 2026`, `2026 Q3`, `2026Q3`, `H2 2026`, `FY26`

  private func quarter() -> ForeignValue? {
    if let year = foreignInteger(0), (1900...2199).contains(year) {
      guard let part = foreignWord(1).flatMap(Period.init) else { return nil }
      return of(part, year, tokenCount: 2)
    }
    if let text = foreignNumber(0), text.utf8.count == 6, let year = Int(text.prefix(4)),
      let part = Period(text.dropFirst(4).lowercased())
    {
      return of(part, year, tokenCount: 1)
    }
    guard let word = foreignWord(0) else { return nil }
    if let part = Period(word) {
      let sign = isKind(.slash, 1) || isKind(.minus, 1) ? 1 : 0
      guard let year = foreignInteger(1 + sign) else { return nil }
      let full = year < 100 ? 2000 + year : year
      guard (1900...2199).contains(full) else { return nil }
      return of(part, full, tokenCount: 2 + sign)
    }
    guard word.hasPrefix("fy"), word.utf8.count == 4 || word.utf8.count == 6,
      let year = Int(word.dropFirst(2))
    else { return nil }
    let full = year < 100 ? 2000 + year : year
    return ForeignValue(
      code: .foreignDate, tokenCount: 1, headline: "is not how a year is written",
      label: "a year is written as its days", mends: [.init(text: "\(full)-01-01..\(full)-12-31")],
      helps: [
        "which days a fiscal year has is yours to say; `fiscal_month` of the plan shifts quarters"
      ],
      safety: .display)
  }

  private enum Period {
    case quarter(Int)
    case half(Int)

    init?(_ word: String) {
      guard word.utf8.count == 2, let number = word.last?.wholeNumberValue else { return nil }
      switch word.first {
      case "q" where (1...4).contains(number): self = .quarter(number)
      case "h" where (1...2).contains(number): self = .half(number)
      default: return nil
      }
    }
  }

  private func of(_ period: Period, _ year: Int, tokenCount: Int) -> ForeignValue {
    switch period {
    case .quarter(let number):
      return ForeignValue(
        code: .foreignDate, tokenCount: tokenCount, headline: "is not how a quarter is written",
        label: "year first: `2026-Q3`", mends: [.init(text: "\(year)-Q\(number)")])
    case .half(let number):
      let days = number == 1 ? "01-01..\(year)-06-30" : "07-01..\(year)-12-31"
      return ForeignValue(
        code: .foreignDate, tokenCount: tokenCount,
        headline: "is not how half a year is written", label: "a half has no form of its own",
        mends: [.init(text: "\(year)-\(days)")],
        helps: ["write its days, or one of its quarters: `\(year)-Q\(number * 2)`"],
        safety: .unsafe)
    }
  }
}

/// The day of `1`, `1st`, `22nd`; `nil` for what is no day of a month.
private func dayOfMonth(_ text: String) -> Int? {
  let digits = text.prefix { $0.isNumber }
  let rest = text.dropFirst(digits.count).lowercased()
  guard ["", "st", "nd", "rd", "th"].contains(rest), let day = Int(digits) else { return nil }
  return (1...31).contains(day) ? day : nil
}

private func monthNumber(_ word: String) -> Int? {
  guard word.utf8.count >= 3 else { return nil }
  let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  let short = word == "sept" ? "sep" : word
  let index = months.firstIndex { $0 == short || $0.prefix(3) == short }
  return index.map { $0 + 1 }
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

/// A date as the language writes it, or `nil` where no calendar has such a day.
///
/// Of a year its last two digits will do.
private func dateText(_ year: Int, _ month: Int, _ day: Int) -> String? {
  let full = year < 100 ? 2000 + year : year
  guard (1900...2199).contains(full), (1...12).contains(month), (1...31).contains(day) else {
    return nil
  }
  return "\(full)-\(twoDigits(month))-\(twoDigits(day))"
}

private func isWeekday(_ word: String) -> Bool {
  let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
  return days.contains { $0 == word || $0.prefix(3) == word }
}
