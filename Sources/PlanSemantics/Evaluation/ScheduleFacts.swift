package import PlanModel

/// What only a schedule knows, for questions that are asked of one: plain figures by the model's ids.
///
/// The workbench builds it from an answer, so that this module imports neither the solver nor the questions.
package struct ScheduleFacts: Sendable {
  /// By initiative of the plan; `nil` for what is left undone or is nothing to schedule.
  package var initiatives: [Placement?]
  /// By work of the plan; `nil` for undone works.
  package var works: [Placement?]
  /// By initiative of the plan, `nil` for what cannot be put off; `nil` as a whole where nobody asked, because each figure
  /// is a solve.
  package var deferrals: [Deferral?]?

  package init(
    initiatives: [Placement?], works: [Placement?], deferrals: [Deferral?]? = nil
  ) {
    self.initiatives = initiatives
    self.works = works
    self.deferrals = deferrals
  }

  /// Where something stands in the schedule.
  package struct Placement: Hashable, Sendable {
    package var start: CivilDate
    /// The last day worked.
    package var finish: CivilDate
    /// The horizon its start lies in.
    package var horizon: HorizonID
    /// From start to finish, both included, by the calendar of its team.
    package var workingDays: Int32
    /// Heads at the same time, in tenths of a person; of an initiative the most at once.
    package var staffingTenths: Int32
    /// The mode it is done in; `nil` for the usual way.
    package var mode: String?

    package init(
      start: CivilDate, finish: CivilDate, horizon: HorizonID, workingDays: Int32,
      staffingTenths: Int32, mode: String? = nil
    ) {
      self.start = start
      self.finish = finish
      self.horizon = horizon
      self.workingDays = workingDays
      self.staffingTenths = staffingTenths
      self.mode = mode
    }
  }

  /// What putting an initiative off by one cycle costs, in minor units (MODEL, "The figures of deferral").
  ///
  /// A figure is `nil` where the shift breaks a hard demand.
  package struct Deferral: Hashable, Sendable {
    package var own: Int64?
    package var knockOn: Int64?
    package var net: Int64?

    package init(own: Int64?, knockOn: Int64?, net: Int64?) {
      self.own = own
      self.knockOn = knockOn
      self.net = net
    }
  }
}

/// How much a question needs to know beyond the plan's text.
package enum ScheduleNeed: Int, Hashable, Comparable, Sendable {
  case nothing
  /// Start, finish, horizon and staffing: one solve.
  case schedule
  /// Deferral figures: a few solves for each initiative.
  case deferrals

  package static func < (left: ScheduleNeed, right: ScheduleNeed) -> Bool {
    left.rawValue < right.rawValue
  }
}
