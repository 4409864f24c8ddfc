package import PlanSyntax

/// A `check` block: a condition on the plan or on each of some elements.
package struct CheckQuestion: Sendable {
  package let name: String
  package let label: String
  /// Its name in the text.
  package let place: Span
  /// The elements it is asked of; `nil` where the condition speaks of the plan as a whole.
  package let all: Expression?
  package let require: Expression?
  /// What to say of an element that fails, a text.
  package let say: Expression?
  let id: DeclarationID
  let locals: LocalScope.ID

  init(_ id: DeclarationID, _ reader: PropertyReader) {
    let declaration = reader.table[id]
    self.id = id
    locals = reader.written(.require, of: id)
    name = declaration.name?.text ?? Kind.check.rawValue
    label = reader.label(of: id) ?? name
    place = declaration.place
    all = reader.expression(.all, of: id)
    require = reader.expression(.require, of: id)
    say = reader.expression(.say, of: id)
  }
}
