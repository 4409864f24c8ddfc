extension Document {
  /// The same document with each run of its text changed; pictures keep what is written in them.
  ///
  /// - Complexity: O(its text).
  package func told(_ change: (Prose.Run) -> Prose.Run) -> Document {
    func told(_ prose: Prose) -> Prose {
      prose.runs.map(change).reduce(into: Prose()) { $0.append($1.text, $1.style) }
    }
    func told(_ block: Block) -> Block {
      switch block {
      case .heading(let text): return .heading(told(text))
      case .paragraph(let text): return .paragraph(told(text))
      case .list(let items): return .list(items.map(told))
      case .callout(let text): return .callout(told(text))
      case .table(var table):
        for column in table.columns.indices {
          table.columns[column].title = told(table.columns[column].title)
        }
        table.rows = table.rows.map { $0.map(told) }
        return .table(table)
      case .code, .picture: return block
      }
    }
    var document = self
    document.title = told(title)
    document.lead = lead.map(told)
    for index in sections.indices {
      document.sections[index].title = told(sections[index].title)
      document.sections[index].blocks = sections[index].blocks.map(told)
    }
    return document
  }
}
