internal import PlanSyntax

/// Names that stand for something in one piece of the text: the variable of a loop, a template's parameter, a loop's `let`.
///
/// A chain, innermost first, that outlives the expansion: what was written in a loop is evaluated long after.
struct LocalScope: Sendable {
  /// Number of a scope in `LocalScopes`; −1 is none.
  typealias ID = Int32
  static let none: ID = -1

  let name: Word
  let meaning: Meaning
  let outer: ID

  enum Meaning: Sendable {
    /// One element of a loop's list.
    case value(Value)
    /// An expression, bound by name: evaluated where it is used and as what is wanted there, but with the names of the
    /// place it was written at. So `team: crew` finds a team where `crew` was given as `payments`.
    case expression(Expression, locals: ID, block: Int32)
  }
}

/// Every local scope of a plan.
struct LocalScopes: Sendable {
  private var scopes: [LocalScope] = []

  var isEmpty: Bool { scopes.isEmpty }
  /// The number that the next scope will have.
  var next: LocalScope.ID { LocalScope.ID(scopes.count) }

  subscript(_ id: LocalScope.ID) -> LocalScope { scopes[Int(id)] }

  mutating func enter(
    _ name: Word, as meaning: LocalScope.Meaning, in outer: LocalScope.ID
  ) -> LocalScope.ID {
    scopes.append(LocalScope(name: name, meaning: meaning, outer: outer))
    return LocalScope.ID(scopes.count - 1)
  }

  /// What a name stands for, seen from a scope; `nil` when it is none of these names.
  ///
  /// - Complexity: O(nesting).
  func find(_ name: String, from scope: LocalScope.ID) -> LocalScope.ID? {
    var current = scope
    while current != LocalScope.none {
      if scopes[Int(current)].name.text == name { return current }
      current = scopes[Int(current)].outer
    }
    return nil
  }

  /// All names seen from a scope, innermost first.
  func names(from scope: LocalScope.ID) -> [String] {
    var names: [String] = []
    var current = scope
    while current != LocalScope.none {
      names.append(scopes[Int(current)].name.text)
      current = scopes[Int(current)].outer
    }
    return names
  }

  /// Gives the blocks that expressions were written in their final numbers.
  mutating func renumber(_ number: (Int32) -> Int32) {
    for index in scopes.indices {
      guard case .expression(let expression, let locals, let block) = scopes[index].meaning else {
        continue
      }
      scopes[index] = LocalScope(
        name: scopes[index].name,
        meaning: .expression(expression, locals: locals, block: number(block)),
        outer: scopes[index].outer)
    }
  }
}
