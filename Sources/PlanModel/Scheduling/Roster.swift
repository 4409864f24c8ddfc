/// Who is in a team, day by day: the heads of `TeamCapacity`, before it is said what they yield.
struct Roster {
  private let peopleTenths: Int32
  private let poolTenths: [Int32]
  private let joining: [Joining]
  private let leaving: [Leaving]
  private let learning: [(pool: Int, learning: Learning)]
  private let absent: [(pool: Int?, absence: Absence)]

  init(_ id: TeamID, plan: Plan) {
    let team = plan.teams[id.index]
    let calendar = plan.calendars[team.calendar.index]
    func pool(_ skill: SkillID?) -> Int? { skill.flatMap { team.skills.firstIndex(of: $0) } }
    peopleTenths = team.peopleTenths
    poolTenths = team.skills.map { plan.skills[$0.index].peopleTenths }
    joining =
      team.hires.map { Joining($0, pool: pool($0.skill), calendar: calendar) }
      + plan.loans.filter { $0.taker == id }.map { Joining($0, calendar: calendar) }
    leaving = plan.loans.filter { $0.giver == id }.map {
      Leaving(peopleTenths: $0.peopleTenths, on: $0.on, last: $0.last, pool: pool($0.skill))
    }
    learning = team.skills.enumerated().flatMap { index, skill in
      plan.skills[skill.index].learnings.map { (index, $0) }
    }
    absent = team.absences.map { (pool($0.skill), $0) }
  }

  /// - Complexity: O(hires + absences + learnings + loans).
  func heads(on date: CivilDate) -> Heads {
    var heads = Heads(tenths: peopleTenths, pools: poolTenths)
    for each in joining where each.isThere(on: date) {
      let tenths = each.tenths(on: date)
      heads.paid.addClamped(each.peopleTenths)
      heads.team.addClamped(tenths)
      heads.mentoring = heads.mentoring.plus(each.mentoringTenths(on: date)) ?? heads.mentoring
      if let pool = each.pool { heads.pools[pool].addClamped(tenths) }
    }
    for each in leaving where each.on <= date && date <= each.last ?? date {
      heads.paid.addClamped(-each.peopleTenths)
      heads.team.addClamped(-each.peopleTenths)
      if let pool = each.pool { heads.pools[pool].addClamped(-each.peopleTenths) }
    }
    for (pool, each) in learning where each.on <= date {
      if each.counts <= date {
        heads.pools[pool].addClamped(each.peopleTenths)
      } else {
        let tenths = each.mentoring.times(Rational(Int64(each.peopleTenths))) ?? .zero
        heads.mentoring = heads.mentoring.plus(tenths) ?? heads.mentoring
      }
    }
    for (pool, each) in absent where each.first <= date && date <= each.last {
      if let pool {
        heads.absentInPools[pool].addClamped(each.peopleTenths)
      } else {
        heads.absentUnnamed.addClamped(each.peopleTenths)
      }
    }
    // Contractors may be lent beyond their last day; there are never fewer people than none.
    heads.paid = max(0, heads.paid)
    heads.team = max(0, heads.team)
    heads.pools = heads.pools.map { max(0, $0) }
    return heads
  }
}

/// One team on one day, in tenths of a head.
struct Heads: Equatable {
  /// A hundred million people: more than any plan has, and half of what 32 bits hold, so that a demand can be added to it.
  static let tenthsMax: Int64 = 1_000_000_000

  var paid: Int32
  var team: Int32
  var pools: [Int32]
  var absentInPools: [Int32]
  var absentUnnamed: Int32 = 0
  var mentoring: Rational = .zero

  init(tenths: Int32, pools: [Int32]) {
    paid = tenths
    team = tenths
    self.pools = pools
    absentInPools = Array(repeating: 0, count: pools.count)
  }

  var absent: Int64 { absentInPools.reduce(Int64(absentUnnamed)) { $0 + Int64($1) } }
}

/// People who come, and how far they have come: hires, contractors, and those whom another team lends.
private struct Joining {
  let peopleTenths: Int32
  let pool: Int?
  private let first: CivilDate
  private let last: CivilDate?
  /// The first day on which they count whole.
  private let rampEnd: CivilDate
  private let mentoring: Rational

  init(_ hire: Hire, pool: Int?, calendar: WorkCalendar) {
    peopleTenths = hire.peopleTenths
    self.pool = pool
    first = hire.on
    last = hire.last
    rampEnd = max(hire.on, calendar.date(hire.on, plus: hire.ramp))
    mentoring = hire.mentoring
  }

  init(_ loan: Loan, calendar: WorkCalendar) {
    peopleTenths = loan.peopleTenths
    pool = nil
    first = loan.on
    last = loan.last
    rampEnd = max(loan.on, calendar.date(loan.on, plus: loan.ramp))
    mentoring = .zero
  }

  func isThere(on date: CivilDate) -> Bool { first <= date && date <= last ?? date }

  /// What they count for by their ramp, rounded down.
  func tenths(on date: CivilDate) -> Int32 {
    if date >= rampEnd { return peopleTenths }
    let reached = Int64(first.days(until: date)) * Int64(peopleTenths)
    return Int32(clamping: reached / Int64(first.days(until: rampEnd)))
  }

  /// Tenths of a head that the team gives up to mentor them.
  func mentoringTenths(on date: CivilDate) -> Rational {
    guard date < rampEnd else { return .zero }
    return mentoring.times(Rational(Int64(peopleTenths))) ?? .zero
  }
}

/// People whom another team has for a while.
private struct Leaving {
  let peopleTenths: Int32
  let on: CivilDate
  let last: CivilDate?
  let pool: Int?
}

extension Int32 {
  /// Adds, held at what is counted at most instead of trapping.
  fileprivate mutating func addClamped(_ other: Int32) {
    let sum = Int64(self) + Int64(other)
    self = Int32(clamping: Swift.min(Swift.max(sum, -Heads.tenthsMax), Heads.tenthsMax))
  }
}
