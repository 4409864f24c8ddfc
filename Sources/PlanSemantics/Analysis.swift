package import PlanModel
package import PlanSyntax

/// What a plan's files mean: the resolved plan, or what is wrong with it.
package struct Analysis: Sendable {
  /// `nil` when there is an error anywhere in it.
  package let plan: Plan?
  /// Errors and lints in the order of the files; those of the syntax are the parser's.
  package let diagnostics: [Diagnostic]
  package let places: PlaceTable
  /// Answers questions about the plan; `nil` for a file in which nothing stands.
  package let interpreter: Interpreter?
}

/// How much a plan may hold.
package struct AnalysisLimits: Sendable {
  /// Blocks of all files together.
  package var declarationsMax: Int

  package init(declarationsMax: Int) { self.declarationsMax = declarationsMax }

  /// Two million blocks: ten times the largest plan measured against.
  ///
  /// More are a generator's mistake.
  package static let standard = AnalysisLimits(declarationsMax: 2_000_000)
}

/// Resolves the names, types and units of a plan and lowers it to the model.
///
/// All mistakes of a run are found together. A mistake is told once: what depends on it is silent.
///
/// - Parameters:
///   - trees: The files, the root first.
///   - today: For the fix that inserts a start; never read as the date of the plan.
///   - asOf: Overrides `as_of` of the plan.
///   - limits: Beyond which a plan is refused.
/// - Returns: The plan if there are no errors, and what was found.
/// - Complexity: O(size of the files), plus a bounded search of names for each unknown one.
package func analyse(
  _ trees: [SyntaxTree], today: CivilDate? = nil, asOf: CivilDate? = nil,
  limits: AnalysisLimits = .standard
) -> Analysis {
  guard trees.contains(where: { !$0.file.statements.isEmpty }) else {
    // An empty file is the parser's to report.
    return Analysis(plan: nil, diagnostics: [], places: PlaceTable(), interpreter: nil)
  }
  var collector = Collector(limits)
  collector.collect(trees)
  let reader = PropertyReader(
    table: collector.table, names: collector.names, trees: trees)
  reader.diagnostics += collector.diagnostics
  let lowering = Lowering.lower(reader, asOf: asOf, today: today)
  var diagnostics = reader.finish()
  var cycles = PrecedenceCycles(lowering)
  diagnostics += cycles.find()
  let hasErrors = diagnostics.contains { $0.severity == .error }
  let model = hasErrors ? nil : LoweredPlan(plan: lowering.plan, indices: lowering.indices)
  let interpreter = Interpreter(reader, model)
  diagnostics += FunctionBodies(reader).diagnostics
  diagnostics += interpreter.findings
  diagnostics = diagnostics.inOrder().eachOnce()
  let isSound = !diagnostics.contains { $0.severity == .error }
  return Analysis(
    plan: isSound ? lowering.plan : nil, diagnostics: diagnostics, places: lowering.places,
    interpreter: interpreter)
}
