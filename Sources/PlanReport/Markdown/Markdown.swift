internal import PlanText

/// A document as GitHub-flavoured Markdown.
///
/// What users wrote is escaped, so that a label is text and never markup. A paragraph is one line.
package func markdown(_ document: Document) -> String {
  var parts = [heading("# ", document.title)]
  parts += document.lead.compactMap(block)
  for section in document.sections {
    let blocks = section.blocks.compactMap(block)
    // Of a section of pictures whose figures stand elsewhere nothing is left.
    guard !blocks.isEmpty || section.blocks.isEmpty else { continue }
    parts.append(heading("## ", section.title))
    parts += blocks
  }
  return parts.joined(separator: "\n\n") + "\n"
}

/// A document with sections that are folded away until somebody asks for them.
package func markdown(_ document: Document, folding details: [Section]) -> String {
  guard !details.isEmpty else { return markdown(document) }
  let titles = details.map { inline($0.title) }.joined(separator: "; ")
  return markdown(document)
    + "\n<details><summary>\(titles)</summary>\n\n\(markdown(details))\n</details>\n"
}

/// Sections without a document around them; one without a title is its blocks alone.
package func markdown(_ sections: [Section]) -> String {
  let parts = sections.flatMap { section in
    (section.title.isEmpty ? [] : [heading("## ", section.title)])
      + section.blocks.compactMap(block)
  }
  return parts.joined(separator: "\n\n") + (parts.isEmpty ? "" : "\n")
}

/// A row of signs at the end of a heading would close it and not be shown.
private func heading(_ mark: String, _ title: Prose) -> String {
  let text = inline(title)
  let core = text.reversed().drop { $0 == " " }
  let signs = core.prefix { $0 == "#" }
  guard !signs.isEmpty, signs.count == core.count || core.dropFirst(signs.count).first == " " else {
    return mark + text
  }
  return mark + core.dropFirst(signs.count).reversed() + "\\" + signs
}

/// `nil` for what this form leaves to what stands beside it.
private func block(_ block: Block) -> String? {
  switch block {
  case .heading(let title): heading("### ", title)
  case .paragraph(let prose): guardingStart(inline(prose))
  case .list(let items): items.map { "- " + guardingStart(inline($0)) }.joined(separator: "\n")
  case .table(let table): rows(table)
  case .callout(let prose): "> " + guardingStart(inline(prose))
  case .code(let lines): fenced(lines)
  case .picture(let picture): alternative(picture)
  }
}

/// What a picture says, under its title.
private func alternative(_ picture: Picture) -> String? {
  picture.words.flatMap(block).map { heading("### ", picture.title) + "\n\n" + $0 }
}

/// Lines between fences that are longer than any row of backticks in them.
private func fenced(_ lines: [String]) -> String {
  let longest = lines.map(longestRowOfBackticks).max() ?? 0
  let fence = String(repeating: "`", count: max(3, longest + 1))
  return ([fence] + lines + [fence]).joined(separator: "\n")
}

private func longestRowOfBackticks(_ text: String) -> Int {
  var longest = 0
  var current = 0
  for character in text {
    current = character == "`" ? current + 1 : 0
    longest = max(longest, current)
  }
  return longest
}

private func rows(_ table: Table) -> String {
  let rules = table.columns.map { $0.alignment == .trailing ? "--:" : "---" }
  let lines = [table.columns.map { inline($0.title) }, rules] + table.rows.map { $0.map(inline) }
  return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
}

private func inline(_ prose: Prose) -> String {
  prose.runs.map { run in
    switch run.style {
    case .plain, .figure, .standing: escaped(run.text)
    case .strong: wrapped(run.text, "**")
    case .emphasis: wrapped(run.text, "*")
    case .code: code(run.text)
    }
  }.joined()
}

/// Emphasis holds only between marks that touch no blanks.
private func wrapped(_ text: String, _ mark: String) -> String {
  let core = text.drop { $0 == " " }
  let leading = text.prefix(text.count - core.count)
  let trailing = core.reversed().prefix { $0 == " " }
  let inner = core.dropLast(trailing.count)
  guard !inner.isEmpty else { return text }
  return leading + mark + escaped(String(inner)) + mark + String(trailing)
}

/// A code span with more backticks around it than any inside.
///
/// A pipe would end a table's cell even there.
private func code(_ text: String) -> String {
  let longest = longestRowOfBackticks(text)
  let fence = String(repeating: "`", count: longest + 1)
  let pad = longest > 0 ? " " : ""
  let inner = oneLine(text).replacing("|", with: "\\|")
  return fence + pad + inner + pad + fence
}

/// Text with everything escaped that Markdown would take for markup inside a line, and what would call somebody as code.
private func escaped(_ text: String) -> String {
  let text = oneLine(text)
  var result = ""
  var place = text.startIndex
  for reference in references(in: text) {
    result += escapedMarks(text[place..<reference.lowerBound])
    result += code(String(text[reference]))
    place = reference.upperBound
  }
  return result + escapedMarks(text[place...])
}

private func escapedMarks(_ text: Substring) -> String {
  var result = ""
  var characters = text
  var former: Character?
  while let character = characters.popFirst() {
    defer { former = character }
    switch character {
    // Inside a word it marks nothing, and GitHub would show the backslash in an address.
    case "_" where (former?.isLetterOrDigit ?? false) && characters.first?.isLetterOrDigit ?? false:
      break
    case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~":
      result += "\\"
    case "&" where characters.first.map { $0.isLetter || $0 == "#" } ?? false:
      result += "\\"
    // GitHub sets what stands between two of them as a formula. One before a figure begins an amount, and ends no formula.
    case "$" where !(characters.first?.isNumber ?? false):
      result += "\\"
    default: break
    }
    result.append(character)
  }
  return result
}

/// Escapes what would open a list, a heading or a rule at the start of a block; blanks there would make code of it.
private func guardingStart(_ text: String) -> String {
  if text.first == " " { return guardingStart(String(text.drop { $0 == " " })) }
  if let first = text.first, "#+-=".contains(first) { return "\\" + text }
  let digits = text.prefix { $0.isASCII && $0.isNumber }
  let rest = text.dropFirst(digits.count)
  if !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")" {
    return digits + "\\" + rest
  }
  return text
}

extension Character {
  fileprivate var isLetterOrDigit: Bool { isASCII && (isLetter || isNumber) }
}

/// Without ends of lines, and without what whoever shows the text would obey: a mark that turns the direction of reading would turn
/// the figures behind it as well.
private func oneLine(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for character in text {
    if character.isNewline || character == "\t" {
      result.append(" ")
      continue
    }
    for scalar in character.unicodeScalars {
      result.append(scalar.isObeyed && !onlyLeans.contains(scalar) ? "\u{FFFD}" : scalar)
    }
  }
  return String(result)
}

/// Marks that say in which direction what stands beside them runs, and turn nothing: titles in Arabic and Hebrew need them.
private let onlyLeans: Set<Unicode.Scalar> = ["\u{061C}", "\u{200E}", "\u{200F}"]
