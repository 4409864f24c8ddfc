internal import PlanReport
internal import PlanSemantics

extension ReferenceEntry {
  /// How a sort of value is written, what it combines with, and which properties take it.
  init(_ form: ValueForm) {
    var blocks: [Block] = [.paragraph(Prose(marked: form.meaning))]
    if !form.examples.isEmpty {
      let rows = form.examples.map { [Prose($0.source, .code), Prose(marked: $0.meaning)] }
      blocks.append(
        .table(Table(columns: [Table.Column("Write"), Table.Column("Means")], rows: rows)))
    }
    if !form.rules.isEmpty { blocks.append(.list(form.rules.map { Prose(marked: $0) })) }
    let takers = PropertyWord.allCases.filter { $0.type.forms.contains(form.word) }
      .map { Prose($0.rawValue, .code) }
    if !takers.isEmpty {
      blocks.append(.paragraph("Properties that take it: \(takers.joined(separator: ", "))."))
    }
    self.init(.value, form.word, synonyms: form.synonyms, blocks)
  }

  /// A type of a plan's own fields: how it is written, and a field that has it.
  init(_ type: FieldType) {
    self.init(
      .type, type.word,
      [.code([type.form]), .paragraph(Prose(marked: type.meaning)), .code(type.example)])
  }

  /// A word that begins a statement or stands in expressions.
  init(_ word: LanguageWord) {
    let example = word.example.split(separator: "\n").map(String.init)
    self.init(
      word.place == .statement ? .statement : .expression, word.word,
      [.code([word.form]), .paragraph(Prose(marked: word.meaning)), .code(example)])
  }
}
