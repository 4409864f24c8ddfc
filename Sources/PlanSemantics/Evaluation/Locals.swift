internal import PlanSyntax

/// Names that only an expression has: parameters of functions and lambdas, and the element that a query is at.
package struct Locals: Sendable {
  /// Outermost first.
  private var named: [(word: Word, value: Value)] = []
  private var elements: [Element] = []
  /// Whether the names of the plan mean nothing here: inside a function of the library, which no plan may break.
  private(set) var isSealed = false

  package init() {}

  /// The element that a clause is evaluated for.
  struct Element: Sendable {
    /// A declaration, a record or any other value; of a group the list of its members.
    let value: Value
    /// What the group was made by, in a query behind `group by`.
    let group: Group?

    struct Group: Sendable {
      /// The name of the field it was grouped by; `nil` where that is an expression.
      let name: String?
      let key: Value
    }
  }

  /// The locals of a function's body: nothing of the caller's is seen.
  init(_ function: FunctionDeclaration, _ arguments: [Value]) {
    named = Array(zip(function.parameters, arguments))
    isSealed = function.isOfLibrary
  }

  /// The innermost element; bare names are its fields.
  var element: Element? { elements.last }

  /// What parameters of this name stand for, outermost first; more than one is the reader's ambiguity.
  func values(of name: String) -> [(word: Word, value: Value)] {
    named.filter { $0.word.text == name }
  }

  var names: [String] { named.map(\.word.text) }

  mutating func bind(_ word: Word, to value: Value) { named.append((word, value)) }
  mutating func unbind(_ count: Int) { named.removeLast(min(count, named.count)) }
  mutating func enter(_ element: Element) { elements.append(element) }
  mutating func leave() { if !elements.isEmpty { elements.removeLast() } }
}
