internal import PlanModel
internal import PlanSemantics
internal import PlanSyntax

/// Analyses the version of a plan that is asked for, and checks all others: a scenario with a mistake is a plan with a
/// mistake, whichever is chosen.
///
/// - Parameters:
///   - trees: The files, the root first.
///   - options: What is asked for.
/// - Returns: The version asked for, with what is wrong with any, each mistake once.
/// - Complexity: One analysis for each scenario, and one for the plan itself.
func analyseVersions(
  _ trees: [SyntaxTree], _ options: AnalysisOptions
) -> (chosen: Analysis, diagnostics: [Diagnostic]) {
  let chosen = analyse(trees, options)
  guard !chosen.scenarios.isEmpty else { return (chosen, chosen.diagnostics) }
  var diagnostics: [Diagnostic] = []
  var told = ToldMistakes()
  // The plan itself first, so that only what is a scenario's own is said of it.
  for version in [nil] + chosen.scenarios.map(Optional.some) {
    var found = chosen.diagnostics
    if version != options.scenario {
      var other = options
      other.scenario = version
      // What is set from outside is meant for the version asked for, and may name what only that one has.
      other.overrides = []
      found = analyse(trees, other).diagnostics
    }
    let isBeyondLimit = found.contains(where: \.isLimit)
    let new = found.filter { told.insert($0, sameBy: .words) }
    diagnostics += new.said(of: version)
    // Each version takes as long as a plan may; what is too much for one is told before the others are tried.
    if isBeyondLimit { break }
  }
  if options.scenario.map({ !chosen.scenarios.contains($0) }) ?? false {
    diagnostics += chosen.diagnostics.filter { told.insert($0, sameBy: .words) }
  }
  return (chosen, diagnostics.inOrder())
}

extension [Diagnostic] {
  /// With a note of the scenario that they hold in.
  fileprivate func said(of scenario: String?) -> [Diagnostic] {
    guard let scenario else { return self }
    return map { diagnostic in
      var result = diagnostic
      result.notes.append("in the scenario `\(scenario)`")
      return result
    }
  }
}
