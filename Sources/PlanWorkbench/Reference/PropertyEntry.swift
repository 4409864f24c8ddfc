internal import PlanReport
internal import PlanSemantics

extension ReferenceEntry {
  /// What a property takes, and what it says in each block that has it.
  init(_ word: PropertyWord) {
    var takes: Prose = "Takes \(Prose(marked: word.type.description))."
    let forms = word.type.forms.filter { $0 != "word" && $0 != word.rawValue }
    if !forms.isEmpty {
      let commands = forms.unique.map { Prose("plan explain \($0)", .code) }
      takes +=
        " \(commands.joinedAsSentence()) \(commands.count == 1 ? "says" : "say") how that is written."
    }
    var blocks: [Block] = [.paragraph(takes), .code(["\(word.rawValue): \(word.example)"])]
    if Schema.everywhere.contains(where: { $0.word == word }) {
      blocks.append(
        .paragraph(sentence(Schema.everywhere.first { $0.word == word }, in: "every block")))
    } else {
      blocks.append(.table(places(of: word)))
    }
    self.init(.property, word.rawValue, blocks)
  }

  /// The words that properties take, each with all it says.
  static let symbols: [ReferenceEntry] = {
    var words: [String] = []
    var meanings: [String: [Prose]] = [:]
    for property in PropertyWord.allCases {
      for word in property.type.words {
        guard let meaning = WordMeanings.meaning(of: word, for: property) else { continue }
        if meanings[word] == nil { words.append(word) }
        meanings[word, default: []].append(
          "\(code: "\(property.rawValue): \(word)"): \(Prose(marked: meaning))")
      }
    }
    return words.map { ReferenceEntry(.word, $0, [.list(meanings[$0] ?? [])]) }
  }()
}

private func places(of word: PropertyWord) -> Table {
  let rows = Schema.blocks.compactMap { block -> [Prose]? in
    guard let row = Schema.property(word, of: block.kind) else { return nil }
    let silent: Prose = row.isRequired ? "needed" : Prose(marked: row.defaultText ?? "")
    return [
      "\(code: block.kind.rawValue)", Prose(marked: row.meaning), silent, Prose(row.status.phrase),
    ]
  }
  return Table(
    columns: [
      Table.Column("In"), Table.Column("Meaning"), Table.Column("Unless written"),
      Table.Column("What follows"),
    ], rows: rows
  ).compacted
}

private func sentence(_ row: Property?, in place: String) -> Prose {
  guard let row else { return "" }
  var text: Prose = "In \(place): \(Prose(marked: row.meaning)) It \(row.status.phrase)"
  if let consequence = row.consequence { text += "; today \(Prose(marked: consequence))" }
  return text + "."
}

extension [String] {
  /// Each once, in the order of first appearance.
  fileprivate var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
