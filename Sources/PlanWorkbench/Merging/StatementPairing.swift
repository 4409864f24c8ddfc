internal import PlanSyntax

/// Which statements of two bodies are the same statement, wherever they stand and whatever they say.
///
/// Named blocks, `let`s, functions, templates and imports go by their names, a block also by the name that its `was` gives; a
/// property goes by its word. What has neither, a loop or one of several deadlines, is paired with one of its sort that says the
/// same, and what is left in its order.
struct StatementPairing {
  let old: [Statement]
  let new: [Statement]
  /// By index of the old ones.
  private(set) var newOfOld: [Int?]
  /// By index of the new ones.
  private(set) var oldOfNew: [Int?]

  /// - Complexity: O(tokens).
  init(_ old: [Statement], _ new: [Statement]) {
    self.old = old
    self.new = new
    newOfOld = Array(repeating: nil, count: old.count)
    oldOfNew = Array(repeating: nil, count: new.count)
    let oldKeys = old.map(\.key)
    let newKeys = new.map(\.key)
    // What says the same is surely the same; of what has no name that is what decides.
    pair(
      zip(oldKeys, old).map { Sameness($0, $1.wording) },
      zip(newKeys, new).map { Sameness($0, $1.wording) })
    pair(oldKeys, newKeys)
    let formerKeys = zip(newKeys, new).map { key, statement in
      statement.formerName.map { key.named($0) }
    }
    pair(oldKeys.map(Optional.some), formerKeys)
  }

  private struct Sameness: Hashable {
    let key: StatementKey
    let wording: [String]

    init(_ key: StatementKey, _ wording: [String]) {
      self.key = key
      self.wording = wording
    }
  }

  /// Pairs what is equal and has no partner yet, the first with the first.
  private mutating func pair<Key: Hashable>(_ oldKeys: [Key], _ newKeys: [Key]) {
    pair(oldKeys.map(Optional.some), newKeys.map(Optional.some))
  }

  private mutating func pair<Key: Hashable>(_ oldKeys: [Key?], _ newKeys: [Key?]) {
    var free: [Key: [Int]] = [:]
    for index in old.indices.reversed() where newOfOld[index] == nil {
      if let key = oldKeys[index] { free[key, default: []].append(index) }
    }
    for index in new.indices where oldOfNew[index] == nil {
      guard let key = newKeys[index], let partner = free[key]?.popLast() else { continue }
      newOfOld[partner] = index
      oldOfNew[index] = partner
    }
  }
}

/// What a statement goes by among those beside it.
struct StatementKey: Hashable {
  /// The word that it begins with, or what it is.
  let sort: String
  /// Empty for what has none.
  let name: String

  func named(_ name: String) -> StatementKey { StatementKey(sort: sort, name: name) }

  /// As readers see it: `initiative search`, `effort`.
  var text: String { name.isEmpty ? sort : "\(sort) \(name)" }
}

extension Statement {
  var key: StatementKey {
    switch self {
    case .item(let item): item.key
    case .letBinding(let binding): StatementKey(sort: "let", name: binding.name?.syntax.text ?? "")
    case .function(let function): StatementKey(sort: "fn", name: function.name?.syntax.text ?? "")
    case .template(let template):
      StatementKey(sort: "template", name: template.name?.syntax.text ?? "")
    case .importFile(let statement):
      StatementKey(sort: "import", name: statement.file?.syntax.text ?? "")
    case .change(let change): StatementKey(sort: "change", name: change.path?.syntax.text ?? "")
    case .drop(let drop): StatementKey(sort: "drop", name: drop.path?.syntax.text ?? "")
    case .add(let add): StatementKey(sort: "add", name: add.item?.key.text ?? "")
    case .loop: StatementKey(sort: "for", name: "")
    case .conditional: StatementKey(sort: "if", name: "")
    case .print: StatementKey(sort: "print", name: "")
    }
  }

  /// Its words without blanks, comments and the commas that a layout may set or not.
  var wording: [String] { wording(until: syntax.tokenRange.upperBound) }

  /// The same of what stands before its body.
  var headerWording: [String] {
    wording(until: body?.syntax.tokenRange.lowerBound ?? syntax.tokenRange.upperBound)
  }

  private func wording(until end: Int) -> [String] {
    (syntax.tokenRange.lowerBound..<end).map(syntax.tree.token).filter { $0.kind != .comma }
      .map(\.text)
  }

  /// The block behind its header, where it has one and only one.
  var body: Body? {
    switch self {
    case .item(let item): item.body
    case .add(let add): add.item?.body
    case .change(let change): change.body
    case .template(let template): template.body
    case .loop(let loop): loop.body
    default: nil
    }
  }

  /// What stands before its body.
  var header: TextRange {
    guard let body else { return range }
    let before = body.syntax.tokenRange.lowerBound - 1
    guard before >= syntax.tokenRange.lowerBound else { return range }
    return TextRange(start: range.start, end: syntax.tree.token(before).range.end)
  }

  /// The name that it says it had.
  fileprivate var formerName: String? {
    guard case .item(let item) = self, item.name != nil else { return nil }
    let was = item.body?.items.first { $0.word.text == "was" && $0.name == nil && $0.hasColon }
    guard case .text(let text)? = was?.value else { return nil }
    return text.plain
  }
}

extension Item {
  fileprivate var key: StatementKey {
    StatementKey(sort: word.text, name: name?.syntax.text ?? "")
  }
}
