// Tables in a page.
extension PageWriter {
  /// A table, named by the heading above it.
  mutating func table(_ table: Table, under heading: String) {
    guard !table.columns.isEmpty else { return }
    tableCount += 1
    // Rows of words stand below one another where it is narrow; rows of figures have to be seen side by side, and are moved.
    let isMatrix = table.isMatrix
    let classes = tableRules.classes(of: table, isStacked: !isMatrix)
    raw(
      isMatrix
        ? "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table \(tableCount)\">"
        : "<div class=\"rows\">")
    raw("<table class=\"\(classes)\" aria-labelledby=\"\(heading)\">\n")
    if !table.columns.allSatisfy(\.title.isEmpty) {
      raw("<thead><tr>")
      for column in table.columns { raw("<th scope=\"col\">\(inline(column.title))</th>") }
      raw("</tr></thead>\n")
    }
    raw("<tbody>\n")
    let head = table.headColumn
    for row in table.rows {
      raw("<tr\(index.attribute(ofRow: row))>")
      for (place, cell) in row.enumerated() {
        self.cell(cell, isHead: place == head && !cell.isEmpty)
      }
      raw("</tr>\n")
    }
    raw("</tbody></table></div>\n")
  }

  private mutating func cell(_ cell: Prose, isHead: Bool) {
    let look = cell.runs.contains { hasLongWord($0.text) } ? " class=\"x\"" : ""
    if isHead {
      raw("<th scope=\"row\"\(look)>\(rowHead(cell))</th>")
    } else {
      raw("<td\(look)>\(inline(cell, isKeptTogether: cell.isShort))</td>")
    }
  }

  /// What a row is about; most are strong as a whole, which is how heads of rows look.
  private func rowHead(_ cell: Prose) -> String {
    guard cell.isStrong, let run = cell.runs.first else { return "<span>\(inline(cell))</span>" }
    return inlineMarkup(run.text)
  }
}

extension Table {
  /// Whether nothing but what its rows are called is words.
  fileprivate var isMatrix: Bool {
    columns.count > 2 && columns.dropFirst().allSatisfy { $0.alignment == .trailing }
  }

  /// The column that says what each row is about: the first that is strong throughout, and where none is the first.
  fileprivate var headColumn: Int {
    guard !rows.isEmpty else { return 0 }
    return columns.indices.first { column in rows.allSatisfy { $0[column].isStrong } } ?? 0
  }
}

extension Prose {
  fileprivate var isStrong: Bool { runs.count == 1 && runs[0].style == .strong }

  /// Whether it is a word or two, which look lost on two lines: `off track`.
  fileprivate var isShort: Bool { runs.reduce(0) { $0 + $1.text.utf8.count } <= shortMax }
}

private let shortMax = 12

/// Whether a text has a word that would make a table wider than its page.
private func hasLongWord(_ text: String) -> Bool {
  guard text.utf8.count > wordMax else { return false }
  var length = 0
  for byte in text.utf8 {
    length = byte == 0x20 ? 0 : length + 1
    if length > wordMax { return true }
  }
  return false
}

private let wordMax = 22
