internal import PlanModel
internal import PlanText

// An entry of the cache: a line that names its form, a line with its name, little-endian words of eight bytes, and the SHA-256 of
// all that.

private let form = Array("plan schedule 1\n".utf8)

extension Solution {
  /// As an entry.
  func cached(under name: String) -> [UInt8] {
    var words: [Int64] = [
      delayCost, softCost, churn, lowerBound, isProvedInfeasible ? 1 : 0, work,
      Int64(broken.count),
    ]
    for demand in broken { words += demand.words }
    words.append(Int64(schedule.placements.count))
    for placement in schedule.placements {
      guard let placement else {
        words += [-1, 0, 0]
        continue
      }
      words += [Int64(placement.start), Int64(placement.finish), Int64(placement.option)]
    }
    var bytes = form + Array("\(name)\n".utf8)
    for word in words {
      withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }
    return bytes + SHA256.digest(of: bytes)
  }

  /// Reads an entry; `nil` unless it is one, of that name, and holds a schedule of the problem that costs what it says.
  ///
  /// That no schedule costs less than its bound is the one thing that has to be believed: the folder is the user's alone.
  init?(cached bytes: [UInt8], under name: String, of problem: Problem) {
    let start = form + Array("\(name)\n".utf8)
    let end = bytes.count - 32
    guard end >= start.count, (end - start.count) % 8 == 0, bytes.starts(with: start),
      SHA256.digest(of: Array(bytes[..<end])) == Array(bytes[end...])
    else { return nil }
    var words = Words(bytes[start.count..<end])
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

  init?(_ words: inout Words) {
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
  fileprivate init?(_ words: inout Words, _ problem: Problem) {
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

/// Reads words one after the other.
private struct Words {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func next() -> Int64? {
    guard rest.count >= 8 else { return nil }
    let word = rest.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    rest.removeFirst(8)
    return Int64(bitPattern: word)
  }

  /// A count, and so many of something; `nil` where one of them is none.
  mutating func list<Element>(of read: (inout Words) -> Element?) -> [Element]? {
    guard let count = next(), (0...Int64(rest.count)).contains(count) else { return nil }
    var list: [Element] = []
    for _ in 0..<count {
      guard let element = read(&self) else { return nil }
      list.append(element)
    }
    return list
  }
}
