internal import PlanSyntax

/// Puts statements into a file or a block, laid out as what stands there.
struct Insertion {
  let source: SourceText
  let style: FileStyle

  init(_ source: SourceText) {
    self.source = source
    style = FileStyle(source)
  }

  /// Behind a statement that begins a line, on lines of their own.
  ///
  /// - Parameters:
  ///   - texts: In the canonical layout.
  ///   - anchor: What they stand behind.
  ///   - other: Another of its sort beside it: where a blank line parts the two, one parts the new ones as well. With nothing
  ///     to go by, one does.
  /// - Returns: The lines, to stand behind its line.
  func lines(_ texts: [String], behind anchor: SyntaxNode, like other: SyntaxNode?) -> SourceEdit {
    let outer = source.indentation(at: anchor.range.start)
    let (first, last) =
      other.map { $0.range.start < anchor.range.start ? ($0, anchor) : (anchor, $0) }
      ?? (anchor, anchor)
    let isAired =
      other == nil || source.line(at: last.range.start) - source.line(at: first.range.end) > 1
    return lines(texts, at: anchor.range.end, outer, isAired: isAired)
  }

  /// At the end of the line of a place.
  ///
  /// - Parameters:
  ///   - texts: In the canonical layout.
  ///   - place: Somewhere on the line.
  ///   - outer: What each line begins with.
  ///   - isAired: Whether blank lines part them from what is above and from one another.
  /// - Returns: The lines, to stand there.
  func lines(_ texts: [String], at place: Int32, _ outer: String, isAired: Bool) -> SourceEdit {
    let gap = style.lineEnd + (isAired ? style.lineEnd : "")
    let written = texts.map { gap + outer + style.laidOut($0, behind: outer) }.joined()
    let end = source.endOfLine(at: place)
    return SourceEdit(TextRange(start: end, end: end), Array(written.utf8))
  }

  /// At the end of a file, behind a blank line.
  func atEnd(_ texts: [String]) -> SourceEdit {
    var end = Int32(source.bytes.count)
    let isEnded = source.bytes.last == UInt8(ascii: "\n")
    let text = texts.map { style.laidOut($0, behind: "") }
      .joined(separator: style.lineEnd + style.lineEnd)
    if source.bytes.isEmpty { return SourceEdit(TextRange(start: 0, end: 0), Array(text.utf8)) }
    var gap = style.lineEnd + style.lineEnd
    if isEnded {
      // Blank lines at the end of a file are enough.
      gap = source.isBlank(line: source.lineStarts.count - 2) ? "" : style.lineEnd
    }
    end = Int32(source.bytes.count)
    return SourceEdit(
      TextRange(start: end, end: end), Array((gap + text + (isEnded ? style.lineEnd : "")).utf8))
  }
}

/// A block whose body is changed: one that is declared, or a `change` of a scenario.
struct EditedBlock {
  /// What it is a body of: the item, or the `change`.
  let syntax: SyntaxNode
  let body: Body?

  var source: SourceText { syntax.tree.source }

  /// New statements of the body: properties behind the last property, blocks at the end.
  ///
  /// - Parameters:
  ///   - properties: In the canonical layout.
  ///   - blocks: The same of what is no property.
  /// - Returns: What is put in.
  func inserting(_ properties: [String], _ blocks: [String]) -> [SourceEdit] {
    guard !properties.isEmpty || !blocks.isEmpty else { return [] }
    guard let body else {
      let end = syntax.range.end
      return [
        SourceEdit(
          TextRange(start: end, end: end),
          Array(" { \((properties + blocks).joined(separator: ", ")) }".utf8))
      ]
    }
    return isOnOneLine(body)
      ? insertingInLine(body, properties, blocks) : insertingLines(body, properties, blocks)
  }

  private func isOnOneLine(_ body: Body) -> Bool {
    source.line(at: body.range.start) == source.line(at: body.range.end)
  }

  private func insertingInLine(
    _ body: Body, _ properties: [String], _ blocks: [String]
  ) -> [SourceEdit] {
    let statements = body.statements
    guard let last = statements.last else {
      return [
        SourceEdit(body.range, Array("{ \((properties + blocks).joined(separator: ", ")) }".utf8))
      ]
    }
    func behind(_ place: Int32, _ texts: [String]) -> SourceEdit {
      SourceEdit(
        TextRange(start: place, end: place), Array(texts.map { ", \($0)" }.joined().utf8))
    }
    guard let property = statements.last(where: \.isProperty) else {
      let start = statements[0].range.start
      let first = SourceEdit(
        TextRange(start: start, end: start), Array(properties.map { "\($0), " }.joined().utf8))
      return (properties.isEmpty ? [] : [first])
        + (blocks.isEmpty ? [] : [behind(last.range.end, blocks)])
    }
    return (properties.isEmpty ? [] : [behind(property.range.end, properties)])
      + (blocks.isEmpty ? [] : [behind(last.range.end, blocks)])
  }

  private func insertingLines(
    _ body: Body, _ properties: [String], _ blocks: [String]
  ) -> [SourceEdit] {
    let insertion = Insertion(source)
    let statements = body.statements
    let outer =
      statements.first { beginsLine($0) }.map { source.indentation(at: $0.range.start) }
      ?? source.indentation(at: syntax.range.start) + insertion.style.indentation
    var edits: [SourceEdit] = []
    if !properties.isEmpty {
      let last = statements.lastIndex(where: \.isProperty)
      edits.append(
        behind(last.map { statements[$0].syntax }, properties, in: body, insertion, outer))
    }
    if !blocks.isEmpty {
      edits.append(behind(statements.last?.syntax, blocks, in: body, insertion, outer))
    }
    return edits
  }

  /// Behind a statement, or where there is none behind the brace: on lines of their own, unless something stands there.
  private func behind(
    _ statement: SyntaxNode?, _ texts: [String], in body: Body, _ insertion: Insertion,
    _ outer: String
  ) -> SourceEdit {
    let place = statement?.range.end ?? body.range.start + 1
    let line = source.line(at: place)
    let next = body.statements.first { $0.range.start >= place }?.range.start ?? body.range.end - 1
    guard source.line(at: next) == line else {
      return insertion.lines(texts, at: place, outer, isAired: false)
    }
    let joined = texts.joined(separator: ", ")
    let text = statement == nil ? " \(joined)," : ", \(joined)"
    return SourceEdit(TextRange(start: place, end: place), Array(text.utf8))
  }

  private func beginsLine(_ statement: Statement) -> Bool {
    let start = statement.range.start
    return source.isBlank(from: source.lineStarts[source.line(at: start)], to: start)
  }
}

extension Statement {
  /// Whether it is `word: value`, with no block behind it.
  var isProperty: Bool {
    guard case .item(let item) = self else { return false }
    return item.hasColon && item.name == nil && item.body == nil
  }
}
