internal import PlanSyntax

/// `fn name(a, b) = value`.
struct FunctionDeclaration: Sendable {
  let name: Word
  let parameters: [Word]
  let body: Expression
  /// Whether it comes with the language; its names then mean nothing of the plan's.
  let isOfLibrary: Bool
}
