internal import PlanSyntax

/// Walks the files once and makes every block, property, `let` and change that they declare: loops and conditions are run,
/// templates filled in, and the chosen scenario is laid over the result.
///
/// Nothing that a schedule or another block would have to say is looked at, so the order of declarations cannot matter.
/// What is out of place is reported here and left out, so that it makes no second error.
struct Expander {
  var draft = Draft()
  var diagnostics: [Diagnostic] = []
  let limits: AnalysisLimits
  /// Templates by name.
  var templates: [String: TemplateStatement] = [:]
  /// What evaluates the lists of loops, conditions and parts of names.
  var evaluator: ExpansionEvaluator
  /// Scenarios and what stands in them, in the order of the files.
  var scenarios: [Scenario] = []
  /// Statements that loops and conditions gave so far.
  var expandedCount = 0
  var isFull = false
  /// So many errors get a "did you mean": each compares thousands of names.
  var suggestionsLeft = Resolver.suggestionsMax
  private var told = ToldMistakes()
  /// Whether a file says `plan`; if none does, a word that may stand for it does.
  private(set) var hasPlan = false
  /// Templates that make themselves, and so make nothing.
  var cyclicTemplates: Set<String> = []
  /// What those would make that nothing was made of.
  private(set) var rest: UntriedPlan?
  /// Bodies that something was made of, and those that nothing was made of so far.
  var tried = TriedBodies()

  init(_ trees: [SyntaxTree], _ limits: AnalysisLimits) {
    self.limits = limits
    evaluator = ExpansionEvaluator(trees)
  }

  /// Makes everything.
  ///
  /// - Parameters:
  ///   - trees: The files, the root first.
  ///   - options: The scenario, and changes from outside the files.
  /// - Returns: The tables; what is wrong stands in `diagnostics`.
  /// - Complexity: O(statements, those in loops counted each time).
  mutating func expand(
    _ trees: [SyntaxTree], _ options: AnalysisOptions
  ) -> (table: DeclarationTable, names: NameTable) {
    var fields = FieldReader()
    fields.read(trees)
    draft.table.fields = fields.table
    diagnostics += fields.diagnostics
    var language = LanguageNumber()
    for (index, tree) in trees.enumerated() {
      language.check(tree, isRoot: index == 0)
      hasPlan = hasPlan || tree.file.declaresPlan
      let isInModule = options.modules.contains { $0.files.contains(index) }
      for statement in tree.file.statements { enterEarly(statement, isInModule: isInModule) }
    }
    diagnostics += language.diagnostics
    let cycles = TemplateCycles(templates)
    cyclicTemplates = cycles.members
    diagnostics += cycles.diagnostics
    let homes = homes(of: trees, options.modules)
    for (tree, home) in zip(trees, homes) where home != Draft.root {
      for case .letBinding(let binding) in tree.file.statements {
        evaluator.enter(binding, in: home)
      }
    }
    for (tree, home) in zip(trees, homes) {
      for piece in pieces(of: tree.file, in: home, LocalScope.none) { make(piece, in: home) }
    }
    apply(options)
    diagnostics += evaluator.diagnostics
    rest = tryTheRest()
    let (table, names, duplicates) = draft.finish()
    diagnostics += duplicates
    checkTemplateNames(names, table)
    return (table, names)
  }

  /// What loops may use wherever it stands: templates and, at the top, `let`.
  private mutating func enterEarly(_ statement: Statement, isInModule: Bool) {
    switch statement {
    case .template(let template): enter(template)
    case .letBinding(let binding): if !isInModule { evaluator.enter(binding) }
    case .function(let function): evaluator.enter(function)
    default: break
    }
  }

  /// One statement with the names that loops and templates give it.
  struct Piece {
    let statement: Statement
    let locals: LocalScope.ID
  }

  /// Makes what a statement declares; properties have been taken out before.
  mutating func make(_ piece: Piece, in parent: Draft.NodeID) {
    switch piece.statement {
    case .item(let item): make(item, in: parent, piece.locals)
    case .letBinding(let binding): make(binding, in: parent, piece.locals)
    case .function(let function): make(function, in: parent, piece.locals)
    case .print(let statement):
      draft.table.prints.append(
        PrintUse(statement: statement, scope: scope(parent), locals: piece.locals))
    case .change(let change):
      diagnostics.append(.misplacedOverlay("change", at: change.path?.span ?? change.span))
    case .add(let add): diagnostics.append(.misplacedOverlay("add", at: add.span))
    case .drop(let drop):
      diagnostics.append(.misplacedOverlay("drop", at: drop.path?.span ?? drop.span))
    case .template(let template):
      if !isTop(parent) || piece.locals != LocalScope.none {
        diagnostics.append(.onlyAtTop("template", at: template.name?.span ?? template.span))
      }
    case .importFile(let statement):
      // Those at the top were followed when the files were read.
      if !isTop(parent) || piece.locals != LocalScope.none {
        diagnostics.append(.onlyAtTop("import", at: statement.file?.span ?? statement.span))
      }
    case .loop, .conditional: break  // `pieces` has run them.
    }
  }

  /// A block of the draft as the tables name it until they are finished.
  func scope(_ node: Draft.NodeID) -> DeclarationID? {
    node == Draft.root ? nil : DeclarationID(raw: node)
  }

  /// Reports once what a loop would report in each of its rounds.
  mutating func report(_ diagnostic: Diagnostic) {
    guard diagnostics.count < diagnosticsCollectedMax else { return }
    if told.insert(diagnostic, sameBy: .place) { diagnostics.append(diagnostic) }
  }
}

extension Body {
  /// Whether a `plan` block stands in it, not inside anything else.
  fileprivate var declaresPlan: Bool {
    statements.contains { statement in
      guard case .item(let item) = statement else { return false }
      return item.word.text == Kind.plan.rawValue && !item.isProperty
    }
  }
}
