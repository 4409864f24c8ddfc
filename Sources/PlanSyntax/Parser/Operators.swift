/// The infix operators and how tightly they bind.
enum Infix {
  /// Binding power; 0 for what is no infix operator.
  ///
  /// `Grammar/README.md` has the same table for people.
  static func power(_ kind: SyntaxKind) -> Int {
    switch kind {
    case .orWord: return 1
    case .andWord: return 2
    // `=` compares nothing; it is read as what it was meant for, and told.
    case .equals, .equalEqual, .notEqual, .less, .lessEqual, .greater, .greaterEqual, .inWord:
      return comparison
    case .coalesce: return 5
    case .arrow: return 6
    case .at: return 7
    case .rangeDots: return 8
    case .plus, .minus: return 9
    case .star, .slash: return 10
    case .ofWord: return of
    default: return 0
    }
  }

  static let not = 3
  static let comparison = 4
  /// Between `* /` and `of`: `-effort of x` is the negative of `effort of x`.
  static let of = 12
}
