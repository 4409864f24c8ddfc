internal import PlanModel

/// Budgets and guardrails as flat tables: sums of effort over periods, and what is demanded of them.
///
/// A slot is one sum: what some initiatives deliver in one period.
struct Rules: ~Copyable {
  /// Whether there are any: where there are none, nothing below is looked at.
  let isEmpty: Bool
  let hasBudgets: Bool
  let slotCount: Int
  /// By initiative, the rows of consecutive slots that its works count for.
  let rowsOfInitiative: Rows<SlotRow>
  /// First and last day of each slot.
  let firstDay: Table<Int32>
  let lastDay: Table<Int32>
  let budgets: [Budget]
  let guardrails: [Guardrail]
  /// By initiative, what it pays where when it starts.
  let fees: Rows<Fee>
  /// Days on which some period begins, ascending: what is worth waiting for.
  let beginnings: Table<Int32>
  /// What effort costs.
  private let problem: Problem

  /// Consecutive slots, one a period, in the order of the days.
  struct SlotRow: BitwiseCopyable {
    var first: Int32
    var count: Int32
  }

  /// What is paid for a budget.
  struct Fee: BitwiseCopyable {
    var budget: Int32
    var amount: Int64
  }

  struct Budget {
    var row: SlotRow
    var limit: Int64
  }

  struct Guardrail {
    var isHard: Bool
    /// What counts, and all.
    var counted: SlotRow
    var all: SlotRow
    var periods: [Problem.Guardrail.Period]

    /// What may count at most in a period, where that is missed by itself.
    ///
    /// A period that is short of what is asked for at least, or is owed, is not held against what it may have at most as well.
    func atMostAlone(inPeriod index: Int) -> Rational? {
      guard let atMost = periods[index].atMost, periods[index].atLeast ?? .zero <= atMost,
        index == 0 || periods[index - 1].owes == nil
      else { return nil }
      return atMost
    }
  }

  init(_ problem: Problem) {
    isEmpty = !problem.hasRules
    hasBudgets = !problem.budgets.isEmpty
    var draft = Draft(initiatives: problem.initiatives.count)
    var fees = [[Fee]](repeating: [], count: problem.initiatives.count)
    budgets = problem.budgets.enumerated().map { index, budget in
      for (member, fee) in zip(budget.members, budget.fees) where fee > 0 {
        fees[Int(member)].append(Fee(budget: Int32(index), amount: fee))
      }
      return Budget(row: draft.add(budget.periods, of: budget.members), limit: budget.limit)
    }
    let everything = problem.initiatives.indices.map { Int32($0) }
    guardrails = problem.guardrails.map { guardrail in
      let days = guardrail.periods.map(\.days)
      return Guardrail(
        isHard: guardrail.isHard, counted: draft.add(days, of: guardrail.members),
        all: draft.add(days, of: everything), periods: guardrail.periods)
    }
    slotCount = draft.periods.count
    rowsOfInitiative = Rows(draft.rows)
    firstDay = Table(draft.periods.map(\.lowerBound))
    lastDay = Table(draft.periods.map(\.upperBound))
    self.fees = Rows(fees)
    let days = Set(draft.periods.flatMap { [$0.lowerBound, $0.upperBound + 1] })
    beginnings = Table(days.filter { $0 > problem.firstDay && $0 < problem.horizonDay }.sorted())
    var prices = Problem(firstDay: 0, horizonDay: 0, lastDay: 0)
    prices.labourPrice = problem.labourPrice
    self.problem = prices
  }

  func price(ofUnits units: Int64) -> Int64 { problem.price(ofUnits: units) }

  /// Minor units that a unit of effort costs.
  var labourPrice: Rational { problem.labourPrice }

  /// Slots as they are gathered.
  private struct Draft {
    var rows: [[SlotRow]]
    var periods: [ClosedRange<Int32>] = []

    init(initiatives: Int) { rows = Array(repeating: [], count: initiatives) }

    mutating func add(_ days: [ClosedRange<Int32>], of members: [Int32]) -> SlotRow {
      let row = SlotRow(first: Int32(periods.count), count: Int32(days.count))
      periods += days
      for member in members { rows[Int(member)].append(row) }
      return row
    }
  }
}

/// What is on a board, summed slot by slot.
struct Ledger: ~Copyable {
  /// Tenths of a head × millionths of a person-day, wide enough for any sum, so that taking off undoes putting on.
  var units: Table<Int128>
  /// By initiative, the day on which its fees are paid, −1 while it has not started.
  var feeDay: Table<Int32>
  /// Minor units of fees, by slot; only those of budgets are used.
  var fees: Table<Int128>
  /// Where works were when they were counted, −1 for those that were not; without meaning where there are budgets.
  var start: Table<Int32>
  var finish: Table<Int32>
  var option: Table<Int32>

  init(_ instance: borrowing Instance) {
    let works = instance.rules.isEmpty ? 0 : instance.workCount
    start = Table(repeating: -1, count: works)
    finish = Table(repeating: -1, count: works)
    option = Table(repeating: -1, count: works)
    units = Table(repeating: 0, count: instance.rules.slotCount)
    fees = Table(repeating: 0, count: instance.rules.slotCount)
    feeDay = Table(
      repeating: -1, count: instance.rules.isEmpty ? 0 : instance.initiativeCount)
  }
}

extension Instance {
  /// What an option that runs from `start` to `finish` delivers in a slot.
  func delivered(
    _ option: Int32, from start: Int32, through finish: Int32, inSlot slot: Int32
  ) -> Int128 {
    delivered(
      option, from: start, through: finish, on: rules.firstDay[slot]...rules.lastDay[slot])
  }

  /// What an option that runs from `start` to `finish` delivers on some days.
  func delivered(
    _ option: Int32, from start: Int32, through finish: Int32, on days: ClosedRange<Int32>
  ) -> Int128 {
    let first = max(start, days.lowerBound)
    let last = min(finish, days.upperBound)
    guard first <= last else { return 0 }
    let row = options.profileRow[option]
    let base = cumulative[row + start]
    let needed = options.needed[option]
    let amount =
      min(needed, cumulative[row + last + 1] - base) - min(needed, cumulative[row + first] - base)
    return Int128(amount) * Int128(options.staff[option])
  }
}
