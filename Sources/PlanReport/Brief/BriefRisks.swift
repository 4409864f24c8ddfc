import PlanInsight
import PlanModel

/// The few things that may go wrong and would be noticed outside: dates that are unsure, promises of others, losses, and work that may
/// grow; `nil` where none is known.
func briefRisks(_ reading: Reading) -> Section? {
  let items = unsure(reading) + promises(reading) + losses(reading) + growth(reading)
  guard !items.isEmpty else { return nil }
  var shown = Array(items.prefix(reading.fit.items))
  let more = items.count - shown.count
  if more > 0 {
    shown.append("\(capitalised(counted(more, "more risk"))).")
  }
  return Section(title: "What may go wrong", blocks: [.list(shown)])
}

/// Dates that are less sure than they have to be, the least sure first.
private func unsure(_ reading: Reading) -> [Prose] {
  guard let simulation = reading.answer.simulation else { return [] }
  let flags = simulation.flags(reading.model).filter { reading.shows($0.promise) }
  let dated = flags.enumerated().compactMap { place, flag -> (Rational, Int, Prose)? in
    let name: String
    let date: CivilDate
    switch flag.promise {
    case .start: return nil
    case .deadline(let id, let day), .agreed(let id, let day):
      name = reading.told(id.index) ?? "a piece of groundwork with a deadline"
      date = day
    // The table of goals has those.
    case .goal: return nil
    }
    return (
      flag.chance, place,
      """
      \(strong: capitalised(name)): ready by \(figure: date.text) in \(figure: chanceText(flag.chance)) of the trials; our \
      standard is \(figure: flag.needed.percentText()).
      """
    )
  }
  return dated.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
}

/// What others owe and have not committed to, the first to be needed first; named by who owes it, since what it is may be technology.
private func promises(_ reading: Reading) -> [Prose] {
  let loose = reading.plan.externals.indices.compactMap { index -> (CivilDate, Int, Prose)? in
    let external = reading.plan.externals[index]
    guard external.commitment.isLoose, reading.shows(external.readers),
      let need = Need(ExternalID(index), reading.schedule, reading.model)
    else { return nil }
    let who = external.owner.map { reading.cut($0) } ?? "Somebody outside"
    var text: Prose = """
      \(strong: capitalised(who)) has not committed to what we need by \(figure: need.by.text)
      """
    if let day = need.decideBy {
      text +=
        need.isTooLate
        ? ", and it is too late for our way round it"
        : "; we decide on our way round it by \(figure: day.text)"
    } else {
      text += ", and we have no way round it"
    }
    return (need.by, index, text + ".")
  }
  return loose.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
}

/// Losses in money, the dearest first.
private func losses(_ reading: Reading) -> [Prose] {
  guard reading.plan.printsMoney else { return [] }
  var found: [(yearly: Int64, text: Prose)] = []
  for index in reading.standings.indices
  where reading.standings[index].span != nil || reading.standings[index] == .undone {
    for risk in reading.plan.initiatives[index].risks {
      guard let loss = risk.loss else { continue }
      let yearly = risk.expectedLoss?.minorUnitsPerYear.rounded ?? 0
      let lowered: Prose =
        risk.lowered.flatMap { reading.told($0.once.index) }.map { "; \($0) lowers it" } ?? ""
      found.append(
        (
          yearly,
          """
          \(strong: capitalised(reading.cut(named(risk.label, risk.name)))): would cost \
          \(figure: reading.money(loss.costs.minorUnits, isProved: true)), with a chance of \
          \(figure: risk.chance.percentText()) in \(figure: loss.over.phrase)\(lowered).
          """
        ))
    }
  }
  return found.enumerated().sorted {
    ($1.element.yearly, $0.offset) < ($0.element.yearly, $1.offset)
  }
  .map(\.element.text)
}

/// Work that may turn out larger, told by what it is for.
private func growth(_ reading: Reading) -> [Prose] {
  let grown = reading.standings.indices.compactMap { index -> (Effort, Int, Prose)? in
    guard reading.standings[index].span != nil, let name = reading.told(index) else { return nil }
    let risks = reading.plan.initiatives[index].risks.compactMap { risk -> Effort? in
      risk.adds.map { risk.chance.times(Rational($0.mean.minutes))?.rounded ?? 0 }
        .map { Effort(minutes: $0) }
    }
    let worst = reading.plan.initiatives[index].risks.compactMap(\.adds?.mean)
      .reduce(Effort.zero) { $0 + $1 }
    guard !risks.isEmpty else { return nil }
    return (
      risks.reduce(.zero) { $0 + $1 }, index,
      """
      \(strong: capitalised(name)): may take \(figure: worst.inFull) more, for \(counted(risks.count, "reason")) that we know.
      """
    )
  }
  return grown.sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.2)
}

extension External.Commitment {
  /// Whether nobody has promised anything.
  var isLoose: Bool {
    switch self {
    case .agreed, .committed, .met: false
    case .unknown, .asked, .aware, .missed: true
    }
  }
}
