package import PlanSyntax

// What can be wrong with functions, queries and fields of the plan's own.
extension DiagnosticCode {
  // Functions.
  package static let functionForm = DiagnosticCode("E0340")

  // Fields that the plan declares.
  package static let fieldName = DiagnosticCode("E0440")
  package static let fieldForm = DiagnosticCode("E0441")

  /// Every code of this catalogue; a test has a case for each.
  package static let ofScripting: [DiagnosticCode] = [functionForm, fieldName, fieldForm]
}
