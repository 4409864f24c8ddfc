import PlanInsight
import PlanModel

/// The dearest of what is left out: what that costs, who asked for it, when it is looked at again.
func briefNotDoing(_ reading: Reading) -> Section? {
  let undone = reading.undoneDearestFirst
  guard !undone.isEmpty else {
    return Section(
      title: "What we are not doing",
      blocks: [.paragraph("Nothing that was asked for is left out.")])
  }
  let named = undone.compactMap { index in reading.told(index).map { (index, $0) } }
  var items = named.prefix(reading.itemsMax - 1).map { item($0.0, $0.1, reading) }
  let rest = undone.count - items.count
  if rest > 0 {
    items.append(
      items.isEmpty
        ? Prose(capitalised(counted(rest, "piece") + " of groundwork."))
        : "\(capitalised(inWords(rest))) more, which the full report lists.")
  }
  return Section(title: "What we are not doing", blocks: [.list(items)])
}

private func item(_ index: Int, _ name: String, _ reading: Reading) -> Prose {
  let initiative = reading.plan.initiatives[index]
  var text: Prose = "\(strong: name)"
  if let who = initiative.words.askedBy { text += ", asked for by \(Brief.cut(who))" }
  var parts: [Prose] = []
  if let reason = initiative.words.whyNot {
    parts.append(Prose(Brief.cut(reason)))
  } else {
    parts.append(reasonUndone(index, reading))
  }
  if reading.plan.printsMoney, let cost = reading.answer.undone[index]?.untilEnd, cost > 0,
    reading.isValueKnown(index)
  {
    parts.append(
      """
      costs \(figure: reading.money(cost, isProved: true)) by \(figure: reading.lastDate.text)
      """)
  }
  if let give = reading.displaced(by: index) { parts.append(give) }
  if !isDeclined(initiative) { parts.append("looked at again \(again(index, reading))") }
  return text + ": \(parts.joined(separator: "; "))."
}

private func again(_ index: Int, _ reading: Reading) -> Prose {
  let words = reading.plan.initiatives[index].words
  if let date = words.revisit { return "on \(figure: date.text)" }
  if let when = words.revisitWhen { return "when \(Brief.cut(when))" }
  return "on \(figure: reading.nextReview.text)"
}
