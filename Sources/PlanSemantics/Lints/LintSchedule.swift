package import PlanModel

/// What lints want to know of a schedule: plain figures by the model's ids.
///
/// The workbench makes it, so that this module imports neither the solver nor the questions.
package struct LintSchedule: Sendable {
  /// The horizon in which each initiative of the plan starts; `nil` for what is left undone.
  package var horizons: [HorizonID?]
  package var idleDeadlines: [IdleDeadline]

  /// Starts that are not where they were agreed to be, in the order of the plan.
  package var moved: [MovedStart] = []
  /// How many starts were agreed and are still to come.
  package var agreedCount = 0

  /// An initiative that does not start as agreed.
  package struct MovedStart: Sendable {
    package var initiative: InitiativeID
    /// `nil` where it is left undone, in the agreed schedule or now.
    package var daysLater: Int?
    /// Whether it is done now.
    package var isDone: Bool

    package init(initiative: InitiativeID, daysLater: Int?, isDone: Bool) {
      self.initiative = initiative
      self.daysLater = daysLater
      self.isDone = isDone
    }
  }

  package init(horizons: [HorizonID?], idleDeadlines: [IdleDeadline]) {
    self.horizons = horizons
    self.idleDeadlines = idleDeadlines
  }
}
