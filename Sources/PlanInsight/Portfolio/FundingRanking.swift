import PlanModel

/// Gives slots away one after the other.
struct FundingRanking: Sendable {
  let slots: Int
  let problem: Problem
  private let choice: FundingChoice
  private let inquiry: Inquiry

  var funded: [Funding.Funded] = []
  private(set) var below: [Funding.Below] = []
  var cost: Int64 = 0
  private(set) var costOfMandatory: Int64 = 0
  private(set) var isOverfull = false
  var schedule: Schedule
  var taken: Set<Int32> = []
  var candidates: [Bundle] = []

  /// What is taken at once.
  struct Bundle: Sendable {
    /// What it is about: the initiative, or the first of the goal's.
    var subject: Int32
    var goal: Int?
    /// Those that have no slot yet, what is needed first.
    var members: [Int32]
    /// By how much the plan costs less with them; `nil` where that is to be asked anew.
    var saves: Int64?
  }

  /// So many candidates are looked at; of more, those that lose most by not being done.
  private static let candidatesMax = 120

  init(slots: Int, model: SchedulingModel, base: Solution, inquiry: Inquiry) {
    self.slots = slots
    problem = model.problem
    self.inquiry = inquiry
    choice = FundingChoice(model.problem, base: base.schedule, inquiry: inquiry)
    schedule = base.schedule
    takeMandatory()
    let found = solved(taken)
    (schedule, cost) = (found.schedule, found.cost)
    costOfMandatory = cost
    candidates = firstCandidates
  }

  // MARK: Solving

  /// The cheapest schedule found in which nothing else is done.
  func solved(
    _ members: Set<Int32>, in changed: Problem? = nil
  ) -> (schedule: Schedule, cost: Int64) {
    let found = choice.outcome(of: members, after: schedule, in: changed)
    return (found.schedule, found.cost ?? .max)
  }

  // MARK: Candidates

  private mutating func takeMandatory() {
    for index in problem.initiatives.indices {
      let subject = problem.initiatives[index]
      guard subject.selection == .required, !subject.works.isEmpty else { continue }
      let owner = subject.partOf ?? Int32(index)
      let reason: Funding.Reason = problem.isOpen(index) ? .mandatory : .begun
      for need in needs(of: owner) where taken.insert(need).inserted {
        funded.append(
          Funding.Funded(
            initiative: InitiativeID(raw: need),
            reason: need == owner ? reason : .needed(by: InitiativeID(raw: owner)), saves: 0))
      }
    }
    isOverfull = taken.count > slots
  }

  /// What has no slot and is needed, with the initiative itself at the end.
  private func needs(of initiative: Int32) -> [Int32] {
    (choice.needs(of: initiative) + [initiative]).filter { !taken.contains($0) }
  }

  var firstCandidates: [Bundle] {
    let open = problem.initiatives.indices.filter { index in
      let subject = problem.initiatives[index]
      return !subject.works.isEmpty && subject.partOf == nil && subject.selection != .forbidden
        && !taken.contains(Int32(index))
    }
    let worths = problem.worths(\.undoneCost, ofGoals: \.undoneCost)
    let kept = Set(
      open.sorted { worths[$0] != worths[$1] ? worths[$0] > worths[$1] : $0 < $1 }
        .prefix(Self.candidatesMax))
    let single = open.filter(kept.contains).map {
      Bundle(subject: Int32($0), goal: nil, members: needs(of: Int32($0)))
    }
    let ofGoals = problem.goals.indices.compactMap { goal -> Bundle? in
      let members = members(ofGoal: goal)
      return members.count > 1 ? Bundle(subject: members[0], goal: goal, members: members) : nil
    }
    return (single + ofGoals).filter(isPossible)
  }

  /// What a goal that is worth something still waits for; of a choice the first.
  private func members(ofGoal goal: Int) -> [Int32] {
    let subject = problem.goals[goal]
    guard subject.undoneCost > 0 else { return [] }
    var order: [Int32] = []
    for member in subject.members + subject.choices.compactMap(\.first) {
      let owner = problem.initiatives[Int(member)].partOf ?? member
      guard !problem.initiatives[Int(owner)].works.isEmpty else { continue }
      order += needs(of: owner).filter { !order.contains($0) }
    }
    return order
  }

  private func isPossible(_ bundle: Bundle) -> Bool {
    !bundle.members.isEmpty
      && bundle.members.allSatisfy { problem.initiatives[Int($0)].selection != .forbidden }
  }

  // MARK: Slots

  /// Gives each slot that is left to what lowers the cost most for each slot that it takes.
  mutating func fill() {
    while taken.count < slots, let best = next() {
      let found = solved(taken.union(best.members))
      let saves = cost == .max ? Int64.max : cost.addingClamped(-found.cost)
      guard found.cost < cost else { break }
      take(best, saves: saves)
      (schedule, cost) = found
    }
    tellBelow()
  }

  /// The best of those that fit; figures of others are asked only where they may be the best.
  ///
  /// What one brings falls, as a rule, the more is taken already, so an old figure is an upper limit and those below the best
  /// need no new one (Minoux, "Accelerated greedy algorithms for maximizing submodular set functions", 1978). Those that share a
  /// goal or a need with what was taken may bring more than before; their old figures are forgotten.
  private mutating func next() -> Bundle? {
    var fitting = candidates.indices.filter { candidates[$0].members.count <= slots - taken.count }
    ask(fitting.filter { candidates[$0].saves == nil })
    var isNew = Set<Int>()
    while let best = fitting.min(by: { precedes($0, $1) }) {
      guard let saves = candidates[best].saves, saves > 0 else { return nil }
      if isNew.contains(best) { return candidates[best] }
      ask([best])
      isNew.insert(best)
      if candidates[best].saves ?? 0 <= 0 { fitting.removeAll { $0 == best } }
    }
    return nil
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    let (first, second) = (candidates[left], candidates[right])
    let one = Int128(first.saves ?? 0) * Int128(second.members.count)
    let other = Int128(second.saves ?? 0) * Int128(first.members.count)
    return one != other ? one > other : left < right
  }

  private mutating func ask(_ places: [Int]) {
    let (asked, ranking) = (places.map { candidates[$0].members }, self)
    let found = inquiry.workers.answers(asked.count) {
      ranking.solved(ranking.taken.union(asked[$0])).cost
    }
    for (place, found) in zip(places, found) {
      candidates[place].saves = found == .max ? 0 : cost.addingClamped(-found)
    }
  }

  private mutating func take(_ bundle: Bundle, saves: Int64) {
    for member in bundle.members where taken.insert(member).inserted {
      var reason = Funding.Reason.chosen
      if let goal = bundle.goal {
        reason = .goal(GoalID(goal))
      } else if member != bundle.subject {
        reason = .needed(by: InitiativeID(raw: bundle.subject))
      }
      funded.append(
        Funding.Funded(initiative: InitiativeID(raw: member), reason: reason, saves: saves))
    }
    refresh(after: bundle.members)
  }

  /// Brings the candidates up to what is taken now.
  private mutating func refresh(after members: [Int32]) {
    let touched = Set(members)
    let goals = problem.goals.indices.filter { goal in
      problem.goals[goal].members.contains { touched.contains($0) }
    }
    candidates = candidates.compactMap { old in
      var bundle = old
      bundle.members = old.goal.map { self.members(ofGoal: $0) } ?? needs(of: old.subject)
      guard isPossible(bundle), old.goal == nil || bundle.members.count > 1 else { return nil }
      let sharesGoal = goals.contains { goal in
        bundle.members.contains { problem.goals[goal].members.contains($0) }
      }
      if sharesGoal || bundle.members != old.members { bundle.saves = nil }
      return bundle
    }
  }

  /// Whether something that has a slot cannot be without it.
  func isNeeded(_ initiative: Int32) -> Bool {
    problem.dependants(of: initiative).contains {
      choice.isTaken($0, in: taken) && $0 != initiative
    }
  }

  /// Figures of all that are left, each alone.
  private mutating func tellBelow() {
    ask(candidates.indices.filter { candidates[$0].goal == nil })
    below = candidates.filter { $0.goal == nil }.map {
      Funding.Below(
        initiative: InitiativeID(raw: $0.subject),
        bundle: $0.members.map { InitiativeID(raw: $0) }, saves: max(0, $0.saves ?? 0))
    }.sorted { ($1.saves, $0.initiative) < ($0.saves, $1.initiative) }
  }
}
