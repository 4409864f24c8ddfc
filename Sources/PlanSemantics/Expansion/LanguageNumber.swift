internal import PlanSyntax

/// Checks that every plan says which language it is written in, in its first item.
struct LanguageNumber {
  /// The language that this version speaks.
  static let current = 1

  private(set) var diagnostics: [Diagnostic] = []
  private var place: Span?

  /// Whether some file says it.
  var isSaid: Bool { place != nil }

  /// - Parameters:
  ///   - tree: A file.
  ///   - isRoot: Whether it is the first, which has to say it.
  mutating func check(_ tree: SyntaxTree, isRoot: Bool) {
    let statements = tree.file.statements
    for (index, statement) in statements.enumerated() {
      guard case .item(let item) = statement, item.word.text == "language", item.isProperty else {
        continue
      }
      if index > 0 {
        diagnostics.append(.languageMisplaced(item, place))
      } else {
        checkVersion(item)
      }
      place = place ?? item.word.span
    }
    if isRoot, place == nil, !statements.isEmpty {
      diagnostics.append(.languageMissing(in: tree))
      place = Span(file: tree.source.file, range: TextRange(start: 0, end: 0))
    }
  }

  private mutating func checkVersion(_ item: Item) {
    guard let value = item.value else { return }
    if case .missing = value { return }
    guard case .quantity(let quantity) = value, quantity.isPlainNumber else {
      diagnostics.append(.languageUnsupported(value.span, isHigher: false))
      return
    }
    let digits = quantity.digits.filter { $0 != "_" }
    guard Int(digits) != Self.current else { return }
    let isHigher = (Int(digits) ?? Int.max) > Self.current
    diagnostics.append(.languageUnsupported(value.span, isHigher: isHigher))
  }
}

extension QuantitySyntax {
  fileprivate var isPlainNumber: Bool {
    currency == nil && suffix.isEmpty && per == nil && !digits.contains(".")
  }
}
