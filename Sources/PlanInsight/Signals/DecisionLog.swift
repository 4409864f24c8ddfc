package import PlanModel

/// What was decided in a plan, and what is still to be decided, in time; nothing of it needs a schedule.
package struct DecisionLog: Sendable {
  /// By their days, those of one day in the order of the plan; what waits for no day comes last.
  package let entries: [Entry]
  /// The day from which it is seen.
  package let asOf: CivilDate

  package struct Entry: Hashable, Sendable {
    /// The day it was decided, or has to be; `nil` where it waits for a reason and no day.
    package let on: CivilDate?
    package let what: What
    package let state: State
  }

  package enum What: Hashable, Sendable {
    /// By index into the plan's decisions.
    case decision(Int)
    /// The day on which a decision is looked at again.
    case review(Int)
    case ask(Int)
    case choice(Int)
    /// A day on which it is decided whether an initiative goes on.
    case gate(InitiativeID, Int)
    case cancellation(InitiativeID)
    case droppedGoal(GoalID)
    /// Work that was put aside, and looked at again on a day or for a reason.
    case parked(InitiativeID)
  }

  package enum State: Hashable, Sendable {
    /// It has happened.
    case done
    /// Its day has come, and nothing in the plan says that it happened.
    case due
    case ahead
    /// It waits for a reason, which the plan has in words.
    case waits
  }

  /// - Parameter plan: As of the day that it says.
  /// - Complexity: O(decisions² + everything else).
  package init(_ plan: Plan) {
    var log = LogBuilder(plan)
    log.build()
    asOf = plan.asOf
    entries = log.entries.enumerated().sorted {
      ($0.element.on ?? .init(dayNumber: .max), $0.offset)
        < ($1.element.on ?? .init(dayNumber: .max), $1.offset)
    }.map(\.element)
  }

  /// What has come due, the longest due first.
  package var due: [Entry] { entries.filter { $0.state == .due } }
}

private struct LogBuilder {
  let plan: Plan
  var entries: [DecisionLog.Entry] = []

  init(_ plan: Plan) { self.plan = plan }

  mutating func build() {
    for (index, decision) in plan.decisions.enumerated() {
      add(.decision(index), decision.made, isDone: decision.made <= plan.asOf)
      if let day = decision.revisit {
        add(.review(index), day, isDone: isReviewed(index))
      }
    }
    for (index, ask) in plan.asks.enumerated() { add(.ask(index), ask.decideBy, isDone: false) }
    for (index, choice) in plan.choices.enumerated() {
      add(.choice(index), choice.decideBy, isDone: isDecided(choice))
    }
    for (index, initiative) in plan.initiatives.enumerated() where initiative.partOf == nil {
      let id = InitiativeID(index)
      for (number, gate) in initiative.gates.enumerated()
      where gate.met != nil || initiative.isOpen {
        add(.gate(id, number), gate.met ?? gate.on, isDone: gate.met != nil)
      }
      if let cancellation = initiative.cancellation {
        add(.cancellation(id), cancellation.on, isDone: cancellation.on <= plan.asOf)
      } else if isParked(initiative) {
        add(.parked(id), initiative.words.revisit, isDone: false)
      }
    }
    for (index, goal) in plan.goals.enumerated() {
      if let day = goal.dropped {
        add(.droppedGoal(GoalID(index)), day, isDone: day <= plan.asOf)
      }
    }
  }

  private mutating func add(_ what: DecisionLog.What, _ day: CivilDate?, isDone: Bool) {
    let state: DecisionLog.State =
      isDone ? .done : day.map { $0 <= plan.asOf ? .due : .ahead } ?? .waits
    entries.append(DecisionLog.Entry(on: day, what: what, state: state))
  }

  /// Whether a later decision is about the same.
  private func isReviewed(_ index: Int) -> Bool {
    let decision = plan.decisions[index]
    let subjects = Set(decision.rejected + [decision.chose].compactMap(\.self))
    return plan.decisions.contains { later in
      later.made > decision.made && later.made <= plan.asOf
        && !subjects.isDisjoint(with: later.rejected + [later.chose].compactMap(\.self))
    }
  }

  private func isDecided(_ choice: Choice) -> Bool {
    plan.decisions.contains { decision in
      decision.made <= plan.asOf && decision.chose?.kind == "option"
        && decision.chose?.name.hasPrefix(choice.name + ".") ?? false
    }
  }

  /// Put aside, with a day or a reason to take it up again.
  private func isParked(_ initiative: Initiative) -> Bool {
    initiative.finished == nil && ![.done, .cancelled].contains(initiative.status)
      && (initiative.words.revisit != nil || initiative.words.revisitWhen != nil)
  }
}
