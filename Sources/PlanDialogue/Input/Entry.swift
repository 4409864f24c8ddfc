internal import PlanSemantics
internal import PlanSyntax
internal import PlanWorkbench

/// What an entry is: a command, something to be written into the plan, or a question.
enum Entry {
  case command(Command, Words)
  /// Declarations, `change` and `drop`.
  case statements(String)
  /// An expression, which is answered with its value.
  case question(String)
  /// `:` and a word that is no command.
  case unknown(String)
  case nothing

  /// Tells them apart by their first two words.
  ///
  /// A line is a command when its first word is one and what follows is no operator, `.`, `(`, `[` or `:`; `:word` is always
  /// one, and `(word)` always an expression.
  init(_ text: String) {
    let source = SourceText(file: FileID(raw: 0), path: "", bytes: Array(text.utf8))
    let tree = parse(source).tree
    let first = tree.token(0)
    guard first.kind != .endOfFile else {
      self = .nothing
      return
    }
    if first.kind == .colon {
      self = Entry(forced: source, tree)
      return
    }
    let next = tree.tokenCount > 1 ? tree.token(1) : first
    func rest(behind token: SyntaxToken) -> String {
      source.text(TextRange(start: token.range.end, end: Int32(clamping: source.bytes.count)))
    }
    if first.kind.opensStatement {
      self = .statements(text)
    } else if first.kind == .printWord {
      self = .question(rest(behind: first))
    } else if first.kind == .ifWord {
      self = parseExpression(source).expression == nil ? .statements(text) : .question(text)
    } else if Kind(word: first.text) != nil, tree.declares(next) {
      self = .statements(text)
    } else if let command = CommandTable.command(first.text),
      tree.hasDashes || command.takes.isPath && tree.hasPath || !next.kind.goesOnFromName
    {
      self = .command(command, Words(rest(behind: first)))
    } else {
      self = first.kind.isWord && next.kind == .colon ? .statements(text) : .question(text)
    }
  }

  /// Behind a colon.
  private init(forced source: SourceText, _ tree: SyntaxTree) {
    guard tree.tokenCount > 2 else {
      self = .unknown("")
      return
    }
    let word = tree.token(1)
    let end = Int32(clamping: source.bytes.count)
    let text = source.text(TextRange(start: word.range.start, end: end))
    if word.kind.opensStatement {
      self = .statements(text)
    } else if let command = CommandTable.command(word.text) {
      self = .command(command, Words(source.text(TextRange(start: word.range.end, end: end))))
    } else {
      self = .unknown(word.text)
    }
  }
}

extension SyntaxTree {
  /// Whether the second word begins with `--`, as it would on a command line.
  fileprivate var hasDashes: Bool {
    tokenCount > 2 && token(1).kind == .minus && token(2).kind == .minus
      && token(1).range.end == token(2).range.start
  }

  /// Whether the second word is a path such as `/tmp/q3.plan` or `../q3.plan`: an operator has a blank behind it.
  fileprivate var hasPath: Bool {
    guard tokenCount > 2, [.slash, .dot, .rangeDots].contains(token(1).kind) else { return false }
    return token(1).range.end == token(2).range.start && token(0).range.end < token(1).range.start
  }

  /// Whether a block's word with this behind it declares a block.
  ///
  /// `check` is a command as well: with a block it is a declaration.
  fileprivate func declares(_ next: SyntaxToken) -> Bool {
    switch next.kind {
    case .leftBrace, .colon: return true
    case .identifier, .quote:
      guard CommandTable.command(token(0).text) != nil else { return true }
      return (0..<tokenCount).contains { token($0).kind == .leftBrace }
    default: return false
    }
  }
}

extension SyntaxKind {
  /// Whether it begins a statement and nothing else.
  fileprivate var opensStatement: Bool {
    switch self {
    case .letWord, .fnWord, .templateWord, .forWord, .importWord, .addWord, .changeWord, .dropWord:
      true
    default: false
    }
  }

  /// Whether a name with this behind it is the beginning of an expression, or of a property.
  fileprivate var goesOnFromName: Bool {
    switch self {
    case .dot, .leftParen, .leftBracket, .colon, .equals, .arrow, .rangeDots, .coalesce,
      .equalEqual, .notEqual, .less, .lessEqual, .greater, .greaterEqual, .plus, .minus, .star,
      .slash,
      .andWord, .orWord, .inWord, .ofWord, .whereWord, .sortWord, .groupWord, .takeWord, .asWord:
      true
    default: false
    }
  }
}

/// What stands behind a command, in words; what is in quotes is one.
struct Words: Sendable {
  private(set) var all: [String] = []

  init(_ text: String) {
    var word = ""
    var isQuoted = false
    var hasWord = false
    for character in text {
      if character == "\"" {
        isQuoted.toggle()
        hasWord = true
      } else if !isQuoted, character.isWhitespace {
        if hasWord { all.append(word) }
        word = ""
        hasWord = false
      } else {
        word.append(character)
        hasWord = true
      }
    }
    if hasWord { all.append(word) }
  }

  var first: String? { all.first }
  var isEmpty: Bool { all.isEmpty }
  var count: Int { all.count }
}
