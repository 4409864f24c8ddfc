/// What one team does for an initiative, without interruption and at constant staffing.
package struct Work: Sendable {
  package var name: String
  /// The name by which no other work goes, that of the initiative where it has no other; empty until the plan is whole.
  package var path = ""
  package var label: String
  package var readers = Readers.everybody
  package var initiative: InitiativeID
  package var team: TeamID
  package var skill: SkillID?
  /// Without risks, as written; what it is multiplied by is `uplift`.
  package var estimate: Estimate
  /// The reference class that it belongs to.
  package var referenceClass: ClassID? = nil
  /// What its estimate and its risks are multiplied by: that of its class, else of its team.
  package var uplift = Rational.one
  /// What has gone into it, where the plan says.
  package var spent: Effort? = nil
  /// Effort that sequencing counts: the basis of the estimate plus Σ chance × adds, uplifted, less what is done.
  package var effort: Effort
  /// P90 − P50 of the effort with its risks: how much trouble it may be.
  package var spread: Effort
  /// Heads it may hold, in tenths of a person, ascending; never empty.
  ///
  /// It takes one of them.
  package var staffingTenths: [Int32]
  /// The most heads that the plan allows it, also where there are not so many; the last of those where there are.
  package var staffingLimitTenths: Int32
  package var notBefore: CivilDate?
  package var after: [Dependency]
  package var progress: Progress
  /// Never offered as scope to cut.
  package var isProtected = false
  /// Set for a work of fixed length, whose effort follows from it.
  package var length: Length? = nil

  /// A length in working days of its team, through which it holds its heads whatever they yield.
  package struct Length: Hashable, Sendable {
    package var workingDays: Int32
    /// From today where it runs, else all of them; at least 1.
    package var workingDaysLeft: Int32

    package init(workingDays: Int32, workingDaysLeft: Int32) {
      self.workingDays = workingDays
      self.workingDaysLeft = workingDaysLeft
    }
  }

  /// Other ways to do it; the work itself says the usual one.
  package var modes: [Mode] = []
  /// Those among which a schedule chooses: what runs goes on as it is, until somebody decides otherwise.
  package var openModes: [Mode] { progress == .open ? modes : [] }
  /// The mode that the plan itself has taken, which the work then says.
  package var usedMode: Mode? = nil

  package enum Progress: Hashable, Sendable {
    case open
    /// Keeps running from today; `started` is when it really began.
    case running(started: CivilDate, spent: Effort)
    case finished(on: CivilDate)
  }

  package init(
    name: String, label: String, initiative: InitiativeID, team: TeamID, skill: SkillID?,
    estimate: Estimate, effort: Effort, spread: Effort, staffingTenths: [Int32],
    notBefore: CivilDate?, after: [Dependency], progress: Progress
  ) {
    self.name = name
    self.label = label
    self.initiative = initiative
    self.team = team
    self.skill = skill
    self.estimate = estimate
    self.effort = effort
    self.spread = spread
    self.staffingTenths = staffingTenths
    staffingLimitTenths = staffingTenths.last ?? 10
    self.notBefore = notBefore
    self.after = after
    self.progress = progress
  }
}

/// A day from which work may start because something else has happened.
package struct Dependency: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// `after`: finish to start.
    case finishToStart
    /// `with`: start to start.
    case startToStart
  }

  package enum Target: Hashable, Sendable {
    case initiative(InitiativeID)
    case work(WorkID)
    case milestone(MilestoneID)
    case external(ExternalID)
  }

  package var kind: Kind
  package var on: Target
  /// Time that has to pass in between; negative lets them overlap.
  package var lag: Elapsed
  /// The external through which it waits, when it is that external which waits for the target.
  package var via: ExternalID? = nil
  /// Time that passes before `lag` begins: what the externals in between add, the nearest to the target first.
  package var leads: [Elapsed] = []

  package init(kind: Kind, on target: Target, lag: Elapsed) {
    self.kind = kind
    self.on = target
    self.lag = lag
  }

  /// All that has to pass, one after the other.
  package var lags: [Elapsed] { leads + [lag] }
}

/// The day on which a share of an initiative's effort has been delivered.
package struct Milestone: Sendable {
  package var name: String
  package var label: String
  package var readers = Readers.everybody
  package var initiative: InitiativeID
  /// 0...1 of the effort of `works`.
  package var share: Rational
  /// The works it counts, as indices into `Plan.works`: those of the initiative, or the one it is declared in.
  package var works: Range<Int>
  package var due: CivilDate?
  /// The day it was met, if it was.
  package var met: CivilDate?
  /// Who says that it is met.
  package var owner: String? = nil

  package init(
    name: String, label: String, initiative: InitiativeID, share: Rational, works: Range<Int>,
    due: CivilDate?, met: CivilDate?
  ) {
    self.name = name
    self.label = label
    self.initiative = initiative
    self.share = share
    self.works = works
    self.due = due
    self.met = met
  }
}
