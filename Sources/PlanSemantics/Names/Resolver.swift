internal import PlanSyntax

/// Looks names up, and says once what is wrong with one that leads nowhere.
struct Resolver {
  let table: DeclarationTable
  let names: NameTable
  let trees: [SyntaxTree]
  private var suggestionsLeft = Resolver.suggestionsMax
  private var brokenWords: Set<String>?
  /// Where blocks that the scenario drops are needed all the same, by index into `DeclarationTable.drops`.
  private var usesOfDropped: [Int: [Span]] = [:]
  /// Fallbacks by name, wherever they are declared.
  private let fallbacks: [String: [DeclarationID]]

  /// So many errors of a run get a "did you mean": each compares thousands of names, and nobody reads more.
  static let suggestionsMax = 200

  init(table: DeclarationTable, names: NameTable, trees: [SyntaxTree]) {
    self.table = table
    self.names = names
    self.trees = trees
    var fallbacks: [String: [DeclarationID]] = [:]
    for (index, declaration) in table.declarations.enumerated() where declaration.kind == .fallback
    {
      if let name = declaration.name?.text {
        fallbacks[name, default: []].append(DeclarationID(index))
      }
    }
    self.fallbacks = fallbacks
  }

  enum Outcome {
    case meaning(NameTable.Meaning)
    /// The diagnostic is `nil` where broken syntax explains why the name is not there.
    case unknown(Diagnostic?)
    case failure(Diagnostic)
  }

  /// What the first word of a name means.
  ///
  /// - Parameters:
  ///   - word: The word as it stands in the plan.
  ///   - scope: The block it stands in; names are looked up from there outward.
  ///   - home: A block whose own names are meant where there is one: a skill is one of the work's team.
  ///   - kinds: What is wanted there, for the error; empty for anything.
  /// - Returns: The declaration or `let`, or what is wrong.
  mutating func look(
    up word: Word, from scope: DeclarationID?, home: DeclarationID?, expecting kinds: [Kind]
  ) -> Outcome {
    if let home {
      if let drop = names.drop(of: word.text, in: home) {
        note(word, of: drop)
        return .unknown(nil)
      }
      if let meaning = names.meaning(of: word.text, in: home) { return .meaning(meaning) }
      if kinds == [.skill], let other = teamWithSkill(word.text), let own = table[home].name?.text {
        return .failure(
          .skillOfOtherTeam(word.text, at: word.span, of: table.path(of: other), wanted: own))
      }
    } else if kinds.contains(.fallback), let found = fallbacks[word.text] {
      if found.count == 1 { return .meaning(.declaration(found[0])) }
      return .failure(
        .ambiguousName(word, places: found.prefix(4).map { (table[$0].place, table.path(of: $0)) }))
    }
    let found = names.meanings(of: word.text, seenFrom: scope, in: table)
    if found.count > 1 {
      return .failure(.ambiguousName(word, places: found.map { place(of: $0) }))
    }
    if let only = found.first { return .meaning(only) }
    if let drop = names.drop(of: word.text, seenFrom: scope, in: table) {
      note(word, of: drop)
      return .unknown(nil)
    }
    return .unknown(unknown(word, inside: home, expecting: kinds))
  }

  private func teamWithSkill(_ name: String) -> DeclarationID? {
    table.top(.team).first { names.meaning(of: name, in: $0) != nil }
  }

  /// A block inside another, by its name.
  mutating func member(
    _ word: Word, of owner: DeclarationID, expecting kinds: [Kind]
  ) -> Outcome {
    if let meaning = names.meaning(of: word.text, in: owner) { return .meaning(meaning) }
    if let drop = names.drop(of: word.text, in: owner) {
      note(word, of: drop)
      return .unknown(nil)
    }
    return .unknown(unknown(word, inside: owner, expecting: kinds))
  }

  // MARK: What a scenario drops

  private mutating func note(_ word: Word, of drop: Int) {
    let known = usesOfDropped[drop] ?? []
    if !known.contains(word.span) { usesOfDropped[drop, default: []].append(word.span) }
  }

  /// An error for each dropped block that something needs.
  var needsOfDropped: [Diagnostic] {
    usesOfDropped.keys.sorted().map { drop in
      .droppedButNeeded(
        table.drops[drop],
        (usesOfDropped[drop] ?? []).sorted {
          ($0.file.raw, $0.range.start) < ($1.file.raw, $1.range.start)
        })
    }
  }

  func place(of meaning: NameTable.Meaning) -> (Span, String) {
    let (place, what) = table.place(of: meaning)
    return (place, what)
  }

  // MARK: What was meant

  private mutating func unknown(
    _ word: Word, inside owner: DeclarationID?, expecting kinds: [Kind]
  ) -> Diagnostic? {
    if isInBrokenSyntax(word.text) || table.leftOut.contains(word.text)
      || table.openNames.contains(where: { $0.mayBe(word.text, oneOf: kinds) })
    {
      return nil
    }
    return .unknownName(
      word.text, at: word.span, expecting: kinds,
      nearest: suggestion(for: word.text, inside: owner, expecting: kinds),
      inside: owner.map { table.path(of: $0) }, choices: choices(inside: owner, of: kinds))
  }

  /// All that could have been meant, where that is few enough to read.
  private func choices(inside owner: DeclarationID?, of kinds: [Kind]) -> [String] {
    guard kinds.count == 1, let kind = kinds.first else { return [] }
    let all = owner.map { table.children(of: $0, kind) } ?? table.top(kind)
    return all.count > Resolver.choicesMax ? [] : all.compactMap { table[$0].name?.text }
  }

  /// The longest list of names that a message holds.
  static let choicesMax = 6

  private mutating func suggestion(
    for word: String, inside owner: DeclarationID?, expecting kinds: [Kind]
  ) -> [String] {
    guard suggestionsLeft > 0 else { return [] }
    suggestionsLeft -= 1
    var candidates: [String] = []
    var labelled: [String] = []
    let range = owner.map { $0.index + 1..<table[$0].end } ?? table.declarations.indices
    for index in range.prefix(Spelling.candidatesMax) {
      let declaration = table.declarations[index]
      guard let name = declaration.name?.text,
        kinds.isEmpty || kinds.contains(declaration.kind)
      else { continue }
      if name == word, owner == nil { return [table.path(of: DeclarationID(index))] }
      guard owner != nil || table.isTop(declaration.parent) else { continue }
      candidates.append(name)
      if declaration.item.label?.plain?.lowercased() == word.lowercased() { labelled.append(name) }
    }
    if let owner, kinds.isEmpty {
      candidates += table.bindings.filter { $0.scope == owner }.map(\.name.text)
    }
    if owner == nil, kinds.isEmpty { candidates += table.bindings.map(\.name.text) }
    // People who do not program call things by their labels.
    return labelled.isEmpty
      ? Spelling.nearest(to: word, among: candidates) : Array(labelled.prefix(suggestedMax))
  }

  /// Whether the word stands in text that could not be read: its declaration may be in there, and the syntax error is
  /// enough.
  mutating func isInBrokenSyntax(_ word: String) -> Bool {
    if brokenWords == nil {
      var words: Set<String> = []
      for tree in trees { collectBrokenWords(of: tree.root, into: &words) }
      brokenWords = words
    }
    guard let brokenWords, !brokenWords.isEmpty else { return false }
    // `web_team` for what a broken header calls `Web Team`.
    return brokenWords.contains(word)
      || word.split(separator: "_").contains { brokenWords.contains(String($0)) }
  }
}

private func collectBrokenWords(of root: SyntaxNode, into words: inout Set<String>) {
  // A stack of its own: a broken file may be nested as deep as the parser allows.
  var pending = [root]
  while let node = pending.popLast() {
    if node.kind == .error {
      for index in node.tokenRange where node.tree.token(index).kind.isWord {
        words.insert(node.tree.token(index).text)
        words.insert(node.tree.token(index).text.lowercased())
      }
    } else {
      pending += node.children
    }
  }
}
