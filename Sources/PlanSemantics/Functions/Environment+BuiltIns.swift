import PlanModel
import PlanSyntax

// What functions of the language do with values alone.
extension Environment {
  mutating func apply(_ builtIn: BuiltIn, _ inputs: [Input], at span: Span) -> Value {
    switch builtIn.operation {
    case .first, .last, .unique, .flatten, .reverse, .join:
      return onList(builtIn, inputs, at: span)
    case .numbers: return numbers(builtIn, inputs, at: span)
    case .round, .floor, .ceiling: return rounded(builtIn, inputs, at: span)
    case .abs: return absolute(builtIn, inputs[0])
    case .level: return level(builtIn, inputs[0])
    case .percent:
      guard let number = inputs[0].value.number ?? inputs[0].value.share else {
        return refuse(builtIn, inputs[0], wanted: "a plain number")
      }
      return .percent(number)
    case .best, .likely, .worst: return point(builtIn, inputs[0])
    case .workingDays, .calendarDays, .monthsBetween, .firstDay, .lastDay, .week, .month, .quarter,
      .year:
      return onDates(builtIn, inputs, at: span)
    default: return onText(builtIn, inputs, at: span)
    }
  }

  mutating func refuse(_ builtIn: BuiltIn, _ input: Input, wanted: String) -> Value {
    report(.wrongArgument(builtIn, input.value, wanted: wanted, at: input.span))
    return .poison
  }

  // MARK: Lists

  private mutating func onList(_ builtIn: BuiltIn, _ inputs: [Input], at span: Span) -> Value {
    guard let members = inputs[0].value.members else {
      return refuse(builtIn, inputs[0], wanted: "a list")
    }
    guard mayStep(members.count, at: span) else { return .poison }
    switch builtIn.operation {
    case .first: return members.first ?? .none
    case .last: return members.last ?? .none
    case .reverse: return list(members.reversed(), at: span)
    case .unique:
      var seen: Set<Value> = []
      return list(members.filter { seen.insert($0).inserted }, at: span)
    case .flatten: return list(members.flatMap { $0.members ?? [$0] }, at: span)
    default:
      guard let separator = inputs[1].value.text else {
        return refuse(builtIn, inputs[1], wanted: "a text to stand between the elements")
      }
      var result = ""
      for (index, member) in members.enumerated() {
        if index > 0 { result += separator }
        result += member.plainText
        if result.utf8.count > Environment.textBytesMax { break }
      }
      return text(result, at: span)
    }
  }

  private mutating func numbers(_ builtIn: BuiltIn, _ inputs: [Input], at span: Span) -> Value {
    for input in inputs {
      guard let number = input.value.number, number.isWhole else {
        return refuse(builtIn, input, wanted: "whole numbers")
      }
    }
    guard let from = inputs[0].value.number?.numerator, let to = inputs[1].value.number?.numerator,
      from <= to
    else { return .list([]) }
    guard
      to.subtractingReportingOverflow(from).partialValue.magnitude
        < UInt64(Environment.elementsMax), to.subtractingReportingOverflow(from).overflow == false
    else {
      report(.tooLarge(Environment.elementsMax, excerpt(span), at: span))
      return .poison
    }
    return list((from...to).map { .number(Rational($0)) }, at: span)
  }

  // MARK: Numbers

  /// To whole numbers, or to multiples of a unit: `round(13pd, 1pw)`.
  private mutating func rounded(_ builtIn: BuiltIn, _ inputs: [Input], at span: Span) -> Value {
    guard let amount = inputs[0].value.single else {
      return refuse(builtIn, inputs[0], wanted: "a number, or an amount and a unit")
    }
    var unit = Quantity(.one, amount.unit)
    if inputs.count == 2 {
      guard let given = inputs[1].value.single, let converted = given.converted(to: amount.unit),
        converted.magnitude > .zero
      else {
        return refuse(builtIn, inputs[1], wanted: "a unit that is more than nothing")
      }
      unit = converted
    } else if amount.unit != .number {
      return refuse(builtIn, inputs[0], wanted: "a plain number, or an amount and a unit")
    }
    guard let ratio = amount.magnitude.divided(by: unit.magnitude) else {
      return overflow(builtIn, at: span)
    }
    let whole =
      switch builtIn.operation {
      case .floor: ratio.floor
      case .ceiling: ratio.ceiling
      default: ratio.rounded
      }
    guard let magnitude = Rational(whole).times(unit.magnitude) else {
      return overflow(builtIn, at: span)
    }
    return .quantity(Quantity(magnitude, amount.unit))
  }

  private mutating func overflow(_ builtIn: BuiltIn, at span: Span) -> Value {
    let operand = Operand(value: .none, span: span, source: "")
    report(.operation(.overflow, builtIn.name, operand, operand, at: span))
    return .poison
  }

  private mutating func absolute(_ builtIn: BuiltIn, _ input: Input) -> Value {
    guard let amount = input.value.single else {
      return refuse(builtIn, input, wanted: "numbers, amounts and rates")
    }
    guard amount.isNegative else { return .quantity(amount) }
    return amount.negated.map { .quantity($0) } ?? overflow(builtIn, at: input.span)
  }

  private mutating func level(_ builtIn: BuiltIn, _ input: Input) -> Value {
    switch input.value {
    case .symbol(let word):
      if let index = Vocabulary.levels.firstIndex(of: word) {
        return .number(Rational(Int64(index + 1)))
      }
    case .quantity(let quantity) where quantity.unit == .number: return input.value
    case .none: return .none
    default: break
    }
    return refuse(builtIn, input, wanted: "`low`, `medium`, `high` or a number")
  }

  /// One point of a range; of a single amount that one.
  private mutating func point(_ builtIn: BuiltIn, _ input: Input) -> Value {
    switch input.value {
    case .none, .quantity: return input.value
    case .spread(let spread):
      switch builtIn.operation {
      case .best: return .quantity(spread.low)
      case .worst: return .quantity(spread.high)
      default:
        if let likely = spread.likely ?? spread.threePoints?.likely { return .quantity(likely) }
      }
    default: break
    }
    return refuse(builtIn, input, wanted: "an estimate or a range")
  }

  // MARK: Texts

  private mutating func onText(_ builtIn: BuiltIn, _ inputs: [Input], at span: Span) -> Value {
    if builtIn.operation == .text { return text(inputs[0].value.plainText, at: span) }
    var texts: [String] = []
    for input in inputs {
      guard let text = input.value.text else { return refuse(builtIn, input, wanted: "text") }
      texts.append(text)
    }
    switch builtIn.operation {
    case .upper: return text(texts[0].uppercased(), at: span)
    case .lower: return text(texts[0].lowercased(), at: span)
    case .startsWith: return .boolean(texts[0].utf8.starts(with: texts[1].utf8))
    default:
      let work = 1 + texts[0].utf8.count / 8
      return mayStep(work, at: span) ? .boolean(texts[0].has(texts[1])) : .poison
    }
  }
}

extension String {
  /// Whether the other text stands in this one; the empty text does.
  fileprivate func has(_ part: String) -> Bool {
    part.isEmpty || self.contains(part)
  }
}
