import PlanModel

// How to come to an amount: from what counts nothing, from a plain number, from time where effort is meant.

/// How to come from a value that counts nothing to an amount; `nil` where both sides are amounts.
func amountMend(_ left: Operand, _ right: Operand) -> String? {
  amountMend(left) ?? amountMend(right)
}

/// The same for one side alone.
func amountMend(_ operand: Operand) -> String? {
  let source = operand.shown
  switch operand.value {
  case .quantity: return nil
  case .spread(let spread):
    guard spread.mean == nil else { return nil }
    return "a range of two has no middle: take `best(\(source))` or `worst(\(source))`"
  case .date: return "a date is only moved by time, and two dates differ by a time: `b - a`"
  case .dates: return "take one of its ends: `first_day(\(source))` or `last_day(\(source))`"
  case .change: return "a change has two ends: name the amount that is meant"
  case .text: return "text is no amount: amounts stand without quotes"
  case .boolean: return "choose an amount by it: `if \(source) then 1 else 0`"
  case .symbol(let word) where Vocabulary.levels.contains(word):
    return "levels are numbers from 1 to 3 as `level(\(source))`"
  case .symbol: return "a word is only compared: `kind == enabler`"
  case .list: return "add its elements up, or go through them: `sum(\(source))`, `map(…, x => …)`"
  case .record: return "name one of its fields: `\(source).…`"
  case .table: return "ask for one amount of each: `effort of initiatives`"
  case .reference(let reference) where reference.lag != nil:
    return "a time after something stands only in `after` and `with`; a date is `….finish + 1w`"
  case .reference: return "name one of its fields: `\(source).…`"
  case .none: return noneMend
  case .poison: return nil
  }
}

extension Reference {
  /// Whether it is something that others may come after.
  var isAwaited: Bool {
    PropertyWord.after.type.kinds.contains { $0.rawValue == kind }
  }
}

extension Value {
  var isTime: Bool {
    if case .quantity(let quantity) = self { quantity.isTime } else { false }
  }

  /// What it is counted in; `nil` for what is not counted.
  var unit: Unit? {
    switch self {
    case .quantity(let quantity): quantity.unit
    case .spread(let spread): spread.unit
    default: nil
    }
  }
}

/// A plain number with the unit another amount is written in: 3 like `5pw` is `3pw`; `nil` where that has no short form.
func written(_ number: Quantity, like other: Value) -> String? {
  let model: Quantity
  switch other {
  case .quantity(let quantity): model = quantity
  case .spread(let spread): model = spread.low
  default: return nil
  }
  switch model.unit {
  case .number: return nil
  case .money, .rate(.money, _), .labour, .rate(.number, _):
    return Quantity(number.magnitude, model.unit).text
  case .percent, .workingDays, .months, .effort, .free, .rate(.effort, _), .rate(.percent, _):
    let letters = model.text.drop { !$0.isLetter && $0 != "%" }
    guard !letters.contains(" "), letters.utf8.count <= unitLettersMax else { return nil }
    return number.magnitude.exactDecimal().map { $0 + letters }
  }
}

/// Longer than this no unit of the language is, and none of a reader's is worth repeating.
private let unitLettersMax = 12

extension Quantity {
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
