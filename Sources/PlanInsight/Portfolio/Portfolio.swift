package import PlanModel

/// What a schedule spends people and money on: by kind of work, by goal and by team, cycle by cycle.
///
/// Effort is what the schedule delivers from today on; what was spent before is in none of it.
package struct Portfolio: Sendable {
  /// From today to the last in which anything is delivered.
  package var cycles: [ClosedRange<CivilDate>]
  /// What all teams can plan with in each cycle; after the plan's end nothing.
  package var planned: [Effort]
  package var all: Part
  /// The most effort first.
  package var kinds: [Group<String>]
  /// The most effort first; `nil` stands for work that serves no goal.
  ///
  /// What serves several goals counts for each with an even share, so that the parts sum to the whole.
  package var goals: [Group<GoalID?>]
  /// In the plan's order.
  package var teams: [Group<TeamID>]

  package struct Group<Key: Hashable & Sendable>: Sendable {
    package var key: Key
    package var part: Part
  }

  package struct Part: Hashable, Sendable {
    /// Delivered in each cycle.
    package var efforts: [Effort]
    package var effort: Effort
    /// That effort at the plan's rate, and what initiatives cost besides.
    package var money: Money
    /// How many initiatives have a part in it.
    package var count: Int
  }

  /// The share of one cycle's effort that a part has; `nil` where nothing is delivered in it.
  package func share(_ part: Part, in cycle: Int) -> Rational? {
    Rational(part.efforts[cycle].minutes, all.efforts[cycle].minutes)
  }
}

extension Portfolio {
  /// - Parameters:
  ///   - schedule: What is done and when.
  ///   - model: The plan.
  /// - Complexity: O(works × (cycles + goals of one)).
  package init(_ schedule: Schedule, in model: SchedulingModel) {
    let plan = model.plan
    let problem = model.problem
    let days = plan.periods(each: plan.cycle, through: model.lastDate).compactMap { stretch in
      let first = max(problem.firstDay, model.day(of: stretch.lowerBound))
      let last = model.day(of: stretch.upperBound)
      return first <= last ? first...last : nil
    }
    let delivered = problem.works.indices.map { work in
      days.map { schedule.delivered(on: $0, byWork: work, in: problem) }
    }
    // What is done after the plan's end belongs to a cycle of its own only where there is any.
    let count =
      days.indices.last { cycle in delivered.contains { $0[cycle] > 0 } }.map { $0 + 1 } ?? 0
    let kept = days.prefix(count)
    cycles = kept.map(model.dates)
    planned = kept.map { days in
      let last = min(days.upperBound + 1, problem.horizonDay)
      guard days.lowerBound < last else { return .zero }
      return model.peopleChain(on: Int(days.lowerBound)..<Int(last)).planned
    }

    var all = Sum<Bool>(cycles: count)
    var kinds = Sum<String>(cycles: count)
    var goals = Sum<GoalID?>(cycles: count)
    var teams = Sum<TeamID>(cycles: count)
    for (index, initiative) in problem.initiatives.enumerated() {
      let planned = plan.initiatives[index]
      guard schedule.isDone(index, in: problem), !initiative.works.isEmpty else { continue }
      let served: [GoalID?] = planned.goals.isEmpty ? [nil] : planned.goals
      for work in initiative.works {
        let units = delivered[Int(work)]
        all.add(units, for: true, of: index)
        kinds.add(units, for: planned.kind, of: index)
        for goal in served {
          goals.add(units.map { $0 / Int128(served.count) }, for: goal, of: index)
        }
        teams.add(units, for: plan.works[model.workIDs[Int(work)].index].team, of: index)
      }
      guard let money = planned.money, problem.isOpen(index) else { continue }
      all.add(money.minorUnits, for: true)
      kinds.add(money.minorUnits, for: planned.kind)
      for goal in served { goals.add(money.minorUnits / Int64(served.count), for: goal) }
      // What is paid besides people is no team's; it counts for the one with the initiative's first work.
      let first = plan.works[model.workIDs[Int(initiative.works.lowerBound)].index].team
      teams.add(money.minorUnits, for: first)
    }
    self.all =
      all.groups(plan.rate).first?.part
      ?? Part(efforts: [], effort: .zero, money: .zero, count: 0)
    self.kinds = kinds.groups(plan.rate).sorted { $0.part.effort > $1.part.effort }
    self.goals = goals.groups(plan.rate).sorted { $0.part.effort > $1.part.effort }
    self.teams = teams.groups(plan.rate).sorted { $0.key < $1.key }
  }
}

/// Sums by some key, which are told in the order in which the keys were met.
private struct Sum<Key: Hashable & Sendable> {
  private let cycles: Int
  private var order: [Key] = []
  private var entries: [Key: Entry] = [:]

  private struct Entry {
    var units: [Int128]
    var money: Int64 = 0
    var count = 0
    var latest = -1
  }

  init(cycles: Int) { self.cycles = cycles }

  mutating func add(_ units: [Int128], for key: Key, of initiative: Int) {
    var entry = entry(key)
    for cycle in 0..<cycles { entry.units[cycle] += units[cycle] }
    if entry.latest != initiative {
      entry.count += 1
      entry.latest = initiative
    }
    entries[key] = entry
  }

  mutating func add(_ money: Int64, for key: Key) {
    var entry = entry(key)
    entry.money = entry.money.addingClamped(money)
    entries[key] = entry
  }

  private mutating func entry(_ key: Key) -> Entry {
    if let known = entries[key] { return known }
    order.append(key)
    return Entry(units: Array(repeating: 0, count: cycles))
  }

  func groups(_ rate: LabourRate) -> [Portfolio.Group<Key>] {
    order.map { key in
      let entry = entries[key] ?? Entry(units: Array(repeating: 0, count: cycles))
      func effort(_ units: Int128) -> Effort { TeamLoad.effort(ofUnits: Int64(clamping: units)) }
      let whole = effort(entry.units.reduce(0, +))
      return Portfolio.Group(
        key: key,
        part: Portfolio.Part(
          efforts: entry.units.map(effort), effort: whole,
          money: rate.price(of: whole) + Money(minorUnits: entry.money), count: entry.count))
    }
  }
}
