internal import PlanSemantics
internal import PlanSyntax
internal import PlanText
internal import PlanWorkbench

/// One thing that may stand at the cursor.
package struct Completion: Hashable, Sendable {
  package let text: String
  /// The same as a terminal may be shown it: names of files may be anything.
  package let shown: String
  /// What it is, in a few words: the type of a property, the kind of a declaration.
  package let note: String
  /// What stands behind it once it is the only choice.
  package let ending: String

  init(_ text: String, _ note: String, ending: String = "") {
    self.text = text
    shown = printable(text)
    self.note = printable(note)
    self.ending = ending
  }
}

extension Session {
  /// What may stand in the place of the word at the end of a text.
  ///
  /// - Parameter before: Everything that was typed of the entry, up to the cursor.
  /// - Returns: How many characters of it they replace, and the words, in the order of the alphabet.
  /// - Complexity: O(length + declarations).
  package func completions(of before: String) -> (replaced: Int, choices: [Completion]) {
    if let (path, subject) = before.pathAtEnd { return files(path, or: subjects(subject)) }
    let word = String(before.reversed().prefix { $0.isWordOfPlan }.reversed())
    let context = CompletionContext(String(before.dropLast(word.count)))
    var seen: Set<String> = []
    let choices = candidates(context, word)
      .filter { $0.text.hasPrefix(word) && $0.text != word && seen.insert($0.text).inserted }
      .sorted { $0.text < $1.text }
    return (word.count, choices)
  }

  /// Files whose paths begin so, and words that may stand there as well.
  private func files(
    _ path: String, or words: [Completion]
  ) -> (replaced: Int, choices: [Completion]) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let names = surroundings.names(folder).map { folder + $0 }
      .map { Completion($0, $0.hasSuffix("/") ? "a folder" : "") }
    let choices = (names + words)
      .filter { $0.text.hasPrefix(path) && $0.text != path }.sorted { $0.text < $1.text }
    return (path.count, choices)
  }

  private func candidates(_ context: CompletionContext, _ word: String) -> [Completion] {
    switch context.place {
    case .entry:
      return CommandTable.all.map {
        Completion($0.name, $0.form, ending: $0.takes == .nothing ? "" : " ")
      }
        + CommandTable.statements.map { Completion($0.name, $0.form, ending: " ") }
        + Schema.topLevel.map {
          Completion($0.rawValue, "declares \($0.withArticle)", ending: " ")
        }
        + expressionWords
    case .command(let name):
      guard let command = CommandTable.command(name) else { return [] }
      return subjects(command.takes)
    case .path: return declarations { _ in true }
    case .block(let opened): return body(of: opened)
    case .value(let property): return values(of: property)
    case .expression: return expressionWords
    }
  }

  private func declarations(_ matches: (Kind) -> Bool) -> [Completion] {
    (situation.checked.declaredNames).filter { matches($0.kind) }.map {
      Completion($0.path, $0.label.map { "\"\($0)\"" } ?? $0.kind.rawValue)
    }
  }

  private func subjects(_ subject: Command.Subject) -> [Completion] {
    switch subject {
    case .nothing, .files: []
    case .initiatives: declarations { $0 == .initiative }
    case .reports:
      declarations { $0 == .report } + [Completion("for", "what an audience reads", ending: " ")]
        + ReportSelection.audiences.map { Completion($0, "an audience") }
    case .declarations:
      declarations { _ in true } + Situation.sections.map { Completion($0, "a section") }
    case .sections: Situation.sections.map { Completion($0, "a section") }
    case .scenarios:
      declarations { $0 == .scenario } + [Completion(Session.baseline, "the plan itself")]
    case .commands: CommandTable.all.map { Completion($0.name, $0.form) }
    }
  }

  /// What may stand in a block.
  private func body(of opened: CompletionContext.Opened) -> [Completion] {
    let kind: Kind? =
      switch opened {
      case .declaration(let word): Kind(word: word)
      case .change(let path): situation.checked.kind(of: path)
      }
    guard let kind else { return [] }
    let block = Schema.block(kind)
    return block.properties.map { Completion($0.word.rawValue + ":", $0.type.name, ending: " ") }
      + block.children.map { Completion($0.rawValue, $0.withArticle, ending: " ") }
  }

  private func values(of property: String) -> [Completion] {
    guard let word = PropertyWord(word: property) else { return [] }
    return values(of: word.type)
  }

  private func values(of type: ValueType) -> [Completion] {
    switch type {
    case .symbol(let words): return words.map { Completion($0, "") }
    case .boolean: return [Completion("true", ""), Completion("false", "")]
    case .reference(let kinds), .dependency(let kinds):
      return declarations { kinds.isEmpty || kinds.contains($0.rawValue) }
    case .list(let element): return values(of: element)
    case .either(let types): return types.flatMap { values(of: $0) }
    default: return []
    }
  }

  private var expressionWords: [Completion] {
    declarations { _ in true }
      + Schema.topLevel.map { Completion($0.plural, "every \($0.rawValue)") }
  }
}

/// Where in an entry the cursor is, from the tokens before it.
private struct CompletionContext {
  enum Opened {
    case declaration(String)
    case change([String])
  }

  enum Place {
    /// At its first word.
    case entry
    /// Behind a command.
    case command(String)
    /// Behind `change` or `drop`.
    case path
    /// Where a property or a block begins.
    case block(Opened)
    /// Behind the colon of a property.
    case value(String)
    case expression
  }

  let place: Place

  init(_ text: String) {
    let tree = parse(SourceText(file: FileID(raw: 0), path: "", bytes: Array(text.utf8))).tree
    let tokens = (0..<tree.tokenCount).map { tree.token($0) }.filter {
      $0.kind != .endOfFile && $0.kind != .unterminated
    }
    guard let first = tokens.first, let last = tokens.last else {
      place = .entry
      return
    }
    if tokens.count == 1, first.kind == .colon {
      place = .entry
      return
    }
    let words = first.kind == .colon ? Array(tokens.dropFirst()) : tokens
    var open: [Opened] = []
    var header: [SyntaxToken] = []
    var property: String?
    for (index, token) in words.enumerated() {
      switch token.kind {
      case .leftBrace:
        open.append(CompletionContext.opened(header))
        header = []
        property = nil
      case .rightBrace:
        _ = open.popLast()
        header = []
        property = nil
      case .comma where !open.isEmpty:
        header = []
        if !CompletionContext.isInList(words[...index]) { property = nil }
      case .colon:
        property = header.count == 1 ? header[0].text : property
      default:
        if token.hasNewlineBefore, !open.isEmpty {
          header = []
          property = nil
        }
        header.append(token)
      }
    }
    let isNewLine = text.last == "\n"
    if let property, !isNewLine {
      place = .value(property)
    } else if let opened = open.last {
      place = header.isEmpty || isNewLine ? .block(opened) : .expression
    } else if words.count == 1, [.changeWord, .dropWord].contains(words[0].kind) {
      place = .path
    } else if words.count == 1, words[0].kind == .addWord {
      place = .entry
    } else if CommandTable.command(words[0].text) != nil, last.kind != .dot {
      place = .command(words[0].text)
    } else {
      place = .expression
    }
  }

  private static func isInList(_ tokens: ArraySlice<SyntaxToken>) -> Bool {
    var depth = 0
    for token in tokens {
      if token.kind == .leftBracket || token.kind == .leftParen { depth += 1 }
      if token.kind == .rightBracket || token.kind == .rightParen { depth -= 1 }
    }
    return depth > 0
  }

  private static func opened(_ header: [SyntaxToken]) -> Opened {
    let words = header.filter { $0.kind != .addWord }
    guard let first = words.first else { return .declaration("") }
    if first.kind == .changeWord {
      return .change(words.dropFirst().filter { $0.kind.isWord }.map(\.text))
    }
    return .declaration(first.text)
  }
}

extension String {
  /// The path at the end of a text where one is asked for: behind a command that takes files, or in quotes behind `import`.
  fileprivate var pathAtEnd: (path: String, command: Command.Subject)? {
    let line = split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    guard let first = words.first, line.contains(" ") else { return nil }
    let rest = words.count > 1 ? String(words[1]) : ""
    if first == "import" { return rest.first == "\"" ? (String(rest.dropFirst()), .files) : nil }
    let name = first.first == ":" ? first.dropFirst() : first
    guard let takes = CommandTable.command(String(name))?.takes, takes.isPath, !rest.contains(" ")
    else { return nil }
    return (rest, takes)
  }
}

extension Character {
  /// Whether it may be a part of a name, or of a path of names.
  fileprivate var isWordOfPlan: Bool { self == "_" || self == "." || isLetter || isNumber }
}
