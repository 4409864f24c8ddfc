import PlanModel
internal import PlanSyntax

// What to write instead: the mistakes that people make, each with the words that mend it.

/// For an operator whose two sides do not combine.
func mends(_ operation: String, _ left: Operand, _ right: Operand) -> [String] {
  if left.value == .none || right.value == .none {
    return [noneMend]
  }
  let mend =
    switch operation {
    case "+", "-", "sum": sumMend(operation, left, right)
    case "*", "/": productMend(operation, left, right)
    case "..", "->": pointMend(operation, left, right)
    case "in": membershipMend(left, right)
    default: comparisonMend(left, right)
    }
  return [mend]
}

let noneMend = "`none` is only compared or replaced: `x ?? 0`"

private func sumMend(_ operation: String, _ left: Operand, _ right: Operand) -> String {
  let sign = operation == "-" ? "-" : "+"
  if left.value.text != nil || right.value.text != nil {
    return "texts are joined inside quotes: `\"\\(a) and \\(b)\"`"
  }
  if case .list = left.value, case .list = right.value, sign == "+" {
    return "lists are put end to end by `flatten([a, b])`"
  }
  if let mend = moveMend(sign, left, right) { return mend }
  if sign == "+", let mend = moveMend(sign, right, left) {
    // `1w + storage` has the right parts in the wrong order.
    if case .reference = right.value, left.value.isTime, right.value.reference?.isAwaited == true {
      return "the name stands first: `\(right.shown) + \(left.shown)`"
    }
    return mend
  }
  if let mend = amountMend(left, right) ?? shareMend(sign, left, right) { return mend }
  return likeMend(left, right, done: "add up") ?? "only like and like add up"
}

/// `100 + 5%`: what was meant is a product.
private func shareMend(_ sign: String, _ left: Operand, _ right: Operand) -> String? {
  let isTurned = sign == "+" && left.value.unit == .percent && right.value.unit != .number
  let (whole, part) = isTurned ? (right, left) : (left, right)
  guard case .quantity(let share) = part.value, share.unit == .percent,
    let factor = sign == "-"
      ? Rational.one.minus(share.magnitude) : Rational.one.plus(share.magnitude)
  else { return nil }
  let percent = Quantity(factor, .percent).text
  return "a percentage of something is a product: `\(whole.shown) * \(percent)`"
}

private func productMend(_ operation: String, _ left: Operand, _ right: Operand) -> String {
  if let mend = amountMend(left, right) { return mend }
  if operation == "/", right.value.unit == .effort, left.value.unit == .number {
    return "make the effort a number first: `\(left.shown) / (\(right.shown) / 1pm)`"
  }
  guard let one = written(Quantity(.one, .number), like: right.value) else {
    return "divide one of them by a unit, which makes it a number: `x / 1pw`"
  }
  return
    "make one of them a number: `\(left.shown) \(operation) (\(right.shown) / \(one))`; rates take what they are counted in"
}

private func comparisonMend(_ left: Operand, _ right: Operand) -> String {
  for (text, other) in [(left, right), (right, left)] {
    guard case .text(let characters) = text.value else { continue }
    switch other.value {
    case .symbol, .reference:
      return "words and names stand without quotes: `\(characters.shortened)`"
    case .date, .dates: return "dates stand without quotes: `2026-07-01`"
    default: return "a text compares with a text: `text(\(other.shown))`"
    }
  }
  for (level, other) in [(left, right), (right, left)] {
    if case .symbol(let word) = level.value, Vocabulary.levels.contains(word),
      other.value.unit == .number
    {
      return "levels are numbers from 1 to 3 as `level(\(level.shown))`"
    }
  }
  for operand in [left, right] {
    switch operand.value {
    case .date, .dates:
      return "a date compares with a date, a month, a quarter or a week: `2026-Q3`"
    case .symbol(let word):
      let words = VocabularyIndex.companions(of: word)
      return "it compares with \(ValueType.symbol(of: words).description)"
    case .reference(let reference) where reference.lag == nil:
      return "name one of its fields: `\(operand.shown).…`"
    default: break
    }
  }
  return amountMend(left, right) ?? likeMend(left, right, done: "compare")
    ?? "both sides have to be the same kind of thing"
}

private func membershipMend(_ element: Operand, _ collection: Operand) -> String {
  switch collection.value {
  case .text where element.value.text != nil:
    return "`contains(\(collection.shown), \(element.shown))` looks for a text in another"
  case .date, .dates: return "a period holds dates: `2026-07-01 in 2026-Q3`"
  case .spread(let spread):
    let low = Operand(value: .quantity(spread.low), span: collection.span, source: "")
    return likeMend(element, low, done: "compare")
      ?? "the range holds amounts between \(spread.low.text) and \(spread.high.text)"
  default: return "`in` takes a list, a range or a period: `x in [a, b]`"
  }
}

private func pointMend(_ operation: String, _ left: Operand, _ right: Operand) -> String {
  for case .date in [left.value, right.value] {
    return operation == ".."
      ? "a range of dates has a date at each end: `2026-07-01..2026-09-30`"
      : "a change goes from one amount to another: `800ms -> 200ms`"
  }
  if let mend = amountMend(left, right) { return mend }
  for (plain, other) in [(left, right), (right, left)] {
    guard case .quantity(let number) = plain.value, number.unit == .number,
      let written = written(number, like: other.value)
    else { continue }
    let points = (plain.span == left.span ? [written, right.source] : [left.source, written])
      .map(\.shortened)
    return
      "each point carries its unit: `\(points.joined(separator: operation == ".." ? ".." : " -> "))`"
  }
  return operation == ".."
    ? "the points of a range are of one unit: `3pw..6pw`"
    : "both ends of a change are of one unit: `800ms -> 200ms`"
}

/// Of two amounts in different units.
private func likeMend(_ left: Operand, _ right: Operand, done: String) -> String? {
  switch (left.value.unit, right.value.unit) {
  case (.effort, .workingDays), (.workingDays, .effort), (.effort, .months), (.months, .effort):
    let time = left.value.unit == .effort ? right.value : left.value
    guard case .quantity(let elapsed) = time else { return nil }
    return elapsed.asEffortMend
  case (.workingDays, .months), (.months, .workingDays):
    return
      "working days and calendar months do not \(done): move a date by one, then by the other"
  case (.number, .some), (.some, .number):
    let (plain, other) = left.value.unit == .number ? (left, right) : (right, left)
    guard case .quantity(let number) = plain.value, let text = written(number, like: other.value)
    else { return nil }
    return "say what the number counts: `\(text)`"
  default: return nil
  }
}

/// For a date or a name that something other than time is added to.
private func moveMend(_ sign: String, _ left: Operand, _ right: Operand) -> String? {
  let what: String
  switch left.value {
  case .date: what = "a date is moved by time"
  case .dates: return "move one of its ends: `last_day(\(left.shown)) \(sign) 1w`"
  case .reference(let reference):
    guard reference.isAwaited else {
      return "a lag stands behind something that ends: an initiative, a work, a milestone"
    }
    if reference.lag != nil, right.value.isTime {
      return "a lag is in working days or in months, not in both"
    }
    what = "a lag is time"
  default: return nil
  }
  guard case .quantity(let quantity) = right.value else {
    return "\(what): `\(left.shown) \(sign) 1w`"
  }
  if quantity.unit == .number, let digits = quantity.magnitude.exactDecimal() {
    return "\(what): `\(left.shown) \(sign) \(digits)d`, or `\(digits)w`, or `\(digits)mo`"
  }
  // People's time written for time: `+ 3pd` means `+ 3d` as a rule.
  let days = quantity.magnitude.divided(by: Rational(Effort.minutesPerPersonDay))
  guard quantity.unit == .effort, let days, days.isWhole, days > .zero else {
    return "\(what): `\(left.shown) \(sign) 1w`"
  }
  return "\(what), not effort: `\(left.shown) \(sign) \(Quantity(days, .workingDays).text)`"
}
