import PlanInsight
import PlanModel

/// How the teams change: who joins, for how long, who helps elsewhere, learns or is away, and what is kept running; `nil`
/// where they stay as they are.
func peopleSection(_ reading: Reading) -> Section? {
  let plan = reading.plan
  var rows: [[Prose]] = []
  for id in reading.teams {
    let team = plan.teams[id.index]
    let label = Prose(reading.label(id))
    rows += joined(team.hires).map { hire(row: $0, label, reading) }
    for skill in team.skills.map({ plan.skills[$0.index] }) {
      rows += skill.learnings.map { learning($0, named(skill.label, skill.name), label) }
    }
    rows += team.absences.map { absence($0, label) }
    rows += team.upkeeps.map { upkeep($0, label) }
    rows += measured(team, label).map { [$0] } ?? []
  }
  rows += plan.loans.map { loan($0, reading) }
  guard !rows.isEmpty else { return nil }
  let table = Table(
    columns: [
      Table.Column("What"), Table.Column("Team"), Table.Column("People", .trailing),
      Table.Column("When"), Table.Column("Notes"),
    ], rows: rows)
  return Section(title: "People", blocks: [.table(table.compacted)])
}

/// Hires that come one by one are one line.
private struct Joined {
  var hire: Hire
  var last: CivilDate
}

private func joined(_ hires: [Hire]) -> [Joined] {
  hires.reduce(into: []) { result, hire in
    if let before = result.last, hire.name.hasPrefix(before.hire.name + "_") {
      result[result.count - 1].hire.peopleTenths += hire.peopleTenths
      result[result.count - 1].last = hire.on
    } else {
      result.append(Joined(hire: hire, last: hire.on))
    }
  }
}

private func hire(row joined: Joined, _ team: Prose, _ reading: Reading) -> [Prose] {
  let hire = joined.hire
  let currency = reading.plan.currency
  var notes: [Prose] = []
  if !hire.ramp.isZero { notes.append("at full strength after \(figure: hire.ramp.text)") }
  if let salary = hire.salary { notes.append("\(figure: salary.text(currency, .month)) each") }
  if let fee = hire.fee { notes.append("a fee of \(figure: fee.text(currency))") }
  var when: Prose
  if let last = hire.last {
    when = dates(hire.on, last)
  } else if joined.last > hire.on {
    when = "one by one, \(dates(hire.on, joined.last))"
  } else {
    when = "from \(figure: hire.on.text)"
  }
  return [
    "\(strong: named(hire.label, hire.name))", team, "\(figure: "+" + heads(hire.peopleTenths))",
    when, notes.joined(separator: "; "),
  ]
}

private func learning(_ learning: Learning, _ skill: String, _ team: Prose) -> [Prose] {
  let isRange = learning.earliest < learning.latest
  let when: Prose =
    isRange
    ? "done between \(figure: learning.earliest.text) and \(figure: learning.latest.text)"
    : "done on \(figure: learning.counts.text)"
  return [
    "\(strong: named(learning.label, learning.name))", team,
    "\(figure: heads(learning.peopleTenths))", when,
    "learn \(skill)\(isRange ? "; we count on them from \(learning.counts.text)" : "")",
  ]
}

private func absence(_ absence: Absence, _ team: Prose) -> [Prose] {
  [
    "\(strong: named(absence.label, absence.name))", team,
    "\(figure: "−" + heads(absence.peopleTenths))", dates(absence.first, absence.last),
    Prose(absence.why ?? "away"),
  ]
}

private func upkeep(_ upkeep: Upkeep, _ team: Prose) -> [Prose] {
  [
    "\(strong: named(upkeep.label, upkeep.name))", team, "", "",
    "takes \(figure: upkeep.share.percentText()) of the team's time",
  ]
}

/// What was measured, where it was measured more than once.
private func measured(_ team: Team, _ label: Prose) -> [Prose]? {
  guard team.measuredAvailability.count > 1, let least = team.measuredAvailability.min(),
    let most = team.measuredAvailability.max()
  else { return nil }
  return [
    "\(strong: "Availability")", label, "", "",
    """
    \(figure: team.availability.percentText()) on average; measured from \(figure: least.percentText()) to \
    \(figure: most.percentText())
    """,
  ]
}

private func loan(_ loan: Loan, _ reading: Reading) -> [Prose] {
  var notes: [Prose] = []
  if let skill = loan.skill {
    let pool = reading.plan.skills[skill.index]
    notes.append("of \(named(pool.label, pool.name))")
  }
  if !loan.ramp.isZero { notes.append("at full strength after \(figure: loan.ramp.text)") }
  return [
    "\(strong: named(loan.label, loan.name))",
    "\(reading.label(loan.giver)) to \(reading.label(loan.taker))",
    "\(figure: heads(loan.peopleTenths))",
    loan.last.map { dates(loan.on, $0) } ?? "from \(figure: loan.on.text)",
    notes.joined(separator: "; "),
  ]
}
