/// One thing to decide on: done as a whole or left undone as a whole.
package struct Initiative: Sendable {
  package enum Priority: String, Sendable, CaseIterable {
    case must
    case should
    case could
    case wont
  }

  package enum Status: String, Sendable, CaseIterable {
    case proposed
    case active
    case paused
    case done
    case cancelled
  }

  package var name: String
  /// The name by which no other initiative goes: `payments.checkout`; empty until the plan is whole.
  package var path = ""
  package var label: String
  package var readers = Readers.everybody
  /// `feature bet enabler risk_reducer multiplier experiment debt`, or one the plan declares.
  package var kind: String
  package var priority: Priority
  package var status: Status
  package var goals: [GoalID]
  /// Its works, consecutive in `Plan.works`.
  package var works: Range<Int>
  package var urgency: Urgency
  /// Debts whose tax ends when it is done.
  ///
  /// The tax is one of the accruals of `urgency`.
  package var pays: [DebtID]
  package var notBefore: CivilDate?
  /// The horizon its start is pinned to.
  package var pin: HorizonID?
  /// Whether its goal is complete without it.
  package var isOptional: Bool
  /// What it costs besides people, paid when it starts.
  package var money: Money? = nil
  package var risks: [Risk]
  package var metrics: [Metric]
  /// In the plan's order.
  package var gates: [Gate] = []
  /// Why it was given up, where the plan says.
  package var cancellation: Cancellation? = nil
  /// The external whose fallback is taken instead of waiting for it.
  package var uses: [ExternalID]
  /// The day it was finished, for `done`.
  package var finished: CivilDate?
  /// What of the whole this is, where it is cut into slices.
  package var slice: Slice? = nil
  /// The initiative whose later slice this is.
  package var partOf: InitiativeID? = nil
  /// Whether its effort was assumed, so that it is never promised.
  package var isEffortAssumed: Bool
  /// How sure the plan is of its value, 0...1.
  package var confidence: Rational?
  /// What somebody says of how it stands, other than the figures do.
  package var health: Health? = nil
  package var words: InitiativeWords

  package init(
    name: String, label: String, kind: String, priority: Priority, status: Status,
    goals: [GoalID], works: Range<Int>, urgency: Urgency
  ) {
    self.name = name
    self.label = label
    self.kind = kind
    self.priority = priority
    self.status = status
    self.goals = goals
    self.works = works
    self.urgency = urgency
    pays = []
    notBefore = nil
    pin = nil
    isOptional = false
    risks = []
    metrics = []
    uses = []
    finished = nil
    isEffortAssumed = false
    confidence = nil
    words = InitiativeWords()
  }
}

extension Initiative {
  /// Whether the plan leaves it out for good; what is to be looked at again is only parked.
  package var isDeclined: Bool {
    words.revisit == nil && words.revisitWhen == nil
      && (words.whyNot != nil || priority == .wont)
  }

  /// Whether it is still to be done.
  package var isOpen: Bool {
    priority != .wont && ![.done, .cancelled].contains(status) && finished == nil
  }
}

/// What is written about an initiative for people and bends no schedule.
package struct InitiativeWords: Sendable {
  package var owner: String?
  package var accountable: String?
  package var consulted: [String] = []
  package var informed: [String] = []
  package var askedBy: String?
  package var why: String?
  /// What the business has when it is done, for readers who do not know its label.
  package var outcome: String?
  package var whyNot: String?
  package var revisit: CivilDate?
  package var revisitWhen: String?
  package var note: String?
  package var link: String?
  package var tags: [String] = []
  package var key: String?
  /// How one sees that it is done.
  package var doneWhen: String?
  package var outOfScope: [String] = []

  package init() {}
}
