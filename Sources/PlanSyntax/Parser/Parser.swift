/// The state of a parse: where it is, what it has built, what it has said.
///
/// Productions stand in `Grammar/`, one function each, named as in `plan.ebnf`. Each leaves its node on `pending`, from
/// which its parent takes it; nodes are made bottom-up.
struct Parser: ~Copyable {
  let source: SourceText
  let tokens: TokenTable
  var position = 0
  var diagnostics: [Diagnostic] = []

  /// Whether newlines end expressions; they do not inside `( )` and `[ ]`.
  var bracketDepth = 0
  /// On the second try of a file with an unclosed brace: bodies also end where the indentation says so.
  var closesByIndentation = false
  var hasUnclosedBrace = false
  /// Where a limit ended the parse early; nothing is reported after that.
  private(set) var gaveUpAt: Int32?
  var gaveUp: Bool { gaveUpAt != nil }

  /// Lines on which a text or an interpolation was left open: what the parser stumbles over there follows from it.
  let brokenLines: Set<Int>
  /// Whether a text swallowed the rest of the file, braces included.
  let endIsSwallowed: Bool
  /// Token at which the last mistake was reported: one place, one mistake.
  var reportedAt = Self.nowhere
  static let nowhere = -2

  /// The line that last went on with the one before it against the rule, in the item that is read, and where that is told.
  var continued: (line: Int, diagnostic: Int)?

  /// The first token of the property whose value is being read: what a unit was meant for.
  var propertyToken: Int?
  /// Where the parser says better what the lexer stumbled over.
  var superseded: [TextRange] = []

  /// The states at the beginnings of the file's statements, for the next parse.
  var checkpoints: [Checkpoint] = []
  /// Behind the last token that looking ahead without a limit has reached.
  private(set) var examinedEnd = 0
  /// The earlier parse that may take over; `nil` when there is none.
  var earlier: EarlierParse?
  /// Whether the earlier parse has taken over.
  var hasRejoined = false
  var tokensTakenOver = 0
  var tokensRead: Int { tokens.count - tokensTakenOver }

  var arena: NodeArena
  var pending: [Int32] = []
  /// Height of the tree under each pending node.
  var pendingHeights: [Int32] = []
  private var depth = 0

  /// Deepest nesting of bodies, brackets and prefixes.
  ///
  /// Real plans stay under ten; a level takes about ten calls, so this keeps the stack under a
  /// megabyte in debug builds.
  static let nestingMax = 200
  /// Highest tree an expression may grow by chains such as `a + b + c`, which nest to the left: whoever walks the tree
  /// may recurse.
  static let expressionHeightMax: Int32 = 1_000

  init(_ source: SourceText, _ tokens: TokenTable, lexicalMistakes: [Diagnostic]) {
    self.source = source
    self.tokens = tokens
    arena = NodeArena(tokenCount: tokens.count)
    let unclosed = lexicalMistakes.filter(\.code.breaksLine)
    brokenLines = Set(unclosed.compactMap { $0.span.map { source.line(at: $0.range.start) } })
    endIsSwallowed =
      tokens.count > 1 && tokens.kinds[tokens.count - 2] == .unterminated
      && lexicalMistakes.contains { $0.code == .unclosedText }
  }

  mutating func parseFile() -> SyntaxTree {
    file()
    return tree
  }

  /// Makes the root of everything since the marker.
  mutating func finishTree(_ marker: Marker) -> SyntaxTree {
    finish(marker, .file)
    return tree
  }

  var tree: SyntaxTree {
    SyntaxTree(source: source, tokens: tokens, arena: arena, root: pending.last ?? 0)
  }

  /// From now on the lexer's mistakes in a range are the parser's to tell.
  mutating func supersede(_ range: TextRange) { superseded.append(range) }

  // MARK: Looking

  var current: SyntaxKind { tokens.kinds[position] }
  var next: SyntaxKind { kind(after: 1) }
  func at(_ kind: SyntaxKind) -> Bool { current == kind }

  func kind(after distance: Int) -> SyntaxKind {
    tokens.kinds[min(position + distance, tokens.count - 1)]
  }

  /// Notes that a decision has depended on tokens up to so far behind the current one.
  ///
  /// Whoever looks further than `Checkpoint.lookahead` behind the end of a statement has to; otherwise an edit there would
  /// not have the statement read again.
  mutating func examine(after distance: Int) {
    examine(upTo: min(position + distance + 1, tokens.count))
  }

  mutating func examine(upTo end: Int) { examinedEnd = max(examinedEnd, end) }

  /// Whether the current token stands on the line of the one before it.
  var onSameLine: Bool { !tokens.newlineBefore[position] }

  /// Whether an expression may go on with the current token.
  var continues: Bool { bracketDepth > 0 || onSameLine }

  /// Whether nothing stands between the current token and the one before it.
  var isAdjacent: Bool { position > 0 && tokens.starts[position] == tokens.ends[position - 1] }

  /// Whether a `word :` stands here, which is a property wherever it stands.
  var atProperty: Bool { current.isWord && next == .colon }

  /// Whether a `word name {` or `word name "label"` stands here, which is an item of its own wherever it stands.
  var atBlock: Bool {
    current.isWord && next.isWord && (kind(after: 2) == .leftBrace || kind(after: 2) == .quote)
  }

  // MARK: Building

  /// Where a node begins; nodes made after it become its children.
  struct Marker {
    fileprivate var pending: Int
    fileprivate var token: Int
  }

  func start() -> Marker { Marker(pending: pending.count, token: position) }

  /// Passes the current token; the end of the file is never passed.
  mutating func bump() {
    if position < tokens.count - 1 { position += 1 }
  }

  /// Makes a node of everything since the marker.
  mutating func finish(_ marker: Marker, _ kind: SyntaxKind) {
    var height: Int32 = 0
    for index in marker.pending..<pendingHeights.count {
      height = max(height, pendingHeights[index])
    }
    // The file's last token belongs to the file.
    let end = kind == .file ? tokens.count : position
    let id = arena.append(
      kind, tokens: marker.token..<max(end, marker.token), children: pending, from: marker.pending)
    pending.removeLast(pending.count - marker.pending)
    pendingHeights.removeLast(pendingHeights.count - marker.pending)
    pending.append(id)
    pendingHeights.append(height + 1)
    if height >= Self.expressionHeightMax, kind.isChain { giveUp(expressionTooLong()) }
  }

  // MARK: Limits

  /// Goes one level deeper; `false`, with the rest of the file passed over, when that is too deep.
  mutating func enter() -> Bool {
    if depth >= Self.nestingMax {
      giveUp(nestingTooDeep())
      let marker = start()
      finish(marker, .missing)
      return false
    }
    depth += 1
    return true
  }

  mutating func leave() { depth -= 1 }

  /// Reports a limit and passes over the rest of the file as one error.
  private mutating func giveUp(_ diagnostic: Diagnostic) {
    guard !gaveUp else { return }
    // A run of `{` without items has been reported where it began; that it has no end says more.
    if reportedAt == position, diagnostics.last?.code == .expectedItem {
      diagnostics.removeLast()
    }
    if diagnostics.count < diagnosticsCollectedMax { diagnostics.append(diagnostic) }
    passRest()
  }

  /// Passes over the rest of the file as one error node; nothing is reported after that.
  mutating func passRest() {
    gaveUpAt = tokens.ends[position]
    let marker = start()
    position = tokens.count - 1
    finish(marker, .error)
  }
}

extension DiagnosticCode {
  /// Whether nothing else is told of the line on which such a mistake begins.
  var breaksLine: Bool { self == .unclosedText || self == .unclosedInterpolation }
}

extension SyntaxKind {
  /// Nodes that grow to the left, one level an operator.
  fileprivate var isChain: Bool {
    switch self {
    case .binary, .ofExpression, .member, .call: return true
    default: return false
    }
  }
}
