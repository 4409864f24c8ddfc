internal import PlanText

/// The lines of a table, its cells wrapped so that all of it fits the width.
func terminalTable(_ table: Table, _ style: TerminalStyle) -> [String] {
  guard !table.columns.isEmpty else { return [] }
  guard let widths = columnWidths(table, total: style.width) else { return stacked(table, style) }
  let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: gap)
  // Columns that nothing is called need no line for it.
  let head =
    table.columns.allSatisfy(\.title.isEmpty)
    ? []
    : row(table.columns.map(\.title), table, widths, style, isHead: true) + [style.faint(rule)]
  let bodies = table.rows.map { row($0, table, widths, style, isHead: false) }
  // Rows of several lines run into each other without air between them.
  let isTall = bodies.contains { $0.count > 1 }
  var lines = head
  for (index, body) in bodies.enumerated() {
    if isTall, index > 0 { lines.append("") }
    lines += body
  }
  return lines
}

/// Between two columns.
private let gap = "  "

/// Each row as lines of its own, a cell a line behind its heading: for more columns than a line holds without breaking words.
private func stacked(_ table: Table, _ style: TerminalStyle) -> [String] {
  let longest = table.columns.map { $0.title.widths.natural }.max() ?? 0
  let names = min(longest, style.width / 3)
  let inner = Table(
    columns: [Table.Column(""), Table.Column("")],
    rows: table.rows.flatMap { row in zip(table.columns, row).map { [$0.title, $1] } })
  let widths = [names, max(1, style.width - names - gap.count)]
  var lines: [String] = []
  for (index, pair) in inner.rows.enumerated() {
    if index > 0, index % table.columns.count == 0 { lines.append("") }
    lines += row(pair, inner, widths, style, isHead: false)
  }
  return lines
}

private func row(
  _ cells: [Prose], _ table: Table, _ widths: [Int], _ style: TerminalStyle, isHead: Bool
) -> [String] {
  let wrapped = zip(cells, widths).map { $0.lines(width: $1) }
  let height = wrapped.map(\.count).max() ?? 0
  return (0..<height).map { index in
    let texts = wrapped.indices.map { column in
      let line = index < wrapped[column].count ? wrapped[column][index] : StyledLine()
      let painted = isHead ? style.paint(line.text, .strong) : style.paint(line)
      let fill = String(repeating: " ", count: max(0, widths[column] - line.width))
      return table.columns[column].alignment == .trailing ? fill + painted : painted + fill
    }
    return trimmed(texts.joined(separator: gap))
  }
}

/// No blanks at the end of a line: they are noise in files and in diffs.
private func trimmed(_ line: String) -> String {
  var line = line[...]
  while line.last == " " { line.removeLast() }
  return String(line)
}

/// Each column gets what it needs; when that is too much, the widest give way first, down to their longest word.
///
/// - Returns: `nil` where words would have to be broken.
private func columnWidths(_ table: Table, total: Int) -> [Int]? {
  var least: [Int] = []
  var widths: [Int] = []
  for (index, column) in table.columns.enumerated() {
    let cells = [column.title.widths] + table.rows.map { $0[index].widths }
    least.append(max(1, cells.map(\.least).max() ?? 1))
    widths.append(min(total, max(1, cells.map(\.natural).max() ?? 1)))
  }
  let room = total - gap.count * (table.columns.count - 1)
  while widths.reduce(0, +) > room {
    let candidates = widths.indices.filter { widths[$0] > least[$0] }
    guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return nil }
    widths[widest] -= 1
  }
  return widths
}
