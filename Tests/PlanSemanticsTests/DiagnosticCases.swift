/// A mistake, and what is said about it.
struct DiagnosticCase: Sendable {
  var name: String
  /// Whole files begin with `language`; others are the rest of a plan from July 2026 to June 2027, from line 3.
  var source: String
  var expected: String
}

let diagnosticCases: [DiagnosticCase] = []
