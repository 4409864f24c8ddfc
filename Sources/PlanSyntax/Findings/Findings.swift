/// What a check of a plan says, to be told in one of the forms that programs read.
///
/// For people there is `DiagnosticRenderer`. Each form stands in a file of its own beside this one, and in each of them what
/// the plan's author wrote, names of files among it, can neither end what it stands in nor steer who reads it.
package struct Findings: Sendable {
  /// What the plan was called when it was asked for.
  let path: String
  /// Sorted by file, offset and code, each once; the first of them where there are more than `shownMax`.
  let shown: [Diagnostic]
  /// How many are above `shownMax`.
  let omitted: Int
  /// Names of what the plan says and nothing follows yet.
  let notEnforced: [String]
  let checks: [Check]
  let sources: SourceIndex

  /// Findings in one document: a file of junk has more than any reader of it wants.
  package static let shownMax = 1_000

  /// How a check of the plan came out.
  package struct Check: Sendable {
    let name: String
    let label: String
    /// Elements it was asked of.
    let asked: Int
    /// A sentence for each element that it does not hold for.
    let failures: [String]

    package init(name: String, label: String, asked: Int, failures: [String]) {
      self.name = name
      self.label = label
      self.asked = asked
      self.failures = failures
    }
  }

  /// - Parameters:
  ///   - diagnostics: In any order.
  ///   - sources: Every file that they may point into, that of the plan itself first.
  ///   - notEnforced: Names of what the plan says and nothing follows yet.
  ///   - checks: In the order of the plan.
  package init(
    _ diagnostics: [Diagnostic], _ sources: [SourceText], notEnforced: [String] = [],
    checks: [Check] = []
  ) {
    let sorted = diagnostics.inOrder()
    path = sources.first?.path ?? ""
    shown = Array(sorted.prefix(Self.shownMax))
    omitted = sorted.count - shown.count
    self.notEnforced = notEnforced
    self.checks = checks
    self.sources = SourceIndex(sources)
  }
}

extension Diagnostic {
  /// What it says, without its places: the headline, and a line for each remark.
  var sentences: [String] {
    var lines = [headline]
    if !label.isEmpty { lines.append(label) }
    lines += notes.map { "note: \($0)" } + helps.map { "help: \($0)" }
    return lines + fixes.map { "fix: \($0.title)" }
  }
}
