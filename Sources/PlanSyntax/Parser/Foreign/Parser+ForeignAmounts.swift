// Amounts with their units behind a blank, ranges with `to`, and money with its sign behind.
extension Parser {
  func foreignAmount() -> ForeignValue? {
    if let money = foreignMoney() { return money }
    let begin = at(.number) ? 0 : 1
    if begin == 1 {
      guard foreignWord(0) == "from", isKind(.number, 1) else { return nil }
    }
    guard let first = amount(begin) else { return nil }
    guard let connector = connector(first.end), let second = amount(connector.end) else {
      if let dots = threeDots(first) { return dots }
      guard begin == 0 else { return nil }
      return single(first)
    }
    // `2..3` and `6pw - 2pw` are expressions.
    var isForeign = begin == 1 || first.isForeign || second.isForeign || connector.isForeign
    if connector.isDash, isTightRange(first, second) { isForeign = true }
    guard isForeign else { return nil }
    return range(first, second, connector)
  }

  /// A number and the words of its unit.
  private struct Amount {
    /// Sign or code, digits and letters as they are written onto the number.
    var text: String
    /// Words behind a blank that say what it counts; `nil` where the letters do.
    var unit: WrittenUnit?
    /// Distance of the first token behind it.
    var end: Int
    /// What the amount is counted per, `4k per week`.
    var per: String?
    var isForeign: Bool { unit != nil || per != nil }

    var hasLetters: Bool { text.utf8.contains { !$0.isDigit && $0 != UInt8(ascii: ".") } }
  }

  private func amount(_ distance: Int) -> Amount? {
    guard let text = foreignNumber(distance) else { return nil }
    var result = Amount(text: text, unit: nil, end: distance + 1, per: nil)
    if !result.hasLetters, let (unit, count) = unit(distance + 1) {
      result.unit = unit
      result.end += count
    }
    if let per = foreignWord(result.end), ["per", "a", "an", "each", "every"].contains(per),
      let period = foreignWord(result.end + 1).flatMap(WrittenUnit.period)
    {
      result.per = period
      result.end += 2
    }
    return result
  }

  /// Words such as `weeks`, `person days`, `story points`.
  private func unit(_ distance: Int) -> (WrittenUnit, tokenCount: Int)? {
    if isKind(.unknown, distance), source.text(tokens.range(position + distance)) == "%" {
      return WrittenUnit("%").map { ($0, 1) }
    }
    guard let first = foreignWord(distance) else { return nil }
    // `man-days`.
    let dash = isKind(.minus, distance + 1) && isTight(distance + 1) ? 1 : 0
    if let second = foreignWord(distance + 1 + dash),
      let unit = WrittenUnit(first, second)
    {
      return (unit, 2 + dash)
    }
    return WrittenUnit(first).map { ($0, 1) }
  }

  private struct Connector {
    var end: Int
    var isForeign: Bool
    var isDash: Bool
  }

  private func connector(_ distance: Int) -> Connector? {
    if let word = foreignWord(distance), ["to", "until"].contains(word) {
      return Connector(end: distance + 1, isForeign: true, isDash: false)
    }
    if isKind(.minus, distance) {
      return Connector(end: distance + 1, isForeign: false, isDash: true)
    }
    if isKind(.rangeDots, distance) {
      return Connector(end: distance + 1, isForeign: false, isDash: false)
    }
    guard isKind(.unknown, distance) else { return nil }
    let dashes = ["–", "—", "…"].contains(source.text(tokens.range(position + distance)))
    return dashes ? Connector(end: distance + 1, isForeign: true, isDash: true) : nil
  }

  /// Whether two amounts are `3-5pw`, without blanks and with a unit behind the second only.
  ///
  /// `5pw-3pw` is a subtraction.
  private func isTightRange(_ first: Amount, _ second: Amount) -> Bool {
    let isTight = isTight(first.end) && isTight(first.end + 1)
    return isTight && !first.hasLetters && second.hasLetters
  }

  /// `2...3`: three points, or a fourth.
  private func threeDots(_ first: Amount) -> ForeignValue? {
    guard isKind(.rangeDots, first.end), isKind(.dot, first.end + 1), isTight(first.end + 1),
      let second = amount(first.end + 2)
    else { return nil }
    return range(first, second, Connector(end: first.end + 2, isForeign: true, isDash: false))
  }

  // MARK: Mends

  private func single(_ amount: Amount) -> ForeignValue? {
    guard amount.isForeign else { return nil }
    let isRate = amount.per != nil
    var value = ForeignValue(
      code: .spacedUnit, tokenCount: amount.end,
      headline: isRate ? "is not how a rate is written" : "has its unit behind a blank",
      label: isRate
        ? "a rate is written with `/` and no blanks" : "a unit is written onto its number",
      mends: mends(amount), safety: safety(of: amount))
    switch amount.unit {
    case .points:
      value.headline = "is in a unit that plans do not have"
      value.label = "points are no time"
      value.helps = ["how long one takes is yours to say: `2pw..3pw..5pw`"]
    case .heads:
      value.headline = "has a word too many"
      value.label = "people are counted without a unit"
    case .time(.months, ofPeople: false) where use == .calendar && amount.text.contains("."):
      value.helps = ["months of the calendar are whole; parts of one are counted in working days"]
      value.safety = .unsafe
    default: break
    }
    return value
  }

  private func safety(of amount: Amount) -> Diagnostic.Fix.Safety {
    // Weeks of a team may be meant where people's time is wanted.
    guard use == .people else { return .safe }
    return amount.unit?.isTime == true ? .unsafe : .safe
  }

  private func range(_ first: Amount, _ second: Amount, _ connector: Connector) -> ForeignValue? {
    var first = first
    // `3 to 5 weeks`: the unit stands for both.
    if first.unit == nil, !first.hasLetters { first.unit = second.unit }
    if second.unit == nil, !first.hasLetters { first.text += second.text.letters }
    let sign = isChange ? " -> " : ".."
    let (left, right) = (mends(first), mends(second))
    var pairs: [ForeignValue.Mend] = []
    for (low, high) in zip(left, right) {
      pairs.append(.init(text: low.text + sign + high.text, meaning: low.meaning))
    }
    return ForeignValue(
      code: .foreignRange, tokenCount: second.end,
      headline: isChange ? "is not how a change is written" : "is not how a range is written",
      label: isChange
        ? "a change has `->` between its ends" : "a range has `..` between its ends",
      mends: pairs,
      helps: second.unit == .points ? ["points are no time: `2pw..3pw..5pw` is"] : [],
      safety: .unsafe)
  }

  private func mends(_ amount: Amount) -> [ForeignValue.Mend] {
    let per = amount.per.map { "/\($0)" } ?? ""
    guard let unit = amount.unit else { return [.init(text: amount.text + per)] }
    if case .time(.months, ofPeople: false) = unit, use == .calendar,
      let days = Self.workingDays(ofMonths: amount.text)
    {
      return [.init(text: days)]
    }
    let text = amount.text
    return unit.letters(for: use).map {
      let number = $0.isBefore ? $0.letters + text : text + $0.letters
      return .init(text: number + per, meaning: $0.meaning)
    }
  }

  /// `33d` for `1.5` months, at 260 working days a year; `nil` for whole months, which the calendar has.
  private static func workingDays(ofMonths text: String) -> String? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count <= 2, let whole = Int(parts[0]), whole < 1_000,
      let tenths = Int(parts[1])
    else { return nil }
    let hundredths = whole * 100 + (parts[1].utf8.count == 1 ? tenths * 10 : tenths)
    return "\((hundredths * 260 + 600) / 1200)d"
  }

  private var use: WrittenUnit.Use {
    guard let word = propertyWord else { return .unknown }
    if PropertyHints.effort.union(PropertyHints.foreignEffort).contains(word) { return .people }
    return PropertyHints.elapsed.union(PropertyHints.foreignElapsed).contains(word)
      ? .calendar : .unknown
  }

  private var isChange: Bool {
    guard let word = propertyWord else { return false }
    return PropertyHints.change.contains(word)
  }
}

extension String {
  /// What stands behind its digits.
  fileprivate var letters: String {
    String(drop { $0.isNumber || $0 == "." || $0 == "_" })
  }
}
