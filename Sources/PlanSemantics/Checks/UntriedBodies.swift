internal import PlanModel
internal import PlanSyntax

/// What is wrong in templates, branches and loops that nothing was made of.
struct UntriedBodies {
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - plan: The plan with what they would make.
  ///   - reader: Of the plan as it is, whose calendar and currency hold.
  ///   - trees: The files.
  ///   - overrides: Changes from outside the files.
  init(
    _ plan: UntriedPlan, like reader: PropertyReader, _ trees: [SyntaxTree],
    _ overrides: [SourceText]
  ) {
    let trial = PropertyReader(
      table: plan.table, names: plan.names, trees: trees, overrides: overrides)
    if let currency = reader.currency { trial.settle(currency: currency) }
    trial.settle(calendar: reader.environment.calendar)
    trial.readTheRest(from: plan.firstProperty, in: plan.bodies)
    diagnostics = (plan.diagnostics + trial.finish()).filter { diagnostic in
      guard let span = diagnostic.span else { return false }
      return plan.bodies.contains { $0.contains(span) }
    }
  }
}

extension PropertyReader {
  /// Evaluates properties from a number on, and what else stands in some bodies.
  fileprivate func readTheRest(from first: Int, in bodies: [Span]) {
    let isInside = { (span: Span) in bodies.contains { $0.contains(span) } }
    for (index, declaration) in table.declarations.enumerated() {
      let id = DeclarationID(index)
      for property in table.properties(of: id) where property >= first {
        _ = value(ofProperty: property, of: id, in: &environment)
      }
      if isInside(declaration.place) { _ = label(of: id) }
    }
    for (index, binding) in table.bindings.enumerated() where isInside(binding.name.span) {
      _ = value(ofBinding: index, in: &environment)
    }
    for print in table.prints where isInside(print.statement.span) {
      var names = Scope(reader: self, id: print.scope, written: print.locals)
      _ = environment.evaluate(print.statement.value, names: &names)
    }
  }
}

extension Span {
  func contains(_ other: Span) -> Bool {
    file == other.file && range.start <= other.range.start && other.range.end <= range.end
  }
}
