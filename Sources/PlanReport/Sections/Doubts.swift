import PlanInsight
import PlanModel

/// What would change our mind: gates, assumptions, promises of others, what would bring back what is left out, decisions that are
/// looked at again; `nil` where the plan names nothing.
func doubtsSection(_ reading: Reading) -> Section? {
  let all = doubts(reading)
  guard !all.isEmpty else { return nil }
  let isBrief = reading.audience?.isBrief ?? false
  let limit = isBrief ? reading.fit.items : doubtsMax
  var items = Array(all.prefix(limit))
  if all.count > limit { items.append("\(capitalised(inWords(all.count - limit))) more, later.") }
  return Section(title: "What would change our mind", blocks: [.list(items)])
}

/// Sentences, the first to be known first.
func doubts(_ reading: Reading) -> [Prose] {
  let all =
    gates(reading) + promises(reading) + assumptions(reading) + decisions(reading)
    + returns(reading)
  return all.enumerated()
    .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element.text)
}

/// More than this nobody keeps in mind.
private let doubtsMax = 12

/// Something that would make us plan anew, and by when we know; what has no day comes last.
private struct Doubt {
  var day: CivilDate
  var text: Prose

  init(_ day: CivilDate?, _ text: Prose) {
    self.day = day ?? CivilDate(dayNumber: .max)
    self.text = text
  }
}

extension Reading {
  /// An initiative by the name that these readers have for it.
  fileprivate func mindName(_ index: Int) -> Prose {
    guard audience?.isBrief ?? false else { return "\(emphasis: label(index))" }
    return told(index).map { "\(emphasis: $0)" } ?? "a piece of groundwork"
  }

  fileprivate func mindText(_ text: String) -> String {
    audience?.isBrief ?? false ? cut(text) : text
  }

  /// The same for what may be left out where there is no room for it.
  fileprivate func mindThought(_ text: String) -> String? {
    audience?.isBrief ?? false ? thought(text) : text
  }
}

private func gates(_ reading: Reading) -> [Doubt] {
  reading.standings.indices.filter { reading.standings[$0].span != nil }.flatMap { index in
    reading.plan.initiatives[index].gates.filter { $0.met == nil }.map { gate in
      Doubt(
        gate.on,
        """
        On \(figure: gate.on.text) \(reading.mindName(index)) goes on only if \(reading.mindText(gate.needs)); otherwise \
        \(gate.otherwise.phrase).
        """)
    }
  }
}

private func promises(_ reading: Reading) -> [Doubt] {
  // The risks of a page say by when it is decided to wait no longer.
  guard !(reading.audience?.isBrief ?? false) else { return [] }
  return reading.plan.externals.indices.compactMap { index in
    let external = reading.plan.externals[index]
    guard let fallback = external.fallback, external.commitment.isLoose,
      reading.shows(external.readers),
      let need = Need(ExternalID(index), reading.schedule, reading.model),
      let day = need.decideBy, !need.isTooLate
    else { return nil }
    return Doubt(
      day,
      """
      If nobody has committed to \(emphasis: reading.label(ExternalID(index))) by \(figure: day.text), we turn to \
      \(emphasis: named(fallback.label, fallback.name)), for \(figure: fallback.adds.mean.personWeeksText) of work.
      """)
  }
}

private func assumptions(_ reading: Reading) -> [Doubt] {
  reading.standings.indices.filter { reading.standings[$0].span != nil }.flatMap { index in
    reading.plan.initiatives[index].risks.compactMap { risk in
      guard case .assumption(let known) = risk.origin else { return nil }
      let sure = Rational.one.minus(risk.chance) ?? .zero
      let after: Prose =
        known.map { "; we know once \(emphasis: reading.label($0)) is done" } ?? ""
      let adds: Prose =
        risk.adds.map { ", and adds \(figure: $0.mean.personWeeksText) where not" } ?? ""
      let isBrief = reading.audience?.isBrief ?? false
      return Doubt(
        nil,
        isBrief
          ? """
          \(capitalised(reading.mindName(index))) rests on something that holds with \(figure: sure.percentText())\(adds).
          """
          : """
          That \(emphasis: named(risk.label, risk.name)) holds with \(figure: sure.percentText())\(adds)\(after).
          """)
    }
  }
}

private func decisions(_ reading: Reading) -> [Doubt] {
  reading.plan.decisions.compactMap { decision in
    guard let day = decision.revisit, day >= reading.plan.asOf else { return nil }
    let name = reading.mindText(named(decision.label, decision.name))
    return Doubt(day, "On \(figure: day.text) the decision \(emphasis: name) is looked at again.")
  }
}

/// What would bring back what is left out.
private func returns(_ reading: Reading) -> [Doubt] {
  reading.undone.compactMap { index in
    let words = reading.plan.initiatives[index].words
    let isBrief = reading.audience?.isBrief ?? false
    guard let when = words.revisitWhen.flatMap(reading.mindThought),
      !isBrief || reading.told(index) != nil
    else { return nil }
    return Doubt(
      words.revisit,
      "\(capitalised(reading.mindName(index))) comes back when \(sentence(when))")
  }
}
