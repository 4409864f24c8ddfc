import PlanInsight
import PlanModel

/// What the schedule leaves undone: what that costs, why, and when it is looked at again.
///
/// Said even when it is nothing.
func notDoingSection(_ reading: Reading) -> Section? {
  let undone = reading.undoneDearestFirst
  let cancelled = reading.standings.indices.filter { reading.standings[$0] == .cancelled }
  var blocks: [Block] = []
  let declined = undone.filter { reading.plan.initiatives[$0].isDeclined }
  let parked = undone.filter { !reading.plan.initiatives[$0].isDeclined }
  if !parked.isEmpty {
    blocks.append(.heading("Parked"))
    blocks.append(.paragraph("Not now, and looked at again on the day given."))
    blocks.append(.table(parkedTable(parked, reading)))
  }
  if !declined.isEmpty {
    blocks.append(.heading("Declined"))
    blocks.append(.paragraph("Not in this plan, by decision."))
    blocks.append(.table(declinedTable(declined, reading)))
  }
  blocks += attractions(undone, reading) + displacements(parked, reading)
  blocks += cancellations(cancelled, reading)
  if blocks.isEmpty {
    blocks.append(.paragraph("Nothing that was asked for is left out."))
  } else if reading.plan.printsMoney, undone.contains(where: reading.isValueKnown) {
    blocks.append(
      .paragraph(
        """
        Costs are counted from today, each for itself: what it loses by not being done, goals that wait for \
        it included. They do not add up.
        """))
  }
  return Section(title: "Not doing", blocks: blocks)
}

/// What speaks for what is left out, where the plan says.
private func attractions(_ members: [Int], _ reading: Reading) -> [Block] {
  let items = members.compactMap { index -> Prose? in
    guard let why = reading.plan.initiatives[index].words.why else { return nil }
    return "\(strong: reading.label(index)): \(why)"
  }
  return items.isEmpty ? [] : [.paragraph("What speaks for them:"), .list(items)]
}

/// What would give way to what is left out.
private func displacements(_ members: [Int], _ reading: Reading) -> [Block] {
  let items = members.compactMap { index -> Prose? in
    reading.displaced(by: index).map { "\(strong: reading.label(index)): \($0)" }
  }
  return items.isEmpty ? [] : [.paragraph("What including one of them would take:"), .list(items)]
}

private func parkedTable(_ members: [Int], _ reading: Reading) -> Table {
  table(members, reading, extra: Table.Column("Looked at again")) { reviewed($0, reading) }
}

private func declinedTable(_ members: [Int], _ reading: Reading) -> Table {
  table(members, reading, extra: nil) { _ in "" }
}

private func table(
  _ members: [Int], _ reading: Reading, extra: Table.Column?, _ cell: (Int) -> Prose
) -> Table {
  var columns = [Table.Column("What"), Table.Column("Asked for by"), Table.Column("Why not")]
  let hasCosts =
    reading.plan.printsMoney
    && members.contains { index in
      reading.isValueKnown(index)
        || (reading.answer.undone[index]?.untilEndWithFollowers ?? 0) > 0
    }
  if hasCosts {
    columns.append(
      Table.Column(
        "Costs by \(figure: reading.lastDate.shortText + " " + String(reading.lastDate.year))",
        .trailing))
    columns.append(Table.Column("Each \(reading.plan.cycle.noun)", .trailing))
  }
  if let extra { columns.append(extra) }
  let rows = members.map { index -> [Prose] in
    var row: [Prose] = [
      "\(strong: reading.label(index))",
      Prose(reading.plan.initiatives[index].words.askedBy ?? ""), reasonUndone(index, reading),
    ]
    if hasCosts {
      let costs = reading.answer.undone[index]
      row.append(untilEnd(costs, of: index, reading))
      row.append(amount(costs?.perCycle, of: index, reading))
    }
    if extra != nil { row.append(cell(index)) }
    return row
  }
  return Table(columns: columns, rows: rows).compacted
}

/// The initiative's own cost, and behind it what it comes to with all that needs it.
private func untilEnd(_ costs: UndoneCost?, of index: Int, _ reading: Reading) -> Prose {
  let own = amount(costs?.untilEnd, of: index, reading)
  guard let costs, !reading.hidesWorth, !costs.keepsOut.isEmpty,
    costs.untilEndWithFollowers > max(0, costs.untilEnd)
  else { return own }
  let all: Prose = "\(figure: reading.money(costs.untilEndWithFollowers, isProved: true))"
  return costs.untilEnd > 0 ? "\(own); \(all) with what needs it" : "\(all) with what needs it"
}

private func amount(_ minorUnits: Int64?, of index: Int, _ reading: Reading) -> Prose {
  guard let minorUnits, minorUnits > 0 else {
    return reading.isValueKnown(index) ? "nothing" : "not stated"
  }
  return "\(figure: reading.money(minorUnits, isProved: true))"
}

/// The plan's own reason, else the schedule's.
func reasonUndone(_ index: Int, _ reading: Reading) -> Prose {
  let initiative = reading.plan.initiatives[index]
  if let reason = initiative.words.whyNot { return Prose(reason) }
  if initiative.priority == .wont { return "left out by decision" }
  if let chosen = reading.excluder(of: index) {
    return "excluded by \(reading.other(chosen) ?? "something else")"
  }
  if let missing = missingPredecessor(index, reading) {
    return reading.other(missing).map { "needs \($0), which is not being done" }
      ?? "needs groundwork that is not being done"
  }
  let works = reading.problem.initiatives[index].works
  if works.contains(where: { !couldEverRun(Int($0), reading) }) { return "beyond the plan" }
  if let budget = spentBudget(index, reading) {
    return "costs more than is left of \(emphasis: reading.label(budget: budget))"
  }
  return reading.answer.solution.isOptimal
    ? "gives way to what is worth more" : "found no place in this schedule"
}

extension Reading {
  /// Another initiative as these readers know it; `nil` where it is groundwork to them.
  fileprivate func other(_ initiative: Int32) -> Prose? {
    guard audience?.isBrief ?? false else { return "\(emphasis: label(initiative))" }
    return told(Int(initiative)).map { "\(emphasis: $0)" }
  }
}

/// A budget with one period of which too little is left for an initiative in the cheapest way to do it.
private func spentBudget(_ index: Int, _ reading: Reading) -> Int32? {
  let problem = reading.problem
  let units = problem.initiatives[index].works.reduce(Int64(0)) { sum, work in
    let least = problem.works[Int(work)].options.map {
      $0.needed.multipliedClamped(by: Int64($0.staffTenths))
    }.min()
    return sum.addingClamped(least ?? 0)
  }
  for (number, budget) in problem.budgets.enumerated() where budget.periods.count == 1 {
    guard let place = budget.members.firstIndex(of: Int32(index)),
      let spent = reading.answer.solution.schedule.spending(of: budget, in: problem).first?.spent
    else { continue }
    let cost = problem.price(ofUnits: units).addingClamped(budget.fees[place])
    if spent.addingClamped(cost) > budget.limit { return Int32(number) }
  }
  return nil
}

private func missingPredecessor(_ index: Int, _ reading: Reading) -> Int32? {
  for link in reading.problem.links
  where Int(reading.problem.works[Int(link.to)].initiative) == index && link.mode == nil {
    let other = reading.problem.initiative(of: link.from)
    if Int(other) != index, reading.standings[Int(other)].span == nil { return other }
  }
  for work in reading.plan.initiatives[index].works {
    for dependency in reading.plan.works[work].after {
      guard case .initiative(let other) = dependency.on,
        reading.standings[other.index] == .cancelled
      else { continue }
      return other.raw
    }
  }
  return nil
}

/// Whether a work would be done in time if it started on the first day it may, whatever else is
/// going on.
private func couldEverRun(_ work: Int, _ reading: Reading) -> Bool {
  let subject = reading.problem.works[work]
  return subject.options.contains { option in
    let sums = reading.problem.yields[Int(option.yield)].cumulative
    let first = Int(max(subject.earliestStart, reading.problem.firstDay))
    guard first < Int(reading.problem.horizonDay), let all = sums.last else { return false }
    let hasPeople = option.demands.allSatisfy { demand in
      (reading.problem.resources[Int(demand.resource)].capacity.max() ?? 0) >= demand.tenths
    }
    return hasPeople && all - sums[first] >= option.needed
  }
}

/// The day, the occasion, or the next cycle.
func reviewed(_ index: Int, _ reading: Reading) -> Prose {
  let words = reading.plan.initiatives[index].words
  switch (words.revisit, words.revisitWhen) {
  case (let date?, let when?): return "\(figure: date.text), or when \(when)"
  case (let date?, nil): return "\(figure: date.text)"
  case (nil, let when?): return "when \(when)"
  case (nil, nil): return "\(figure: reading.nextReview.text)"
  }
}

extension Reading {
  /// Whether the plan says anywhere what an initiative is worth.
  func isValueKnown(_ index: Int) -> Bool {
    !plan.initiatives[index].urgency.isEmpty
      || problem.goals.contains {
        $0.undoneCost > 0 && ($0.members + $0.choices.joined()).contains(Int32(index))
      }
  }

  /// What is done, or was, instead of an initiative of its exclusive group.
  func excluder(of index: Int) -> Int32? {
    plan.exclusives.first { $0.members.contains(InitiativeID(index)) }?.members.first { other in
      switch standings[other.index] {
      case .scheduled, .done: other.index != index
      case .undone, .cancelled, .hidden: false
      }
    }?.raw
  }

  /// What is left out, by what that costs; in the plan's order where it costs the same.
  var undoneDearestFirst: [Int] {
    guard plan.printsMoney else { return undone }
    func cost(_ index: Int) -> Int64 { answer.undone[index]?.untilEnd ?? 0 }
    return undone.sorted { (cost($1), $0) < (cost($0), $1) }
  }

  /// The first day of the next cycle after today, cycles counted from the plan's start.
  var nextReview: CivilDate {
    let calendar = plan.calendars[plan.calendar.index]
    var cycles: Int32 = 1
    var date = plan.start
    // A plan has few cycles; a cycle that gets nowhere, none.
    while date <= plan.asOf, cycles < 1000 {
      date = calendar.date(plan.start, plus: plan.cycle.times(cycles))
      cycles += 1
    }
    return date
  }
}

extension Elapsed {
  fileprivate func times(_ count: Int32) -> Elapsed {
    switch self {
    case .workingDays(let days): .workingDays(Int32(clamping: Int64(days) * Int64(count)))
    case .months(let months): .months(Int32(clamping: Int64(months) * Int64(count)))
    }
  }
}
