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
    return text
  }
  return Section(title: "What we ask for", blocks: [.list(items)])
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
