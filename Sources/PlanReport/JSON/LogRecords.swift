package import PlanInsight
package import PlanModel

/// What was decided and what is to be decided, for programs; conventions are those of `json`.
package func logJSON(_ log: DecisionLog, _ plan: Plan) throws -> String {
  try encoded(LogRecord(log, plan))
}

private struct LogRecord: Encodable {
  let formatVersion = 1
  let kind = "log"
  let asOf: String
  let scenario: String?
  let overrides: [String]
  let entries: [EntryRecord]

  init(_ log: DecisionLog, _ plan: Plan) {
    asOf = log.asOf.record
    scenario = plan.scenario?.name
    overrides = plan.overrides
    entries = log.entries.map { EntryRecord($0, plan) }
  }
}

private struct EntryRecord: Encodable {
  let on: String?
  /// `decision`, `review`, `ask`, `choice`, `gate`, `cancelled`, `goal_dropped` or `parked`.
  let what: String
  /// By its path in the plan.
  let name: String
  /// `done`, `due`, `ahead` or `waits`.
  let state: String
  let who: String?
  let text: String
  let why: String

  init(_ entry: DecisionLog.Entry, _ plan: Plan) {
    let wording = LogWording(plan: plan)
    on = entry.on?.record
    who = wording.who(entry.what)
    text = wording.what(entry.what).plainText
    why = wording.why(entry.what).plainText
    state =
      switch entry.state {
      case .done: "done"
      case .due: "due"
      case .ahead: "ahead"
      case .waits: "waits"
      }
    switch entry.what {
    case .decision(let index): (what, name) = ("decision", plan.decisions[index].name)
    case .review(let index): (what, name) = ("review", plan.decisions[index].name)
    case .ask(let index): (what, name) = ("ask", plan.asks[index].name)
    case .choice(let index): (what, name) = ("choice", plan.choices[index].name)
    case .gate(let id, let number):
      let initiative = plan.initiatives[id.index]
      (what, name) = ("gate", "\(initiative.path).\(initiative.gates[number].name)")
    case .cancellation(let id): (what, name) = ("cancelled", plan.initiatives[id.index].path)
    case .droppedGoal(let id): (what, name) = ("goal_dropped", plan.goals[id.index].name)
    case .parked(let id): (what, name) = ("parked", plan.initiatives[id.index].path)
    }
  }
}
