internal import PlanInsight
internal import PlanModel

/// The demands of a conflict in words, those of one initiative together.
func conflictItems(_ conflict: Conflict, _ reading: Reading) -> [Prose] {
  var items: [Prose] = []
  var told: Set<Int32> = []
  for demand in conflict.demands {
    switch demand {
    case .freeze(let freeze): items.append("\(frozen(freeze, reading)).")
    case .hard(.staysWithin(let budget)): items.append(limited(budget, reading))
    case .hard(.keeps(let guardrail)): items.append(mixed(guardrail, reading))
    case .hard(let hard):
      guard let initiative = hard.initiative, told.insert(initiative).inserted else { continue }
      items.append(words(conflict.demands(of: initiative), initiative, reading))
    }
  }
  return items
}

/// What gives way in each way out and what it costs, the cheapest first.
func waysOut(_ conflict: Conflict, _ reading: Reading) -> [Block] {
  guard !conflict.waysOut.isEmpty else {
    return [
      .paragraph(
        "No single one of them is enough to give up: what else the plan demands is in the way too.")
    ]
  }
  return [
    .paragraph("Ways out, each of them solved, the cheapest first:"),
    .list(conflict.waysOut.map { words($0, reading) }),
  ]
}

private func words(_ demands: [HardDemand], _ initiative: Int32, _ reading: Reading) -> Prose {
  var text: Prose = "\(strong: reading.label(initiative))"
  var isFirst = true
  for demand in demands {
    text += isFirst ? " " : ", and "
    isFirst = false
    switch demand {
    case .isDone: text += "must be done"
    case .isFinished(_, let day):
      text += "must be finished by \(figure: reading.model.date(ofDay: day).text)"
    case .starts(_, let days):
      let pin = reading.plan.initiatives[Int(initiative)].pin.map { reading.label($0) }
      text += """
        is pinned to \(pin ?? "a horizon"), to start from \
        \(figure: reading.model.date(ofDay: days.lowerBound).text) to \
        \(figure: reading.model.date(ofDay: days.upperBound).text)
        """
    case .staysWithin, .keeps: break
    }
  }
  return text + "."
}

private func frozen(_ index: Int32, _ reading: Reading) -> Prose {
  let freeze = reading.plan.freezes[Int(index)]
  return """
    Nothing may \(freeze.forbids.verb) during \(strong: named(freeze.label, freeze.name)), \
    \(dates(freeze.days.lowerBound, freeze.days.upperBound))
    """
}

private func limited(_ index: Int32, _ reading: Reading) -> Prose {
  let budget = reading.plan.budgets[Int(index)]
  let money = budget.money.text(reading.plan.currency, significantDigits: 3)
  let each = budget.each.map { " each \($0.noun)" } ?? ""
  return """
    \(strong: named(budget.label, budget.name)) allows \(figure: money)\(each).
    """
}

private func mixed(_ index: Int32, _ reading: Reading) -> Prose {
  let guardrail = reading.plan.guardrails[Int(index)]
  var limits: [Prose] = []
  if let least = guardrail.limits.atLeast {
    limits.append("at least \(figure: least.percentText())")
  }
  if let most = guardrail.limits.atMost {
    limits.append("at most \(figure: most.percentText())")
  }
  return """
    \(strong: named(guardrail.label, guardrail.name)) demands \(limits.joined(separator: " and ")) \
    of the effort each \(guardrail.each.noun).
    """
}

private func words(_ way: Conflict.WayOut, _ reading: Reading) -> Prose {
  var text = change(way, reading)
  if reading.plan.printsMoney {
    text += ": delay cost \(figure: reading.money(way.delayCost, isProved: false))"
  }
  return text + "."
}

/// What is different where one demand is given up.
private func change(_ way: Conflict.WayOut, _ reading: Reading) -> Prose {
  switch way.givenUp {
  case .freeze(let index):
    let freeze = reading.plan.freezes[Int(index)]
    return "Lift \(strong: named(freeze.label, freeze.name))"
  case .hard(.staysWithin(let budget)):
    return "More money for \(strong: reading.label(budget: budget))"
  case .hard(.keeps(let guardrail)):
    return "Without \(strong: reading.label(guardrail: guardrail))"
  case .hard(.isDone(let initiative)):
    let isDone = way.schedule.isDone(Int(initiative), in: reading.problem)
    return isDone
      ? "\(strong: reading.label(initiative)) need not be done"
      : "Leave \(strong: reading.label(initiative)) undone"
  case .hard(.isFinished(let initiative, let day)):
    let due = reading.model.date(ofDay: day).text
    guard let finish = way.schedule.finish(of: Int(initiative), in: reading.problem) else {
      return "\(strong: reading.label(initiative)) without its date of \(figure: due), undone"
    }
    return """
      \(strong: reading.label(initiative)) by \(figure: reading.model.date(ofDay: finish).text) \
      instead of \(figure: due)
      """
  case .hard(.starts(let initiative, _)):
    guard let start = way.schedule.start(of: Int(initiative), in: reading.problem) else {
      return "\(strong: reading.label(initiative)) without its pin, undone"
    }
    return """
      \(strong: reading.label(initiative)) without its pin, started on \
      \(figure: reading.model.date(ofDay: start).text)
      """
  }
}

extension Conflict {
  /// Those about one initiative, that it is done left out where another says when.
  fileprivate func demands(of initiative: Int32) -> [HardDemand] {
    let all = demands.compactMap { demand -> HardDemand? in
      guard case .hard(let hard) = demand, hard.initiative == initiative else { return nil }
      return hard
    }
    let dated = all.filter { $0 != .isDone(initiative: initiative) }
    return dated.contains { if case .isFinished = $0 { true } else { false } } ? dated : all
  }
}
