package import PlanInsight
import PlanModel

/// Two versions of a plan, for programs; conventions are those of `json`.
package func differenceJSON(
  _ difference: Difference, checks: (before: [CheckOutcome], after: [CheckOutcome]),
  unread: [String]
) throws -> String {
  try encoded(DifferenceRecord(difference, checks, unread))
}

private struct DifferenceRecord: Encodable {
  let formatVersion = 1
  let kind = "diff"
  let before: String
  let after: String
  /// Why nothing is said of consequences; empty where something is.
  let unread: [String]
  let changes: [ChangeRecord]
  let edits: [EditRecord]
  let outcome: OutcomeRecord?

  init(
    _ difference: Difference, _ checks: (before: [CheckOutcome], after: [CheckOutcome]),
    _ unread: [String]
  ) {
    before = difference.names.before
    after = difference.names.after
    self.unread = unread
    changes = difference.changes.map(ChangeRecord.init)
    edits = difference.edits.map(EditRecord.init)
    outcome = difference.outcome.map { OutcomeRecord($0, difference, checks) }
  }
}

private struct ChangeRecord: Encodable {
  let path: String
  let block: String
  /// `added`, `removed`, `renamed`, `label` or `property`.
  let change: String
  var property: String?
  var old: String?
  var new: String?
  var written: [String: String]?

  init(_ change: PlanChange) {
    path = change.path
    block = change.kind
    switch change.what {
    case .added(let label, let properties):
      self.change = "added"
      new = label
      written = Dictionary(properties.map { ($0.word, $0.value) }) { first, _ in first }
    case .removed(let label):
      self.change = "removed"
      old = label
    case .renamed(let former):
      self.change = "renamed"
      old = former
      new = change.path
    case .label(let former, let label):
      self.change = "label"
      (old, new) = (former, label)
    case .property(let word, let former, let value):
      self.change = "property"
      property = word
      (old, new) = (former, value)
    }
  }
}

private struct EditRecord: Encodable {
  let place: [String]
  let old: String?
  let new: String?
  let changes: [ChangeRecord]

  init(_ edit: PlanEdit) {
    place = edit.place
    old = edit.old
    new = edit.new
    changes = edit.changes.map(ChangeRecord.init)
  }
}

private struct OutcomeRecord: Encodable {
  let asOf: BothRecord<String>
  let delayCost: BothRecord<MoneyRecord>?
  let avoidable: BothRecord<MoneyRecord>?
  let feasible: BothRecord<Bool>
  let initiatives: [ShiftRecord]
  let goals: [GoalShiftRecord]
  let overloads: [OverloadRecord]
  let guardrails: [KeptRecord]
  let headcounts: [KeptRecord]
  let checks: [KeptRecord]
  /// The rise in the cost of delay by edit, in minor units; the parts add up.
  ///
  /// Absent where the edits are not told apart.
  let attribution: MoneyShares?
  let editCount: Int

  init(
    _ outcome: Difference.Outcome, _ difference: Difference,
    _ checks: (before: [CheckOutcome], after: [CheckOutcome])
  ) {
    let (before, after) = (Reading(outcome.before), Reading(outcome.after))
    func both(_ amount: (Reading) -> Int64) -> BothRecord<MoneyRecord>? {
      guard let was = MoneyRecord(amount(before), isProved: false, before),
        let now = MoneyRecord(amount(after), isProved: false, after)
      else { return nil }
      return BothRecord(before: was, after: now)
    }
    asOf = BothRecord(before: before.plan.asOf.record, after: after.plan.asOf.record)
    delayCost = both { $0.answer.solution.delayCost }
    avoidable = both {
      max(0, $0.answer.solution.delayCost.addingClamped(-$0.answer.baselines.unlimited))
    }
    feasible = BothRecord(
      before: outcome.before.solution.isFeasible, after: outcome.after.solution.isFeasible)
    initiatives = outcome.consequences.shifts.map {
      ShiftRecord($0, before, after, outcome.attribution)
    }
    goals = outcome.consequences.goals.map { GoalShiftRecord($0, after) }
    overloads = outcome.consequences.overloads.map { OverloadRecord($0, after) }
    guardrails = outcome.consequences.guardrails.map {
      KeptRecord(name: after.plan.guardrails[$0.guardrail].name, isKept: $0.isKept)
    }
    headcounts = outcome.consequences.headcounts.map {
      KeptRecord(name: after.plan.headcounts[$0.headcount].name, isKept: $0.passed == nil)
    }
    self.checks = checks.after.compactMap { check in
      let held = checks.before.first { $0.name == check.name }?.failures.isEmpty ?? true
      return held == check.failures.isEmpty
        ? nil : KeptRecord(name: check.name, isKept: check.failures.isEmpty)
    }
    attribution = outcome.attribution.map { MoneyShares($0) }
    editCount = outcome.editCount
  }
}

private struct BothRecord<Value: Encodable>: Encodable {
  let before: Value
  let after: Value
}

private struct KeptRecord: Encodable {
  let name: String
  let isKept: Bool
}

private struct MoneyShares: Encodable {
  /// By edit.
  let alone: [Int64]
  let together: Int64
  /// Edits, by number, that do it together.
  let joint: [Int]
  /// By another order, found by searching anew.
  let search: Int64

  init(_ attribution: Attribution) {
    alone = attribution.money.alone
    together = attribution.money.together
    joint = attribution.jointInMoney
    search = attribution.money.search
  }
}

private struct ShiftRecord: Encodable {
  let name: String
  let before: StandingRecord
  let after: StandingRecord
  let deadlines: [DeadlineShiftRecord]
  let costs: MoneyRecord?
  /// Calendar days later by edit; the parts add up.
  ///
  /// Absent where it is not done both before and after.
  let days: DayShares?
  let causes: [CauseRecord]?

  init(
    _ shift: Consequences.Shift, _ before: Reading, _ after: Reading, _ attribution: Attribution?
  ) {
    name = shift.path
    self.before = StandingRecord(shift.before, before)
    self.after = StandingRecord(shift.after, after)
    deadlines = shift.deadlines.map(DeadlineShiftRecord.init)
    costs = MoneyRecord(shift.costs, isProved: false, after)
    days = attribution?.days(of: shift.path).map(DayShares.init)
    causes = attribution?.causes(of: shift.path).map(CauseRecord.init)
  }
}

private struct DayShares: Encodable {
  let alone: [Int]
  let together: Int
  let search: Int

  init(_ shares: Attribution.Shares<Int>) {
    alone = shares.alone
    together = shares.together
    search = shares.search
  }
}

private struct CauseRecord: Encodable {
  /// `edit`, `together` or `search`.
  let kind: String
  /// By their numbers.
  let edits: [Int]
  let days: Int?

  init(_ cause: Attribution.Cause) {
    switch cause {
    case .edit(let edit, let days): (kind, edits, self.days) = ("edit", [edit], days)
    case .together(let edits, let days): (kind, self.edits, self.days) = ("together", edits, days)
    case .search(let days): (kind, edits, self.days) = ("search", [], days)
    }
  }
}

private struct StandingRecord: Encodable {
  /// `absent`, `undone`, `done`, `cancelled` or `scheduled`.
  let state: String
  var horizon: String?
  var start: String?
  var finish: String?

  init(_ standing: Standing?, _ reading: Reading) {
    switch standing {
    case nil: state = "absent"
    case .undone?: state = "undone"
    case .done?: state = "done"
    case .cancelled?: state = "cancelled"
    case .hidden?: state = "hidden"
    case .scheduled(let span)?:
      state = "scheduled"
      horizon = reading.plan.horizons[span.horizon.index].name
      start = span.start.record
      finish = span.finish.record
    }
  }
}

private struct DeadlineShiftRecord: Encodable {
  let date: String
  let isKept: Bool
  let daysLate: Int?

  init(_ shift: Consequences.DeadlineShift) {
    date = shift.date.record
    switch shift.outcome {
    case .kept: (isKept, daysLate) = (true, nil)
    case .missed: (isKept, daysLate) = (false, nil)
    case .missedBy(let days): (isKept, daysLate) = (false, days)
    }
  }
}

private struct GoalShiftRecord: Encodable {
  let name: String
  let by: String
  let isMet: Bool
  let finish: String?

  init(_ shift: Consequences.GoalShift, _ reading: Reading) {
    name = reading.plan.goals[shift.goal].name
    by = shift.by.record
    isMet = shift.isMet
    finish = shift.finish?.record
  }
}

private struct OverloadRecord: Encodable {
  let team: String
  let month: String
  let sharePerMille: Int64
  let otherMonths: Int

  init(_ load: Consequences.Overload, _ reading: Reading) {
    team = reading.plan.teams[load.team.index].name
    month = load.month.record
    sharePerMille = load.share.perMille
    otherMonths = load.others
  }
}
