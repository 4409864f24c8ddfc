import PlanInsight
import PlanModel

/// What others have to deliver and have not yet; `nil` when nothing waits for anybody.
func dependenciesSection(_ reading: Reading) -> Section? {
  let open = reading.plan.externals.indices.filter {
    reading.plan.externals[$0].commitment != .met
      && reading.shows(reading.plan.externals[$0].readers)
      && !waiting(ExternalID($0), reading).isEmpty
  }
  guard !open.isEmpty else { return nil }
  // Who builds looks at the loosest first; in all other reports they stand as in the plan.
  let ordered =
    reading.audience == .engineering
    ? open.sorted { left, right in
      let (one, other) = (reading.plan.externals[left], reading.plan.externals[right])
      return (one.commitment.firmness, one.date, left)
        < (other.commitment.firmness, other.date, right)
    } : open
  let rows = ordered.map { row(ExternalID($0), reading) }
  let loose = open.filter { reading.plan.externals[$0].commitment.isLoose }
  var intro: Prose = "We wait for \(counted(open.count, "thing")) that others deliver."
  if !loose.isEmpty {
    let names = loose.map { Prose(reading.label(ExternalID($0)), .emphasis) }
    intro += " Nobody has committed to \(names.joinedAsSentence("or"))."
  }
  let table = Table(
    columns: [
      Table.Column("What"), Table.Column("From"), Table.Column("Due"),
      Table.Column("How firm"), Table.Column("Hangs on"), Table.Column("If it slips"),
      Table.Column("If it fails"),
      Table.Column("Who waits"),
    ], rows: rows)
  return Section(title: "Open dependencies", blocks: [.paragraph(intro), .table(table.compacted)])
}

private func row(_ id: ExternalID, _ reading: Reading) -> [Prose] {
  let external = reading.plan.externals[id.index]
  let need = Need(id, reading.schedule, reading.model)
  return [
    "\(strong: reading.label(id))", Prose(external.owner ?? ""), "\(figure: external.date.text)",
    Prose(external.commitment.phrase),
    Prose(external.after.map { reading.label($0.on) }.joined(separator: ", ")),
    slip(id, need, reading),
    fallback(external, need, reading),
    Prose(waiting(id, reading).map { reading.label($0) }.joined(separator: ", ")),
  ]
}

private func slip(_ id: ExternalID, _ need: Need?, _ reading: Reading) -> Prose {
  let days = reading.plan.externals[id.index].slipDays
  var parts: [Prose] = []
  if days.high > 0,
    let expected = reading.model.expectedDate(of: id, in: reading.schedule)
  {
    parts += [
      "we plan with \(figure: expected.text)",
      "at worst \(figure: Elapsed.workingDays(days.high).text) late",
    ]
  }
  if let need { parts.append("needed by \(figure: need.by.text)") }
  return parts.joined(separator: "; ")
}

private func fallback(_ external: External, _ need: Need?, _ reading: Reading) -> Prose {
  guard let fallback = external.fallback else { return "no fallback" }
  var text: Prose = "\(named(fallback.label, fallback.name)), \(figure: fallback.adds.mean.text)"
  if let team = fallback.team { text += " of \(reading.label(team))" }
  if let from = fallback.from { text += ", from \(figure: from.text)" }
  if let need, let day = need.decideBy {
    text += need.isTooLate ? "; too late to be there in time" : "; decide by \(figure: day.text)"
  }
  return text
}

/// Initiatives still to be done that depend on an external and have not turned to its fallback.
private func waiting(_ external: ExternalID, _ reading: Reading) -> [Int] {
  reading.standings.indices.filter { index in
    let initiative = reading.plan.initiatives[index]
    guard reading.standings[index].span != nil || reading.standings[index] == .undone,
      initiative.priority != .wont, !initiative.uses.contains(external)
    else { return false }
    return initiative.works.contains { work in
      reading.plan.works[work].progress == .open
        && reading.plan.works[work].after.contains { $0.on == .external(external) }
    }
  }
}

extension External.Commitment {
  /// For sorting, the loosest first.
  fileprivate var firmness: Int {
    switch self {
    case .missed: 0
    case .unknown: 1
    case .asked: 2
    case .aware: 3
    case .agreed: 4
    case .committed: 5
    case .met: 6
    }
  }

  /// How firm it is, in words.
  var phrase: String {
    switch self {
    case .unknown: "nobody has asked"
    case .asked: "asked, no answer yet"
    case .aware: "aware, not promised"
    case .agreed: "agreed"
    case .committed: "committed"
    case .met: "delivered"
    case .missed: "missed"
    }
  }
}
