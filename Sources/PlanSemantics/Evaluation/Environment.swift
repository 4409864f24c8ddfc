package import PlanModel
package import PlanSyntax

/// What evaluating an expression needs to know and where it puts what is wrong.
///
/// One environment serves a whole plan, so that limits hold for the plan and not for each property. The evaluator itself
/// is `evaluate(_:expecting:for:names:)`.
package struct Environment: Sendable {
  /// The plan's one currency; `nil` while it is not known, and then only mixing is an error.
  package var currency: Currency?
  /// First month of the fiscal year, 1...12; `2026-Q3` depends on it.
  package var fiscalMonth: Int
  /// Which days count as working days when dates are moved.
  package var calendar: WorkCalendar
  /// Everything found wrong so far, in the order in which it was found.
  package var diagnostics: [Diagnostic] = []

  var sources: [SourceText]
  private let stepsMax: Int
  var depth = 0
  var isDepthReported = false
  private var steps = 0

  /// - Parameters:
  ///   - sources: The files that expressions come from; errors quote them.
  ///   - currency: The plan's one currency, if it is known already.
  ///   - fiscalMonth: First month of the fiscal year, 1...12.
  ///   - calendar: The plan's calendar.
  ///   - stepsMax: Operations that all expressions of the plan may take together.
  package init(
    sources: [SourceText], currency: Currency? = nil, fiscalMonth: Int = 1,
    calendar: WorkCalendar = WorkCalendar(name: "default", holidays: []),
    stepsMax: Int = Environment.stepsMax
  ) {
    self.sources = sources
    self.currency = currency
    self.fiscalMonth = fiscalMonth
    self.calendar = calendar
    self.stepsMax = stepsMax
  }

  /// Expressions inside expressions, names that stand for expressions included.
  ///
  /// The parser allows 200 levels in one expression; a chain of names may be a few times that.
  static let depthMax = 600

  /// Operations in a whole plan: a hundred for each property of the largest plan there is, seconds of work.
  package static let stepsMax = 200_000_000

  /// Counts an operation; false, and one diagnostic for the whole plan, when there were too many.
  mutating func mayStep(at span: Span) -> Bool {
    steps += 1
    // The first step too many is told, later ones are silent.
    if steps == stepsMax + 1 { report(.tooManySteps(stepsMax, at: span)) }
    return steps <= stepsMax
  }

  package mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}

/// Finds what a name in an expression stands for.
package protocol NameResolver {
  /// The value of a path of names (`residency.billing`); `nil` when nothing has that name.
  ///
  /// Anything else that is wrong (a name on two levels, a cycle among lets, a wrong kind) the resolver reports itself and
  /// answers with `.poison`. The value of a `let` is had by calling `environment.evaluate` with `&self`.
  ///
  /// - Parameters:
  ///   - path: The words, never empty.
  ///   - type: What is wanted there, which may tell a goal from a team of the same name.
  ///   - environment: The environment of the expression that holds the name.
  /// - Returns: The value, `.poison` if it was reported already, or `nil`.
  mutating func value(
    of path: [Word], expecting type: ValueType?, in environment: inout Environment
  ) -> Value?

  /// Reports that nothing has this name, with the nearest one that fits.
  ///
  /// - Parameters:
  ///   - path: The words, never empty.
  ///   - type: What is wanted there.
  ///   - environment: Where the diagnostic goes.
  mutating func reportUnknown(
    _ path: [Word], expecting type: ValueType?, in environment: inout Environment)
}
