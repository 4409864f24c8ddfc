package import PlanModel

/// What only a schedule knows, for questions that are asked of one: plain figures by the model's ids.
///
/// The workbench builds it from an answer, so that this module imports neither the solver nor the questions.
package struct ScheduleFacts: Sendable {
  /// By initiative of the plan; `nil` for what is left undone or is nothing to schedule.
  package var initiatives: [Placement?]
  /// By work of the plan; `nil` for undone works.
  package var works: [Placement?]
  /// How sure it is; `nil` where nobody has simulated.
  package var outlooks: Outlooks?
  /// By initiative of the plan, `nil` for what cannot be put off; `nil` as a whole where nobody asked, because each figure
  /// is a solve.
  package var deferrals: [Deferral?]?

  package init(
    initiatives: [Placement?], works: [Placement?], outlooks: Outlooks? = nil,
    deferrals: [Deferral?]? = nil
  ) {
    self.initiatives = initiatives
    self.works = works
    self.outlooks = outlooks
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

  /// What trials say; each `nil` for what is left undone or is nothing to schedule.
  package struct Outlooks: Sendable {
    /// By initiative of the plan.
    package var initiatives: [Outlook?]
    /// By goal of the plan.
    package var goals: [Outlook?]
    /// By work of the plan: its criticality index, 0...1.
    package var works: [Rational?]

    package init(initiatives: [Outlook?], goals: [Outlook?], works: [Rational?]) {
      self.initiatives = initiatives
      self.goals = goals
      self.works = works
    }
  }

  /// How sure one thing is; shares lie in 0...1.
  package struct Outlook: Hashable, Sendable {
    package var p50: CivilDate
    package var p80: CivilDate
    package var p90: CivilDate
    /// `nil` for a goal.
    package var startsInTime: Rational?
    /// `nil` where no date says when it is wanted.
    package var onTime: Rational?
    /// `nil` for a goal.
    package var criticality: Rational?

    package init(
      p50: CivilDate, p80: CivilDate, p90: CivilDate, startsInTime: Rational? = nil,
      onTime: Rational? = nil, criticality: Rational? = nil
    ) {
      self.p50 = p50
      self.p80 = p80
      self.p90 = p90
      self.startsInTime = startsInTime
      self.onTime = onTime
      self.criticality = criticality
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
  /// Chances and percentiles: a simulation.
  case outlooks
  /// Deferral figures: a few solves for each initiative.
  case deferrals

  package static func < (left: ScheduleNeed, right: ScheduleNeed) -> Bool {
    left.rawValue < right.rawValue
  }
}
