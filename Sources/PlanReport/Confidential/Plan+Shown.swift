import PlanModel

// The plan as an audience may see it.
//
// What is confidential keeps its place, since the schedule counts with it, and loses everything by which it could be known: its name,
// its label, and all that is written about it. Whoever lists things asks `Reading.shows` besides; whoever forgets that prints "other
// work" and gives nothing away.
extension Plan {
  func shown(to audience: Audience) -> Plan {
    guard !confidential.isEmpty else { return self }
    var plan = self
    plan.hideGoals(from: audience)
    plan.hideInitiatives(from: audience)
    plan.hideWorks(from: audience)
    plan.hideTeams(from: audience)
    plan.hideSurroundings(from: audience)
    plan.hideRules(from: audience)
    plan.hideOwners(from: audience)
    plan.hideRemarks(from: audience)
    return plan
  }

  private mutating func hideGoals(from audience: Audience) {
    for index in goals.indices {
      goals[index].metrics = goals[index].metrics.shown(to: audience)
      goals[index].urgency.deadlines.removeAll { !$0.readers.include(audience) }
      goals[index].health = goals[index].health.flatMap { $0.readers.include(audience) ? $0 : nil }
      guard !goals[index].readers.include(audience) else { continue }
      goals[index].name = Stand.goal.name
      goals[index].label = Stand.goal.label
      goals[index].by = nil
      goals[index].urgency.deadlines = []
      goals[index].metrics = []
      goals[index].owner = nil
      goals[index].note = nil
      goals[index].health = nil
    }
  }

  private mutating func hideInitiatives(from audience: Audience) {
    for index in initiatives.indices {
      var shown = initiatives[index]
      shown.goals.removeAll { !goals[$0.index].readers.include(audience) }
      shown.pays.removeAll { !debts[$0.index].readers.include(audience) }
      shown.urgency.deadlines.removeAll { !$0.readers.include(audience) }
      shown.risks.removeAll { !$0.readers.include(audience) }
      shown.metrics = shown.metrics.shown(to: audience)
      shown.gates.removeAll { !$0.readers.include(audience) }
      shown.cancellation = shown.cancellation.flatMap { $0.readers.include(audience) ? $0 : nil }
      shown.health = shown.health.flatMap { $0.readers.include(audience) ? $0 : nil }
      if let slice = shown.slice, !slice.readers.include(audience) {
        shown.slice?.name = Stand.part.name
        shown.slice?.label = Stand.part.label
      }
      if !shown.readers.include(audience) {
        shown.name = Stand.work.name
        shown.path = Stand.work.name
        shown.label = Stand.work.label
        shown.kind = "feature"
        shown.priority = .should
        shown.goals = []
        shown.pays = []
        shown.urgency.deadlines = []
        shown.money = nil
        shown.risks = []
        shown.metrics = []
        shown.gates = []
        shown.cancellation = nil
        shown.health = nil
        shown.slice = nil
        shown.words = InitiativeWords()
      }
      initiatives[index] = shown
    }
    for index in milestones.indices where !milestones[index].readers.include(audience) {
      milestones[index].name = Stand.milestone.name
      milestones[index].label = Stand.milestone.label
      milestones[index].due = nil
      milestones[index].met = nil
      milestones[index].owner = nil
    }
    exclusives.removeAll { group in
      group.members.contains { !initiatives[$0.index].readers.include(audience) }
    }
  }

  private mutating func hideWorks(from audience: Audience) {
    for index in works.indices {
      for mode in works[index].modes.indices
      where !works[index].modes[mode].readers.include(audience) {
        works[index].modes[mode].name = Stand.mode.name
        works[index].modes[mode].label = Stand.mode.label
      }
      if let mode = works[index].usedMode, !mode.readers.include(audience) {
        works[index].usedMode?.name = Stand.mode.name
        works[index].usedMode?.label = Stand.mode.label
      }
      let owner = initiatives[works[index].initiative.index]
      guard !works[index].readers.include(audience) || !owner.readers.include(audience) else {
        continue
      }
      works[index].name = Stand.work.name
      works[index].path = Stand.work.name
      works[index].label = Stand.work.label
    }
  }

  private mutating func hideTeams(from audience: Audience) {
    for index in teams.indices {
      var shown = teams[index]
      shown.hires.removeAll { !$0.readers.include(audience) }
      shown.absences.removeAll { !$0.readers.include(audience) }
      shown.upkeeps.removeAll { !$0.readers.include(audience) }
      if !shown.readers.include(audience) {
        shown.name = Stand.team.name
        shown.label = Stand.team.label
        shown.hires = []
        shown.absences = []
        shown.upkeeps = []
        shown.measuredAvailability = []
      }
      teams[index] = shown
    }
    for index in skills.indices {
      skills[index].learnings.removeAll { !$0.readers.include(audience) }
      guard !skills[index].readers.include(audience) else { continue }
      skills[index].name = Stand.skill.name
      skills[index].label = Stand.skill.label
      skills[index].learnings = []
    }
    loans.removeAll { loan in
      !loan.readers.include(audience)
        || [loan.giver, loan.taker].contains { !teams[$0.index].readers.include(audience) }
    }
  }

  private mutating func hideSurroundings(from audience: Audience) {
    for index in externals.indices {
      if let fallback = externals[index].fallback, !fallback.readers.include(audience) {
        externals[index].fallback?.name = Stand.mode.name
        externals[index].fallback?.label = Stand.mode.label
      }
      guard !externals[index].readers.include(audience) else { continue }
      externals[index].name = Stand.external.name
      externals[index].label = Stand.external.label
      externals[index].owner = nil
      externals[index].note = nil
      externals[index].fallback = nil
    }
    for index in debts.indices where !debts[index].readers.include(audience) {
      debts[index].name = Stand.external.name
      debts[index].label = Stand.external.label
      debts[index].owner = nil
      debts[index].note = nil
    }
    func isHidden(_ id: InitiativeID) -> Bool { !initiatives[id.index].readers.include(audience) }
    // What nothing waits for but what is confidential would say that there is something, and when.
    asks.removeAll { ask in
      !ask.readers.include(audience)
        || !ask.unblocks.isEmpty && ask.unblocks.allSatisfy(isHidden)
    }
    for index in asks.indices { asks[index].unblocks.removeAll(where: isHidden) }
    decisions.removeAll { !$0.readers.include(audience) }
    for index in decisions.indices {
      decisions[index].rejected.removeAll { !$0.readers.include(audience) }
      if let chose = decisions[index].chose, !chose.readers.include(audience) {
        decisions[index].chose = nil
      }
    }
    choices.removeAll { !$0.readers.include(audience) }
    for index in choices.indices {
      choices[index].options.removeAll { !$0.readers.include(audience) }
    }
    people.removeAll { !$0.readers.include(audience) }
    for index in people.indices {
      if let team = people[index].team, !teams[team.index].readers.include(audience) {
        people[index].team = nil
      }
    }
    reports.removeAll { !$0.readers.include(audience) }
  }

  private mutating func hideRules(from audience: Audience) {
    func isShown(_ id: InitiativeID) -> Bool { initiatives[id.index].readers.include(audience) }
    for index in freezes.indices where !freezes[index].readers.include(audience) {
      freezes[index].name = Stand.freeze.name
      freezes[index].label = Stand.freeze.label
      freezes[index].why = nil
    }
    for index in budgets.indices {
      budgets[index].members.removeAll { !isShown($0) }
      // What it is for is written in the plan's words, which may name anything.
      budgets[index].condition = nil
      guard !budgets[index].readers.include(audience) else { continue }
      budgets[index].name = Stand.rule.name
      budgets[index].label = Stand.rule.label
    }
    for index in headcounts.indices {
      headcounts[index].condition = nil
      guard !headcounts[index].readers.include(audience) else { continue }
      headcounts[index].name = Stand.rule.name
      headcounts[index].label = Stand.rule.label
    }
    for index in guardrails.indices {
      guardrails[index].members.removeAll { !isShown($0) }
      guardrails[index].condition = ""
      guardrails[index].exceptions = guardrails[index].exceptions.map { exception in
        var shown = exception
        if !exception.readers.include(audience) { shown.label = Stand.rule.label }
        return shown
      }
      guard !guardrails[index].readers.include(audience) else { continue }
      guardrails[index].name = Stand.rule.name
      guardrails[index].label = Stand.rule.label
    }
  }
}

extension [Metric] {
  fileprivate func shown(to audience: Audience) -> [Metric] {
    compactMap { metric in
      guard metric.readers.include(audience) else { return nil }
      var shown = metric
      shown.readings.removeAll { !$0.readers.include(audience) }
      return shown
    }
  }
}

/// What stands where something confidential is: words that do not even say that it is.
struct Stand {
  let name: String
  let label: String

  static let work = Stand(name: "other_work", label: "other work")
  static let goal = Stand(name: "other_goal", label: "another goal")
  static let team = Stand(name: "other_team", label: "another team")
  static let skill = Stand(name: "other_skill", label: "another skill")
  static let part = Stand(name: "other_part", label: "another part")
  static let mode = Stand(name: "other_way", label: "another way")
  static let milestone = Stand(name: "milestone", label: "a milestone")
  static let external = Stand(name: "something_else", label: "something else")
  static let freeze = Stand(name: "freeze", label: "a change freeze")
  static let rule = Stand(name: "rule", label: "another rule")
  static let scenario = Stand(name: "scenario", label: "another version of the plan")
}
