/// Makes sentences of a grammar at random, the same ones for the same seed.
///
/// A few productions mean more than the notation can say, and are made as the comments beside them ask: `operation` by the table of
/// precedence, `text` with two quotes of one kind.
package struct SentenceGenerator {
  private let grammar: [String: Ebnf.Expression]
  private let precedence: Precedence
  /// Words that mean something, and are therefore no names.
  private let reserved: Set<String>
  /// How deep the shallowest sentence of each production is.
  private let depths: [String: Int]
  private var random: SeededRandom
  private var writer = SentenceWriter()
  private var tokensMax = 0
  private var mark: Ebnf.Mark?
  /// Whether the last token ended a lambda, which takes in everything that could follow.
  private var endsInLambda = false
  /// The productions that sentences so far were made by.
  package private(set) var used: Set<String> = []

  package init(_ grammar: Ebnf, _ precedence: Precedence, seed: Int) {
    self.grammar = Dictionary(
      uniqueKeysWithValues: grammar.productions.map { ($0.name, $0.definition) })
    self.precedence = precedence
    reserved = Set(grammar.productions.flatMap { Self.words(in: $0.definition) })
    depths = Self.depths(of: grammar)
    random = SeededRandom(seed)
  }

  /// A sentence of a production.
  ///
  /// - Parameters:
  ///   - production: What it is a sentence of.
  ///   - depth: How many productions stand inside one another where there is a choice.
  ///   - tokens: After so many no more is added than has to be.
  /// - Returns: The text, with blanks, newlines and comments where the grammar leaves them free.
  package mutating func sentence(
    of production: String = "file", depth: Int, tokens: Int = 150
  ) -> String {
    tokensMax = tokens
    writer = SentenceWriter()
    mark = nil
    endsInLambda = false
    if production.first?.isUppercase == true { return token(production) }
    make(.name(production), depth)
    return writer.text
  }

  // MARK: Productions

  private mutating func make(_ expression: Ebnf.Expression, _ depth: Int) {
    // Depth alone would let sentences double with each level.
    let depth = writer.tokenCount < tokensMax ? depth : 0
    switch expression {
    case .oneOf(let parts):
      let possible = parts.filter { needed($0) <= depth }
      make(possible.isEmpty ? shallowest(parts) : random.pick(possible), depth)
    case .sequence(let parts): for part in parts { make(part, depth) }
    case .optional(let inner):
      if needed(inner) <= depth, random.oneIn(2) { make(inner, depth) }
    case .repeated(let inner):
      for _ in 0..<Int.random(in: 0...3, using: &random) where needed(inner) <= depth {
        make(inner, depth)
      }
    case .terminal(let text): add(text)
    case .characters(let set): add(String(character(of: set)))
    case .marked(let mark, let inner):
      self.mark = mark
      make(inner, depth)
      self.mark = nil
    case .name("END"): break
    case .name(let name): makeProduction(name, depth - 1)
    }
  }

  private mutating func makeProduction(_ name: String, _ depth: Int) {
    used.insert(name)
    switch name {
    case "operation": operation(above: 0, depth)
    case "text": text(depth)
    case "postfixed":
      // What would follow a lambda belongs to its body.
      guard case .sequence(let parts) = grammar[name] else { return }
      for part in parts where !endsInLambda { make(part, depth) }
    case "lambda":
      if let definition = grammar[name] { make(definition, depth) }
      endsInLambda = true
    default:
      if name.first?.isUppercase == true {
        add(token(name), opens: false)
      } else if let definition = grammar[name] {
        make(definition, depth)
      }
    }
  }

  private mutating func add(_ token: String, opens: Bool = true) {
    writer.add(token, opens: opens, mark, &random)
    mark = nil
    endsInLambda = false
  }

  /// An operation of operators that bind tighter than `rank`: each as loosely as the one before it, or looser, because what is
  /// tighter would belong to that one's operand; comparisons only once.
  private mutating func operation(above rank: Int, _ depth: Int) {
    var reach = operand(above: rank, depth)
    while !endsInLambda, depth > 0, writer.tokenCount < tokensMax, random.oneIn(3) {
      let possible = precedence.infix.filter { rank < $0.rank && $0.rank <= reach }
      guard !possible.isEmpty else { return }
      let (sign, own) = random.pick(possible)
      used.insert("OPERATOR")
      mark = .sameLine
      add(sign)
      // `of` groups to the right, comparisons do not chain.
      reach = own == precedence.rank("==") ? own - 1 : own
      operation(above: sign == "of" ? own - 1 : own, depth - 1)
    }
  }

  /// One operand, maybe with a prefix.
  ///
  /// - Returns: The tightest rank that an operator behind it may have.
  private mutating func operand(above rank: Int, _ depth: Int) -> Int {
    used.insert("prefixed")
    let prefixes = precedence.prefix.filter { $0.sign == "-" || $0.rank >= rank }
    guard depth > 0, random.oneIn(6), !prefixes.isEmpty else {
      makeProduction("postfixed", depth)
      return .max
    }
    let (sign, own) = random.pick(prefixes)
    add(sign)
    operation(above: own, depth - 1)
    return own
  }

  private mutating func text(_ depth: Int) {
    let quote = characters(.name("QUOTE"))
    add(quote)
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      mark = .touching
      if depth > 3, random.oneIn(3) {
        makeProduction("interpolation", depth)
      } else {
        add(characters(.name("CHARACTERS")), opens: false)
      }
    }
    mark = .touching
    add(quote)
  }

  // MARK: Tokens

  private mutating func token(_ name: String) -> String {
    guard let definition = grammar[name] else { return "" }
    while true {
      let text = characters(definition)
      if name != "WORD" || !reserved.contains(text) { return text }
    }
  }

  /// The characters of a token, which have nothing between them.
  private mutating func characters(_ expression: Ebnf.Expression) -> String {
    switch expression {
    case .oneOf(let parts): return characters(random.pick(parts))
    case .sequence(let parts): return parts.reduce(into: "") { $0 += characters($1) }
    case .optional(let inner): return random.oneIn(2) ? characters(inner) : ""
    case .marked(_, let inner): return characters(inner)
    case .repeated(let inner):
      // A character has a number of one to eight digits; three of them always name one.
      let count = Int.random(in: 0...2, using: &random)
      return (0..<count).reduce(into: "") { text, _ in text += characters(inner) }
    case .terminal(let text): return text
    case .characters(let set): return String(character(of: set))
    case .name(let name):
      used.insert(name)
      return grammar[name].map { characters($0) } ?? ""
    }
  }

  /// A character of a set such as `A-Z _`, or any that texts may hold.
  private mutating func character(of set: String) -> Character {
    let parts = set.split(separator: " ")
    if parts.first == "any" { return random.pick(Array("abc XYZ 019 #{}[]()',:;%/-é→€日")) }
    let all = parts.flatMap { part -> [Character] in
      guard part.count == 3, let first = part.first?.asciiValue, let last = part.last?.asciiValue
      else { return Array(part) }
      return (first...last).map { Character(Unicode.Scalar($0)) }
    }
    return random.pick(all)
  }
}

// What is known of a grammar before anything is made.
extension SentenceGenerator {
  private static func words(in expression: Ebnf.Expression) -> [String] {
    switch expression {
    case .oneOf(let parts), .sequence(let parts): parts.flatMap { words(in: $0) }
    case .optional(let inner), .repeated(let inner), .marked(_, let inner): words(in: inner)
    case .terminal(let text): text.allSatisfy(\.isLetter) ? [text] : []
    case .name, .characters: []
    }
  }

  /// The depth of the shallowest sentence of each production: the least fixed point, from below.
  private static func depths(of grammar: Ebnf) -> [String: Int] {
    var depths: [String: Int] = [:]
    for _ in grammar.productions {
      for production in grammar.productions {
        let depth = needed(production.definition, depths)
        depths[production.name] = min(depth, depths[production.name] ?? unreached)
      }
    }
    return depths
  }

  /// More than any grammar needs.
  private static let unreached = 1_000

  private static func needed(_ expression: Ebnf.Expression, _ depths: [String: Int]) -> Int {
    switch expression {
    case .oneOf(let parts): parts.map { needed($0, depths) }.min() ?? 0
    case .sequence(let parts): parts.map { needed($0, depths) }.max() ?? 0
    case .marked(_, let inner): needed(inner, depths)
    case .optional, .repeated, .terminal, .characters: 0
    case .name(let name): name.first?.isUppercase == true ? 0 : (depths[name] ?? unreached) + 1
    }
  }

  private func needed(_ expression: Ebnf.Expression) -> Int { Self.needed(expression, depths) }

  private func shallowest(_ parts: [Ebnf.Expression]) -> Ebnf.Expression {
    parts.min { needed($0) < needed($1) } ?? .sequence([])
  }
}
