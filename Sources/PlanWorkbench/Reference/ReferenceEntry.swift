internal import PlanReport
internal import PlanSemantics

/// What one word means in one of its senses.
struct ReferenceEntry: Sendable {
  let sort: Sort
  let word: String
  /// Other words that lead here.
  let synonyms: [String]
  let blocks: [Block]

  enum Sort: CaseIterable, Sendable {
    case block
    case property
    case word
    case field
    case value
    case type
    case function
    case library
    case statement
    case expression

    var heading: String {
      switch self {
      case .block: "Blocks"
      case .property: "Properties"
      case .word: "Words that properties take"
      case .field: "What a schedule gives"
      case .value: "Values"
      case .type: "Types of fields"
      case .function: "Functions"
      case .library: "Functions written in the language"
      case .statement: "Statements"
      case .expression: "Words in expressions"
      }
    }

    /// With its article.
    fileprivate var name: String {
      switch self {
      case .block: "a block"
      case .property: "a property"
      case .word: "a word that properties take"
      case .field: "a field that a schedule gives"
      case .value: "a sort of value"
      case .type: "a type of fields"
      case .function: "a function"
      case .library: "a function of the library, which a plan may replace"
      case .statement: "a statement"
      case .expression: "a word in expressions"
      }
    }
  }

  init(_ sort: Sort, _ word: String, synonyms: [String] = [], _ blocks: [Block]) {
    self.sort = sort
    self.word = word
    self.synonyms = synonyms
    self.blocks = blocks
  }

  var words: [String] { [word] + synonyms }

  /// "`initiative`, a block".
  var title: Prose { "\(code: word), \(sort.name)" }

  /// "a block"; a synonym is told what it leads to.
  func sense(of asked: String) -> Prose {
    asked == word ? Prose(sort.name) : "\(sort.name) (\(code: word))"
  }

  /// Every word in every sense, in the order of the reference.
  static let all: [ReferenceEntry] =
    // The block round an imported file is made by `import`, which has its own entry.
    Schema.blocks.filter { $0.kind != .importedFile }.map { ReferenceEntry($0) }
    + PropertyWord.allCases.map { ReferenceEntry($0) }
    + symbols
    + ScheduleField.allCases.map { ReferenceEntry($0) }
    + ValueForm.all.map { ReferenceEntry($0) }
    + FieldType.made.map { ReferenceEntry($0) }
    + BuiltIn.table.map { ReferenceEntry($0) }
    + Library.functions.map { ReferenceEntry($0) }
    + LanguageWord.all.map { ReferenceEntry($0) }
}
