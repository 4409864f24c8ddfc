internal import PlanSyntax

// One rule for whatever is laid over a plan: a property replaces, lists included, and `old` is what it replaces; named
// blocks are changed through `change`, come with `add` and go with `drop`. Templates are filled in by it, scenarios and
// `--set` are laid over by it; progress follows it too, but its day decides whether it counts, which is known only later.
extension Expander {
  /// A `scenario` block, to be laid over the plan if it is the one chosen.
  struct Scenario {
    let name: Word
    let id: Draft.NodeID
    let item: Item
    /// The scenario that it goes on from.
    let base: Word?
  }

  /// What a body lays over a block.
  enum OverlayKind {
    /// A block made from a template: what it declares besides is its own.
    case instance
    /// A scenario, or `change`: what is new is said to be new.
    case change
  }

  // MARK: Scenarios

  mutating func declareScenario(_ item: Item, _ id: Draft.NodeID) {
    guard let body = item.body else { return }
    let first = draft.table.properties.count
    let pieces = body.statements.map { Piece(statement: $0, locals: LocalScope.none) }
    collectProperties(among: pieces, of: id, from: first)
    draft[id].properties = first..<draft.table.properties.count
    let base = draft.table.properties[first...].first { $0.word == .extends }
    var baseName: Word?
    if case .name(let word) = base?.value { baseName = word }
    if let name = draft[id].name {
      scenarios.append(Scenario(name: name, id: id, item: item, base: baseName))
    }
  }

  /// Lays the chosen scenario over the plan, and then what was said outside the files.
  mutating func apply(_ options: AnalysisOptions) {
    if let name = options.scenario {
      if let chosen = scenarios.first(where: { $0.name.text == name }) {
        draft.table.scenario = name
        for scenario in chain(to: chosen) { apply(scenario) }
      } else {
        let known = scenarios.map(\.name.text)
        diagnostics.append(
          .unknownScenario(name, nearest: Spelling.nearest(to: name, among: known), known))
      }
    }
    for override in options.overrides { apply(override) }
  }

  private mutating func apply(_ override: Override) {
    let reader = OverrideReader(override)
    diagnostics += reader.diagnostics
    guard let item = reader.item, let target = node(at: reader.path, from: Draft.root) else {
      return
    }
    let statement = Statement.item(item)
    let kind = draft[target].kind
    guard isProperty(statement, of: kind) else {
      // `residency.deadline=2027-02-01`: a block without a name is replaced like a property.
      if let child = Kind(word: item.word.text), Schema.block(kind).children.contains(child),
        Schema.block(child).principal != nil, !Schema.block(child).needsName
      {
        return overlay([statement], on: target, .change, LocalScope.none)
      }
      report(unknownProperty(item, in: kind))
      return
    }
    let first = draft.table.properties.count
    collectProperties(
      among: [Piece(statement: statement, locals: LocalScope.none)], of: target, from: first)
    draft[target].layers.append(first..<draft.table.properties.count)
  }

  private func unknownProperty(_ item: Item, in kind: Kind) -> Diagnostic {
    .unknownProperty(
      item, at: item.word.span, in: kind,
      meant: MeantProperty(item.word.text, in: kind, with: item.value))
  }

  /// The scenarios that one goes on from, the first of them first.
  private mutating func chain(to chosen: Scenario) -> [Scenario] {
    var chain = [chosen]
    while let base = chain[chain.count - 1].base {
      // A name that is no scenario's is told where the property is read.
      guard let next = scenarios.first(where: { $0.name.text == base.text }) else { break }
      if let first = chain.firstIndex(where: { $0.name.text == base.text }) {
        diagnostics.append(.scenarioCycle(chain[first...].map(\.name).fromFirstInFile))
        break
      }
      chain.append(next)
    }
    return chain.reversed()
  }

  private mutating func apply(_ scenario: Scenario) {
    let statements = scenario.item.body?.statements ?? []
    var others: [Statement] = []
    for statement in statements where !isProperty(statement, of: .scenario) {
      guard case .item(let item) = statement, item.isProperty else {
        others.append(statement)
        continue
      }
      report(unknownProperty(item, in: .scenario))
    }
    overlay(others, on: Draft.root, .change, LocalScope.none)
  }

  // MARK: Laying over

  mutating func overlay(
    _ body: Body, on target: Draft.NodeID, _ kind: OverlayKind, _ locals: LocalScope.ID
  ) {
    overlay(body.statements, on: target, kind, locals)
  }

  private mutating func overlay(
    _ statements: [Statement], on target: Draft.NodeID, _ kind: OverlayKind,
    _ locals: LocalScope.ID
  ) {
    tried.isOverlay = true
    let pieces = pieces(of: statements, in: target, locals)
    tried.isOverlay = false
    if !isTop(target) {
      let first = draft.table.properties.count
      collectProperties(among: pieces, of: target, from: first)
      let last = draft.table.properties.count
      if last > first { draft[target].layers.append(first..<last) }
    }
    // What is new comes first and what goes last, so that their order in the text does not matter.
    for piece in pieces { add(piece, to: target, kind) }
    for piece in pieces {
      if case .change(let change) = piece.statement {
        self.change(change, of: target, piece.locals)
      }
    }
    for piece in pieces {
      if case .drop(let drop) = piece.statement { self.drop(drop, from: target, piece.locals) }
    }
  }

  private mutating func add(_ piece: Piece, to target: Draft.NodeID, _ kind: OverlayKind) {
    switch piece.statement {
    case .change, .drop: break
    case .add(let statement):
      if let item = statement.item { add(item, to: target, piece.locals) }
    case .item(let item):
      let isProperty = !isTop(target) && isProperty(piece.statement, of: draft[target].kind)
      guard !isProperty else { return }
      if kind == .change, item.name != nil, Kind(word: item.word.text) != nil {
        report(.addMissing(item))
      } else {
        add(item, to: target, piece.locals)
      }
    default: make(piece, in: target)
    }
  }

  /// A new block; one without a name takes the place of those of its kind, as a property would.
  private mutating func add(_ item: Item, to target: Draft.NodeID, _ locals: LocalScope.ID) {
    guard let kind = Kind(word: item.word.text) else { return make(item, in: target, locals) }
    if item.name == nil, !isTop(target) {
      for child in draft.unnamedChildren(of: target, kind) {
        // It is replaced and not missed, so nobody is told.
        draft[child].drop = Self.replaced
      }
    } else if let name = item.name?.plain, let child = draft.child(named: name.text, of: target) {
      report(.declaredBelow(name, draft[child].kind, draft[child].name?.span ?? item.word.span))
      leaveOut(item)
      return
    }
    make(item, in: target, locals)
  }

  /// Stands for the drop of a block that another has replaced.
  private static let replaced = -1

  private mutating func change(
    _ statement: ChangeStatement, of target: Draft.NodeID, _ locals: LocalScope.ID
  ) {
    guard let path = statement.path, let words = words(of: path, from: target, locals),
      let node = node(at: words, from: target),
      let body = statement.body
    else { return }
    overlay(body, on: node, .change, locals)
  }

  private mutating func drop(
    _ statement: DropStatement, from target: Draft.NodeID, _ locals: LocalScope.ID
  ) {
    guard let path = statement.path, let words = words(of: path, from: target, locals),
      let node = node(at: words, from: target)
    else { return }
    let drop = draft.table.drops.count
    draft.table.drops.append(DroppedBlock(path: draft.path(of: node), place: path.span))
    draft[node].drop = drop
  }

  /// What a path leads to; reported and `nil` when that is nothing that can be changed.
  ///
  /// A block without a name goes by its word where it is the only one: `plan`, `residency.deadline`.
  private mutating func node(at path: [Word], from target: Draft.NodeID) -> Draft.NodeID? {
    var current = target
    for word in path {
      if let child = draft.child(named: word.text, of: current) {
        current = child
      } else if let child = draft.onlyChild(of: current, withoutName: word.text) {
        current = child
      } else {
        if !draft.table.leftOut.contains(word.text) { report(unknownTarget(word, in: current)) }
        return nil
      }
    }
    return current == target ? nil : current
  }

  private mutating func unknownTarget(_ word: Word, in parent: Draft.NodeID) -> Diagnostic {
    let isThere = { (id: Draft.NodeID) in draft[id].drop == nil }
    suggestionsLeft -= 1
    let names =
      suggestionsLeft < 0
      ? [] : draft.children(of: parent).filter(isThere).compactMap { draft[$0].name?.text }
    return .unknownName(
      word.text, at: word.span, expecting: [],
      nearest: Spelling.nearest(to: word.text, among: names),
      inside: parent == Draft.root ? nil : draft.path(of: parent))
  }

  // MARK: Progress

  /// `change` in a `progress` block, and the changes inside it.
  mutating func collect(
    _ change: ChangeStatement, under prefix: [Word], in progress: Draft.NodeID,
    _ locals: LocalScope.ID
  ) {
    guard let path = change.path, let own = words(of: path, from: progress, locals), !own.isEmpty
    else { return }
    let words = prefix + own
    let first = draft.table.properties.count
    var inner: [ChangeStatement] = []
    for statement in change.body?.statements ?? [] {
      if case .change(let nested) = statement {
        inner.append(nested)
        continue
      }
      guard case .item(let item) = statement, item.isProperty,
        let word = PropertyWord(word: item.word.text), let value = item.value, item.body == nil
      else {
        report(.notForProgress(statement))
        continue
      }
      if let earlier = draft.table.properties[first...].first(where: { $0.name == .word(word) }) {
        report(.repeatedProperty(item.word, earlier.place))
        continue
      }
      draft.table.properties.append(
        PropertyUse(name: .word(word), place: item.word.span, value: value, locals: locals))
    }
    draft.table.changes.append(
      Change(
        progress: DeclarationID(raw: progress), path: words,
        properties: first..<draft.table.properties.count))
    for nested in inner { collect(nested, under: words, in: progress, locals) }
  }
}

extension [Word] {
  /// A circle beginning where the file begins it, so that it is the same circle from wherever it is found.
  fileprivate var fromFirstInFile: [Word] {
    let start = indices.min { left, right in
      (self[left].span.file.raw, self[left].span.range.start)
        < (self[right].span.file.raw, self[right].span.range.start)
    }
    return start.map { Array(self[$0...] + self[..<$0]) } ?? self
  }
}
