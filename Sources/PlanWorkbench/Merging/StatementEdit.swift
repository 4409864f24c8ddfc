internal import PlanSyntax

/// One thing that the text of a file says differently from that of another: a property, or a block that came or went.
struct StatementEdit: Sendable {
  /// The statements around it and its own, as readers see them: `initiative search`, `effort`.
  let path: [String]
  let change: Change

  enum Change: Sendable {
    /// A statement says something else, as a whole.
    case replaced(old: Statement, new: Statement)
    /// What stands before its body does.
    case header(old: Statement, new: Statement)
    case added(Statement, to: Statement?, beside: [Statement])
    case removed(Statement, beside: [Statement])
  }

  /// What one file says differently from another, in the order of the new one; what is gone comes last in its block.
  ///
  /// - Complexity: O(tokens · depth).
  static func all(from old: SyntaxTree, to new: SyntaxTree) -> [StatementEdit] {
    var edits: [StatementEdit] = []
    collect(old.file.statements, new.file.statements, in: nil, [], into: &edits)
    return edits
  }

  private static func collect(
    _ old: [Statement], _ new: [Statement], in block: Statement?, _ path: [String],
    into edits: inout [StatementEdit]
  ) {
    let pairing = StatementPairing(old, new)
    for (index, statement) in new.enumerated() {
      let own = path + [statement.key.text]
      guard let partner = pairing.oldOfNew[index].map({ old[$0] }) else {
        edits.append(
          StatementEdit(path: own, change: .added(statement, to: block, beside: new)))
        continue
      }
      if partner.wording == statement.wording { continue }
      guard let oldBody = partner.body, let newBody = statement.body else {
        edits.append(
          StatementEdit(path: own, change: .replaced(old: partner, new: statement)))
        continue
      }
      if partner.headerWording != statement.headerWording {
        edits.append(StatementEdit(path: own, change: .header(old: partner, new: statement)))
      }
      collect(oldBody.statements, newBody.statements, in: partner, own, into: &edits)
    }
    for (index, statement) in old.enumerated() where pairing.newOfOld[index] == nil {
      edits.append(
        StatementEdit(path: path + [statement.key.text], change: .removed(statement, beside: old)))
    }
  }
}

extension StatementEdit {
  /// A file with some of the edits made that lead from it to another.
  ///
  /// - Parameters:
  ///   - edits: In the order of `all`.
  ///   - source: The file that they lead from.
  /// - Returns: Its bytes.
  static func applying(_ edits: [StatementEdit], to source: SourceText) -> [UInt8] {
    var changes: [SourceEdit] = []
    var blocks: [(block: Statement?, added: [(statement: Statement, text: String)])] = []
    for edit in edits {
      switch edit.change {
      case .replaced(let old, let new):
        changes.append(SourceEdit(old.range, Array(new.syntax.text.utf8)))
      case .header(let old, let new):
        let text = new.syntax.tree.source.text(new.header)
        changes.append(SourceEdit(old.header, Array(text.utf8)))
      case .removed(let old, let siblings):
        changes.append(source.removal(of: old.syntax, among: siblings.map(\.syntax)))
      case .added(let new, let block, let siblings):
        let text = canonical(new.text(among: siblings))
        let index = blocks.firstIndex { $0.block?.syntax == block?.syntax }
        if index == nil { blocks.append((block, [])) }
        blocks[index ?? blocks.count - 1].added.append((new, text))
      }
    }
    for (block, added) in blocks {
      guard let block else {
        changes.append(Insertion(source).atEnd(added.map(\.text)))
        continue
      }
      let properties = added.filter(\.statement.isProperty).map(\.text)
      let others = added.filter { !$0.statement.isProperty }.map(\.text)
      changes += EditedBlock(syntax: block.syntax, body: block.body)
        .inserting(properties, others)
    }
    return source.applying(changes)
  }
}

extension SourceText {
  /// The bytes after several edits; where two touch the same bytes, what the first takes away is gone.
  func applying(_ edits: [SourceEdit]) -> [UInt8] {
    let inOrder = edits.enumerated().sorted {
      ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
    }
    var result: [UInt8] = []
    var next = 0
    for (_, edit) in inOrder {
      let start = max(next, Int(edit.range.start))
      result += bytes[next..<start]
      result += edit.replacement
      next = max(start, Int(edit.range.end))
    }
    return result + bytes[next...]
  }
}

extension Statement {
  /// Its text with the comments that belong to it.
  func text(among siblings: [Statement]) -> String {
    let source = syntax.tree.source
    let whole = source.removal(of: syntax, among: siblings.map(\.syntax)).range
    guard whole.start <= range.start, whole.end > range.end || Int(whole.end) == source.bytes.count,
      source.isBlank(from: source.lineStarts[source.line(at: range.start)], to: range.start)
    else { return syntax.text }
    var text = source.text(whole)[...]
    while let last = text.last, last.isNewline || last == " " { text = text.dropLast() }
    while let first = text.first, first.isNewline { text = text.dropFirst() }
    return String(text)
  }
}
