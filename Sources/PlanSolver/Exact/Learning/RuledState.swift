internal import PlanModel

/// What budgets and guardrails cost at least, whatever becomes of what a learner has not decided yet.
///
/// Within its bounds a work delivers in each period between a least and a most amount; so do all of them together, and
/// what of a rule is then missing in any case has its price. What a period owes the next, which only adds to what is
/// missing, and what is paid on the day of a start are left out.
struct RuledState: ~Copyable {
  /// Something may have moved since it was last looked at.
  var isStale = true
  let isEmpty: Bool
  /// Works that take part.
  let works: [Int32]
  /// By place among `works`, the slots that it counts for.
  private let slots: Rows<Slot>
  private let asked: [Asked]
  /// How many steps of work a call of `cost` takes.
  let workOfCost: Int64
  private let periodCount: Int
  private let optionCount: Int
  private let dayCount: Int
  /// As those of `RuleAmounts`.
  private let firstStart: Table<Int32>
  private let lastStart: Table<Int32>
  private let amount: Table<Int64>
  /// By slot, what running work delivers.
  private let running: [Range]
  /// By place of a work and period, what it delivers within the bounds that `ranges` was last called with.
  private var range: Table<Range>
  /// By place of a work, those bounds.
  private var box: Table<Box>
  private var sum: Table<Range>

  struct Range: BitwiseCopyable {
    var least: Int64 = 0
    var most: Int64 = 0
  }

  /// The bounds of a work's start and of its way among its options, each as its two halves (see `Fact`).
  struct Box: BitwiseCopyable, Equatable {
    var halves: SIMD4<Int32>

    var days: ClosedRange<Int32> { halves[0]...0 - halves[1] }
    var ways: ClosedRange<Int32> { halves[2]...0 - halves[3] }

    /// Of no work.
    static let unknown = Box(halves: SIMD4(repeating: -1))
  }

  private struct Slot: BitwiseCopyable {
    var slot: Int32
    var period: Int32
  }

  /// One thing that is asked of one period.
  private struct Asked {
    enum Kind {
      case budget(Int64)
      /// Of a period that asks for nothing else.
      case atLeast(Problem.Guardrail.Period)
      case atMost(Problem.Guardrail.Period)
    }

    var kind: Kind
    var counted: Int32
    var all: Int32
    var isHard: Bool
  }

  /// Of a problem without rules.
  init() {
    isEmpty = true
    works = []
    slots = Rows([])
    asked = []
    (periodCount, optionCount, dayCount, workOfCost) = (0, 0, 0, 0)
    firstStart = Table([])
    lastStart = Table([])
    amount = Table([])
    running = []
    range = Table([])
    box = Table([])
    sum = Table([])
  }

  init(_ model: borrowing LearningModel, _ board: borrowing Board) {
    let amounts = RuleAmounts(board)
    isEmpty = amounts.periods.isEmpty
    (periodCount, optionCount) = (amounts.periods.count, amounts.optionCount)
    dayCount = amounts.days
    firstStart = Table(amounts.firstStart)
    lastStart = Table(amounts.lastStart)
    amount = Table(amounts.amount)
    works = model.works
    var slots: [[Slot]] = []
    for work in model.works {
      slots.append(Self.slots(of: board.instance.works.initiative[work], amounts, board))
    }
    self.slots = Rows(slots)
    asked = isEmpty ? [] : Self.asked(board.instance.rules)
    workOfCost = Int64(slots.reduce(asked.count) { $0 + $1.count })
    var running = [Range](repeating: Range(), count: board.instance.rules.slotCount)
    for work in amounts.running {
      for slot in Self.slots(of: work.initiative, amounts, board)
      where Int(slot.period) == work.period {
        running[Int(slot.slot)].least += work.least
        running[Int(slot.slot)].most += work.most
      }
    }
    self.running = running
    range = Table(repeating: Range(), count: model.works.count * amounts.periods.count)
    box = Table(repeating: .unknown, count: model.works.count)
    sum = Table(running)
  }

  private static func slots(
    of initiative: Int32, _ amounts: RuleAmounts, _ board: borrowing Board
  ) -> [Slot] {
    guard !amounts.periods.isEmpty else { return [] }
    var slots: [Slot] = []
    for place in board.instance.rules.rowsOfInitiative.range(initiative) {
      let row = board.instance.rules.rowsOfInitiative[place]
      for slot in row.first..<row.first + row.count {
        slots.append(Slot(slot: slot, period: Int32(amounts.periodOfSlot[Int(slot)])))
      }
    }
    return slots
  }

  private static func asked(_ rules: borrowing Rules) -> [Asked] {
    var asked: [Asked] = []
    for budget in rules.budgets {
      for slot in budget.row.first..<budget.row.first + budget.row.count {
        asked.append(Asked(kind: .budget(budget.limit), counted: slot, all: slot, isHard: true))
      }
    }
    for guardrail in rules.guardrails {
      for (index, period) in guardrail.periods.enumerated() {
        let counted = guardrail.counted.first + Int32(index)
        let all = guardrail.all.first + Int32(index)
        if period.atLeast != nil {
          var alone = period
          alone.atMost = nil
          asked.append(
            Asked(kind: .atLeast(alone), counted: counted, all: all, isHard: guardrail.isHard))
        }
        if guardrail.atMostAlone(inPeriod: index) != nil {
          var alone = period
          alone.atLeast = nil
          asked.append(
            Asked(kind: .atMost(alone), counted: counted, all: all, isHard: guardrail.isHard))
        }
      }
    }
    return asked
  }

  // MARK: Amounts

  /// Takes over the bounds of a work.
  ///
  /// - Returns: Days looked at.
  mutating func note(_ place: Int, _ bounds: Box, _ model: borrowing LearningModel) -> Int {
    guard box[place] != bounds else { return 0 }
    box[place] = bounds
    let work = works[place]
    var looked = 0
    for period in 0..<periodCount {
      var found = Range(least: bounds.days.upperBound >= model.never ? 0 : Int64.max, most: 0)
      let last = min(bounds.days.upperBound, model.never - 1)
      for way in bounds.ways where bounds.days.lowerBound <= last {
        let option = Int(model.firstOption[work] + way)
        let cell = period * optionCount + option
        let first = max(bounds.days.lowerBound, firstStart[cell])
        let end = min(last, lastStart[cell])
        // Whoever starts beside these days delivers nothing here.
        if first > bounds.days.lowerBound || end < last { found.least = 0 }
        guard first <= end else { continue }
        for day in first...end where model.isAllowed[option * dayCount + Int(day)] {
          let amount = amount[cell * dayCount + Int(day)]
          found.least = min(found.least, amount)
          found.most = max(found.most, amount)
        }
        looked += Int(end - first) + 1
      }
      found.least = min(found.least, found.most)
      range[place * periodCount + period] = found
    }
    return looked
  }

  /// What all that is missing in any case costs, in minor units; what is impossible where something hard is.
  mutating func cost(_ rules: borrowing Rules) -> Int64 {
    for slot in sum.indices { sum[slot] = running[slot] }
    for place in works.indices {
      for at in slots.range(place) {
        let found = range[place * periodCount + Int(slots[at].period)]
        let slot = slots[at].slot
        sum[slot].least = sum[slot].least.addingClamped(found.least)
        sum[slot].most = sum[slot].most.addingClamped(found.most)
      }
    }
    var total: Int64 = 0
    for each in asked {
      let missing = missing(each, rules)
      guard missing > 0 else { continue }
      if each.isHard { return Settling.impossible }
      total = min(Settling.impossible, total.addingClamped(rules.price(ofUnits: missing)))
    }
    return total
  }

  /// Units that are missing, or too many, in any case.
  private func missing(_ asked: Asked, _ rules: borrowing Rules) -> Int64 {
    let counted = sum[asked.counted]
    switch asked.kind {
    case .budget(let limit):
      return rules.price(ofUnits: counted.least) > limit ? 1 : 0
    case .atLeast(let period):
      guard !period.isExempt(sum[asked.all].least) else { return 0 }
      let others = sum[asked.all].least - counted.least
      return period.missing(
        counted: counted.most, of: others.addingClamped(counted.most), owed: 0)
    case .atMost(let period):
      guard !period.isExempt(sum[asked.all].least) else { return 0 }
      let others = sum[asked.all].most - counted.most
      return period.missing(
        counted: counted.least, of: others.addingClamped(counted.least), owed: 0)
    }
  }
}
