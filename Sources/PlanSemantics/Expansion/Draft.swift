internal import PlanSyntax

/// The blocks of a plan while they are still being made: loops, templates and scenarios add to them and take away.
struct Draft {
  private(set) var nodes: [Node] = []
  private(set) var top: [NodeID] = []
  /// The blocks inside each by name, and those without one by kind; made when something is first laid over the plan.
  private var index: [Place: [NodeID]]?
  /// Everything that is not a block; blocks are named by their nodes until `finish`.
  var table = DeclarationTable()

  /// A block that is not yet numbered.
  struct Node {
    let kind: Kind
    let name: Word?
    let item: Item
    let parent: NodeID
    let locals: LocalScope.ID
    /// The lowest layer: of a block made from a template, the template's properties.
    var properties: Range<Int>
    /// What was laid over it, lowest first.
    var layers: [Range<Int>] = []
    var children: [NodeID] = []
    /// Set when the block is taken out: an index into `DeclarationTable.drops`, or below zero when another replaced it.
    var drop: Int?
  }

  typealias NodeID = Int32
  /// The parent of what stands at the top of a file.
  static let root: NodeID = -1

  subscript(_ id: NodeID) -> Node {
    get { nodes[Int(id)] }
    _modify { yield &nodes[Int(id)] }
  }

  private enum Place: Hashable {
    case named(String, in: NodeID)
    case unnamed(Kind, in: NodeID)
  }

  private static func place(of node: Node) -> Place {
    node.name.map { .named($0.text, in: node.parent) } ?? .unnamed(node.kind, in: node.parent)
  }

  mutating func add(_ node: Node) -> NodeID {
    let id = NodeID(nodes.count)
    nodes.append(node)
    index?[Draft.place(of: node), default: []].append(id)
    if node.parent == Draft.root { top.append(id) } else { self[node.parent].children.append(id) }
    return id
  }

  func children(of parent: NodeID) -> [NodeID] {
    parent == Draft.root ? top : self[parent].children
  }

  /// A block inside another by its name; one that was taken out is not there.
  ///
  /// - Complexity: O(1), once the blocks have been entered into an index.
  mutating func child(named name: String, of parent: NodeID) -> NodeID? {
    found(at: .named(name, in: parent)).first
  }

  /// The only block inside another that has no name and begins with this word.
  mutating func onlyChild(of parent: NodeID, withoutName word: String) -> NodeID? {
    guard let kind = Kind(word: word) else { return nil }
    let found = unnamedChildren(of: parent, kind)
    return found.count == 1 ? found[0] : nil
  }

  /// The blocks of a kind inside another that have no name.
  mutating func unnamedChildren(of parent: NodeID, _ kind: Kind) -> [NodeID] {
    found(at: .unnamed(kind, in: parent))
  }

  private mutating func found(at place: Place) -> [NodeID] {
    if index == nil {
      var index: [Place: [NodeID]] = [:]
      for (id, node) in nodes.enumerated() {
        index[Draft.place(of: node), default: []].append(NodeID(id))
      }
      self.index = index
    }
    return index?[place]?.filter { self[$0].drop == nil } ?? []
  }

  func path(of id: NodeID) -> String {
    let own = self[id].name?.text ?? self[id].kind.rawValue
    return self[id].parent == Draft.root ? own : "\(path(of: self[id].parent)).\(own)"
  }

  // MARK: Finishing

  /// Numbers the blocks, each directly followed by those inside it, and enters their names.
  ///
  /// - Returns: The tables, and an error for each name that is taken.
  /// - Complexity: O(blocks).
  consuming func finish() -> (
    table: DeclarationTable, names: NameTable, diagnostics: [Diagnostic]
  ) {
    var finishing = Finishing(numbers: Array(repeating: -1, count: nodes.count), table: table)
    for id in top { finishing.number(id, parent: nil, of: nodes) }
    finishing.renumber()
    finishing.enterNames(nodes)
    return (finishing.table, finishing.names, finishing.diagnostics)
  }
}

private struct Finishing {
  /// The declaration of each node; −1 for what was taken out.
  var numbers: [Int32]
  var table: DeclarationTable
  var names = NameTable()
  var diagnostics: [Diagnostic] = []
  /// Places of names that have their error: a loop makes the same one in every round.
  private var told: Set<Span> = []

  init(numbers: [Int32], table: DeclarationTable) {
    self.numbers = numbers
    self.table = table
  }

  mutating func number(_ id: Draft.NodeID, parent: DeclarationID?, of nodes: [Draft.Node]) {
    let node = nodes[Int(id)]
    guard node.drop == nil else { return }
    let number = DeclarationID(table.declarations.count)
    numbers[Int(id)] = number.raw
    table.declarations.append(
      Declaration(
        kind: node.kind, name: node.name, parent: parent, item: node.item, locals: node.locals,
        properties: node.properties, end: number.index + 1))
    if !node.layers.isEmpty { table.layers[number] = node.layers }
    for child in node.children { self.number(child, parent: number, of: nodes) }
    table.declarations[number.index].end = table.declarations.count
  }

  /// The block behind a number of the draft; `nil` for the top, and for what was taken out with its block.
  private func declaration(_ node: DeclarationID?) -> DeclarationID? {
    guard let node, node.raw >= 0, numbers[node.index] >= 0 else { return nil }
    return DeclarationID(raw: numbers[node.index])
  }

  private func isThere(_ node: DeclarationID?) -> Bool {
    node == nil || declaration(node) != nil
  }

  mutating func renumber() {
    table.bindings = table.bindings.filter { isThere($0.scope) }.map { binding in
      var result = binding
      result.scope = declaration(binding.scope)
      return result
    }
    table.prints = table.prints.filter { isThere($0.scope) }.map { print in
      var result = print
      result.scope = declaration(print.scope)
      return result
    }
    table.changes = table.changes.compactMap { change in
      guard let progress = declaration(change.progress) else { return nil }
      var result = change
      result.progress = progress
      return result
    }
    let numbers = numbers
    table.renumberAttempts { node in
      numbers[node.index] < 0 ? nil : DeclarationID(raw: numbers[node.index])
    }
    table.locals.renumber { $0 >= 0 ? numbers[Int($0)] : -1 }
    table.complete()
  }

  mutating func enterNames(_ nodes: [Draft.Node]) {
    for (index, declaration) in table.declarations.enumerated()
    where ![.field, .allow, .deny].contains(declaration.kind) {
      guard let name = declaration.name else { continue }
      enter(name, in: declaration.parent, as: .declaration(DeclarationID(index)))
    }
    for (index, function) in table.functions.enumerated() {
      enter(function.name, in: nil, as: .function(index))
    }
    for (index, binding) in table.bindings.enumerated() {
      enter(binding.name, in: binding.scope, as: .binding(index))
    }
    for node in nodes {
      guard let drop = node.drop, drop >= 0, let name = node.name else { continue }
      let isTop = node.parent == Draft.root
      let parent = isTop ? nil : declaration(DeclarationID(raw: node.parent))
      if isTop || parent != nil { names.enterDropped(name.text, in: parent, as: drop) }
    }
  }

  private mutating func enter(
    _ name: Word, in scope: DeclarationID?, as meaning: NameTable.Meaning
  ) {
    guard let earlier = names.enter(name.text, in: scope, as: meaning),
      told.insert(name.span).inserted
    else { return }
    diagnostics.append(.duplicateName(name, meaning, earlier, in: table))
  }
}
