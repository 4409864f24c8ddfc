internal import PlanSyntax

/// `fn name(a, b) = value`.
package struct FunctionDeclaration: Sendable {
  let name: Word
  let parameters: [Word]
  let body: Expression
  /// Whether it comes with the language; its names then mean nothing of the plan's.
  let isOfLibrary: Bool

  /// As it is called: `rice(reach, impact)`.
  var signature: String {
    "\(name.text.shortened)(\(parameters.map(\.text.shortened).joined(separator: ", ")))"
  }
}
