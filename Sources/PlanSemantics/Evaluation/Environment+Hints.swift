import PlanModel
import PlanSyntax

// Which bare words an operand may be: what stands on the other side of a comparison tells.
extension Environment {
  /// The type of an expression as far as it can be told without evaluating it.
  func type<Names: NameResolver>(of expression: Expression, _ names: Names) -> ValueType? {
    switch expression {
    case .paren(let paren): return type(of: paren.inner, names)
    case .name(let word): return names.type(of: word)
    case .member(let member): return names.type(ofField: member.name)
    case .conditional(let choice): return type(of: choice.then, names)
    case .of(let of): return typeOfElement(of.element, names).map { .list(of: $0) }
    case .query(let query):
      guard case .of(let of) = query.base else { return type(of: query.base, names) }
      return typeOfElement(of.element, names).map { .list(of: $0) }
    case .binary(let binary) where binary.operation == .coalesce:
      return type(of: binary.left, names) ?? type(of: binary.right, names)
    case .quantity(let literal): return ValueType(literal)
    case .binary(let binary) where [.add, .subtract].contains(binary.operation):
      return type(of: binary.left, names)
    default: return nil
    }
  }

  private func typeOfElement<Names: NameResolver>(
    _ expression: Expression, _ names: Names
  ) -> ValueType? {
    let type: ValueType?
    if case .name(let word) = expression {
      type = names.type(ofField: word) ?? names.type(of: word)
    } else {
      type = self.type(of: expression, names)
    }
    return type?.element ?? type
  }

  /// What may stand beside a value: the words of its vocabulary, declarations of its kind.
  func typeBeside(_ value: Value) -> ValueType? {
    switch value {
    case .symbol(let word):
      let words = VocabularyIndex.companions(of: word)
      return words.isEmpty ? nil : .symbol(of: words)
    case .reference(let reference): return .reference(to: [reference.kind])
    case .list(let values): return values.first.flatMap(typeBeside)
    default: return nil
    }
  }
}

extension ValueType {
  /// Of a literal: enough to know what the sum of none of them is.
  fileprivate init?(_ literal: QuantitySyntax) {
    let decoded = Literal(
      currency: literal.currency, digits: literal.digits, suffix: literal.suffix,
      per: literal.per
    ).decoded()
    guard case .success(let quantity) = decoded else { return nil }
    switch quantity.unit {
    case .number: self = .number
    case .percent: self = .percent
    case .effort: self = .effortAmount
    case .money: self = .money
    case .workingDays: self = .elapsed
    case .rate(.money, _): self = .moneyRate
    case .rate(.effort, _): self = .effortRate
    default: return nil
    }
  }
}
