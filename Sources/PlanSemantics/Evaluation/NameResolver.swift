internal import PlanModel
package import PlanSyntax

/// Finds what a name in an expression stands for.
package protocol NameResolver {
  /// The value of a path of names (`residency.billing`); `nil` when nothing has that name.
  ///
  /// Anything else that is wrong (a name on two levels, a cycle among lets, a wrong kind) the resolver reports itself and
  /// answers with `.poison`. The value of a `let` is had by calling `environment.evaluate` with `&self`.
  ///
  /// - Parameters:
  ///   - path: The words, never empty.
  ///   - type: What is wanted there, which may tell a goal from a team of the same name.
  ///   - environment: The environment of the expression that holds the name.
  /// - Returns: The value, `.poison` if it was reported already, or `nil`.
  mutating func value(
    of path: [Word], expecting type: ValueType?, in environment: inout Environment
  ) -> Value?

  /// Reports that nothing has this name, with the nearest one that fits.
  ///
  /// - Parameters:
  ///   - path: The words, never empty.
  ///   - type: What is wanted there.
  ///   - environment: Where the diagnostic goes.
  mutating func reportUnknown(
    _ path: [Word], expecting type: ValueType?, in environment: inout Environment)

  /// Names that the expression itself brings along.
  var locals: Locals { get set }

  /// The field of a value that stands before a dot; `nil` when it has none of that name.
  mutating func field(
    _ word: Word, of base: Value, in environment: inout Environment
  ) -> Value?

  /// The type of what a bare name stands for, where that is known without looking.
  func type(of word: Word) -> ValueType?

  /// The type of a field of this name, whatever has it.
  func type(ofField word: Word) -> ValueType?

  /// Where the value of a path was written, if that is not where the path stands: a `let`, or a property of some block.
  func origin(of path: [Word]) -> Span?

  /// The function of a name, of the plan or of the library.
  func function(named name: String) -> FunctionLookup

  /// Reports names in an expression that nothing has, where there is no element to evaluate it for.
  ///
  /// - Parameters:
  ///   - expression: A clause of a query over nothing, or the body of a lambda.
  ///   - type: Of the list that has no elements, where that is known.
  ///   - parameters: Names that the expression brings along.
  ///   - environment: Where the diagnostics go.
  func checkNames(
    in expression: Expression, ofElementsOf type: ValueType?, _ parameters: [Word],
    in environment: inout Environment)

  /// Reports names that nothing has in an expression that is not evaluated, for the element at hand if there is one.
  func checkNames(ofUntaken expression: Expression, in environment: inout Environment)

  /// Names of all functions, for "did you mean".
  var functionNames: [String] { get }

  /// The same resolver inside the body of a function.
  func inside(_ locals: Locals) -> Self

  /// What a team can do in a period; `nil` and a diagnostic, or a need, where that is not known.
  mutating func capacity(
    of team: Value, in period: Value, at span: Span, in environment: inout Environment
  ) -> Value
}

/// What a name that is called leads to.
package enum FunctionLookup: Sendable {
  case function(FunctionDeclaration)
  /// It calls itself, which has been reported.
  case cyclic
  case unknown
}

// A resolver of plain values has neither fields nor functions.
extension NameResolver {
  package mutating func field(
    _ word: Word, of base: Value, in environment: inout Environment
  ) -> Value? {
    base.field(word.text)
  }

  package func type(of word: Word) -> ValueType? { nil }
  package func origin(of path: [Word]) -> Span? { nil }
  package func type(ofField word: Word) -> ValueType? { PropertyWord(word: word.text)?.type }
  package func function(named name: String) -> FunctionLookup { .unknown }
  package var functionNames: [String] { [] }

  package func checkNames(
    in expression: Expression, ofElementsOf type: ValueType?, _ parameters: [Word],
    in environment: inout Environment
  ) {}

  package func checkNames(
    ofUntaken expression: Expression, in environment: inout Environment
  ) {}

  package func inside(_ locals: Locals) -> Self {
    var inner = self
    inner.locals = locals
    return inner
  }

  package mutating func capacity(
    of team: Value, in period: Value, at span: Span, in environment: inout Environment
  ) -> Value {
    .poison
  }
}

extension Value {
  /// The field of a record; of nothing, nothing.
  func field(_ name: String) -> Value? {
    switch self {
    case .record(let fields): fields.first { $0.name == name }?.value
    case .list(let values) where name == "count":
      .quantity(Quantity(Rational(Int64(values.count)), .number))
    case .none: Value.none
    default: nil
    }
  }
}
