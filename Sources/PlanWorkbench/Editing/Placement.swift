internal import PlanSemantics
internal import PlanSyntax

/// Where in the files of a plan typed statements are written, and what gives way to them.
///
/// Without a branch they change what is declared: a `change` replaces values, an item stands beside its like. On a branch
/// they are statements of its `scenario`, those that are there already being changed in place.
struct Placement {
  let checked: CheckedPlan
  let interpreter: Interpreter
  /// The scenario that is being written; `nil` for the plan itself.
  let branch: DeclarationSite?

  /// Edits of one file.
  struct FileEdits {
    let source: SourceText
    let edits: [SourceEdit]
  }

  /// `nil` for a plan that could not be read.
  init?(_ checked: CheckedPlan, branch: String?) {
    guard let interpreter = checked.interpreter else { return nil }
    self.checked = checked
    self.interpreter = interpreter
    self.branch = branch.flatMap { interpreter.site(of: [$0]) }
    if branch != nil, self.branch == nil { return nil }
  }

  /// Statements that stand next to one another when they are written: items of one kind, or a single other.
  static func groups(_ statements: [Statement]) -> [[Statement]] {
    var groups: [[Statement]] = []
    for statement in statements {
      if let word = statement.addedItem?.word.text, word == groups.last?.last?.addedItem?.word.text
      {
        groups[groups.count - 1].append(statement)
      } else {
        groups.append([statement])
      }
    }
    return groups
  }

  /// What a group changes.
  ///
  /// - Throws: When it cannot be written; `nil` inside asks for what the language says of it.
  func edits(_ group: [Statement]) throws(PlacementFailure) -> [FileEdits] {
    if let branch { return [try edits(group, on: branch)] }
    switch group[0] {
    case .change(let change):
      guard let words = change.path?.plainWords, let body = change.body else {
        throw .mistake
      }
      let site = try target(words)
      return [try edits(of: EditedBlock(site.item), site.kind, words, laying: body)]
    case .drop(let drop):
      guard let words = drop.path?.plainWords else { throw .mistake }
      let site = try target(words)
      return [removal(of: site.item.syntax)]
    case .letBinding(let binding):
      if let name = binding.name?.plain?.text, let old = interpreter.value(ofBinding: name),
        let source = checked.source(of: old.span)
      {
        let value = Array(binding.value.text(in: binding.syntax.tree).utf8)
        return [FileEdits(source: source, edits: [SourceEdit(old.range, value)])]
      }
      return [try addition(group)]
    case .item(let item) where item.isLoose:
      throw .refused(.loose(item.word.text, item.value?.text(in: item.syntax.tree)))
    default: return [try addition(group)]
    }
  }

  /// What a path leads to, where its text may be changed.
  private func target(_ words: [String]) throws(PlacementFailure) -> DeclarationSite {
    guard let site = interpreter.site(of: words) else { throw .mistake }
    if site.isMade { throw .refused(.made(words.joined(separator: "."))) }
    return site
  }

  func removal(of node: SyntaxNode) -> FileEdits {
    let place = node.place
    let source = node.tree.source
    return FileEdits(
      source: source, edits: [source.removal(of: place.statement, among: place.siblings)])
  }
}

/// Why something cannot be written into the files of a plan.
enum PlacementFailure: Error {
  case refused(Misasked)
  /// It is a mistake of the language, which says what is wrong with it.
  case mistake
}

extension Misasked {
  fileprivate static func loose(_ word: String, _ value: String?) -> Misasked {
    Misasked(
      "`\(word)` is a property, and belongs to something",
      help: "say whose it is: `change plan { \(word): \(value ?? "…") }`")
  }

  fileprivate static func made(_ path: String) -> Misasked {
    Misasked(
      "`\(path)` is made by a loop or a template, and has no text of its own",
      help: "change what makes it, or `branch` and change it there")
  }

  static func nothingOld(_ property: String) -> Misasked {
    Misasked(
      "`\(property)` is not written there, so `old` stands for nothing",
      help: "write the value itself")
  }

  static func addMissing(_ word: String) -> Misasked {
    Misasked(
      "what is new in a block is said with `add`", help: "write `add \(word) …`")
  }
}

extension Statement {
  /// The item that it declares, `add` or not.
  var addedItem: Item? {
    switch self {
    case .item(let item): item
    case .add(let add): add.item
    default: nil
    }
  }
}

extension Item {
  /// Whether it is `word: value` and no block.
  fileprivate var isLoose: Bool {
    hasColon && name == nil && body == nil && Kind(word: word.text) == nil
  }
}

extension PathSyntax {
  /// Its names; `nil` where one of them is put together.
  var plainWords: [String]? {
    guard let words, !words.isEmpty else { return nil }
    return words.map(\.text)
  }
}

extension Expression {
  func text(in tree: SyntaxTree) -> String { tree.source.text(range) }
}

extension SyntaxNode {
  /// The statement that a declaration is written by, which may be an `add`, and all that stand beside it.
  ///
  /// - Complexity: O(depth · siblings).
  var place: (statement: SyntaxNode, siblings: [SyntaxNode]) {
    var current = tree.root
    while true {
      let children = current.children
      if let own = children.first(where: { child in
        child == self || child.kind == .addStatement && child.firstChild(.item) == self
      }) {
        return (own, children)
      }
      guard
        let inner = children.first(where: {
          $0.range.start <= range.start && range.end <= $0.range.end
        })
      else { return (self, [self]) }
      current = inner
    }
  }
}

extension CheckedPlan {
  /// The file that a place lies in.
  func source(of span: Span) -> SourceText? { sources.first { $0.file == span.file } }
}
