import PlanInsight
import PlanModel

// What is thought through, said one way everywhere.
extension Reading {
  /// A change as a phrase: "one more person in Platform from 1 Aug 2026".
  func phrase(_ change: WhatIf) -> Prose {
    switch change {
    case .person(let team, let skill, let first, let last):
      let pool = skill.map { plan.skills[$0.index] }.map { " (\(named($0.label, $0.name)))" } ?? ""
      let who = "\(label(team))\(pool)"
      let beyond = beyondHeadcounts(change)
      guard let last else { return "one more person in \(who) from \(figure: first.text)\(beyond)" }
      return "a contractor in \(who), \(dates(first, last))\(beyond)"
    case .lessEffort(let work, let effort):
      return "\(figure: effort.text) less of \(emphasis: label(work))"
    case .sooner(let external, let days):
      let calendar = plan.calendars[plan.calendar.index]
      let date = calendar.date(plan.externals[external.index].date, plusWorkingDays: -Int(days))
      return """
        \(emphasis: label(external)) promised for \(figure: date.text), \
        \(figure: Elapsed.workingDays(days).text) earlier
        """
    case .notWaiting(let work, let index):
      let dependency = plan.works[work.index].after[index]
      return "\(emphasis: label(work)) does not wait for \(emphasis: label(dependency.on))"
    case .laterDeadline(let initiative, let delay):
      return "\(emphasis: label(initiative.index)) due \(delay.phrase) later"
    case .leftOut(let initiative): return "\(emphasis: label(initiative.index)) is left out"
    case .wip(let team):
      let limit = (plan.teams[team.index].wip ?? 0) + 1
      return "\(label(team)) takes on \(inWords(Int(limit))) at once"
    case .availability(let team, let share):
      return """
        \(label(team)) has \(figure: share.percentText()) of its time for work instead of \
        \(figure: plan.teams[team.index].availability.percentText())
        """
    case .otherWay(let work, let mode):
      let other = plan.works[work.index].modes[mode]
      return "\(emphasis: label(work)) \(named(other.label, other.name))"
    case .onlyUntil(let id):
      let milestone = plan.milestones[id.index]
      return "only until \(emphasis: named(milestone.label, milestone.name))"
    }
  }

  /// A word for what kind of change it is, for programs.
  func kind(_ change: WhatIf) -> String {
    switch change {
    case .person(_, _, _, nil): "person"
    case .person: "contractor"
    case .lessEffort: "scope"
    case .sooner: "external_sooner"
    case .notWaiting: "dependency_dropped"
    case .laterDeadline: "deadline_later"
    case .leftOut: "left_out"
    case .wip: "wip"
    case .availability: "availability"
    case .otherWay: "other_way"
    case .onlyUntil: "only_until"
    }
  }

  /// What the change is of, by its name in the plan.
  func subject(_ change: WhatIf) -> String {
    switch change {
    case .person(let team, _, _, _), .wip(let team), .availability(let team, _):
      plan.teams[team.index].name
    case .lessEffort(let work, _), .notWaiting(let work, _), .otherWay(let work, _): path(work)
    case .onlyUntil(let milestone):
      plan.initiatives[plan.milestones[milestone.index].initiative.index].name
    case .sooner(let external, _): plan.externals[external.index].name
    case .laterDeadline(let initiative, _), .leftOut(let initiative):
      plan.initiatives[initiative.index].name
    }
  }

  /// A difference of two totals that exist: "about $40k", "saves about $40k".
  func rise(_ minorUnits: Int64) -> Prose {
    guard minorUnits != 0 else { return "nothing" }
    // A second minus where the amount is the smallest there is would trap.
    let amount = minorUnits < 0 ? Int64(clamping: minorUnits.magnitude) : minorUnits
    let text = "about " + money(amount, isProved: false)
    return minorUnits < 0 ? "saves \(figure: text)" : "\(figure: text)"
  }
}
