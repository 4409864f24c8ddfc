import PlanModel
internal import PlanSyntax

/// What to write instead of a value of the wrong type.
struct TypeMend {
  var help: String
  /// The source that does it, where it is likely enough to be offered as a fix.
  var replacement: String?
}

/// The mend for a value that is of another type than wanted; `nil` where the description of the type says all.
func typeMend(_ seen: Operand, _ type: ValueType) -> TypeMend? {
  if case .list(let element) = type { return typeMend(seen, element) }
  if case .either(let types) = type {
    return types.lazy.compactMap { typeMend(seen, $0) }.first
  }
  if type.takesDependencies, let row = TableRow(seen.source.filter { $0 != "\"" }) {
    return TypeMend(help: row.help)
  }
  if case .quantity(let quantity) = seen.value {
    if type == .change { return changeMend(seen.source) }
    return freeUnitMend(quantity, type) ?? quantityMend(quantity, seen.source, type)
  }
  switch (seen.value, type) {
  case (.text(let text), .symbol(let words)):
    guard let word = ForeignValues.meant(by: text, among: words).first else { return nil }
    return TypeMend(help: "this word stands without quotes: `\(word)`", replacement: word)
  case (.text(let text), .boolean):
    guard let truth = ForeignValues.truth(of: text) else { return nil }
    return TypeMend(help: "yes is `true` and no is `false`", replacement: "\(truth)")
  case (.text(let text), .reference), (.text(let text), .dependency):
    guard isName(text) else { return nil }
    return TypeMend(help: "names stand without quotes: `\(text.shortened)`", replacement: text)
  case (.text(let text), _) where type != .text:
    if let value = QuotedValue.unquoted(text, as: type) {
      return TypeMend(help: "values stand without quotes: `\(value)`", replacement: value)
    }
    if let meaning = Placeholders.meaning(of: text, as: type) {
      return TypeMend(help: meaning.help, replacement: meaning.replacement)
    }
    return [.firstDay, .lastDay].contains(type)
      ? TypeMend(help: "dates stand without quotes: `2026-07-01`") : nil
  case (.spread(let spread), _):
    if let mend = freeSpreadMend(spread, type) { return mend }
    return spreadMend(spread, type)
  case (.dates(let first, let last), .firstDay), (.dates(let first, let last), .lastDay):
    let end = type == .firstDay ? first : last
    return TypeMend(help: "one date is wanted here: `\(end.text)`", replacement: end.text)
  case (.reference(let reference), .text):
    return TypeMend(
      help: "text stands in quotes: `\"\(reference.name.shortened)\"`",
      replacement: "\"\(reference.name)\"")
  case (.list, _): return TypeMend(help: "one value is wanted here, not a list")
  default: return nil
  }
}

private func spreadMend(_ spread: Spread, _ type: ValueType) -> TypeMend? {
  switch type {
  case .effort, .effortAmount:
    if type == .effortAmount, spread.unit == .effort {
      return TypeMend(help: "one figure is wanted here, because it is known")
    }
    return effortPoints(spread)
  case .dateRange where spread.unit == .workingDays || spread.unit == .months:
    return TypeMend(help: "write dates: `2026-10-01..2026-12-31` or `2026-Q4`")
  case .slip where spread.unit == .months: return TypeMend(help: monthsMend)
  default: return nil
  }
}

private func quantityMend(_ quantity: Quantity, _ source: String, _ type: ValueType) -> TypeMend? {
  switch (quantity.unit, type) {
  case (.workingDays, .effort), (.months, .effort), (.workingDays, .effortAmount),
    (.months, .effortAmount):
    return quantity.asEffortMend.map { TypeMend(help: $0, replacement: effortText(quantity)) }
  case (.effort, .elapsed), (.effort, .slip):
    return TypeMend(help: "effort is people's time; a length of time is `6w` or `3mo`")
  case (.months, .slip): return TypeMend(help: monthsMend)
  case (.number, .effort), (.number, .effortAmount):
    return TypeMend(help: "say what the number counts: `\(quantity.text)pw`, `\(quantity.text)pd`")
  case (.number, .elapsed), (.number, .slip):
    return TypeMend(help: "say what the number counts: `\(quantity.text)w`, `\(quantity.text)mo`")
  case (.number, .share), (.number, .percent), (.number, .shareRange):
    guard let percent = sharePercent(quantity.magnitude) else { return nil }
    return TypeMend(help: "write it as a percentage: `\(percent)`", replacement: percent)
  case (.percent, .number), (.percent, .heads), (.percent, .count):
    return TypeMend(help: "this is a plain number, without `%`")
  case (.number, .money):
    return TypeMend(
      help: "money carries its currency: `$\(quantity.text)` or `\(quantity.text) CHF`")
  case (.money, .moneyRate):
    return TypeMend(
      help: "an amount accrues by nothing; a rate is `\(source)/week` or `\(source)/month`")
  case (.rate(.money, _), .money):
    return TypeMend(help: "this accrues; an amount is written without `/…`")
  case (.money, .labourRate), (.rate(.money, _), .labourRate):
    return TypeMend(help: "say for how much of a person's time: `$4k/pw` or `$100/h`")
  case (.labour, .moneyRate):
    return TypeMend(help: "this is a price of people's time; a rate over time is `$60k/week`")
  case (.effort, .effortRate):
    return TypeMend(help: "say how often: `\(source)/week`, or `8/day * \(source)`")
  case (.rate(.number, _), .effortRate):
    return TypeMend(help: "say how much effort each takes: `\(source) * 15min`")
  case (.number, .symbol(let words)):
    guard let word = ForeignValues.meant(by: source, among: words).first else { return nil }
    return TypeMend(help: "levels have words here, the first is `\(words[0])`", replacement: word)
  case (.number, .firstDay), (.number, .lastDay):
    return TypeMend(help: "a date is written `2026-07-01`, `2026-07`, `2026-Q3` or `2026-W28`")
  case (.workingDays, .offsetRange), (.months, .offsetRange):
    return TypeMend(help: "say from where to where: `0mo..\(source)`")
  default: return nil
  }
}

/// For one amount where two are wanted; `800ms - 200ms` is a change as people write it.
private func changeMend(_ source: String) -> TypeMend {
  let ends = source.split(separator: " - ", omittingEmptySubsequences: false)
  guard ends.count == 2 else { return TypeMend(help: "say where it shall go: `\(source) -> …`") }
  return TypeMend(
    help: "a change has `->` between its ends", replacement: ends.joined(separator: " -> "))
}

private let monthsMend =
  "it is counted in working days, which months differ in: `4w..9w` for one to two months"

/// Whether a text could be a path of names.
private func isName(_ text: String) -> Bool {
  !text.isEmpty
    && text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }
}

/// Letters that are no unit, where no amount in letters can stand.
private func freeUnitMend(_ quantity: Quantity, _ type: ValueType) -> TypeMend? {
  guard case .free(let letters) = quantity.unit, let digits = quantity.magnitude.exactDecimal()
  else {
    return nil
  }
  let fitting = nearestUnits(to: letters).filter {
    guard case .success(let quantity) = Literal(digits: digits, suffix: $0).decoded(),
      case .success = Value.quantity(quantity).fitted(to: type)
    else { return false }
    return true
  }
  if ["sp", "pts", "points", "point"].contains(letters.lowercased()) {
    return TypeMend(
      help: "points are no time; how long one takes is yours to say: `2pw..3pw..5pw`")
  }
  let wanted = fitting.isEmpty ? nearestUnits(to: letters) : fitting
  guard let first = wanted.first else {
    return TypeMend(help: "the language knows no unit `\(letters.shortened)`")
  }
  let written = wanted.map { "`\(digits)\($0)`" }.joined(separator: " or ")
  return TypeMend(
    help: "the language knows no unit `\(letters.shortened)`; did you mean \(written)?",
    replacement: fitting.count == 1 ? digits + first : nil)
}

/// A range whose points have letters that are no unit: `6wk..9wk`.
private func freeSpreadMend(_ spread: Spread, _ type: ValueType) -> TypeMend? {
  guard case .free = spread.unit else { return nil }
  let points = [spread.low, spread.likely, spread.high].compactMap { $0 }
  let mended = points.compactMap { freeUnitMend($0, type)?.replacement }
  guard mended.count == points.count else { return freeUnitMend(spread.low, type) }
  let written = mended.joined(separator: "..")
  return TypeMend(
    help: "the language knows no such unit; did you mean `\(written)`?", replacement: written)
}

private func effortPoints(_ spread: Spread) -> TypeMend? {
  let points = [spread.low, spread.likely, spread.high].compactMap { $0 }
  let texts = points.compactMap(effortText)
  guard texts.count == points.count else { return nil }
  let written = texts.joined(separator: "..")
  return TypeMend(
    help: "this is time; the same in people's time is `\(written)`", replacement: written)
}

/// `6pw` for `6w`, `3pm` for `3mo`.
private func effortText(_ time: Quantity) -> String? {
  guard time.isTime else { return nil }
  let letters: String? =
    switch time.text.drop(while: { !$0.isLetter }) {
    case "w": "pw"
    case "d": "pd"
    case "mo": "pm"
    default: nil
    }
  let digits = time.text.prefix { !$0.isLetter }
  if let letters { return digits + letters }
  return time.unit == .months ? time.magnitude.exactDecimal().map { $0 + "pm" } : nil
}

/// `70%` for 0.7 and for 70; `nil` for what is neither a part of one nor of a hundred.
private func sharePercent(_ number: Rational) -> String? {
  guard number >= .zero, number <= 100 else { return nil }
  let share = number <= .one ? number : number.divided(by: 100)
  return share.map { Quantity($0, .percent).text }
}
