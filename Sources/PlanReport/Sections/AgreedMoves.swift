import PlanInsight
import PlanModel

/// What has moved since the schedule was agreed, and why; `nil` where nothing was agreed.
func agreedMovesSection(_ reading: Reading) -> Section? {
  guard let moves = reading.answer.moves else { return nil }
  var blocks: [Block] = []
  let shown = moves.moves.filter { reading.standings[$0.initiative] != .hidden }
  if shown.isEmpty {
    blocks.append(.paragraph(steady(moves)))
  } else {
    blocks.append(.table(table(shown, reading).compacted))
  }
  let added = moves.added.filter { reading.standings[$0] != .hidden }
  if !added.isEmpty {
    let labels = added.map { Prose(reading.label($0), .emphasis) }.joinedAsSentence()
    blocks.append(.paragraph("New since then: \(labels)."))
  }
  // Whether what is not in the plan any more was confidential, nobody can say any more.
  if !moves.gone.isEmpty, reading.audience == nil {
    let names = moves.gone.map { Prose($0, .code) }.joinedAsSentence()
    blocks.append(.paragraph("Agreed and not in the plan any more: \(names)."))
  }
  let churn = reading.answer.solution.churn
  if churn > 0, reading.plan.printsMoney, reading.audience == nil {
    blocks.append(
      .paragraph(
        """
        Moving what was agreed for Now weighs \(figure: reading.money(churn, isProved: true)) in the choice of this schedule. \
        It is no cost of delay, and in no total.
        """))
  }
  if let asAgreed = asAgreed(reading) { blocks.append(.paragraph(asAgreed)) }
  if let kept = keptOrder(reading) { blocks.append(.paragraph(kept)) }
  return Section(title: "Since the agreed plan", blocks: blocks)
}

/// That nothing has moved.
func steady(_ moves: Moves) -> Prose {
  moves.agreedCount == 0
    ? "Nothing of what was agreed is still to be done."
    : "Every start is within \(inWords(AgreedSchedule.toleranceDays)) days of the agreed one."
}

/// Why what could have stayed has moved.
private func asAgreed(_ reading: Reading) -> Prose? {
  guard let asAgreed = reading.answer.kept?.asAgreed, reading.audience == nil else { return nil }
  switch asAgreed {
  case .breaksDemands:
    return "With everything where it was agreed, what has to be kept would be broken."
  case .costs(let more):
    guard more > 0, reading.plan.printsMoney else { return nil }
    return """
      With everything where it was agreed, this plan would cost \(figure: reading.money(more, isProved: false)) more.
      """
  }
}

/// What could be had by moving more than the plan's changes ask for.
private func keptOrder(_ reading: Reading) -> Prose? {
  guard let kept = reading.answer.kept, kept.saving > 0, !kept.initiatives.isEmpty,
    reading.plan.printsMoney, reading.audience == nil
  else { return nil }
  let labels = kept.initiatives.map { Prose(reading.label($0), .emphasis) }.joinedAsSentence()
  let without = reading.answer.shell.words(
    "--set plan.churn=0%", inSession: "change plan { churn: 0% }")
  let stay: Prose = kept.initiatives.count == 1 ? "stays" : "stay"
  return """
    \(labels) \(stay) as agreed: another order would save \
    \(figure: reading.money(kept.saving, isProved: false)), too little for what it would move. With \(code: without) it is \
    taken.
    """
}

private func table(_ moves: [Move], _ reading: Reading) -> Table {
  Table(
    columns: [
      Table.Column("Initiative"), Table.Column("Agreed start"), Table.Column("Now"),
      Table.Column("Moved", .trailing), Table.Column("Because"),
    ],
    rows: moves.map { move in
      [
        "\(strong: reading.label(move.initiative))", day(move.agreed), day(move.now),
        distance(move), cause(move, reading),
      ]
    })
}

private func day(_ days: ClosedRange<CivilDate>?) -> Prose {
  days.map { "\(figure: $0.lowerBound.text)" } ?? "left undone"
}

/// `12 days later`; empty where one of both is no day.
func distance(_ move: Move) -> Prose {
  guard let days = move.daysLater else { return "" }
  let text = counted(abs(days), "day")
  return days > 0 ? "\(text) later" : "\(text) earlier"
}

private func cause(_ move: Move, _ reading: Reading) -> Prose {
  switch move.cause {
  case .begun: return "it was begun on that day"
  case .passed: return "its day went by without it being begun"
  case .cheaperOrder: return "another order costs less"
  case .held(let hold): return "it \(why(hold, move.initiative, reading))"
  case .follows(let change):
    let other: Prose =
      change.initiative == move.initiative
      ? "it" : "\(emphasis: reading.label(change.initiative))"
    switch change.how {
    case .length(let days):
      let text = counted(abs(days), "working day")
      return "\(other) takes \(text) \(days > 0 ? "more" : "less") than agreed"
    case .added: return "\(other) came in"
    case .selection:
      let isDone = reading.schedule.isDone(change.initiative, in: reading.problem)
      return isDone ? "\(other) came in" : "\(other) is left out"
    case .begun: return "\(other) was begun on another day than agreed"
    case .held(let hold): return "\(other) \(why(hold, change.initiative, reading))"
    case .staffing: return "\(other) is staffed otherwise than agreed"
    case .order: return "\(other) has another place in the order"
    }
  }
}

private func why(_ hold: Hold, _ initiative: Int, _ reading: Reading) -> Prose {
  reason(hold, of: WorkID(reading.plan.initiatives[initiative].works.lowerBound), reading)
}
