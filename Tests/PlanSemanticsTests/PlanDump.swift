internal import PlanModel
internal import Testing

/// A plan as lines that a reader can check against its source.
func dump(_ plan: Plan) -> String {
  var lines = [
    "plan \(plan.label): \(plan.start) to \(plan.end), as of \(plan.asOf)",
    "  cycle \(short(plan.cycle)), tail \(short(plan.tail)), load \(share(plan.load))",
    "  \(plan.currency.code), a person-week \(plan.rate.price(of: Effort(personWeeks: 1)).minorUnits),"
      + " money \(plan.printsMoney)",
  ]
  for horizon in plan.horizons {
    let band = horizon.band.map { ", \(share($0.lowerBound))..\(share($0.upperBound))" } ?? ""
    lines.append("horizon \(horizon.name): \(horizon.first) to \(horizon.last)\(band)")
  }
  for team in plan.teams { lines += dump(team, plan) }
  for loan in plan.loans {
    let last = loan.last.map { " to \($0)" } ?? ""
    lines.append(
      "lend \(loan.name): \(tenths(loan.peopleTenths)) of \(plan.teams[loan.giver.index].name)"
        + " to \(plan.teams[loan.taker.index].name), \(loan.on)\(last), ramp \(short(loan.ramp))")
  }
  for goal in plan.goals {
    lines.append("goal \(goal.name)\(urgency(goal.urgency, plan))")
    lines += goal.metrics.map { "  metric \($0.name): \($0.baseline) to \($0.target)" }
  }
  for (index, external) in plan.externals.enumerated() {
    let slip = external.slipDays
    lines.append(
      "external \(plan.externals[index].name): \(external.commitment.rawValue) \(external.date)"
        + ", slip \(slip.low)..\(slip.likely)..\(slip.high)d")
    if let fallback = external.fallback {
      lines.append("  fallback \(fallback.name): \(effort(fallback.adds.mean))")
    }
  }
  for debt in plan.debts {
    lines.append("debt \(debt.name): \(debt.taxMinutesPerYear.rounded) minutes a year")
  }
  for initiative in plan.initiatives { lines += dump(initiative, plan) }
  for guardrail in plan.guardrails {
    lines.append("guardrail \(guardrail.name): \(guardrail.condition)")
    lines += guardrail.exceptions.map { exception in
      let share = exception.limits.atLeast?.percentText() ?? "-"
      let days = "\(exception.days.lowerBound)..\(exception.days.upperBound)"
      return "  except \(exception.label): at least \(share) during \(days)"
        + (exception.catchesUp ? ", made up for" : "")
    }
  }
  lines += plan.assumptions.map {
    "assumed \($0.subject): \($0.text)\($0.isValue ? " [value]" : "")"
  }
  lines += plan.unenforced.map { "unenforced \($0.kind) \($0.name): \($0.consequence)" }
  return lines.joined(separator: "\n")
}

/// The lines of a plan that an empty one does not have.
func news(in full: Plan) throws -> String {
  let frame = Set(dump(try plan("")).split(separator: "\n"))
  return dump(full).split(separator: "\n").filter { !frame.contains($0) }.joined(separator: "\n")
}

private func dump(_ team: Team, _ plan: Plan) -> [String] {
  let wip = team.wip.map { ", wip \($0)" } ?? ""
  return [
    "team \(team.name): \(tenths(team.peopleTenths)) at \(share(team.availability))\(wip)"
  ]
    + team.skills.map { id in
      let skill = plan.skills[id.index]
      return "  skill \(skill.name): \(tenths(skill.peopleTenths))"
        + skill.learnings.map { ", \(tenths($0.peopleTenths)) more from \($0.counts)" }.joined()
    }
    + team.hires.map {
      "  hire \($0.name): \(tenths($0.peopleTenths)) on \($0.on), ramp \(short($0.ramp)),"
        + " mentoring \(share($0.mentoring))"
        + ($0.last.map { ", to \($0)" } ?? "")
        + ($0.fee.map { ", fee \($0.minorUnits)" } ?? "")
    }
    + team.absences.map {
      "  away \($0.name): \(tenths($0.peopleTenths)) \($0.first) to \($0.last)"
    }
}

private func dump(_ initiative: Initiative, _ plan: Plan) -> [String] {
  var head = "initiative \(initiative.name): \(initiative.kind) \(initiative.priority.rawValue)"
  if initiative.status != .proposed { head += " \(initiative.status.rawValue)" }
  if !initiative.goals.isEmpty {
    head += ", serves \(initiative.goals.map { plan.goals[$0.index].name }.joined(separator: " "))"
  }
  if let pin = initiative.pin { head += ", in \(plan.horizons[pin.index].name)" }
  if let day = initiative.notBefore { head += ", not before \(day)" }
  if let day = initiative.finished { head += ", finished \(day)" }
  var lines = [head + urgency(initiative.urgency, plan)]
  lines += initiative.works.map { dump(plan.works[$0], plan) }
  lines += initiative.risks.map {
    "  risk \($0.name): \(share($0.chance)) of \($0.adds.map { effort($0.mean) } ?? "money")"
      + " on \(plan.works[$0.work.index].name)"
  }
  lines += plan.milestones.filter { plan.initiatives[$0.initiative.index].name == initiative.name }
    .map { milestone in
      let works = milestone.works.map { plan.works[$0].name }.joined(separator: " ")
      let met = milestone.met.map { ", met \($0)" } ?? ""
      return "  milestone \(milestone.name): \(share(milestone.share)) of \(works)\(met)"
    }
  lines += initiative.metrics.map { "  metric \($0.name): \($0.baseline) to \($0.target)" }
  return lines
}

private func dump(_ work: Work, _ plan: Plan) -> String {
  var line = "  work \(work.name): \(effort(work.effort)) by \(plan.teams[work.team.index].name)"
  if let skill = work.skill { line += ".\(plan.skills[skill.index].name)" }
  line += " × \(work.staffingTenths.map(tenths).joined(separator: "|"))"
  if let day = work.notBefore { line += ", not before \(day)" }
  for dependency in work.after {
    line += dependency.kind == .finishToStart ? ", after " : ", with "
    line += target(dependency.on, plan)
    if !dependency.lag.isZero { line += " + \(short(dependency.lag))" }
  }
  switch work.progress {
  case .open: break
  case .running(let started, let spent):
    line += ", running since \(started), spent \(effort(spent))"
  case .finished(let day): line += ", finished \(day)"
  }
  return line
}

private func target(_ target: Dependency.Target, _ plan: Plan) -> String {
  switch target {
  case .initiative(let id): plan.initiatives[id.index].name
  case .work(let id): plan.works[id.index].name
  case .milestone(let id): plan.milestones[id.index].name
  case .external(let id): plan.externals[id.index].name
  }
}

private func urgency(_ urgency: Urgency, _ plan: Plan) -> String {
  var text = ""
  if let rate = urgency.costOfDelay {
    text += ", \(rate.minorUnitsPerYear.rounded) a year"
    if urgency.isAssumed { text += " (assumed)" }
  }
  if let loss = urgency.avoidedLoss {
    text += ", avoids \(loss.minorUnitsPerYear.rounded) a year"
  }
  if let window = urgency.window { text += " in \(window.lowerBound)..\(window.upperBound)" }
  if let days = urgency.halfLifeDays { text += " halving in \(days) days" }
  text += urgency.accruals.map { accrual($0, plan) }.joined()
  for deadline in urgency.deadlines {
    text += ", by \(deadline.date)"
    text += deadline.isHard ? " hard" : " or \(deadline.costs.minorUnits)"
    if deadline.isAssumed { text += " (assumed)" }
  }
  return text
}

private func accrual(_ accrual: Accrual, _ plan: Plan) -> String {
  let source =
    switch accrual.source {
    case .debt(let id): "tax of \(plan.debts[id.index].name)"
    case .benefit(let id): "benefit \(plan.benefits[id.index].name)"
    }
  var text = ", \(source) \(accrual.rate.minorUnitsPerYear.rounded) a year"
  switch accrual.course {
  case .tax(let tax):
    if tax.growthPerMonth != .zero { text += " growing \(share(tax.growthPerMonth)) a month" }
    if let last = tax.last { text += " to \(last)" }
  case .benefit(let uptake):
    if !uptake.ramp.isZero || uptake.full < .one {
      text += " from \(share(uptake.first)) to \(share(uptake.full)) in \(short(uptake.ramp))"
    }
    if let time = uptake.lasts { text += " for \(short(time))" }
  }
  return text
}

func effort(_ effort: Effort) -> String {
  let hundredths = Rational(effort.minutes * 100, Effort.minutesPerPersonWeek)?.rounded ?? 0
  let cents = hundredths % 100
  return "\(hundredths / 100).\(cents < 10 ? "0" : "")\(cents)pw"
}

func short(_ elapsed: Elapsed) -> String {
  switch elapsed {
  case .workingDays(let days): "\(days)d"
  case .months(let months): "\(months)mo"
  }
}

private func share(_ share: Rational) -> String {
  "\(share.times(100)?.rounded ?? 0)%"
}

private func tenths(_ tenths: Int32) -> String {
  tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
}
