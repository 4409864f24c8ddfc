/// A grammar in the notation of `Grammar/plan.ebnf`, as a value.
package struct Ebnf: Sendable {
  /// In the order of the file.
  package var productions: [Production] = []

  package struct Production: Sendable {
    package var name: String
    package var definition: Expression

    /// Whether it defines a token and not a part of the tree.
    package var isToken: Bool { name.first?.isUppercase == true }
  }

  package indirect enum Expression: Sendable {
    case oneOf([Expression])
    case sequence([Expression])
    case optional(Expression)
    case repeated(Expression)
    /// As written.
    case terminal(String)
    /// What a production defines; `END` is the end of the file.
    case name(String)
    /// Any of so many characters: `? A-Z _ ?`.
    case characters(String)
    case marked(Mark, Expression)
  }

  /// How a token stands to the one before it.
  package enum Mark: Character, Sendable {
    case sameLine = "^"
    case touching = "~"
    case separated = "!"
  }

  package subscript(name: String) -> Expression? {
    productions.first { $0.name == name }?.definition
  }

  /// Reads a grammar.
  ///
  /// - Throws: `Mistake` where the text is none.
  package init(_ text: String) throws {
    var reader = Reader(text)
    while !reader.isAtEnd { productions.append(try reader.production()) }
  }

  /// Why a text is no grammar, with what is left of it.
  package struct Mistake: Error, CustomStringConvertible {
    package var description: String
  }

  /// Names that a definition mentions.
  package static func names(in expression: Expression) -> [String] {
    switch expression {
    case .oneOf(let parts), .sequence(let parts): parts.flatMap { names(in: $0) }
    case .optional(let inner), .repeated(let inner), .marked(_, let inner): names(in: inner)
    case .name(let name): [name]
    case .terminal, .characters: []
    }
  }
}

/// Reads the notation by recursive descent.
private struct Reader {
  private var rest: Substring

  init(_ text: String) {
    rest = text[...]
    skipBlanks()
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func production() throws -> Ebnf.Production {
    let name = try self.name()
    try expect("=")
    let definition = try alternatives()
    try expect(";")
    return Ebnf.Production(name: name, definition: definition)
  }

  private mutating func alternatives() throws -> Ebnf.Expression {
    var parts = [try sequence()]
    while take("|") { parts.append(try sequence()) }
    return parts.count == 1 ? parts[0] : .oneOf(parts)
  }

  private mutating func sequence() throws -> Ebnf.Expression {
    var parts = [try part()]
    while take(",") { parts.append(try part()) }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func part() throws -> Ebnf.Expression {
    guard let first = rest.first else { throw mistake("a definition goes on") }
    if let mark = Ebnf.Mark(rawValue: first) {
      _ = take(String(first))
      return .marked(mark, try part())
    }
    switch first {
    case "[": return .optional(try bracketed("[", "]"))
    case "{": return .repeated(try bracketed("{", "}"))
    case "(": return try bracketed("(", ")")
    case "?": return .characters(try quoted(first))
    case "\"", "'": return .terminal(try quoted(first))
    default: return .name(try name())
    }
  }

  private mutating func bracketed(_ open: String, _ close: String) throws -> Ebnf.Expression {
    try expect(open)
    let inner = try alternatives()
    try expect(close)
    return inner
  }

  private mutating func quoted(_ quote: Character) throws -> String {
    rest.removeFirst()
    guard let end = rest.firstIndex(of: quote) else { throw mistake("\(quote) ends") }
    let text = String(rest[..<end])
    rest = rest[rest.index(after: end)...]
    skipBlanks()
    return text
  }

  private mutating func name() throws -> String {
    let name = String(rest.prefix { $0.isLetter })
    guard !name.isEmpty else { throw mistake("a name") }
    rest = rest.dropFirst(name.count)
    skipBlanks()
    return name
  }

  private mutating func expect(_ text: String) throws {
    if !take(text) { throw mistake("`\(text)`") }
  }

  private mutating func take(_ text: String) -> Bool {
    guard rest.hasPrefix(text) else { return false }
    rest = rest.dropFirst(text.count)
    skipBlanks()
    return true
  }

  /// Passes blanks and comments `(* … *)`.
  private mutating func skipBlanks() {
    while true {
      rest = rest.drop { $0.isWhitespace }
      guard rest.hasPrefix("(*") else { return }
      while !rest.isEmpty, !rest.hasPrefix("*)") { rest.removeFirst() }
      rest = rest.dropFirst(2)
    }
  }

  private func mistake(_ expected: String) -> Ebnf.Mistake {
    Ebnf.Mistake(description: "expected \(expected) before `\(rest.prefix(40))`")
  }
}
