import PlanInsight
import PlanModel

/// Decisions and means that others have to give; `nil` when the plan asks for nothing.
func asksSection(_ reading: Reading) -> Section? {
  let asks = reading.plan.asks
  guard !asks.isEmpty else { return nil }
  let items = asks.map { ask -> Prose in
    var text = request(ask, reading)
    if let why = ask.why { text += ": \(why)" }
    if let note = ask.note { text += ". \(note)" }
    if let moment = moment(ask, reading) { text += "\(sentenceEnd(text)) \(moment)" }
    return text
  }
  return Section(title: "What we ask for", blocks: [.list(items)])
}

/// By when it has to be decided and what waiting costs, where the plan says what waits for it.
private func moment(_ ask: Ask, _ reading: Reading) -> Prose? {
  let stake = reading.stake(of: ask)
  guard let needed = stake.needed, let last = stake.last else { return nil }
  let names = ask.unblocks.filter { reading.standings[$0.index].span != nil }
    .map { Prose(reading.label($0.index), .emphasis) }
  var text: Prose = """
    \(names.joinedAsSentence()) \(names.count == 1 ? "begins" : "begin, the first of them,") on \(figure: needed.text), so \
    \(figure: last.text) is the last day to decide\(stake.isTooLate ? ", and has gone by" : "")
    """
  let cost = reading.costOfAWeek(stake)
  if !cost.isEmpty { text += "; each week after that costs \(cost)" }
  return text + "."
}

private func sentenceEnd(_ text: Prose) -> String {
  text.plainText.last.map { ".!?…".contains($0) } ?? true ? "" : "."
}

/// One ask as a phrase: what, of whom, by when, at what price.
func request(_ ask: Ask, _ reading: Reading) -> Prose {
  var text: Prose = "\(strong: named(ask.label, ask.name))"
  switch ask.price {
  case .once(let price)?:
    text += " for \(figure: price.text(reading.plan.currency, significantDigits: 3))"
  case .running(let rate)?:
    text += " at \(figure: rate.text(reading.plan.currency, .month))"
  case nil: break
  }
  var decision: [Prose] = []
  if let whom = ask.whom { decision.append(Prose(whom)) }
  if let date = ask.decideBy { decision.append("by \(figure: date.text)") }
  if !decision.isEmpty { text += " (\(decision.joined(separator: ", ")))" }
  return text
}
