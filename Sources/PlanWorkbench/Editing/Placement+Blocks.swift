internal import PlanSemantics
internal import PlanSyntax

// What a `change` makes of the text of a block: values give way in place, what is new stands behind what is there.
extension Placement {
  /// - Parameters:
  ///   - block: The text that is changed.
  ///   - kind: What the block is.
  ///   - path: Where it stands, from the top.
  ///   - body: What is laid over it.
  /// - Returns: What changes in the file of the block.
  /// - Throws: When it cannot be written there.
  func edits(
    of block: EditedBlock, _ kind: Kind, _ path: [String], laying body: Body
  ) throws(PlacementFailure) -> FileEdits {
    var laying = Laying(block: block, kind: kind)
    for statement in body.statements {
      switch statement {
      case .item(let item): try laying.set(item)
      case .add(let add):
        guard let item = add.item else { throw .mistake }
        laying.blocks.append(block.isOverlay ? canonical(add.syntax) : canonical(item.syntax))
      case .change(let change):
        guard let words = change.path?.plainWords, let inner = change.body else { throw .mistake }
        let nested = try nestedBlock(block, path + words, words)
        guard let nested else {
          laying.blocks.append(canonical(change.syntax))
          continue
        }
        laying.edits += try edits(of: nested.block, nested.kind, path + words, laying: inner).edits
      case .drop(let drop):
        guard let words = drop.path?.plainWords else { throw .mistake }
        guard let nested = try nestedBlock(block, path + words, words), !nested.block.isOverlay
        else {
          laying.blocks.append(canonical(drop.syntax))
          continue
        }
        laying.edits += removal(of: nested.block.syntax).edits
      default: laying.blocks.append(canonical(statement.syntax))
      }
    }
    return FileEdits(source: block.source, edits: laying.all)
  }

  /// The text of a block inside another; `nil` where a scenario has none of its own for it yet.
  private func nestedBlock(
    _ outer: EditedBlock, _ path: [String], _ words: [String]
  ) throws(PlacementFailure) -> (block: EditedBlock, kind: Kind)? {
    guard let site = interpreter.site(of: path) else { throw .mistake }
    guard outer.isOverlay else {
      if site.isMade { throw .mistake }
      return (EditedBlock(site.item), site.kind)
    }
    if outer.contains(site.item.syntax) { return (EditedBlock(site.item), site.kind) }
    return outer.ownChange(of: words).map { ($0, site.kind) }
  }
}

/// What is gathered of a body while it is laid over a block.
private struct Laying {
  let block: EditedBlock
  let kind: Kind
  var edits: [SourceEdit] = []
  var properties: [String] = []
  /// Statements that stand behind everything else.
  var blocks: [String] = []

  init(block: EditedBlock, kind: Kind) {
    self.block = block
    self.kind = kind
  }

  var all: [SourceEdit] { edits + block.inserting(properties, blocks) }

  /// A property gets its value, or the block without a name that stands for one gives way.
  mutating func set(_ item: Item) throws(PlacementFailure) {
    let word = item.word.text
    if item.name != nil, Kind(word: word) != nil, !block.isOverlay {
      throw .refused(.addMissing(word))
    }
    let isBlock =
      Kind(word: word).map { child in
        Schema.block(kind).children.contains(child) && item.name == nil
          && (item.body != nil || !Schema.block(child).needsName)
      } ?? false
    guard !isBlock else { return replace(item) }
    let old = block.value(of: word, in: kind)
    let value = try text(of: item, old: old)
    if let old {
      edits.append(SourceEdit(old.range, Array(value.utf8)))
    } else if item.hasColon, item.name == nil {
      properties.append("\(word): \(value)")
    } else {
      blocks.append(canonical(item.syntax))
    }
  }

  private mutating func replace(_ item: Item) {
    let same = block.body?.items.filter { $0.word.text == item.word.text && $0.name == nil } ?? []
    guard let first = same.first else { return blocks.append(canonical(item.syntax)) }
    edits.append(SourceEdit(first.range, Array(canonical(item.syntax).utf8)))
    let siblings = block.body?.statements.map(\.syntax) ?? []
    for other in same.dropFirst() {
      edits.append(block.source.removal(of: other.syntax, among: siblings))
    }
  }

  /// The value as it was typed, with the former one in the place of `old`.
  private func text(of item: Item, old: Expression?) throws(PlacementFailure) -> String {
    guard let value = item.value else { return item.syntax.text }
    let tree = item.syntax.tree
    var text = ""
    var end = value.range.start
    for index in item.syntax.tokenRange {
      let token = tree.token(index)
      guard token.range.start >= value.range.start, token.range.end <= value.range.end else {
        continue
      }
      let isMember = index > 0 && tree.token(index - 1).kind == .dot
      guard token.kind == .identifier, token.text == "old", !isMember else { continue }
      guard let old else {
        // A scenario that says nothing of it yet goes on from the plan.
        if block.isOverlay { continue }
        throw .refused(.nothingOld(item.word.text))
      }
      text += tree.source.text(TextRange(start: end, end: token.range.start))
      let former = old.text(in: block.syntax.tree)
      text += old.isWhole ? former : "(\(former))"
      end = token.range.end
    }
    return text + tree.source.text(TextRange(start: end, end: value.range.end))
  }
}

extension Expression {
  /// Whether it stays one operand wherever it is put.
  fileprivate var isWhole: Bool {
    switch self {
    case .name, .boolean, .none, .quantity, .date, .text, .list, .record, .paren, .call, .member:
      true
    default: false
    }
  }
}

extension EditedBlock {
  init(_ item: Item) { self.init(syntax: item.syntax, body: item.body) }

  /// Whether it is a `change`, which is laid over what is declared elsewhere.
  var isOverlay: Bool { syntax.kind == .changeStatement }

  /// Whether another block's text lies in it.
  func contains(_ other: SyntaxNode) -> Bool {
    other.tree === syntax.tree && syntax.range.start <= other.range.start
      && other.range.end <= syntax.range.end
  }

  /// The `change` of a path that stands in it.
  func ownChange(of path: [String]) -> EditedBlock? {
    for case .change(let change) in body?.statements ?? []
    where change.path?.plainWords == path {
      return EditedBlock(syntax: change.syntax, body: change.body)
    }
    return nil
  }

  /// The value of a property as this text says it.
  func value(of word: String, in kind: Kind) -> Expression? {
    if let own = body?.items.last(where: { $0.word.text == word && $0.name == nil && $0.hasColon })
    {
      return own.value
    }
    guard syntax.kind == .item, Schema.block(kind).principal?.rawValue == word else { return nil }
    return Item(syntax: syntax).value
  }
}
