import PlanInsight
import PlanModel

/// The works that decide when the last one ends, and what holds each of them; `nil` when it is a
/// single work.
func chainSection(_ reading: Reading) -> Section? {
  guard reading.answer.chain.links.count > 1 else { return nil }
  let links = reading.answer.chain.links.filter { link in
    let work = reading.plan.works[reading.model.workIDs[Int(link.work)].index]
    return reading.standings[work.initiative.index] != .hidden && reading.shows(work.readers)
  }
  if links.isEmpty { return nil }
  let items = links.map { link -> Prose in
    let work = reading.model.workIDs[Int(link.work)]
    let team = reading.label(reading.plan.works[work.index].team)
    return "\(strong: reading.label(work)) (\(team)): \(reason(link.hold, of: work, reading))"
  }
  let intro: Prose = """
    One after the other these decide when the last work of the plan ends. Whoever wants the end earlier starts here.
    """
  return Section(title: "What decides the end", blocks: [.paragraph(intro), .list(items)])
}

/// Why a work starts when it does, after its name and a colon.
func reason(_ hold: Hold, of work: WorkID, _ reading: Reading) -> Prose {
  switch hold {
  case .begun: return "is under way"
  case .today: return "starts as soon as it may"
  case .notBefore(let date): return "is not to start before \(figure: date.text)"
  case .external(let external):
    return """
      waits for \(emphasis: reading.label(external)), expected on \
      \(figure: reading.model.expectedDate(of: external).text)
      """
  case .finished: return "waits for something with a date of its own"
  case .pin(let horizon): return "is pinned to \(reading.label(horizon))"
  case .freeze(let id):
    let freeze = reading.plan.freezes[id.index]
    return """
      may not \(freeze.forbids.verb) during \(emphasis: named(freeze.label, freeze.name)), \
      \(dates(freeze.days.lowerBound, freeze.days.upperBound))
      """
  case .precedence(let anchor): return "waits for \(subject(anchor, of: work, reading))"
  case .heads(let resource, let works):
    return "waits for people of \(people(resource, reading)), who are with \(names(works, reading))"
  case .joining(let resource):
    return "waits for people to join \(people(resource, reading))"
  case .wip(let limit, let works):
    let team = teamLabel(reading.problem.wipLimits[Int(limit)].name, reading)
    return """
      waits until \(team) has finished \(names(works, reading)), because it takes on no more at once
      """
  case .budget(let index):
    return "any earlier, \(emphasis: reading.label(budget: index)) would be spent beyond its limit"
  case .guardrail(let index):
    return "any earlier, \(emphasis: reading.label(guardrail: index)) would come out worse"
  case .slack: return "could start earlier; this order gains nothing by that"
  }
}

private func subject(
  _ anchor: Problem.Anchor, of work: WorkID, _ reading: Reading
) -> Prose {
  switch anchor {
  case .finish(let work):
    return "\(emphasis: reading.label(reading.model.workIDs[Int(work)])) to be finished"
  case .start(let work):
    return "\(emphasis: reading.label(reading.model.workIDs[Int(work)])) to start"
  case .initiativeStart(let initiative):
    return "\(emphasis: reading.label(initiative)) to start"
  case .milestone(let index):
    let initiative = reading.problem.milestones[Int(index)].initiative
    // The problem's milestones have no names; the work's own dependencies do.
    let candidates = reading.plan.works[work.index].after.compactMap { dependency -> Milestone? in
      guard case .milestone(let id) = dependency.on else { return nil }
      let milestone = reading.plan.milestones[id.index]
      return milestone.initiative.raw == initiative ? milestone : nil
    }
    guard candidates.count == 1, let milestone = candidates.first else {
      return "a milestone of \(emphasis: reading.label(initiative))"
    }
    let label = named(milestone.label, milestone.name)
    return "\(emphasis: label), a milestone of \(emphasis: reading.label(initiative))"
  }
}

private func names(_ works: [Int32], _ reading: Reading) -> Prose {
  works.map { Prose(reading.label(reading.model.workIDs[Int($0)]), .emphasis) }
    .joinedAsSentence()
}

/// A resource is a team, or `team.skill`.
private func people(_ resource: Int32, _ reading: Reading) -> String {
  let parts = reading.problem.resources[Int(resource)].name.split(separator: ".", maxSplits: 1)
  let team = teamLabel(parts.first.map(String.init) ?? "", reading)
  guard parts.count == 2 else { return team }
  let skill = reading.plan.skills.first {
    $0.name == parts[1] && reading.plan.teams[$0.team.index].name == parts[0]
  }
  return skill.map { "\(team) (\(named($0.label, $0.name)))" } ?? team
}

private func teamLabel(_ name: String, _ reading: Reading) -> String {
  reading.plan.teams.first { $0.name == name }.map { named($0.label, $0.name) } ?? name
}
