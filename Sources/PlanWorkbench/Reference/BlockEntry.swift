internal import PlanReport
internal import PlanSemantics

extension ReferenceEntry {
  /// What a block is, where it stands and what may stand in it.
  init(_ schema: BlockSchema) {
    let own = schema.properties.filter { !Schema.everywhere.map(\.word).contains($0.word) }
    var blocks: [Block] = [.paragraph(Prose(marked: schema.meaning)), .code([form(schema)])]
    blocks.append(.paragraph(surroundings(schema)))
    for status in Property.Status.inOrder {
      let rows = own.filter { $0.status == status }
      guard !rows.isEmpty else { continue }
      blocks += [.paragraph("\(strong: status.heading)"), .table(propertyTable(rows))]
    }
    let fields = Schema.questionFields(of: schema.kind).map { Prose($0, .code) }
    blocks.append(.paragraph("Questions also know its \(fields.joinedAsSentence())."))
    let common = Schema.everywhere.map { Prose($0.word.rawValue, .code) }
    blocks.append(.paragraph("In every block: \(common.joinedAsSentence())."))
    self.init(.block, schema.kind.rawValue, blocks)
  }
}

/// Its header, with the parts to fill in.
private func form(_ schema: BlockSchema) -> String {
  let name = schema.needsName ? " name \"Label\"" : schema.kind == .plan ? " \"Label\"" : ""
  let principal = schema.principal.map { ": \($0.example)" } ?? ""
  return "\(schema.kind.rawValue)\(name)\(principal) { … }"
}

private func surroundings(_ schema: BlockSchema) -> Prose {
  let parents = Schema.parents(of: schema.kind).map { Prose($0.withArticle, .plain) }
  var text: Prose =
    parents.isEmpty
    ? "It stands at the top of a file." : "It stands in \(parents.joinedAsSentence("or"))."
  if Schema.topLevel.contains(schema.kind), !parents.isEmpty {
    text = "It stands at the top of a file or in \(parents.joinedAsSentence("or"))."
  }
  if !schema.children.isEmpty {
    let children = schema.children.map { Prose($0.rawValue, .code) }
    text += " In it may stand: \(children.joined(separator: ", "))."
  }
  if let principal = schema.principal {
    text += " What stands behind the \(code: ":") of its header is its \(code: principal.rawValue)."
  }
  let bends = schema.properties.contains { $0.status == .honoured }
  return text + (bends ? " It bends the schedule." : " It bends no schedule.")
}

private func propertyTable(_ rows: [Property]) -> Table {
  let cells = rows.map { row -> [Prose] in
    var meaning = Prose(marked: row.meaning)
    if row.isRequired { meaning += " \(emphasis: "It has to be written.")" }
    if let silent = row.defaultText { meaning += " Unless written: \(Prose(marked: silent))." }
    if let consequence = row.consequence { meaning += " Today \(Prose(marked: consequence))." }
    return ["\(code: "\(row.word.rawValue): \(row.example)")", row.type.summary, meaning]
  }
  return Table(
    columns: [Table.Column("Write"), Table.Column("Takes"), Table.Column("Meaning")], rows: cells)
}

extension ValueType {
  /// What it takes, short enough for a column: "goals".
  fileprivate var summary: Prose {
    switch self {
    case .list(let element): element.summary + ", or a list"
    case .reference(let kinds), .dependency(let kinds):
      "the name of \(kinds.map { Prose(Kind(word: $0)?.withArticle ?? $0) }.joinedAsSentence("or"))"
    case .symbol(let words) where words.count <= 4:
      words.map { Prose($0, .code) }.joinedAsSentence("or")
    case .either(let types): types.map(\.summary).joinedAsSentence("or")
    default: Prose(marked: name)
    }
  }
}

extension Property.Status {
  /// The most telling first.
  static let inOrder: [Property.Status] = [
    .honoured, .reported, .asked, .unenforced, .kept, .later,
  ]

  var heading: String {
    switch self {
    case .honoured: "Bends the schedule or its figures"
    case .reported: "Shown in reports"
    case .asked: "Read by questions and scores"
    case .unenforced: "Not followed by the schedule yet"
    case .kept: "Kept, and read by nothing yet"
    case .later: "Refused by this version"
    }
  }

  /// As the end of a sentence about a property.
  var phrase: String {
    switch self {
    case .honoured: "bends the schedule or its figures"
    case .reported: "is shown in reports"
    case .asked: "is read by questions and scores"
    case .unenforced: "is not followed by the schedule yet"
    case .kept: "is kept, and read by nothing yet"
    case .later: "is refused by this version"
    }
  }
}
