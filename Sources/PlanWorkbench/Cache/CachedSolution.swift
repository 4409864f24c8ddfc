internal import PlanModel

extension CacheEntry {
  /// That of a schedule.
  fileprivate static func schedule(_ name: String) -> CacheEntry {
    CacheEntry(form: "schedule 1", name: name)
  }
}

extension Solution {
  /// As an entry of the cache.
  func cached(under name: String) -> [UInt8] {
    var words = CachedWords()
    words.append([
      delayCost, softCost, churn, lowerBound, isProvedInfeasible ? 1 : 0, work,
    ])
    words.append(broken) { $0.append($1.words) }
    words.append(schedule.placements) { words, placement in
      words.append(
        placement.map { [Int64($0.start), Int64($0.finish), Int64($0.option)] } ?? [-1, 0, 0])
    }
    return CacheEntry.schedule(name).bytes(words)
  }

  /// Reads an entry; `nil` unless it is one, of that name, and holds a schedule of the problem that costs what it says.
  ///
  /// That no schedule costs less than its bound is the one thing that has to be believed: the folder is the user's alone.
  init?(cached bytes: [UInt8], under name: String, of problem: Problem) {
    guard var words = CacheEntry.schedule(name).words(of: bytes) else { return nil }
    guard let delayCost = words.next(), let softCost = words.next(), let churn = words.next(),
      let lowerBound = words.next(), let infeasible = words.next(), let work = words.next(),
      let broken = words.list(of: { BrokenDemand(&$0, problem) }),
      let placements = words.list(of: { CachedPlacement(&$0) }), words.isAtEnd
    else { return nil }
    self.init(
      schedule: Schedule(placements: placements.map(\.placement)), delayCost: delayCost,
      softCost: softCost,
      churn: churn, lowerBound: lowerBound, broken: broken,
      isProvedInfeasible: infeasible != 0, work: work)
    guard (try? audit(self, of: problem)) != nil else { return nil }
    // One that is feasible has broken nothing, which has been audited.
    guard
      isFeasible
        ? !isProvedInfeasible
        : ScheduleChecker(problem).violations(of: schedule).contains(where: \.isDemand)
    else { return nil }
  }
}

/// Where a work is done, or that it is not.
private struct CachedPlacement {
  let placement: Schedule.Placement?

  init?(_ words: inout CachedWordReader) {
    guard let start = words.next(), let finish = words.next(), let option = words.next() else {
      return nil
    }
    guard start != -1 else {
      placement = nil
      return
    }
    guard let start = Int32(exactly: start), let finish = Int32(exactly: finish),
      let option = Int32(exactly: option)
    else { return nil }
    placement = Schedule.Placement(start: start, finish: finish, option: option)
  }
}

extension BrokenDemand {
  fileprivate var words: [Int64] {
    switch self {
    case .undone(let initiative): [0, Int64(initiative), 0, 0, 0]
    case .late(let initiative, let latest, let finish, let earliest):
      [1, Int64(initiative), Int64(latest), Int64(finish), Int64(earliest)]
    case .outsideWindow(let initiative, let start): [2, Int64(initiative), Int64(start), 0, 0]
    case .overBudget(let budget, let period, let spent):
      [3, Int64(budget), Int64(period), spent, 0]
    case .offGuardrail(let guardrail, let period, let missing):
      [4, Int64(guardrail), Int64(period), missing, 0]
    }
  }

  /// `nil` for what is none, or names what the problem does not have.
  fileprivate init?(_ words: inout CachedWordReader, _ problem: Problem) {
    guard let kind = words.next(), let subject = words.next().flatMap(Int32.init(exactly:)),
      let second = words.next(), let third = words.next(), let fourth = words.next(),
      let day = Int32(exactly: second)
    else { return nil }
    let count = [3: problem.budgets.count, 4: problem.guardrails.count][kind]
    guard (0..<(count ?? problem.initiatives.count)).contains(Int(subject)) else { return nil }
    switch kind {
    case 0: self = .undone(initiative: subject)
    case 1:
      guard let finish = Int32(exactly: third), let earliest = Int32(exactly: fourth) else {
        return nil
      }
      self = .late(
        initiative: subject, latestFinish: day, finish: finish, earliest: earliest)
    case 2: self = .outsideWindow(initiative: subject, start: day)
    case 3:
      guard problem.budgets[Int(subject)].periods.indices.contains(Int(day)) else { return nil }
      self = .overBudget(budget: subject, period: day, spent: third)
    case 4:
      guard problem.guardrails[Int(subject)].periods.indices.contains(Int(day)) else { return nil }
      self = .offGuardrail(guardrail: subject, period: day, missing: third)
    default: return nil
    }
  }
}
