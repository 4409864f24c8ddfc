import PlanModel
internal import PlanSyntax

// What to write instead: the mistakes that people make, each with the words that mend it.

/// For an operator whose two sides do not combine.
func mends(_ operation: String, _ left: Operand, _ right: Operand) -> [String] {
  if left.value == .none || right.value == .none {
    return ["`none` is only compared or replaced: `x ?? 0`"]
  }
  let pair = (left.value.unit, right.value.unit)
  switch operation {
  case "+", "-", "sum": return [sumMend(operation, left, right)]
  case "/":
    if pair.1 == .effort, pair.0 == .number {
      return ["make the effort a number first: `\(left.source) / (\(right.source) / 1pm)`"]
    }
    return [productMend]
  case "*": return [productMend]
  case "..", "->": return [pointMend(operation, left, right)]
  case "in": return ["`in` takes a list, a range or a period: `x in [a, b]`"]
  default: return ["both sides have to be the same kind of thing"]
  }
}

private let productMend =
  "divide one of them by a unit to make it a number: `x / 1pw`; rates take what they are counted in"

private func sumMend(_ operation: String, _ left: Operand, _ right: Operand) -> String {
  let sign = operation == "-" ? "-" : "+"
  if case .text = left.value {
    return "texts are joined inside quotes: `\"\\(a) and \\(b)\"`"
  }
  if case .quantity(let share) = right.value, share.unit == .percent,
    let factor = operation == "-"
      ? Rational.one.minus(share.magnitude) : Rational.one.plus(share.magnitude)
  {
    let percent = Quantity(factor, .percent).text
    return "a percentage of something is a product: `\(left.source) * \(percent)`"
  }
  if let mend = moveMend(sign, left, right) { return mend }
  switch (left.value.unit, right.value.unit) {
  case (.effort, .workingDays), (.workingDays, .effort):
    let time = left.value.unit == .workingDays ? left.value : right.value
    if case .quantity(let elapsed) = time, let mend = elapsed.asEffortMend { return mend }
  case (.workingDays, .months), (.months, .workingDays):
    return "working days and calendar months do not add up: move a date by one, then by the other"
  case (.number, .some(let unit)), (.some(let unit), .number):
    let (plain, other) = left.value.unit == .number ? (left, right) : (right, left)
    if let letters = unitLetters(of: other.value), case .quantity(let number) = plain.value {
      return "say what the number counts: `\(number.text)\(letters)`"
    }
    return "give the number the unit of \(unit.description)"
  default: break
  }
  return "only like and like add up"
}

/// For a date or a name that something other than time is added to.
private func moveMend(_ sign: String, _ left: Operand, _ right: Operand) -> String? {
  let what: String
  switch left.value {
  case .date: what = "a date is moved by time"
  case .reference: what = "a lag is time"
  default: return nil
  }
  guard case .quantity(let quantity) = right.value else {
    return "\(what): `\(left.source) \(sign) 1w`"
  }
  if quantity.unit == .number, let digits = quantity.magnitude.exactDecimal() {
    return "\(what): `\(left.source) \(sign) \(digits)d`, or `\(digits)w`, or `\(digits)mo`"
  }
  // People's time written for time: `+ 3pd` means `+ 3d` as a rule.
  let days = quantity.magnitude.divided(by: Rational(Effort.minutesPerPersonDay))
  guard quantity.unit == .effort, let days, days.isWhole, days > .zero else {
    return "\(what): `\(left.source) \(sign) 1w`"
  }
  return "\(what), not effort: `\(left.source) \(sign) \(Quantity(days, .workingDays).text)`"
}

private func pointMend(_ operation: String, _ left: Operand, _ right: Operand) -> String {
  for (plain, other) in [(left, right), (right, left)] {
    guard case .quantity(let number) = plain.value, number.unit == .number else { continue }
    var written: String?
    if case .quantity(let like) = other.value { written = Quantity(number, like: like)?.text }
    guard let written else { continue }
    let points = (plain.span == left.span ? [written, right.source] : [left.source, written])
      .map(\.shortened)
    return
      "each point carries its unit: `\(points.joined(separator: operation == ".." ? ".." : " -> "))`"
  }
  return operation == ".."
    ? "the points of a range are of one unit: `3pw..6pw`"
    : "both ends of a change are of one unit: `800ms -> 200ms`"
}

/// The letters of the unit that a value is written in; `nil` where it has none behind it.
private func unitLetters(of value: Value) -> String? {
  guard case .quantity(let quantity) = value else { return nil }
  switch quantity.unit {
  case .percent, .workingDays, .months, .effort, .free:
    let letters = quantity.text.drop { !$0.isLetter && $0 != "%" }
    return letters.contains(" ") || letters.utf8.count > unitLettersMax ? nil : String(letters)
  case .number, .money, .rate, .labour: return nil
  }
}

/// Longer than this no unit of the language is, and none of a reader's is worth repeating.
private let unitLettersMax = 12

extension Value {
  /// What it is counted in; `nil` for what is not counted.
  var unit: Unit? {
    switch self {
    case .quantity(let quantity): quantity.unit
    case .spread(let spread): spread.unit
    default: nil
    }
  }
}

extension Quantity {
  /// A plain number with the unit another quantity is written in: 3 like `5pw` is `3pw`.
  fileprivate init?(_ number: Quantity, like other: Quantity) {
    switch other.unit {
    case .money, .free: self.init(number.magnitude, other.unit)
    default:
      guard let letters = unitLetters(of: .quantity(other)),
        let digits = number.magnitude.exactDecimal(),
        case .success(let quantity) = Literal(digits: digits, suffix: letters).decoded()
      else { return nil }
      self = quantity
    }
  }

  /// For `6w` where effort is wanted: "six weeks of calendar; six person-weeks is `6pw`; …".
  var asEffortMend: String? {
    let forms: [(size: Int64, calendar: String, person: String, letters: String)] =
      unit == .workingDays
      ? [(5, "week", "person-week", "pw"), (1, "day", "person-day", "pd")]
      : [(1, "month", "person-month", "pm")]
    guard unit == .workingDays || unit == .months, magnitude > .zero else { return nil }
    for form in forms {
      guard let count = magnitude.divided(by: Rational(form.size)), count.isWhole,
        let twice = count.times(2), let digits = count.exactDecimal(),
        let double = twice.exactDecimal()
      else { continue }
      let words = counted(count.numerator, form.calendar)
      return "\(words) of calendar; \(counted(count.numerator, form.person)) is "
        + "`\(digits)\(form.letters)`; two people for \(words) is `\(double)\(form.letters)`"
    }
    return nil
  }

  /// Time in words, "6 weeks of working time"; `nil` for what its unit describes well enough.
  var inWords: String? {
    guard let elapsed else { return nil }
    switch elapsed {
    case .workingDays: return "\(elapsed.text) of working time"
    case .months: return "\(elapsed.text) of calendar time"
    }
  }
}

/// "six weeks", "1 week": small numbers in words, as people say them.
private func counted(_ count: Int64, _ noun: String) -> String {
  let words = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]
  let number = Int(exactly: count).flatMap { words.indices.contains($0) ? words[$0] : nil }
  return "\(number ?? String(count)) \(noun)\(count == 1 ? "" : "s")"
}
