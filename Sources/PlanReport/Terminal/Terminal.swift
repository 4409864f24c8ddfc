internal import PlanText

/// A document for a terminal, wrapped to its width.
package func terminal(_ document: Document, _ style: TerminalStyle = TerminalStyle()) -> String {
  var parts = [underlined(document.title, "═", style)]
  parts += document.lead.compactMap { block($0, style) }
  for section in document.sections {
    let blocks = section.blocks.compactMap { block($0, style) }
    // Of a section of pictures whose figures stand elsewhere nothing is left.
    guard !blocks.isEmpty || section.blocks.isEmpty else { continue }
    parts.append(underlined(section.title, "─", style))
    parts += blocks
  }
  return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
}

/// Sections without a document around them; one without a title is its blocks alone.
package func terminal(_ sections: [Section], _ style: TerminalStyle) -> String {
  let parts = sections.flatMap { section in
    (section.title.isEmpty ? [] : [underlined(section.title, "─", style)])
      + section.blocks.compactMap { block($0, style) }
  }
  return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    + (parts.isEmpty ? "" : "\n")
}

/// `nil` for what this form leaves to what stands beside it.
private func block(_ block: Block, _ style: TerminalStyle) -> [String]? {
  switch block {
  case .heading(let title):
    title.lines(width: style.textWidth).map { style.paint($0.text, .strong) }
  case .paragraph(let prose): prose.lines(width: style.textWidth).map(style.paint)
  case .list(let items): items.flatMap { indented($0, first: "• ", rest: "  ", style) }
  case .table(let table): terminalTable(table, style)
  case .callout(let prose):
    indented(prose, first: style.faint("│ "), rest: style.faint("│ "), style)
  // Broken nowhere: what is copied from here has to be what a plan takes.
  case .code(let lines): lines.map { "  " + style.paint(printable($0), .code) }
  case .picture(let picture): alternative(picture, style)
  }
}

/// What a picture says, under its title.
private func alternative(_ picture: Picture, _ style: TerminalStyle) -> [String]? {
  guard let lines = picture.words.flatMap({ block($0, style) }) else { return nil }
  let title = picture.title.lines(width: style.textWidth).map { style.paint($0.text, .strong) }
  return title + [""] + lines
}

private func underlined(_ title: Prose, _ mark: String, _ style: TerminalStyle) -> [String] {
  let lines = title.lines(width: style.textWidth)
  let width = lines.map(\.width).max() ?? 0
  return lines.map { style.heading($0.text) }
    + [style.faint(String(repeating: mark, count: width))]
}

/// Both marks are two columns wide.
private func indented(
  _ prose: Prose, first: String, rest: String, _ style: TerminalStyle
) -> [String] {
  prose.lines(width: style.textWidth - 2).enumerated().map { index, line in
    (index == 0 ? first : rest) + style.paint(line)
  }
}

extension StyledLine {
  var text: String { pieces.map(\.text).joined() }
}
