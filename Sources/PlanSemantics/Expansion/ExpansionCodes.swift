package import PlanSyntax

// What can be wrong with loops, conditions, templates and what is laid over a plan.
extension DiagnosticCode {
  // Names that are made.
  package static let notKnownYet = DiagnosticCode("E0220")
  package static let plainNameWanted = DiagnosticCode("E0221")
  package static let madeNameForm = DiagnosticCode("E0222")
  package static let sameIdentity = DiagnosticCode("E0223")

  // Templates.
  package static let unknownTemplate = DiagnosticCode("E0230")
  package static let templateUse = DiagnosticCode("E0231")
  package static let templateForm = DiagnosticCode("E0232")
  package static let templateCycle = DiagnosticCode("E0233")

  // Overlays.
  package static let unknownScenario = DiagnosticCode("E0235")
  package static let scenarioCycle = DiagnosticCode("E0236")
  package static let droppedButNeeded = DiagnosticCode("E0237")
  package static let declaredBelow = DiagnosticCode("E0238")
  package static let addMissing = DiagnosticCode("E0239")
  package static let overrideForm = DiagnosticCode("E0240")
  package static let onlyAtTop = DiagnosticCode("E0423")

  // Limits.
  package static let expandsTooFar = DiagnosticCode("E0950")
  package static let nameTooLong = DiagnosticCode("E0951")

  /// Every code of this catalogue; a test has a case for each.
  package static let ofExpansion: [DiagnosticCode] = [
    notKnownYet, plainNameWanted, madeNameForm, sameIdentity, unknownTemplate, templateUse,
    templateForm, templateCycle, unknownScenario, scenarioCycle, droppedButNeeded, declaredBelow,
    addMissing, overrideForm, onlyAtTop, expandsTooFar, nameTooLong,
  ]
}
