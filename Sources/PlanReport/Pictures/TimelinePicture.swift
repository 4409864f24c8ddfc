import PlanInsight
import PlanModel

/// When everything that is scheduled runs, in as many pictures as a reader can take in one by one; none where nothing is.
func timelinePictures(_ reading: Reading) -> [Picture] {
  let order = reading.plan.horizons.indices.flatMap { reading.initiatives(in: HorizonID($0)) }
  let shown = Array(order.prefix(rowsInAllMax))
  guard !shown.isEmpty else { return [] }
  let pages = stride(from: 0, to: shown.count, by: rowsMax).map {
    Array(shown[$0..<min($0 + rowsMax, shown.count)])
  }
  let critical = CriticalPairs(reading)
  let waits = waits(critical, reading)
  return pages.enumerated().map { index, members in
    let part = pages.count > 1 ? ", \(index + 1) of \(pages.count)" : ""
    var caption: Prose =
      reading.answer.simulation == nil
      ? "Each bar runs from the start to the finish that is scheduled."
      : """
      Each bar runs from the start to the day by which half of the trials are done, and fades until four of five are.
      """
    if order.count > shown.count, index == pages.count - 1 {
      caption +=
        " The first \(inWords(shown.count)) of \(counted(order.count, "initiative")) are drawn; the lists below have all."
    }
    return Picture(
      .timeline, page: pages.count > 1 ? index + 1 : nil, title: "When each initiative runs\(part)",
      caption: caption,
      alternative: reading.isChosen ? .table(table(members, critical, reading)) : .besides,
      chart: .timeline(chart(members, critical, waits, reading)))
  }
}

/// So many rows fit on a printed page.
private let rowsMax = 36

/// Nobody follows more bars than this, and every one makes the page longer.
private let rowsInAllMax = 300

private func chart(
  _ members: [Int], _ critical: CriticalPairs, _ waits: [Wait], _ reading: Reading
) -> TimelineChart {
  let bars = members.map { bar($0, critical, reading) }
  let first = max(
    bars.compactMap { $0?.start }.min() ?? reading.plan.asOf,
    min(reading.plan.start, reading.plan.asOf).adding(days: -pastDaysMax))
  // A day that is still to come when all is done shows how much room there is.
  let deadlines = members.flatMap { reading.plan.initiatives[$0].urgency.deadlines.map(\.date) }
    .filter { $0 <= reading.plan.end }
  let last = (bars.compactMap { $0.map { $0.late ?? $0.finish } } + deadlines).max() ?? first
  let groups = reading.plan.horizons.indices.compactMap { index -> TimelineChart.Group? in
    let rows = zip(members, bars).compactMap { member, bar -> TimelineChart.Row? in
      guard let bar, reading.standings[member].horizon?.index == index else { return nil }
      return TimelineChart.Row(
        label: reading.label(member), text: sentence(member, bar, reading), bar: bar,
        points: points(member, bar, reading))
    }
    guard !rows.isEmpty else { return nil }
    return TimelineChart.Group(label: reading.label(HorizonID(index)), rows: rows)
  }
  let days = first...max(first, last)
  return TimelineChart(
    days: days, today: days.contains(reading.plan.asOf) ? reading.plan.asOf : nil,
    spans: reading.plan.horizons.indices.compactMap { index in
      let horizon = reading.plan.horizons[index]
      guard horizon.first <= days.upperBound, horizon.last >= days.lowerBound else { return nil }
      return TimelineChart.Span(
        label: reading.label(HorizonID(index)),
        days: max(horizon.first, days.lowerBound)...min(horizon.last, days.upperBound))
    }, groups: groups, links: links(members, critical, waits))
}

/// What was begun long ago must not press what is ahead together.
private let pastDaysMax = 31

private func bar(_ index: Int, _ critical: CriticalPairs, _ reading: Reading) -> TimelineChart.Bar?
{
  guard let span = reading.standings[index].span else { return nil }
  let outlook = reading.answer.simulation?.initiatives[index]?.finish
  func date(_ percent: Int64) -> CivilDate? {
    outlook.map {
      reading.model.date(ofDay: min($0.percentile(percent), reading.problem.lastDay - 1))
    }
  }
  return TimelineChart.Bar(
    start: span.start, finish: max(span.start, date(50) ?? span.finish), late: date(80),
    firmness: firmness(span.horizon), isCritical: critical.members.contains(index))
}

private func firmness(_ horizon: HorizonID) -> TimelineChart.Firmness {
  switch horizon.index {
  case 0: .committed
  case 1: .expected
  default: .open
  }
}

/// The same in words, for reports in which no other section has it.
private func table(_ members: [Int], _ critical: CriticalPairs, _ reading: Reading) -> Table {
  Table(
    columns: [Table.Column("Initiative"), Table.Column("Team"), Table.Column("When")],
    rows: members.compactMap { index in
      bar(index, critical, reading).map { bar in
        [
          "\(strong: reading.titled(index))", Prose(reading.teamLabels(index)),
          Prose(facts(index, bar, reading).joined(separator: "; ")),
        ]
      }
    })
}

private func sentence(_ index: Int, _ bar: TimelineChart.Bar, _ reading: Reading) -> String {
  (["\(reading.titled(index)) (\(reading.teamLabels(index)))"] + facts(index, bar, reading))
    .joined(separator: "; ")
}

/// No more than its horizon promises: dates in the first, weeks in the second, none after it.
private func facts(_ index: Int, _ bar: TimelineChart.Bar, _ reading: Reading) -> [String] {
  guard let span = reading.standings[index].span else { return [] }
  var parts: [String] = []
  switch bar.firmness {
  case .committed:
    parts.append(span.isRunning ? "runs since \(span.start.text)" : "starts \(span.start.text)")
    if reading.plan.initiatives[index].isEffortAssumed {
      parts.append("no promise when it ends")
    } else if let end = reading.promised(index, span.horizon, besides: nil) {
      parts.append("done \(end.runs.first?.style == .figure ? "by " : "")\(end.plainText)")
    } else {
      parts.append("done \(span.finish.text)")
    }
  case .expected:
    let weeks = reading.likelyWeeks(index) ?? PlanReport.weeks(span.start, span.finish)
    parts.append("done in \(weeks.plainText)")
  case .open: parts.append("\(reading.label(span.horizon)), without dates")
  }
  for deadline in reading.plan.initiatives[index].urgency.deadlines {
    parts.append("due \(deadline.date.text)")
  }
  if bar.isCritical { parts.append("decides the end") }
  return parts
}

private func points(
  _ index: Int, _ bar: TimelineChart.Bar, _ reading: Reading
) -> [TimelineChart.Point] {
  let deadlines = reading.plan.initiatives[index].urgency.deadlines.map {
    TimelineChart.Point(date: $0.date, kind: .deadline)
  }
  // Where a milestone without a date lies on a bar without dates would say more than is known.
  guard bar.firmness != .open else { return deadlines }
  let milestones = reading.plan.milestones.indices.compactMap { place -> TimelineChart.Point? in
    let milestone = reading.plan.milestones[place]
    guard milestone.initiative.index == index, reading.shows(milestone.readers),
      let date = reading.model.date(of: MilestoneID(place), in: reading.schedule)
    else { return nil }
    return TimelineChart.Point(date: date, kind: .milestone)
  }
  return milestones + deadlines
}

/// What waits for what: dependencies that follow from no others, and what decides the end one after the other.
private func waits(_ critical: CriticalPairs, _ reading: Reading) -> [Wait] {
  let all = needs(reading).filter { !critical.holds($0.pair) } + critical.waits
  return withoutImplied(
    all, keeping: { critical.holds($0.pair) }, from: \.pair.from, to: \.pair.to)
}

/// Arrows between the rows of one picture.
private func links(
  _ members: [Int], _ critical: CriticalPairs, _ waits: [Wait]
) -> [TimelineChart.Link] {
  var rows: [Int: Int] = [:]
  for (row, member) in members.enumerated() { rows[member] = row }
  return waits.compactMap { wait in
    guard let from = rows[wait.pair.from], let to = rows[wait.pair.to],
      let first = wait.done, let second = wait.starts
    else { return nil }
    return TimelineChart.Link(
      from: TimelineChart.Link.End(row: from, date: first),
      to: TimelineChart.Link.End(row: to, date: max(first, second)),
      isCritical: critical.holds(wait.pair))
  }
}
