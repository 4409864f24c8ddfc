import PlanInsight
import PlanModel

/// The dates that the plan is held to: which of them this schedule keeps, and what missing one costs; `nil` when it
/// names none.
func deadlinesSection(_ reading: Reading) -> Section? {
  let all = deadlinePromises(reading)
  guard !all.isEmpty else { return nil }
  let rows = all.map { promise -> [Prose] in
    [
      "\(strong: promise.label)", "\(figure: promise.deadline.date.text)",
      outcome(promise, reading), promise.chance.map { "\(figure: chanceText($0))" } ?? "",
      price(promise.deadline, reading),
    ]
  }
  let table = Table(
    columns: [
      Table.Column("What"), Table.Column("Due"), Table.Column("In this schedule"),
      Table.Column("Chance to keep it", .trailing), Table.Column("Missing it costs", .trailing),
    ], rows: rows)
  return Section(
    title: "Deadlines", blocks: [.paragraph(verdict(all, reading)), .table(table.compacted)])
}

/// Every date that something is held to, the next first.
func deadlinePromises(_ reading: Reading) -> [DeadlinePromise] {
  (promises(ofInitiatives: reading) + promises(ofGoals: reading))
    .sorted { ($0.deadline.date, $0.order) < ($1.deadline.date, $1.order) }
}

/// A date that something is held to, and when the schedule has it done.
struct DeadlinePromise {
  let label: String
  let deadline: Deadline
  /// `nil` when it is left out.
  let finish: CivilDate?
  /// In how many trials it is kept; `nil` where nobody simulated it, and for a day that has gone by.
  let chance: Rational?
  /// Its place in the plan, for those of one day.
  let order: Int

  var isKept: Bool { finish.map { $0 <= deadline.date } ?? false }
}

private func promises(ofInitiatives reading: Reading) -> [DeadlinePromise] {
  reading.plan.initiatives.indices.flatMap { index -> [DeadlinePromise] in
    let finish: CivilDate?
    switch reading.standings[index] {
    case .done, .cancelled, .hidden: return []
    case .scheduled(let span): finish = span.finish
    case .undone: finish = nil
    }
    let outlook = finish == nil ? nil : reading.answer.simulation?.initiatives[index]?.finish
    return reading.plan.initiatives[index].urgency.deadlines.map {
      DeadlinePromise(
        label: reading.label(index), deadline: $0, finish: finish,
        chance: chance(outlook, $0, reading), order: index)
    }
  }
}

private func promises(ofGoals reading: Reading) -> [DeadlinePromise] {
  reading.goals.flatMap { index -> [DeadlinePromise] in
    let members = reading.members(ofGoal: index)
    let finishes = members.compactMap { reading.standings[$0].span?.finish }
    let isMissing = members.contains { reading.standings[$0] == .undone }
    // All of it is done already.
    if finishes.isEmpty, !isMissing { return [] }
    let outlook = isMissing ? nil : reading.answer.simulation?.goals[index]?.finish
    return reading.plan.goals[index].urgency.deadlines.map {
      DeadlinePromise(
        label: reading.label(GoalID(index)), deadline: $0,
        finish: isMissing ? nil : finishes.max(), chance: chance(outlook, $0, reading),
        order: reading.plan.initiatives.count + index)
    }
  }
}

private func chance(
  _ outlook: DayDistribution?, _ deadline: Deadline, _ reading: Reading
) -> Rational? {
  guard deadline.date >= reading.plan.asOf else { return nil }
  return outlook?.chance(by: reading.model.day(of: deadline.date))
}

/// How many are kept, and what the others cost together: each of them is paid once, so they do add up.
private func verdict(_ all: [DeadlinePromise], _ reading: Reading) -> Prose {
  let missed = all.filter { !$0.isKept }
  guard !missed.isEmpty else {
    return all.count == 1
      ? "The one deadline is kept in this schedule." : "All of them are kept in this schedule."
  }
  var text: Prose =
    if all.count == 1 {
      "The one deadline is missed in this schedule"
    } else if missed.count == all.count {
      "All of them are missed in this schedule"
    } else {
      "\(capitalised(inWords(missed.count))) of \(inWords(all.count)) \(missed.count == 1 ? "is" : "are") missed in this schedule"
    }
  let costs = missed.reduce(Int64(0)) { $0.addingClamped($1.deadline.costs.minorUnits) }
  if reading.plan.printsMoney, costs > 0 {
    text += ", which costs \(figure: reading.money(costs, isProved: true))"
    if missed.count > 1 { text += " in all" }
  }
  return text + "."
}

/// When it is done, as exactly as the horizon of that day allows.
private func outcome(_ promise: DeadlinePromise, _ reading: Reading) -> Prose {
  guard let finish = promise.finish else { return "left out" }
  let horizon = reading.model.horizon(ofDay: reading.model.day(of: finish))
  let day: Prose =
    switch horizon.index {
    case 0: "done on \(figure: finish.text)"
    case 1: "done in \(figure: finish.monthText)"
    default: "done in \(reading.label(horizon))"
    }
  return day + (promise.isKept ? ", in time" : ", too late")
}

private func price(_ deadline: Deadline, _ reading: Reading) -> Prose {
  if deadline.isHard { return "no choice" }
  guard reading.plan.printsMoney else { return "" }
  let amount = reading.money(deadline.costs.minorUnits, isProved: true)
  return deadline.isAssumed ? "\(figure: amount), assumed" : "\(figure: amount)"
}
