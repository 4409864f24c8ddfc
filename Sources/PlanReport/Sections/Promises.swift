/// What the plan demands of itself and does not keep; `nil` where it keeps all.
func promisesSection(_ reading: Reading) -> Section? {
  let failed = reading.checks.filter { !$0.failures.isEmpty }
  guard !failed.isEmpty else { return nil }
  let kept = reading.checks.count - failed.count
  var intro: Prose =
    "\(capitalised(inWords(failed.count))) of the plan's own checks \(failed.count == 1 ? "does" : "do") not hold"
  if kept > 0 { intro += "; \(inWords(kept)) \(kept == 1 ? "does" : "do")" }
  return Section(
    title: "Failed checks",
    blocks: [.paragraph(intro + ".")] + failed.flatMap { blocks($0, reading) })
}

private func blocks(_ check: CheckOutcome, _ reading: Reading) -> [Block] {
  let shown = check.failures.prefix(failuresShownMax)
  var items = shown.map { item($0) }
  if check.failures.count > shown.count {
    items.append(
      "and \(check.failures.count - shown.count) more, which \(code: "plan check") lists")
  }
  return [.heading(Prose(named(check.label, check.name))), .list(items)]
}

/// More of one kind in a row tell a reader nothing new.
private let failuresShownMax = 8

private func item(_ failure: CheckOutcome.Failure) -> Prose {
  let values = failure.values.map { Prose(marked: $0) }.joinedAsSentence()
  var text =
    failure.saying.map { Prose($0) } ?? failure.label.map { Prose($0, .emphasis) } ?? Prose()
  if !text.isEmpty, !values.isEmpty { text += ": " }
  text += values
  return text.isEmpty ? "it does not hold" : text
}
