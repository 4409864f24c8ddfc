internal import PlanSyntax

// `market-share`: a name as other tools have them, which the parser reads as a difference.
extension Environment {
  /// The name that a difference was meant for: it stands where no amount can, and none of its sides is the name of anything.
  ///
  /// Blanks round the `-` say nothing, since the formatter writes them.
  mutating func dashedName<Names: NameResolver>(
    _ binary: BinarySyntax, hint: ValueType?, _ names: inout Names
  ) -> Word? {
    guard let hint, hint == .text || hint.takesNames || !hint.words.isEmpty,
      let words = binary.dashedWords,
      words.allSatisfy({ names.value(of: [$0], expecting: nil, in: &self) == nil })
    else { return nil }
    return Word(text: words.map(\.text).joined(separator: "-"), span: binary.span)
  }
}

extension BinarySyntax {
  /// The sides of `a-b-c`, where all are words; `nil` for every other operation.
  fileprivate var dashedWords: [Word]? {
    var words: [Word] = []
    var rest = Expression.binary(self)
    while case .binary(let step) = rest {
      guard step.operation == .subtract, case .name(let right) = step.right else { return nil }
      words.append(right)
      rest = step.left
    }
    guard case .name(let first) = rest else { return nil }
    return [first] + words.reversed()
  }
}
