package import PlanSyntax

// What can be wrong with functions, queries and fields of the plan's own.
extension DiagnosticCode {
  // Names.
  package static let fieldOrName = DiagnosticCode("E0241")
  package static let nothingReplaced = DiagnosticCode("E0242")

  // Functions.
  package static let functionForm = DiagnosticCode("E0340")
  package static let functionCycle = DiagnosticCode("E0341")
  package static let unknownFunction = DiagnosticCode("E0342")
  package static let misplacedLambda = DiagnosticCode("E0343")

  // Queries.
  package static let notAList = DiagnosticCode("E0350")
  package static let clauseForm = DiagnosticCode("E0351")
  package static let scheduleOnly = DiagnosticCode("E0352")

  // Fields that the plan declares.
  package static let fieldName = DiagnosticCode("E0440")
  package static let fieldForm = DiagnosticCode("E0441")

  // Limits.
  package static let valueTooBig = DiagnosticCode("E0940")
  package static let textTooBig = DiagnosticCode("E0941")
  package static let valueTooNested = DiagnosticCode("E0942")

  /// Every code of this catalogue; a test has a case for each.
  package static let ofScripting: [DiagnosticCode] = [
    fieldOrName, nothingReplaced, functionForm, functionCycle, unknownFunction, misplacedLambda,
    notAList,
    clauseForm, scheduleOnly, fieldName, fieldForm, valueTooBig, textTooBig, valueTooNested,
  ]
}
