package import PlanModel

/// What lints want to know of a schedule: plain figures by the model's ids.
///
/// The workbench makes it, so that this module imports neither the solver nor the questions.
package struct LintSchedule: Sendable {
  /// The horizon in which each initiative of the plan starts; `nil` for what is left undone.
  package var horizons: [HorizonID?]
  package var idleDeadlines: [IdleDeadline]

  package init(horizons: [HorizonID?], idleDeadlines: [IdleDeadline]) {
    self.horizons = horizons
    self.idleDeadlines = idleDeadlines
  }
}
