/// Every code that files and syntax use: the one place where they are given out.
extension DiagnosticCode {
  static let invalidUTF8 = DiagnosticCode("E0001")
  package static let emptyPlan = DiagnosticCode("E0002")
  static let emptyExpression = DiagnosticCode("E0003")
  /// A table, JSON or YAML.
  static let otherFormat = DiagnosticCode("E0004")

  // Characters and literals.
  static let unknownCharacter = DiagnosticCode("E0101")
  static let unclosedText = DiagnosticCode("E0102")
  static let unclosedInterpolation = DiagnosticCode("E0103")
  static let invalidEscape = DiagnosticCode("E0104")
  static let malformedDate = DiagnosticCode("E0105")
  static let commaInNumber = DiagnosticCode("E0106")
  /// `6 weeks`, `$4k per week`.
  static let spacedUnit = DiagnosticCode("E0107")
  /// `1 July 2026`, `31.12.2026`, `Q3 2026`.
  static let foreignDate = DiagnosticCode("E0108")
  /// `4000 €`, `USD 4000`.
  static let foreignMoney = DiagnosticCode("E0109")

  // Items.
  static let expectedItem = DiagnosticCode("E0110")
  static let unexpectedAfterItem = DiagnosticCode("E0111")
  static let missingSeparator = DiagnosticCode("E0112")
  static let equalsForColon = DiagnosticCode("E0113")
  static let braceOnNextLine = DiagnosticCode("E0114")
  static let unclosedBrace = DiagnosticCode("E0115")
  static let extraBrace = DiagnosticCode("E0116")
  static let expectedName = DiagnosticCode("E0117")
  static let reservedWord = DiagnosticCode("E0118")
  static let expectedInStatement = DiagnosticCode("E0119")
  static let misplacedElse = DiagnosticCode("E0120")

  // Expressions.
  static let expectedExpression = DiagnosticCode("E0130")
  static let unclosedBracket = DiagnosticCode("E0131")
  static let missingComma = DiagnosticCode("E0132")
  static let chainedComparison = DiagnosticCode("E0133")
  static let needsBrackets = DiagnosticCode("E0134")
  static let blankBeforeArguments = DiagnosticCode("E0135")
  static let expectedField = DiagnosticCode("E0136")
  static let unexpectedInInterpolation = DiagnosticCode("E0137")
  static let unexpectedAfterExpression = DiagnosticCode("E0138")

  /// `3 to 5pw`, `3-5pw`, `2...3`.
  static let foreignRange = DiagnosticCode("E0139")

  /// `order by`, `limit 5`.
  static let foreignClause = DiagnosticCode("E0140")
  static let continuedOnNextLine = DiagnosticCode("E0141")

  // Limits.
  static let nestingTooDeep = DiagnosticCode("E0901")
  static let expressionTooLong = DiagnosticCode("E0902")
}
