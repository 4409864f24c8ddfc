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
  // With the line that counts the others a list has no more than its items, and never that line alone.
  let isWhole = named.count == undone.count && named.count <= reading.fit.items
  let count = isWhole ? named.count : max(1, reading.fit.items - 1)
  var items = named.prefix(count).map { item($0.0, $0.1, reading) }
  let rest = undone.count - items.count
  if rest > 0 {
    items.append(
      items.isEmpty
        ? Prose(capitalised(counted(rest, "piece") + " of groundwork."))
        : "\(capitalised(inWords(rest))) more.")
  }
  return Section(title: "What we are not doing", blocks: [.list(items)])
}

/// Who asked, what speaks for it, why not, what that costs, what doing it would move, and what brings it back.
private func item(_ index: Int, _ name: String, _ reading: Reading) -> Prose {
  let initiative = reading.plan.initiatives[index]
  var text: Prose = "\(strong: capitalised(name))"
  if let who = initiative.words.askedBy { text += ", asked for by \(reading.cut(who))" }
  var parts: [Prose] = []
  let why = initiative.words.why.flatMap(reading.thought)
  if let why { parts.append("for it: \(why)") }
  if let reason = initiative.words.whyNot.flatMap(reading.thought) {
    parts.append(why == nil ? Prose(reason) : "against it: \(reason)")
  } else if initiative.words.whyNot != nil {
    // A reason that this page has no room for is somebody's decision all the same.
    parts.append("left out by decision")
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
  if !initiative.isDeclined { parts.append("looked at again \(again(index, reading))") }
  return text + ": \(parts.joined(separator: "; "))."
}

private func again(_ index: Int, _ reading: Reading) -> Prose {
  let words = reading.plan.initiatives[index].words
  let when = words.revisitWhen.flatMap(reading.thought).map { "when \($0)" }
  switch (words.revisit, when) {
  case (let date?, let when?): return "on \(figure: date.text), or \(when)"
  case (let date?, nil): return "on \(figure: date.text)"
  case (nil, let when?): return Prose(when)
  case (nil, nil): return "on \(figure: reading.nextReview.text)"
  }
}
