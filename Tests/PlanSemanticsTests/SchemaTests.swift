internal import PlanModel
internal import PlanSemantics
internal import PlanSyntax
internal import Testing

@Suite struct SchemaTests {
  @Test func everyKindHasItsBlock() {
    #expect(Schema.blocks.map(\.kind) == Kind.allCases)
    for kind in Kind.allCases { #expect(Schema.block(kind).kind == kind) }
  }

  @Test func everyWordBelongsToABlock() {
    let used = Set(Schema.blocks.flatMap { $0.properties.map(\.word) })
    #expect(PropertyWord.allCases.filter { !used.contains($0) } == [])
  }

  /// One word, one type: a word stands in a block once, and its type hangs on the word alone.
  @Test func noBlockHasAWordTwice() {
    for block in Schema.blocks {
      let words = block.properties.map(\.word)
      #expect(words.count == Set(words).count, "\(block.kind)")
    }
  }

  @Test func everyBlockCanStandSomewhere() {
    // The block round an imported file is made by the statement `import`.
    for kind in Kind.allCases where kind != .importedFile {
      #expect(Schema.topLevel.contains(kind) != !Schema.parents(of: kind).isEmpty, "\(kind)")
    }
  }

  @Test func principalPropertiesAreProperties() {
    for block in Schema.blocks {
      guard let principal = block.principal else { continue }
      #expect(block.properties.contains { $0.word == principal })
    }
  }

  @Test func sentencesAreSentences() {
    for property in Schema.blocks.flatMap(\.properties) {
      #expect(property.meaning.hasSuffix("."))
      #expect((property.status == .unenforced) == (property.consequence != nil))
      #expect(!(property.isRequired && property.defaultText != nil))
    }
  }

  /// Examples are what errors tell people to write, so they have to be right.
  @Test(arguments: PropertyWord.allCases) func examplesFitTheirTypes(_ word: PropertyWord) {
    let block = Schema.blocks.first { block in
      block.properties.contains { $0.word == word && $0.status != .later }
    }
    guard let block else { return }
    let source = example(of: word, in: block)
    let wrong = problems(surroundings + source).filter {
      // What the example is given may be wrong in its place; its form may not.
      line in
      [" E03", " E01", " E0410", " E0411", " E0413", " E0414"].contains { line.contains($0) }
    }
    #expect(wrong == [], "\(source)")
  }

  private let surroundings = """
    team platform { people: 9, skill databases { people: 3 } }
    calendar us { holidays: [2026-12-25] }
    horizon now { span: 0mo..3mo }
    goal europe { cost_of_delay: $1k/week }
    debt slow_ci { tax: 1h/week }
    external vendor_kms { date: 2026-09-01, fallback own_kms { adds: 5pw } }
    initiative other { team: platform, work storage { effort: 1pw..2pw..3pw } }

    """

  /// The example in the smallest plan that it can stand in.
  private func example(of word: PropertyWord, in block: BlockSchema) -> String {
    let rest = block.properties.filter { $0.isRequired && $0.word != word }
      .map { "\($0.word.rawValue): \($0.word.example)" }
    let body = (["\(word.rawValue): \(word.example)"] + rest).joined(separator: ", ")
    let name = block.needsName ? " example" : ""
    let own = "\(block.kind.rawValue)\(name) { \(body) }"
    if block.kind == .plan { return "" }
    guard let parent = Schema.parents(of: block.kind).first else { return own }
    let outer = Schema.block(parent).properties.filter { $0.isRequired }
      .map { "\($0.word.rawValue): \($0.word.example)" }
    return "\(parent.rawValue) outer { \((outer + [own]).joined(separator: ", ")) }"
  }
}

/// What the reference says beside the table of properties.
@Suite struct ReferenceTableTests {
  @Test func everyWordThatAPropertyTakesHasItsMeaning() {
    for property in PropertyWord.allCases {
      for word in property.type.words {
        let meaning = WordMeanings.meaning(of: word, for: property)
        #expect(meaning?.hasSuffix(".") == true, "WordMeanings lacks \(property.rawValue): \(word)")
      }
    }
  }

  @Test func everySortOfValueThatATypeTakesHasItsPage() {
    let forms = Set(ValueForm.all.map(\.word))
    for property in PropertyWord.allCases {
      #expect(property.type.forms.allSatisfy(forms.contains), "\(property.rawValue)")
    }
  }

  @Test(arguments: ValueForm.all.flatMap { $0.examples.map(\.source) })
  func examplesOfValuesAreValues(_ source: String) {
    #expect(evaluation(source, currency: nil).diagnostics.map(\.headline) == [])
  }

  @Test(arguments: LanguageWord.all.map(\.example))
  func examplesOfStatementsAreStatements(_ source: String) {
    #expect(parse(SourceText(source + "\n")).diagnostics.map(\.headline) == [])
  }
}
