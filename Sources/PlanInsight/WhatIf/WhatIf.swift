package import PlanModel

/// Another plan to think through: this one with one thing changed.
///
/// A value. It is applied to the plan, so that it goes the way of everything that is written in a plan; only what is left out is
/// so in the problem: for a plan, what is declined is no part of its goals any more.
package enum WhatIf: Hashable, Sendable {
  /// One more person of a team, maybe of one of its skills, from a day on; until another where one is said.
  case person(TeamID, SkillID?, from: CivilDate, until: CivilDate?)
  /// So much less to do in a work.
  case lessEffort(WorkID, Effort)
  /// An external so many working days earlier.
  case sooner(ExternalID, workingDays: Int32)
  /// A work that does not wait for one of the things it waits for, an index into `Work.after`.
  case notWaiting(WorkID, dependency: Int)
  /// The deadlines of an initiative later.
  case laterDeadline(InitiativeID, by: Elapsed)
  case leftOut(InitiativeID)
  /// One more initiative at once in a team.
  case wip(TeamID)
  /// A team with so much of its time for work, less on-call and toil.
  case availability(TeamID, Rational)
  /// A work begun anew in one of its modes, counted from 0, whatever has been done of it.
  case otherWay(WorkID, mode: Int)
  /// Of an initiative that is one work only what is left until a milestone.
  case onlyUntil(MilestoneID)
}

extension Plan {
  /// The plan with something changed; itself where the change is of something that it has not.
  ///
  /// Names, works and dependencies but the one taken away keep their numbers, so that a schedule of the one says something of
  /// the other.
  package func changed(by change: WhatIf) -> Plan {
    var plan = self
    let calendar = calendars[self.calendar.index]
    switch change {
    case .person(let team, let skill, let first, let last):
      plan.teams[team.index].hires.append(joiner(team, skill, from: first, until: last))
      for index in plan.works.indices
      where plan.works[index].team == team
        && (plan.works[index].skill == nil || plan.works[index].skill == skill)
      {
        plan.works[index].makeRoom()
      }
    case .lessEffort(let work, let effort):
      let left = max(1, plan.works[work.index].effort.minutes - effort.minutes)
      plan.works[work.index].effort = Effort(minutes: left)
    case .sooner(let external, let days):
      let date = plan.externals[external.index].date
      let earlier = calendar.date(date, plusWorkingDays: -Int(days))
      plan.externals[external.index].date = earlier
    case .notWaiting(let work, let index):
      let dependency = plan.works[work.index].after[index]
      plan.works[work.index].after.remove(at: index)
      for mode in plan.works[work.index].modes.indices {
        plan.works[work.index].modes[mode].after.removeAll { $0 == dependency }
      }
    case .laterDeadline(let initiative, let delay):
      for index in plan.initiatives[initiative.index].urgency.deadlines.indices {
        let date = plan.initiatives[initiative.index].urgency.deadlines[index].date
        plan.initiatives[initiative.index].urgency.deadlines[index].date =
          calendar.date(date, plus: delay)
      }
    case .leftOut: break
    case .wip(let team): plan.teams[team.index].wip = plan.teams[team.index].wip.map { $0 + 1 }
    case .availability(let team, let share): plan.teams[team.index].availability = share
    case .otherWay(let work, let mode): plan.works[work.index].begin(inMode: mode)
    case .onlyUntil(let milestone): plan.end(with: milestone)
    }
    return plan
  }
}

extension Plan {
  /// Work that goes on from the milestone's share of all that the work takes is cut off.
  fileprivate mutating func end(with milestone: MilestoneID) {
    let subject = milestones[milestone.index]
    guard subject.works.count == 1, let index = subject.works.first else { return }
    var spent: Int64 = 0
    if case .running(_, let done) = works[index].progress { spent = done.minutes }
    let whole = Rational(spent + works[index].effort.minutes)
    let until = subject.share.times(whole)?.rounded ?? works[index].effort.minutes
    works[index].effort = Effort(minutes: max(1, until - spent))
    for index in milestones.indices where milestones[index].initiative == subject.initiative {
      milestones[index].share = .one
    }
  }
}

extension Work {
  /// One head more where the plan allows more than there were people for.
  fileprivate mutating func makeRoom() {
    guard progress == .open, length == nil else { return }
    staffingTenths.makeRoom(upTo: staffingLimitTenths)
    for mode in modes.indices {
      modes[mode].staffingTenths.makeRoom(upTo: modes[mode].staffingLimitTenths)
    }
  }

  fileprivate mutating func begin(inMode number: Int) {
    guard modes.indices.contains(number) else { return }
    let mode = modes[number]
    progress = .open
    length = nil
    (estimate, effort, spread) = (mode.estimate, mode.effort, mode.spread)
    (staffingTenths, after) = (mode.staffingTenths, mode.after)
    staffingLimitTenths = mode.staffingLimitTenths
    usedMode = mode
    modes = []
  }
}

extension [Int32] {
  fileprivate mutating func makeRoom(upTo limit: Int32) {
    guard let most = last, most < limit else { return }
    append(Swift.min(most + 10, limit))
  }
}

extension Inquiry {
  /// The problem of a plan with something changed.
  ///
  /// - Complexity: O(initiatives × days), as for any plan.
  package func problem(of plan: Plan, with changes: [WhatIf]) -> Problem {
    var problem = model(changes.reduce(plan) { $0.changed(by: $1) }).problem
    for case .leftOut(let initiative) in changes {
      problem.initiatives[initiative.index].selection = .forbidden
    }
    return problem
  }
}
