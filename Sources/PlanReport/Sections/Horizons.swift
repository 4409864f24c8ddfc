import PlanInsight
import PlanModel

/// Now, Next and Later, each saying only what it may claim: the first dates, the second weeks,
/// the others themes.
///
/// - Parameters:
///   - reading: What is told.
///   - which: Which horizons of the plan, as far as it has them.
/// - Returns: A section for each in which something starts.
func horizonSections(_ reading: Reading, _ which: Range<Int>) -> [Section] {
  which.clamped(to: reading.plan.horizons.indices).compactMap { index in
    let horizon = HorizonID(index)
    let members = reading.initiatives(in: horizon)
    guard !members.isEmpty else { return nil }
    let blocks =
      switch index {
      case 0: commitment(members, horizon, reading)
      case 1: outlook(members, horizon, reading)
      default: directions(members, horizon, reading)
      }
    return Section(
      title: title(of: horizon, reading),
      blocks: blocks + unsure(horizon, reading) + obligations(members, reading))
  }
}

private func title(of horizon: HorizonID, _ reading: Reading) -> Prose {
  let span = reading.plan.horizons[horizon.index]
  return "\(reading.label(horizon)): \(dates(span.first, span.last))"
}

// MARK: Now

private func commitment(_ members: [Int], _ horizon: HorizonID, _ reading: Reading) -> [Block] {
  let span = reading.plan.horizons[horizon.index]
  // Beside dates of two years every date has its own.
  let year = span.first.year == span.last.year ? span.last.year : nil
  let rows = members.compactMap { index -> [Prose]? in
    guard let span = reading.standings[index].span else { return nil }
    let initiative = reading.plan.initiatives[index]
    let start: Prose = "\(figure: span.start.text(besides: year))"
    return [
      "\(strong: reading.titled(index))", Prose(reading.teamLabels(index)),
      span.isRunning ? "since \(start)" : start,
      initiative.isEffortAssumed
        ? "no promise"
        : reading.promised(index, horizon, besides: year) ?? end(span, year, reading),
      Prose(initiative.words.owner ?? ""),
      Prose(initiative.metrics.map(\.phrase).joined(separator: "; ")),
    ]
  }
  let table = Table(
    columns: [
      Table.Column("Initiative"), Table.Column("Team"), Table.Column("Start"),
      Table.Column("Finish"), Table.Column("Owner"), Table.Column("How we will know"),
    ], rows: rows)
  var intro: Prose = "What we commit to. "
  if let sure = sureness(horizon, reading) { intro += "\(sure) " }
  intro += reading.basis(of: horizon)
  var blocks: [Block] = [.paragraph(intro), .table(table.compacted)]
  let reasons = members.compactMap { index -> Prose? in
    guard let why = reading.plan.initiatives[index].words.why else { return nil }
    return "\(strong: reading.label(index)): \(why)"
  }
  if !reasons.isEmpty { blocks += [.paragraph("Why these:"), .list(reasons)] }
  let scopes = members.compactMap { scope($0, reading) }
  if !scopes.isEmpty { blocks += [.paragraph("What counts as done:"), .list(scopes)] }

  let unmeasured = members.filter { reading.plan.initiatives[$0].metrics.isEmpty }
  if !unmeasured.isEmpty, unmeasured.count < members.count {
    blocks.append(
      .paragraph("Nobody has said how we will know that \(list(unmeasured, reading)) worked."))
  } else if !unmeasured.isEmpty {
    blocks.append(.paragraph("Nobody has said yet how we will know that any of this worked."))
  }
  if let note = unestimated(members, reading) { blocks.append(.paragraph(note)) }
  return blocks
}

/// How one sees that an initiative is done, and what it leaves out; `nil` where the plan says neither.
private func scope(_ index: Int, _ reading: Reading) -> Prose? {
  let words = reading.plan.initiatives[index].words
  guard words.doneWhen != nil || !words.outOfScope.isEmpty else { return nil }
  var parts: [String] = []
  if let done = words.doneWhen { parts.append(sentence(done)) }
  if !words.outOfScope.isEmpty {
    parts.append(sentence("Left out: " + words.outOfScope.joined(separator: ", ")))
  }
  return "\(strong: reading.label(index)): \(parts.joined(separator: " "))"
}

/// What of a horizon has to be done, whatever it costs.
private func obligations(_ members: [Int], _ reading: Reading) -> [Block] {
  let musts = members.filter { reading.plan.initiatives[$0].priority == .must }
  return musts.isEmpty
    ? [] : [.paragraph("Not open to choice: \(list(musts, reading)) must be done.")]
}

/// When something that starts now ends: a date while that is near, a month in the second horizon,
/// none after it.
private func end(_ span: Standing.Span, _ year: Int?, _ reading: Reading) -> Prose {
  let horizon = reading.model.horizon(ofDay: reading.model.day(of: span.finish))
  return switch horizon.index {
  case 0: "\(figure: span.finish.text(besides: year))"
  case 1: "in \(figure: span.finish.monthText)"
  default: "in \(reading.label(horizon))"
  }
}

/// How sure a horizon has to be; it is an aim until somebody has simulated.
private func sureness(_ horizon: HorizonID, _ reading: Reading) -> Prose? {
  guard let band = reading.plan.horizons[horizon.index].band else { return nil }
  let low = band.lowerBound.percentText()
  let high = band.upperBound.percentText()
  let range: Prose =
    low == high ? "\(figure: low)" : "\(figure: low) to \(figure: high)"
  return "Our standard here is to be \(range) sure."
}

private func unestimated(_ members: [Int], _ reading: Reading) -> Prose? {
  let open = members.filter { reading.plan.initiatives[$0].isEffortAssumed }
  guard !open.isEmpty else { return nil }
  return """
    \(list(open, reading)) \(open.count == 1 ? "has" : "have") no estimate yet, so no date is promised.
    """
}

private func list(_ members: [Int], _ reading: Reading) -> Prose {
  members.map { Prose(reading.label($0), .emphasis) }.joinedAsSentence()
}

// MARK: Next

private func outlook(_ members: [Int], _ horizon: HorizonID, _ reading: Reading) -> [Block] {
  var intro: Prose = "What follows, by what it is for. Scope is still open, and "
  intro +=
    reading.answer.simulation == nil
    ? "weeks are scheduled, not simulated."
    : "each is done within these weeks with a chance of 50 to 80 %."
  if let sure = sureness(horizon, reading) { intro += " \(sure)" }
  var blocks: [Block] = [.paragraph(intro)]
  let rows = byTheme(members, reading).flatMap { theme, members in
    members.compactMap { index -> [Prose]? in
      guard let span = reading.standings[index].span else { return nil }
      return [
        theme, "\(strong: reading.titled(index))", Prose(reading.teamLabels(index)),
        reading.plan.initiatives[index].isEffortAssumed
          ? "not estimated" : reading.likelyWeeks(index) ?? stretch(span, reading),
      ]
    }
  }
  let table = Table(
    columns: [
      Table.Column("For"), Table.Column("Initiative"), Table.Column("Team"),
      Table.Column(reading.answer.simulation == nil ? "Weeks" : "Done in"),
    ], rows: rows)
  blocks.append(.table(table.compacted))
  return blocks
}

/// The weeks from start to finish; the finish only while it lies in this horizon.
private func stretch(_ span: Standing.Span, _ reading: Reading) -> Prose {
  let horizon = reading.model.horizon(ofDay: reading.model.day(of: span.finish))
  guard horizon > span.horizon else { return weeks(span.start, span.finish) }
  return """
    from \(figure: "week \(span.start.week)"), \(figure: span.start.monthText), into \
    \(reading.label(horizon))
    """
}

// MARK: Later

private func directions(_ members: [Int], _ horizon: HorizonID, _ reading: Reading) -> [Block] {
  let items = byTheme(members, reading).map { theme, members -> Prose in
    var labels = members.prefix(directionsMax).map { Prose(reading.titled($0)) }
    let more = members.count - labels.count
    if more > 0 { labels.append("and \(inWords(more)) more") }
    let name = theme.isEmpty ? "Beside the goals" : theme.plainText
    return "\(strong: name): \(labels.joined(separator: "; "))"
  }
  return [
    .paragraph(
      "Directions we expect to take, without dates: to give any would be false precision."),
    .list(items),
  ]
}

/// Of a direction more names say less; `plan solve` has all of them.
private let directionsMax = 8

/// Initiatives by their first goal, in the order in which goals come up; those without one last.
private func byTheme(_ members: [Int], _ reading: Reading) -> [(theme: Prose, members: [Int])] {
  var goals: [GoalID] = []
  for index in members {
    if let goal = reading.plan.initiatives[index].goals.first, !goals.contains(goal) {
      goals.append(goal)
    }
  }
  var groups = goals.map { goal in
    (
      theme: Prose(reading.label(goal)),
      members: members.filter { reading.plan.initiatives[$0].goals.first == goal }
    )
  }
  let rest = members.filter { reading.plan.initiatives[$0].goals.isEmpty }
  if !rest.isEmpty {
    groups.append((theme: "", members: rest))
  }
  return groups
}
