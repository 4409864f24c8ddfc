import PlanInsight
import PlanModel

/// Decisions and means that others have to give; `nil` when the plan asks for nothing.
func asksSection(_ reading: Reading) -> Section? {
  guard !reading.asks.isEmpty else { return nil }
  let items = reading.asks.map { ask, stake -> Prose in
    var text = request(ask, reading)
    if let why = ask.why { text += ": \(why)" }
    if let note = ask.note { text += ". \(note)" }
    if let moment = moment(ask, stake, reading) { text += "\(sentenceEnd(text)) \(moment)" }
    return text
  }
  return Section(title: "What we ask for", blocks: [.list(items)])
}

/// When what waits for it begins, by when it has to be decided for that, and what waiting costs; `nil` where nothing waits.
private func moment(_ ask: Ask, _ stake: AskStake, _ reading: Reading) -> Prose? {
  guard let needed = stake.needed, let last = stake.last else { return nil }
  let names = ask.unblocks.filter { reading.standings[$0.index].span != nil }
    .map { Prose(reading.label($0.index), .emphasis) }
  var text: Prose = """
    \(names.joinedAsSentence()) \(names.count == 1 ? "begins on" : "begin from") \(figure: needed.text)\(names.count == 1 ? "" : " on")
    """
  // What the plan itself says stands before this.
  if let said = ask.decideBy, said <= last {
    text += stake.isTooLate ? ", and the day to decide has gone by" : ""
  } else {
    text += ", so \(figure: last.text) is the last day to decide"
    if stake.isTooLate { text += ", and has gone by" }
  }
  let cost = reading.waitingSentence(stake, isOne: names.count == 1)
  return text + "." + (cost.map { " \($0)" } ?? "")
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
