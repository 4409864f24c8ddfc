internal import PlanModel
internal import PlanSyntax

/// Evaluates what decides which blocks there are: the lists of loops, conditions, and what stands in names.
///
/// Literals, `let`, `fn` and the names of loops and templates mean something here; everything else is made by what is
/// being decided. A class, because evaluation comes back to it: a name may be another `let`.
final class ExpansionEvaluator {
  private var environment: Environment
  private let trees: [SyntaxTree]
  private var bindings: [Key: Source] = [:]
  private var functionDeclarations: [FunctionDeclaration] = []
  private(set) lazy var functions = FunctionTable(functionDeclarations)
  private var values: [Frame: Value] = [:]
  private var frames: [Frame] = []
  /// Places of names that nothing has.
  private var explained: Set<Span> = []
  /// Names that the files write out for blocks at the top, and the words that properties take.
  private lazy var writtenNames: Set<String> = trees.blockNames.union(VocabularyIndex.words)

  /// Where an expression was written, which is where its names are looked up from.
  struct Source {
    let word: Word
    let expression: Expression
    let block: Draft.NodeID
    let locals: LocalScope.ID
  }

  private struct Key: Hashable {
    let block: Draft.NodeID
    let name: String
  }

  enum Frame: Hashable {
    case binding(String, in: Draft.NodeID)
    case local(LocalScope.ID)
  }

  /// Operations that all of this may take: seconds of work, and a tenth of what the plan itself may.
  private static let stepsMax = Environment.stepsMax / 10

  init(_ trees: [SyntaxTree]) {
    self.trees = trees
    environment = Environment(
      sources: trees.map(\.source), fiscalMonth: trees.fiscalMonth,
      stepsMax: ExpansionEvaluator.stepsMax)
  }

  var diagnostics: [Diagnostic] { environment.diagnostics }

  func enter(
    _ binding: LetStatement, in block: Draft.NodeID = Draft.root,
    _ locals: LocalScope.ID = LocalScope.none
  ) {
    guard let name = binding.name?.plain else { return }
    let key = Key(block: block, name: name.text)
    // A second one of the name has its error where all names are entered.
    guard bindings[key] == nil else { return }
    bindings[key] = Source(
      word: name, expression: binding.value, block: block, locals: locals)
  }

  func enter(_ function: FnStatement) {
    guard let name = function.name?.plain,
      Diagnostic.functionForm(name, function.parameters) == nil
    else { return }
    functionDeclarations.append(
      FunctionDeclaration(
        name: name, parameters: function.parameters, body: function.value, isOfLibrary: false))
  }

  /// Whether a word is the name of a block that stands in the files, or a word that properties take: such stand for
  /// themselves in a condition, `if crew == platform`.
  func isWritten(_ word: String) -> Bool { writtenNames.contains(word) }

  // MARK: What is wanted

  /// What a loop runs over; `nil` with a diagnostic when that is no list.
  ///
  /// Elements that are written out are bound as they are written, so that a loop may run over names of blocks.
  func elements(
    of list: Expression, from block: Draft.NodeID, _ locals: LocalScope.ID, _ draft: Draft
  ) -> [LocalScope.Meaning]? {
    let source = followed(list, from: block, locals, draft)
    if case .list(let list) = source.expression {
      return list.elements.map {
        .expression($0, locals: source.locals, block: source.block)
      }
    }
    let value = evaluate(list, from: block, locals, draft)
    if let members = value.members { return members.map { meaning(of: $0, at: list.span) } }
    if !value.isPoison { environment.report(.notAList(value, at: list.span)) }
    return nil
  }

  /// The name of a block is bound as if it were written where the list is.
  private func meaning(of element: Value, at span: Span) -> LocalScope.Meaning {
    guard case .symbol(let word) = element, isWritten(word) else { return .value(element) }
    let name = Expression.name(Word(text: word, span: span))
    return .expression(name, locals: LocalScope.none, block: Draft.root)
  }

  /// Whether a condition holds; `nil` with a diagnostic when it is none.
  func truth(
    of condition: Expression, from block: Draft.NodeID, _ locals: LocalScope.ID, _ draft: Draft
  ) -> Bool? {
    let value = evaluate(condition, from: block, locals, draft)
    return environment.truth(of: value, at: condition.span)
  }

  /// What stands for `\(…)` in a name; `nil` with a diagnostic.
  ///
  /// A loop over names of blocks puts the name itself there.
  func namePart(
    of expression: Expression, from block: Draft.NodeID, _ locals: LocalScope.ID, _ draft: Draft
  ) -> String? {
    let source = followed(expression, from: block, locals, draft)
    if case .name(let word) = source.expression, word.span != expression.span {
      return word.text
    }
    let value = evaluate(expression, from: block, locals, draft)
    return value.isPoison ? nil : value.text ?? value.planText
  }

  private func evaluate(
    _ expression: Expression, from block: Draft.NodeID, _ locals: LocalScope.ID, _ draft: Draft
  ) -> Value {
    let known = environment.diagnostics.count
    var names = ExpansionScope(evaluator: self, draft: draft, block: block, scope: locals)
    let value = environment.evaluate(expression, names: &names)
    environment.point(to: expression.span, from: known)
    return value
  }

  // MARK: Names

  /// The `let` that a name means, seen from a block outward.
  func bindings(named name: String, from block: Draft.NodeID, _ draft: Draft) -> [Source] {
    var found: [Source] = []
    var current = block
    while true {
      if let binding = bindings[Key(block: current, name: name)] { found.append(binding) }
      if current == Draft.root { return found }
      current = draft[current].parent
    }
  }

  /// The value of what a name stands for.
  func value(
    of source: Source, as frame: Frame, expecting type: ValueType?, _ draft: Draft,
    in environment: inout Environment
  ) -> Value {
    if let known = values[frame] { return known }
    if let first = frames.firstIndex(of: frame) {
      environment.report(.cyclicBinding(frames[first...].map { word(of: $0, draft) }))
      return .poison
    }
    frames.append(frame)
    defer { frames.removeLast() }
    var names = ExpansionScope(
      evaluator: self, draft: draft, block: source.block, scope: source.locals)
    let value = environment.value(of: source.expression, hint: type, &names)
    // A word may mean one thing where a kind is wanted and another where a status is.
    if type == nil || !value.isPoison && type?.words.isEmpty ?? true { values[frame] = value }
    return value
  }

  private func word(of frame: Frame, _ draft: Draft) -> Word {
    switch frame {
    case .binding(let name, let block):
      bindings[Key(block: block, name: name)]?.word ?? Word(text: name, span: .nowhere)
    case .local(let id): draft.table.locals[id].name
    }
  }

  /// What an expression stands for when it is a name that stands for another expression.
  private func followed(
    _ expression: Expression, from block: Draft.NodeID, _ locals: LocalScope.ID, _ draft: Draft
  ) -> (expression: Expression, block: Draft.NodeID, locals: LocalScope.ID) {
    var result = (expression: expression, block: block, locals: locals)
    for _ in 0..<Environment.depthMax {
      switch result.expression {
      case .paren(let paren): result.expression = paren.inner
      case .name(let word):
        let local = draft.table.locals.find(word.text, from: result.locals)
        let bindings = bindings(named: word.text, from: result.block, draft)
        guard bindings.count + (local == nil ? 0 : 1) == 1 else { return result }
        if let binding = bindings.first {
          result = (binding.expression, binding.block, binding.locals)
        } else if let local,
          case .expression(let inner, let outer, let home) = draft.table.locals[local].meaning
        {
          result = (inner, home, outer)
        } else {
          return result
        }
      default: return result
      }
    }
    return result
  }

  /// Whether what a name may have meant is to be looked for; `nil` where it is told already.
  ///
  /// A loop meets one unknown name in each of its rounds, and each search goes through all names there are.
  func mayExplain(_ span: Span) -> Bool? {
    guard explained.insert(span).inserted else { return nil }
    return explained.count <= Resolver.suggestionsMax
  }

  /// Where something is declared that only the finished plan has, and what it is.
  func declared(_ name: String, _ draft: Draft) -> (Span, String)? {
    if let node = draft.nodes.first(where: { $0.name?.text == name }), let word = node.name {
      return (word.span, node.kind.withArticle)
    }
    for tree in trees {
      for item in tree.file.items where item.name?.plain?.text == name {
        guard let kind = Kind(word: item.word.text), let word = item.name?.plain else { continue }
        return (word.span, kind.withArticle)
      }
    }
    return nil
  }

  /// Names that mean something here, for "did you mean".
  func known(from scope: LocalScope.ID, _ draft: Draft) -> [String] {
    draft.table.locals.names(from: scope) + bindings.keys.map(\.name).sorted()
  }
}

extension Environment {
  /// What was found in a `let` or function far away says also where it was wanted.
  fileprivate mutating func point(to span: Span, from first: Int) {
    for index in first..<max(first, diagnostics.count) {
      guard let place = diagnostics[index].span, !span.contains(place),
        !diagnostics[index].secondary.contains(where: { $0.span == span })
      else { continue }
      diagnostics[index].secondary.append(
        Diagnostic.Label(span, "wanted here, to know which blocks there are"))
    }
  }
}

extension Span {
  fileprivate static let nowhere = Span(
    file: FileID(raw: 0), range: TextRange(start: 0, end: 0))
}

extension [SyntaxTree] {
  /// Names of the blocks at the top of the files and in their loops and conditions, as far as they are written out.
  ///
  /// - Complexity: O(blocks).
  fileprivate var blockNames: Set<String> {
    var names: Set<String> = []
    var pending = flatMap(\.file.statements)
    while let statement = pending.popLast() {
      switch statement {
      case .item(let item):
        if let name = item.name?.plain, Kind(word: item.word.text) != nil {
          names.insert(name.text)
        }
      case .add(let add): if let item = add.item { pending.append(.item(item)) }
      case .loop(let loop): pending += loop.body?.statements ?? []
      case .conditional(let conditional):
        pending += conditional.body?.statements ?? []
        switch conditional.otherwise {
        case .body(let body): pending += body.statements
        case .conditional(let nested): pending.append(.conditional(nested))
        case nil: break
        }
      default: break
      }
    }
    return names
  }

  /// The month in which quarters begin, where the plan writes it as a number: `2026-Q3` in a loop depends on it.
  fileprivate var fiscalMonth: Int {
    for tree in self {
      for item in tree.file.items where item.word.text == Kind.plan.rawValue {
        let property = item.body?.items.first {
          $0.word.text == PropertyWord.fiscalMonth.rawValue && $0.isProperty
        }
        guard case .quantity(let quantity)? = property?.value, let month = Int(quantity.digits)
        else { continue }
        return (1...12).contains(month) ? month : 1
      }
    }
    return 1
  }
}
