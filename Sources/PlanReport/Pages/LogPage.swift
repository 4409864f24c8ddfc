package import PlanInsight
package import PlanModel

/// What was decided and what is to be decided, in time, for `plan log`: what has come due first.
package func logPage(_ log: DecisionLog, _ plan: Plan) -> Document {
  let wording = LogWording(plan: plan)
  var sections: [Section] = []
  if log.due.isEmpty {
    sections.append(
      Section(
        title: "Come due",
        blocks: [.paragraph("Nothing: no decision, ask, gate or parked work waits for anybody.")]))
  } else {
    sections.append(
      Section(title: "Come due", blocks: [wording.table(log.due, day: "Since")]))
  }
  let ahead = log.entries.filter { $0.state == .ahead || $0.state == .waits }
  if !ahead.isEmpty {
    sections.append(Section(title: "Ahead", blocks: [wording.table(ahead, day: "On")]))
  }
  let done = log.entries.filter { $0.state == .done }
  if !done.isEmpty {
    sections.append(
      Section(title: "Decided", blocks: [wording.table(done.reversed(), day: "On")]))
  }
  return Document(
    title: Prose(plan.label),
    lead: [.paragraph("What was decided, and what is to be, as of \(figure: log.asOf.text).")],
    sections: sections)
}

/// Entries of the log in words.
struct LogWording {
  let plan: Plan

  func table(_ entries: [DecisionLog.Entry], day: Prose) -> Block {
    .table(
      Table(
        columns: [
          Table.Column(day), Table.Column("What"), Table.Column("Who"), Table.Column("Why"),
        ],
        rows: entries.map { entry in
          [
            entry.on.map { "\(figure: $0.text)" } ?? "no day", what(entry.what),
            Prose(who(entry.what) ?? ""), why(entry.what),
          ]
        }
      ).compacted)
  }

  func what(_ what: DecisionLog.What) -> Prose {
    switch what {
    case .decision(let index):
      let decision = plan.decisions[index]
      var text: Prose = "\(strong: named(decision.label, decision.name))"
      if let chose = decision.chose {
        text += ": \(emphasis: named(chose.label, chose.name))"
      }
      if !decision.rejected.isEmpty {
        let names = decision.rejected.map { Prose(named($0.label, $0.name), .emphasis) }
        text += ", not \(names.joinedAsSentence("or"))"
      }
      return text
    case .review(let index):
      let decision = plan.decisions[index]
      return "look again at \(strong: named(decision.label, decision.name))"
    case .ask(let index):
      let ask = plan.asks[index]
      let price =
        ask.price.map { " at \(figure: $0.text(plan.currency))" as Prose } ?? Prose()
      return "asked for: \(strong: named(ask.label, ask.name))" + price
    case .choice(let index):
      let choice = plan.choices[index]
      let options = choice.options.map { Prose(named($0.label, $0.name), .emphasis) }
      return "choose \(strong: named(choice.label, choice.name)): \(options.joinedAsSentence("or"))"
    case .gate(let id, let number):
      let gate = plan.initiatives[id.index].gates[number]
      let passed = gate.met == nil ? "gate" : "passed the gate"
      return "\(passed) \(strong: named(gate.label, gate.name)) of \(emphasis: label(id))"
    case .cancellation(let id): return "cancelled: \(strong: label(id))"
    case .droppedGoal(let id):
      return
        "given up: the goal \(strong: named(plan.goals[id.index].label, plan.goals[id.index].name))"
    case .parked(let id): return "parked: \(strong: label(id))"
    }
  }

  func who(_ what: DecisionLog.What) -> String? {
    switch what {
    case .decision(let index), .review(let index): plan.decisions[index].owner
    case .ask(let index): plan.asks[index].whom
    case .choice(let index): plan.choices[index].owner
    case .gate(let id, let number):
      plan.initiatives[id.index].gates[number].owner ?? plan.initiatives[id.index].words.owner
    case .cancellation(let id), .parked(let id): plan.initiatives[id.index].words.owner
    case .droppedGoal(let id): plan.goals[id.index].owner
    }
  }

  func why(_ what: DecisionLog.What) -> Prose {
    Prose(reasons(what).map(sentence).joined(separator: " "))
  }

  private func reasons(_ what: DecisionLog.What) -> [String] {
    switch what {
    case .decision(let index):
      let decision = plan.decisions[index]
      let accepted = decision.accepts.joined(separator: "; ")
      return [decision.because, accepted.isEmpty ? nil : "Accepted: \(accepted)"]
        .compactMap(\.self)
    case .review(let index): return [plan.decisions[index].because].compactMap(\.self)
    case .ask(let index): return [plan.asks[index].why].compactMap(\.self)
    case .choice(let index): return [plan.choices[index].note].compactMap(\.self)
    case .gate(let id, let number):
      return ["Needs: \(plan.initiatives[id.index].gates[number].needs)"]
    case .cancellation(let id):
      let cancellation = plan.initiatives[id.index].cancellation
      return [
        cancellation?.because, cancellation?.learned.map { "Learned: \($0)" },
        cancellation?.keeps.map { "Of use to others: \($0)" },
      ].compactMap(\.self)
    case .droppedGoal(let id): return [plan.goals[id.index].note].compactMap(\.self)
    case .parked(let id):
      let words = plan.initiatives[id.index].words
      return [words.whyNot, words.revisitWhen.map { "Until: \($0)" }].compactMap(\.self)
    }
  }

  private func label(_ id: InitiativeID) -> String {
    named(plan.initiatives[id.index].label, plan.initiatives[id.index].name)
  }
}
