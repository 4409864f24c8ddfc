package import PlanModel
package import PlanSyntax

/// What a plan's files mean: the resolved plan, or what is wrong with it.
package struct Analysis: Sendable {
  /// `nil` when there is an error anywhere in it.
  package let plan: Plan?
  /// Errors and lints in the order of the files; those of the syntax are the parser's.
  package let diagnostics: [Diagnostic]
  package let places: PlaceTable
  /// Names of the scenarios that the plan has, in the order of the files.
  package let scenarios: [String]
  /// What is still to be looked for in a schedule; `nil` where there are errors.
  package let scheduleLints: ScheduleLints?
  /// Answers questions about the plan; `nil` for a file in which nothing stands.
  package let interpreter: Interpreter?
}

/// Resolves the names, types and units of a plan and lowers it to the model.
///
/// All mistakes of a run are found together. A mistake is told once: what depends on it is silent.
///
/// - Parameters:
///   - trees: The files, the root first.
///   - options: Circumstances that are no part of the text.
/// - Returns: The plan if there are no errors, and what was found.
/// - Complexity: O(size of the files), plus a bounded search of names for each unknown one.
package func analyse(_ trees: [SyntaxTree], _ options: AnalysisOptions) -> Analysis {
  guard trees.contains(where: { !$0.file.statements.isEmpty }) else {
    // An empty file is the parser's to report.
    return Analysis(
      plan: nil, diagnostics: [], places: PlaceTable(), scenarios: [], scheduleLints: nil,
      interpreter: nil)
  }
  var expander = Expander(trees, options.limits)
  let (table, names) = expander.expand(trees, options)
  let reader = PropertyReader(
    table: table, names: names, trees: trees, overrides: options.overrides.map(\.source))
  reader.diagnostics += expander.diagnostics
  let lowering = Lowering.lower(
    reader, asOf: options.asOf, today: options.today, lock: options.lock)
  var diagnostics = reader.finish()
  diagnostics += PrecedenceCycles.find(in: lowering)
  let hasErrors = diagnostics.contains { $0.severity == .error }
  let model = hasErrors ? nil : LoweredPlan(plan: lowering.plan, indices: lowering.indices)
  let interpreter = Interpreter(reader, model)
  diagnostics += NameCheck.ofFunctions(reader)
  if let rest = expander.rest {
    let overrides = options.overrides.map(\.source)
    diagnostics += UntriedBodies(rest, like: reader, trees, overrides).diagnostics
  }
  diagnostics += interpreter.findings
  if !hasErrors { diagnostics += Leaks.findings(in: reader) }
  diagnostics = diagnostics.inOrder().toldOnce(sameBy: .words)
  let isMade = !table.locals.isEmpty || !table.layers.isEmpty || !table.drops.isEmpty
  if isMade { diagnostics = diagnostics.toldOnce(sameBy: .place) }
  // A plan with mistakes in it is told those first.
  let subject = LintSubject(lowering.plan, lowering.places)
  if !options.isMisread, !diagnostics.contains(where: { $0.severity == .error }) {
    diagnostics += Lint.findings(in: subject)
  }
  var rules = LintRules(table, isPartial: options.isMisread || !expander.scenarios.isEmpty)
  diagnostics = rules.applied(to: diagnostics.inOrder())
  let isSound = !diagnostics.contains { $0.severity == .error }
  return Analysis(
    plan: isSound ? lowering.plan : nil, diagnostics: diagnostics, places: lowering.places,
    scenarios: expander.scenarios.map(\.name.text),
    scheduleLints: isSound ? ScheduleLints(subject, rules) : nil, interpreter: interpreter)
}
