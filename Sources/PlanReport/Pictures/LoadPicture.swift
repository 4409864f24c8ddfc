import PlanInsight
import PlanModel

/// How full each team is, week by week, with who joins and who is away; `nil` where nothing is placed.
func loadPicture(_ reading: Reading) -> Picture? {
  // The line of what a team can do rises on the very week in which somebody joins of whom nobody may know.
  guard !reading.hidesPeople else { return nil }
  let stretch = Stretch(reading)
  guard !stretch.ranges.isEmpty else { return nil }
  let all = TeamLoad.loads(of: reading.schedule, in: reading.model, over: stretch.ranges)
  let loads = all.filter {
    ($0.planned > .zero || $0.placed > .zero) && reading.teams.contains($0.team)
  }
  guard loads.contains(where: { $0.placed > .zero }) else { return nil }
  // The busiest, shown in the plan's order.
  let busiest = Set(
    loads.sorted { ($1.placed, $0.team) < ($0.placed, $1.team) }.prefix(teamsMax).map(\.team))
  let shown = loads.filter { busiest.contains($0.team) }
  var caption: Prose = """
    What is placed in each \(stretch.noun), in person-weeks a week; the line is what the team can plan with. \
    It rises when somebody joins (▲) and falls while somebody is away.
    """
  if shown.count < loads.count {
    caption += " The \(inWords(shown.count)) teams with the most work are drawn; the table has all."
  }
  return Picture(
    .load, title: "Load of each team by \(stretch.noun)", caption: caption, alternative: .besides,
    chart: .weeks(shown.map { chart($0, stretch, reading) }))
}

/// More small pictures than this are not compared by anybody.
private let teamsMax = 12

/// Weeks, or four weeks where a plan has so many that columns would be hairs.
private struct Stretch {
  let ranges: [ClosedRange<CivilDate>]
  let noun: String

  private static let columnsMax = 80

  init(_ reading: Reading) {
    let first = max(reading.plan.asOf, reading.plan.start)
    let last = reading.plan.end
    let monday = first.adding(days: 1 - first.weekday)
    let weeks = max(0, monday.days(until: last) / 7 + 1)
    let days = weeks > Self.columnsMax ? 28 : 7
    noun = weeks > Self.columnsMax ? "four weeks" : "week"
    var ranges: [ClosedRange<CivilDate>] = []
    var start = monday
    while start <= last {
      let end = min(start.adding(days: days - 1), last)
      // What is left of a week by its weekend alone is no week.
      if max(start, first) <= end, workdays(max(start, first)...end) > 0 {
        ranges.append(max(start, first)...end)
      }
      start = start.adding(days: days)
    }
    self.ranges = ranges
  }
}

/// Minutes a week of what lies in some days, so that a week which the plan begins or ends in does not look like a cliff.
private func perWeek(_ effort: Effort, _ days: ClosedRange<CivilDate>) -> Int64 {
  effort.minutes / max(1, workdays(days)) * 5
}

/// Days from Monday to Friday among these.
private func workdays(_ days: ClosedRange<CivilDate>) -> Int64 {
  let count = (0...days.lowerBound.days(until: days.upperBound)).count { offset in
    days.lowerBound.adding(days: offset).weekday <= 5
  }
  return Int64(count)
}

private func chart(_ load: TeamLoad, _ stretch: Stretch, _ reading: Reading) -> WeeksChart {
  let days = load.months.map(\.days)
  // Weeks that are alike, one after the other.
  var groups: [Range<Int>] = []
  for (index, week) in load.months.enumerated() {
    if let last = groups.last, week.placed == load.months[last.lowerBound].placed,
      week.planned == load.months[last.lowerBound].planned
    {
      groups[groups.count - 1] = last.lowerBound..<index + 1
    } else {
      groups.append(index..<index + 1)
    }
  }
  let columns = groups.map { group -> WeeksChart.Column in
    let week = load.months[group.lowerBound]
    let first = days[group.lowerBound].lowerBound
    let when =
      group.count == 1 ? first.text : dates(first, days[group.upperBound - 1].upperBound).plainText
    let taken = week.placed.personWeeksText.replacing(" pw", with: "")
    return WeeksChart.Column(
      first: first, taken: perWeek(week.placed, week.days), limit: perWeek(week.planned, week.days),
      text:
        "\(when): \(taken) of \(week.planned.personWeeksText)\(group.count == 1 ? "" : " each \(stretch.noun)")"
    )
  }
  return WeeksChart(
    title: reading.label(load.team), columns: columns,
    last: days.last?.upperBound ?? reading.plan.end, changes: changes(of: load.team, reading))
}

/// Hires, loans and absences that begin or last while the plan runs, the first first.
private func changes(of id: TeamID, _ reading: Reading) -> [WeeksChart.Change] {
  let team = reading.plan.teams[id.index]
  let from = max(reading.plan.asOf, reading.plan.start)
  let last = reading.plan.end
  var changes: [WeeksChart.Change] = []
  func add(_ label: String, _ tenths: Int32, _ first: CivilDate, _ end: CivilDate?, isLoss: Bool) {
    let end = min(end ?? last, last)
    guard first <= last, end >= from, first >= from || isLoss else { return }
    let sign = (isLoss ? "−" : "+") + heads(tenths)
    let when = isLoss || end < last ? dates(first, end).plainText : "from \(first.text)"
    changes.append(
      WeeksChart.Change(
        days: max(first, from)...max(end, max(first, from)), label: sign, isLoss: isLoss,
        text: "\(label): \(sign), \(when)"))
  }
  for hire in team.hires {
    add(named(hire.label, hire.name), hire.peopleTenths, hire.on, hire.last, isLoss: false)
  }
  for absence in team.absences {
    add(
      named(absence.label, absence.name), absence.peopleTenths, absence.first, absence.last,
      isLoss: true)
  }
  for loan in reading.plan.loans where loan.giver == id || loan.taker == id {
    add(
      named(loan.label, loan.name), loan.peopleTenths, loan.on, loan.last, isLoss: loan.giver == id)
  }
  return changes.sorted {
    ($0.days.lowerBound, $0.label, $0.text) < ($1.days.lowerBound, $1.label, $1.text)
  }
}
