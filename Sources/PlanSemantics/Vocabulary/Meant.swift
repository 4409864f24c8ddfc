internal import PlanSyntax

/// What a word before a colon was probably meant for, in the block it stands in.
struct MeantProperty {
  /// As it stands in the plan; of a phrase all of its words.
  let written: String
  /// The likeliest first; none where there is no telling.
  private(set) var words: [ForeignWord.Meaning] = []
  /// What somebody tried to say with it, and so is not missing.
  private(set) var attempts: [ForeignWord.Meaning] = []
  /// Whether it is another name of the same thing.
  private(set) var isSame = false
  /// What to do instead, where no word of the language stands for it.
  private(set) var advice: String?

  init(nothing written: String) { self.written = written }

  init(_ written: String, in kind: Kind, with value: Expression?) {
    self.written = written
    if let own = PropertyWord(word: written.lowercased()), PropertyWord(word: written) == nil,
      Schema.property(own, of: kind).map({ $0.status != .later }) ?? false
    {
      // `Team:`, as a column would be headed.
      words = [.property(own)]
      isSame = true
      return
    }
    if let foreign = ForeignWord.named(written) {
      attempts = foreign.meanings
      words = foreign.isAdviceOnly ? [] : foreign.asProperties(of: kind, with: value)
      // Another name of the same thing is that also where its value is wrong, which is told besides.
      if words.isEmpty, foreign.isSame { words = foreign.asProperties(of: kind, with: nil) }
      // A value that cannot be read chooses nothing.
      if case .missing? = value { words = Array(words.prefix(1)) }
      isSame = foreign.isSame && words.count == 1
      advice = words.isEmpty ? foreign.advice : nil
      if !words.isEmpty || advice != nil { return }
    }
    // A word of the language that belongs elsewhere is no slip of the finger.
    guard PropertyWord(word: written) == nil else { return }
    let own = Schema.block(kind).properties.filter { property in
      property.status != .later && (value?.mayFit(property.word.type) ?? true)
    }
    words = Spelling.nearest(to: written, among: own.map(\.word.rawValue))
      .compactMap { PropertyWord(word: $0).map(ForeignWord.Meaning.property) }
  }
}

/// What a word that opens a block was probably meant for.
struct MeantBlock {
  /// The likeliest first.
  private(set) var kinds: [Kind] = []
  private(set) var isSame = false
  private(set) var advice: String?

  /// - Parameters:
  ///   - word: As it stands in the plan.
  ///   - parent: The block it stands in; `nil` at the top of a file.
  ///   - hasPlan: Whether the plan has a `plan` block; a second one is never meant.
  init(_ word: String, in parent: Kind?, hasPlan: Bool) {
    if let foreign = ForeignWord.named(word) {
      advice = foreign.advice
      let kind = foreign.asBlock(in: parent, besides: hasPlan ? .plan : nil)
      if let kind {
        kinds = [kind]
        isSame = foreign.isSame
      }
      if kind != nil || advice != nil { return }
    }
    guard PropertyWord(word: word) == nil else { return }
    let allowed = parent.map { Schema.block($0).children } ?? Schema.topLevel
    let here = Spelling.nearest(to: word, among: allowed.map(\.rawValue))
    // What stands elsewhere is offered only where it differs by a letter, for it cannot stand here.
    kinds = here.compactMap(Kind.init(word:))
  }
}

extension Item {
  /// The words of `due date: …`, which are one property; `nil` for a block with a name.
  ///
  /// - Parameter kind: The block it stands in.
  /// - Returns: What to underline, and what it was probably meant for.
  func phrase(in kind: Kind) -> (span: Span, meant: MeantProperty)? {
    guard let second = name?.plain, label == nil, body == nil else { return nil }
    let written =
      second.text.hasPrefix("-") ? word.text + second.text : "\(word.text) \(second.text)"
    // Of two words one may be a block and its name; of more, or with a dash, the name is none.
    guard
      ForeignWord.named(written.joinedName) != nil
        || second.text.contains(where: { " -".contains($0) })
    else { return nil }
    var span = word.span
    span.range.end = second.span.range.end
    return (span, MeantProperty(phrase: written, in: kind, with: value))
  }
}

extension Item {
  /// The property that `owner Anna` and `allocate dev` were meant for.
  func withoutColon(in kind: Kind) -> PropertyWord? {
    guard !hasColon, body == nil, (name?.plain == nil) != (label == nil) else { return nil }
    if let word = PropertyWord(word: word.text) {
      return Schema.property(word, of: kind) == nil ? nil : word
    }
    return ForeignWord.named(word.text).flatMap { $0.isAdviceOnly ? nil : $0.property(of: kind) }
  }
}

extension MeantProperty {
  fileprivate init(phrase: String, in kind: Kind, with value: Expression?) {
    let joined = MeantProperty(phrase.joinedName, in: kind, with: value)
    self.init(nothing: phrase)
    words = joined.words
    attempts = joined.attempts
    isSame = joined.isSame
    advice = joined.advice
  }
}

extension ForeignWord {
  /// The property that such a word means in a block, whatever its value.
  func property(of kind: Kind) -> PropertyWord? {
    meanings.lazy.compactMap { meaning in
      guard case .property(let word) = meaning, Schema.property(word, of: kind) != nil else {
        return nil
      }
      return word
    }.first
  }
}
