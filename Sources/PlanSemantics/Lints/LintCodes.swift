package import PlanSyntax

// W051x, W052x: what the practice warns of in a plan without errors.
extension DiagnosticCode {
  package static let goalNobodyServes = DiagnosticCode("W0510")
  package static let initiativeForNothing = DiagnosticCode("W0511")
  package static let loneSkill = DiagnosticCode("W0512")
  package static let everythingIsMust = DiagnosticCode("W0513")
  package static let recklessDebt = DiagnosticCode("W0514")
  package static let expiredDebt = DiagnosticCode("W0515")
  package static let debtNeverPaid = DiagnosticCode("W0516")
  package static let choiceOfOne = DiagnosticCode("W0517")
  package static let unsureInNow = DiagnosticCode("W0518")
  package static let unmeasuredNow = DiagnosticCode("W0519")
  package static let falsePrecision = DiagnosticCode("W0520")
  package static let hoursCountedTwice = DiagnosticCode("W0521")
  package static let idleDeadline = DiagnosticCode("W0522")
  package static let unfillableStaff = DiagnosticCode("W0523")

  package static let slicesAddUp = DiagnosticCode("W0524")
  package static let headcountPassed = DiagnosticCode("W0525")

  // What a plan says of lints.
  package static let unknownLint = DiagnosticCode("E0540")
  package static let allowsNothing = DiagnosticCode("W0540")
}
