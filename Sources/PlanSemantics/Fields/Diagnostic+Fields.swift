internal import PlanSyntax

// Messages about fields that a plan declares.
extension Diagnostic {
  static func fieldNameTaken(_ name: Word) -> Diagnostic {
    Diagnostic(
      .fieldName, "`\(name.text.shortened)` is a word of the language", at: name.span,
      label: "has a meaning already", helps: ["give the field another name"])
  }

  static func fieldTwice(_ name: Word, _ earlier: Span) -> Diagnostic {
    Diagnostic(
      .fieldName, "there are two fields `\(name.text.shortened)`", at: name.span,
      label: "declared again", secondary: [Label(earlier, "first declared here")],
      helps: ["one field may belong to several kinds: `for: [initiative, team]`"])
  }

  static func fieldPartMissing(_ word: PropertyWord, _ item: Item) -> Diagnostic {
    Diagnostic(
      .fieldForm, "a field says `\(word.rawValue)`", at: item.name?.span ?? item.word.span,
      label: "`\(word.rawValue)` is missing", helps: ["write `\(word.rawValue): \(word.example)`"])
  }

  static func fieldKind(_ expression: Expression) -> Diagnostic {
    Diagnostic(
      .fieldForm, "`for` takes kinds of block", at: expression.span, label: "no kind of block",
      helps: ["write `for: initiative` or `for: [initiative, team]`"])
  }

  static func fieldType(_ expression: Expression) -> Diagnostic {
    let names = FieldTypes.named.map { "`\($0.name)`" }
    return Diagnostic(
      .fieldForm, "there is no such type of field", at: expression.span, label: "no type",
      helps: ["types are \(listed(names, or: false)), `one_of(a, b)` and `list_of(…)`"])
  }
}
