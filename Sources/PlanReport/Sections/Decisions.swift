import PlanInsight
import PlanModel

/// What was decided, why, and what was accepted with it, the latest first; `nil` when the plan records nothing.
func decisionsSection(_ reading: Reading) -> Section? {
  let decisions = reading.plan.decisions
  guard !decisions.isEmpty else { return nil }
  let order = decisions.indices.sorted { (decisions[$1].made, $0) < (decisions[$0].made, $1) }
  return Section(
    title: "What was decided", blocks: [.list(order.map { item(decisions[$0]) })])
}

private func item(_ decision: Decision) -> Prose {
  var text: Prose = "\(strong: named(decision.label, decision.name)), \(figure: decision.made.text)"
  if let owner = decision.owner { text += ", \(owner)" }
  text += "."
  if let chose = decision.chose {
    text += " Chosen: \(emphasis: named(chose.label, chose.name))"
    if !decision.rejected.isEmpty { text += ", not \(names(decision.rejected))" }
    text += "."
  } else if !decision.rejected.isEmpty {
    text += " Rejected: \(names(decision.rejected))."
  }
  if let reason = decision.because { text += " Because: \(sentence(reason))" }
  if !decision.accepts.isEmpty {
    text += " Accepted: \(sentence(decision.accepts.joined(separator: "; ")))"
  }
  if let day = decision.revisit { text += " Looked at again on \(figure: day.text)." }
  if let note = decision.note { text += " \(sentence(note))" }
  return text
}

private func names(_ subjects: [Decision.Subject]) -> Prose {
  subjects.map { Prose(named($0.label, $0.name), .emphasis) }.joinedAsSentence("or")
}
