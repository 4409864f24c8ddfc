internal import PlanSyntax

// Messages about blocks and properties that stand where they cannot, or not as they can.
extension Diagnostic {
  static func languageMissing(in tree: SyntaxTree) -> Diagnostic {
    let start = tree.source.textStart
    let top = Span(file: tree.source.file, range: TextRange(start: start, end: start))
    return Diagnostic(
      .languageMissing, "the plan does not say which version of the language it is written in",
      at: top, label: "`language: \(LanguageNumber.current)` stands first",
      fixes: [
        Fix(
          "say it", safety: .safe,
          edits: [Edit(top, "language: \(LanguageNumber.current)\n")])
      ])
  }

  static func languageMisplaced(_ item: Item, _ earlier: Span?) -> Diagnostic {
    guard let earlier else {
      return Diagnostic(
        .languageMisplaced, "`language` is the first item of a file", at: item.word.span,
        label: "something stands before it",
        helps: ["move the line to the top"])
    }
    return Diagnostic(
      .languageMisplaced, "`language` is said twice", at: item.word.span, label: "said again",
      secondary: [Label(earlier, "first said here")], helps: ["remove one of them"])
  }

  static func languageUnsupported(_ place: Span, isHigher: Bool) -> Diagnostic {
    let own = LanguageNumber.current
    return Diagnostic(
      .languageUnsupported,
      isHigher
        ? "the plan is written in a newer language than this version of `plan` reads"
        : "there is no such version of the language", at: place,
      label: "this version reads \(own)",
      helps: isHigher ? ["install a newer `plan`"] : [],
      fixes: isHigher
        ? [] : [Fix("write `\(own)`", safety: .unsafe, edits: [Edit(place, "\(own)")])])
  }

  /// A word before a colon that a block does not have.
  ///
  /// - Parameters:
  ///   - item: The property.
  ///   - place: What to underline: the word, or the words of a phrase.
  ///   - kind: The block; `nil` at the top of a file.
  ///   - meant: What it was probably meant for.
  /// - Returns: The error.
  static func unknownProperty(
    _ item: Item, at place: Span, in kind: Kind?, meant: MeantProperty
  ) -> Diagnostic {
    guard let kind else { return unknownAtTop(item) }
    let word = item.word.text
    var diagnostic = Diagnostic(
      .unknownProperty, "`\(meant.written.shortened)` is no property of `\(kind.rawValue)`",
      at: place, label: "unknown here")
    if !meant.words.isEmpty {
      return diagnostic.asking(
        meant.words.map(\.text), at: place, safety: meant.isSame ? .safe : .unsafe)
    }
    if let advice = meant.advice {
      diagnostic.helps = [advice]
    } else if let known = PropertyWord(word: word) {
      diagnostic.helps = [belonging(known)]
    } else if Kind(word: word) != nil {
      diagnostic.helps = ["a block has no colon: `\(word.shortened) name { … }`"]
    } else {
      let own = Schema.block(kind).properties.filter { $0.status != .later }
      diagnostic.helps = [
        "it has " + listed(own.prefix(12).map { "`\($0.word.rawValue)`" }, or: false)
      ]
      // It may be a field of the plan's own, declared elsewhere.
      diagnostic.isOfAbsence = true
    }
    return diagnostic
  }

  private static func unknownAtTop(_ item: Item) -> Diagnostic {
    let word = item.word.text
    var diagnostic = Diagnostic(
      .unknownProperty, "`\(word.shortened)` cannot stand outside a block", at: item.word.span,
      label: "a property of nothing")
    if let known = PropertyWord(word: word) {
      diagnostic.helps = [belonging(known)]
    } else if Kind(word: word) != nil {
      diagnostic.helps = ["a block has no colon: `\(word.shortened) name { … }`"]
    } else if let advice = ForeignWord.named(word)?.advice {
      diagnostic.helps = [advice]
    } else {
      diagnostic.helps = ["`language: 1` is the only property there; others go into blocks"]
    }
    return diagnostic
  }

  private static func belonging(_ word: PropertyWord) -> String {
    let owners = Schema.blocks.filter { $0.properties.contains { $0.word == word } }
    return "it belongs to " + listed(owners.prefix(4).map { "`\($0.kind.rawValue)`" }, or: true)
  }

  /// `owner Anna`: a property that lacks its colon, and perhaps has another tool's word.
  static func missingColon(_ item: Item, in kind: Kind, _ property: PropertyWord) -> Diagnostic {
    let word = item.word
    return Diagnostic(
      .unknownBlock, "`\(word.text.shortened)` is no kind of block in \(kind.withArticle)",
      at: word.span, label: "a property, which takes a colon",
      fixes: [
        Fix(
          "write `\(property.rawValue):`", safety: .unsafe,
          edits: [Edit(word.span, property.rawValue + ":")])
      ])
  }

  /// - Parameters:
  ///   - word: What opens the block.
  ///   - kind: The block it stands in; `nil` at the top of a file.
  ///   - meant: What it was probably meant for.
  /// - Returns: The error.
  static func unknownBlock(_ word: Word, in kind: Kind?, meant: MeantBlock) -> Diagnostic {
    var diagnostic = Diagnostic(
      .unknownBlock, "`\(word.text.shortened)` is no kind of block", at: word.span,
      label: "unknown here")
    if !meant.kinds.isEmpty {
      return diagnostic.asking(
        meant.kinds.map(\.rawValue), at: word.span, safety: meant.isSame ? .safe : .unsafe)
    }
    if let property = PropertyWord(word: word.text) {
      diagnostic.label = "a property, which takes a colon"
      diagnostic.helps = ["write `\(property.rawValue): \(property.example)`"]
      return diagnostic
    }
    let allowed = kind.map { Schema.block($0).children } ?? Schema.topLevel
    if let advice = meant.advice {
      diagnostic.helps = [advice]
    } else if kind == nil {
      diagnostic.helps = [
        "most plans are made of `team`, `goal`, `initiative`, `external` and `debt`; `plan explain` lists all blocks"
      ]
    } else if !allowed.isEmpty {
      diagnostic.helps = ["here may stand " + listed(allowed.map { "`\($0.rawValue)`" }, or: true)]
    } else if let kind {
      let own = Schema.block(kind).properties.prefix(6).map { "`\($0.word.rawValue)`" }
      diagnostic.helps = ["\(kind.withArticle) has properties only: \(listed(own, or: false))"]
    }
    return diagnostic
  }

  static func misplacedBlock(_ item: Item, _ kind: Kind, in parent: Kind?) -> Diagnostic {
    let word = item.word
    if let parent, item.body == nil, let name = item.name?.plain,
      let property = PropertyWord(word: word.text).flatMap({
        Schema.property($0, of: parent) == nil ? nil : $0
      }) ?? ForeignWord.named(word.text)?.property(of: parent)
    {
      // `team web` inside an initiative.
      let mended = "\(property.rawValue): \(name.text)"
      let place = Span(
        file: word.span.file,
        range: TextRange(start: word.span.range.start, end: name.span.range.end))
      return Diagnostic(
        .misplacedBlock, "\(kind.withArticle) is not declared in \(parent.withArticle), but named",
        at: place, label: "as a property: `\(mended)`",
        fixes: [
          Fix("write `\(mended)`", safety: .unsafe, edits: [Edit(place, mended)])
        ])
    }
    let place = parent.map { "in \($0.withArticle)" } ?? "at the top of a file"
    let parents = Schema.parents(of: kind).map { $0.withArticle }
    let home = parents.isEmpty ? "at the top of a file" : "in " + listed(parents, or: true)
    return Diagnostic(
      .misplacedBlock, "\(kind.withArticle) cannot stand \(place)", at: word.span,
      label: "misplaced",
      helps: ["it stands \(home)"])
  }

  static func laterProperty(_ word: Word, _ kind: Kind) -> Diagnostic {
    Diagnostic(
      .notYet, "`\(word.text)` of \(kind.withArticle) is not part of this version yet",
      at: word.span, label: "not yet", helps: ["leave it out, or write it into a `note`"])
  }

  static func propertyWithBody(_ word: Word, _ property: Property?, _ body: Span) -> Diagnostic {
    Diagnostic(
      .malformedProperty, "`\(word.text)` takes a value and no block", at: word.span,
      label: "a property",
      secondary: [Label(body, "this block")],
      helps: ["write `\(property?.word.rawValue ?? word.text): \(property?.example ?? "…")`"])
  }

  static func listWithoutBrackets(
    _ property: PropertyWord, _ value: Span, from first: Word, to last: Word
  ) -> Diagnostic {
    let file = value.file
    let start = Span(file: file, range: TextRange(start: value.range.start, end: value.range.start))
    let end = last.span.range.end
    let isOpen = value.range.start < value.range.end
    return Diagnostic(
      .malformedProperty, "several values of `\(property.rawValue)` stand in brackets",
      at: Span(file: file, range: TextRange(start: first.span.range.start, end: end)),
      label: "a comma begins a new item",
      secondary: [Label(value, "only this is the value")],
      fixes: isOpen
        ? [
          Fix(
            "write the brackets", safety: .unsafe,
            edits: [
              Edit(start, "["),
              Edit(Span(file: file, range: TextRange(start: end, end: end)), "]"),
            ])
        ] : [])
  }

  static func repeatedProperty(_ word: Word, _ earlier: Span) -> Diagnostic {
    Diagnostic(
      .repeatedProperty, "`\(word.text)` is said twice in one block", at: word.span,
      label: "said again",
      secondary: [Label(earlier, "first said here")],
      helps: ["keep one of them; several values go in brackets: `[a, b]`"])
  }

  static func nameMissing(_ item: Item, _ kind: Kind) -> Diagnostic {
    let place = item.word.span
    let end = Span(file: place.file, range: TextRange(start: place.range.end, end: place.range.end))
    let name = item.impliedName
    return Diagnostic(
      .nameMissing, "\(kind.withArticle) needs a name", at: place,
      label: item.label == nil
        ? "of what?" : "a label is what readers see; the name is what the plan uses",
      helps: name == nil
        ? ["write `\(kind.rawValue) some_name`: a word in `snake_case`, before the label"] : [],
      fixes: name.map {
        [
          Fix(
            "write `\(kind.rawValue) \($0.shortened)`", safety: .unsafe,
            edits: [Edit(end, " " + $0)])
        ]
      } ?? [])
  }

  static func headerValue(_ item: Item, _ kind: Kind, _ value: Span) -> Diagnostic {
    Diagnostic(
      .headerValue, "what stands in the header of \(kind.withArticle) is its template", at: value,
      label: "not a template",
      helps: [
        "write what is meant as a property in its block, or make it from a template: `\(kind.rawValue) name: template(…)`"
      ])
  }

  static func notForProgress(_ statement: Statement) -> Diagnostic {
    guard case .item(let item) = statement else {
      return Diagnostic(
        .notForProgress, "`progress` changes properties and nothing else", at: statement.span,
        label: "not a property",
        helps: ["write it into the plan itself"])
    }
    return notForProgress(item.word, kind: nil)
  }

  static func notForProgress(_ word: Word, kind: Kind?) -> Diagnostic {
    let place = kind.map { " of \($0.withArticle)" } ?? ""
    return Diagnostic(
      .notForProgress, "`progress` does not change `\(word.text.shortened)`\(place)",
      at: word.span, label: "not changed here",
      helps: ["it changes " + listed(ProgressWords.listed, or: false)])
  }

  static func tooManyDeclarations(at span: Span, most: Int) -> Diagnostic {
    Diagnostic(
      .tooManyDeclarations,
      "a plan holds at most \(most) blocks", at: span,
      label: "one too many")
  }
}

extension Item {
  /// The name that its label would make: `platform_team` for "Platform Team".
  var impliedName: String? {
    guard let name = label?.plain?.joinedName, let first = name.first, first.isLetter,
      name.utf8.count <= impliedNameMax
    else { return nil }
    return name
  }
}

/// A longer label is a sentence, and no name.
private let impliedNameMax = 40
