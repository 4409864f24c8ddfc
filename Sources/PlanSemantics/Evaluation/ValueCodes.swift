package import PlanSyntax

// What can be wrong with values and their units.
extension DiagnosticCode {
  // Literals.
  package static let numberTooLarge = DiagnosticCode("E0301")
  package static let unknownCurrency = DiagnosticCode("E0302")
  package static let moneyWithUnit = DiagnosticCode("E0303")
  package static let unknownPeriod = DiagnosticCode("E0304")
  package static let noSuchRate = DiagnosticCode("E0305")
  package static let noSuchDate = DiagnosticCode("E0306")
  package static let otherCurrency = DiagnosticCode("E0307")

  // What a property takes.
  package static let wrongType = DiagnosticCode("E0310")
  package static let unknownWord = DiagnosticCode("E0311")
  package static let negativeValue = DiagnosticCode("E0312")
  package static let notAShare = DiagnosticCode("E0313")
  package static let notWhole = DiagnosticCode("E0314")
  package static let valueTooLarge = DiagnosticCode("E0315")
  package static let unexpectedKind = DiagnosticCode("E0316")

  // Operators.
  package static let unitsDoNotCombine = DiagnosticCode("E0320")
  package static let divisionByZero = DiagnosticCode("E0321")
  package static let arithmeticOverflow = DiagnosticCode("E0322")
  package static let rangeOrder = DiagnosticCode("E0323")
  package static let rangePoints = DiagnosticCode("E0324")
  package static let rangeConfidence = DiagnosticCode("E0325")
  package static let notACondition = DiagnosticCode("E0326")
  package static let dateArithmetic = DiagnosticCode("E0327")
  package static let functionArguments = DiagnosticCode("E0328")
  package static let unknownField = DiagnosticCode("E0329")

  // Limits.
  package static let evaluationTooDeep = DiagnosticCode("E0930")
  package static let evaluationTooLong = DiagnosticCode("E0931")

  /// Every code of this catalogue; a test has a case for each that a plan of bearable size can bring about.
  package static let ofValues: [DiagnosticCode] = [
    numberTooLarge, unknownCurrency, moneyWithUnit, unknownPeriod, noSuchRate, noSuchDate,
    otherCurrency, wrongType, unknownWord, negativeValue, notAShare, notWhole, valueTooLarge,
    unexpectedKind, unitsDoNotCombine, divisionByZero, arithmeticOverflow, rangeOrder, rangePoints,
    rangeConfidence, notACondition, dateArithmetic, functionArguments, unknownField,
    evaluationTooDeep, evaluationTooLong,
  ]
}
