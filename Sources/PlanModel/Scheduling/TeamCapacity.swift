/// What a team can do on each day of a plan: heads that can be held, and what a head yields.
///
/// MODEL: lasting changes alter heads, passing ones alter yield. `heads(t)` counts people under contract, a hire by the
/// fraction of its ramp, in tenths, rounded down. `yield(t) = availability × load × (1 − (absent + mentoring) / heads)`
/// person-days per head and working day, and 0 on days off.
package struct TeamCapacity: Sendable {
  /// People under contract, in tenths, without regard to ramps: what is paid.
  package var paidTenths: [Int32]
  /// Heads that works can hold, in tenths.
  package var headsTenths: [Int32]
  /// What a head has for planned and unplanned work, in millionths of a person-day: the yield before `load`.
  package var available: [Int64]
  /// What a head delivers to planned work, in millionths of a person-day.
  package var yield: [Int64]
  /// The same for each skill pool of the team, in the order of `Team.skills`.
  package var pools: [Pool]

  package struct Pool: Sendable {
    package var headsTenths: [Int32]
    package var yield: [Int64]
  }

  /// - Complexity: O(days × (hires + absences)).
  package init(team: Team, plan: Plan, days: Int) {
    let calendar = plan.calendars[team.calendar.index]
    let ramps = team.hires.map { Ramp(hire: $0, calendar: calendar) }
    paidTenths = []
    headsTenths = []
    available = []
    yield = []
    pools = team.skills.map { _ in Pool(headsTenths: [], yield: []) }
    let planned = team.availability.times(plan.load) ?? .zero

    var shares = Shares(heads: Heads(on: plan.start, team: team, ramps: ramps, skills: plan.skills))
    var onWorkingDay = shares.yields(availability: team.availability, planned: planned)
    let dayOff = Yields(available: 0, planned: 0, pools: pools.map { _ in 0 })
    for day in 0..<days {
      let date = plan.start.adding(days: day)
      let heads = Heads(on: date, team: team, ramps: ramps, skills: plan.skills)
      // Heads change on a few days of a plan; exact fractions are worth computing only then.
      if heads != shares.heads {
        shares = Shares(heads: heads)
        onWorkingDay = shares.yields(availability: team.availability, planned: planned)
      }
      let yields = calendar.isWorkingDay(date) ? onWorkingDay : dayOff
      paidTenths.append(heads.paid)
      headsTenths.append(heads.team)
      available.append(yields.available)
      yield.append(yields.planned)
      for index in pools.indices {
        pools[index].headsTenths.append(heads.pools[index])
        pools[index].yield.append(yields.pools[index])
      }
    }
  }

  /// Effort the team can plan with on days `days`, rounded half up to a minute.
  package func planned(days: Range<Int>) -> Effort { effort(yield, heads: headsTenths, days: days) }

  /// Effort the team has on days `days` after availability and before `load`.
  package func available(days: Range<Int>) -> Effort {
    effort(available, heads: headsTenths, days: days)
  }

  /// Effort that is paid for on days `days`: people under contract on working days.
  package func paid(days: Range<Int>, on calendar: WorkCalendar, from start: CivilDate) -> Effort {
    let minutes = days.reduce(into: Int64(0)) { sum, day in
      guard calendar.isWorkingDay(start.adding(days: day)) else { return }
      sum += Int64(paidTenths[day]) * Effort.minutesPerPersonDay / 10
    }
    return Effort(minutes: minutes)
  }

  private func effort(_ perHead: [Int64], heads: [Int32], days: Range<Int>) -> Effort {
    // Tenths of a head × millionths of a person-day.
    let delivered = days.reduce(into: Int64(0)) { $0 += perHead[$1] * Int64(heads[$1]) }
    let minutes = Rational(delivered, 10_000_000)?.times(Rational(Effort.minutesPerPersonDay))
    return Effort(minutes: minutes?.rounded ?? .max)
  }
}

/// `share × present`, rounded once, half up, to a millionth.
private func millionths(_ share: Rational, _ present: Rational) -> Int64 {
  guard let value = share.times(present), let scaled = value.times(1_000_000) else { return 0 }
  return max(0, scaled.rounded)
}

/// How far a hire has come.
private struct Ramp {
  let hire: Hire
  /// The first day on which they count whole.
  let end: CivilDate

  init(hire: Hire, calendar: WorkCalendar) {
    self.hire = hire
    end = max(hire.on, calendar.date(hire.on, plus: hire.ramp))
  }

  func tenths(on date: CivilDate) -> Int32 {
    if date < hire.on { return 0 }
    if date >= end { return hire.peopleTenths }
    let reached = Int64(hire.on.days(until: date)) * Int64(hire.peopleTenths)
    return Int32(clamping: reached / Int64(hire.on.days(until: end)))
  }

  /// Tenths of a head that the team gives up to mentor them.
  func mentoringTenths(on date: CivilDate) -> Rational {
    guard date >= hire.on, date < end else { return .zero }
    return hire.mentoring.times(Rational(Int64(hire.peopleTenths))) ?? .zero
  }
}

/// One team on one day, in tenths of a head.
private struct Heads: Equatable {
  var paid: Int32
  var team: Int32
  var pools: [Int32]
  var absent: Int32
  var absentInPools: [Int32]
  var absentUnnamed: Int32
  var mentoring: Rational

  init(on date: CivilDate, team: Team, ramps: [Ramp], skills: [Skill]) {
    paid = team.peopleTenths
    self.team = team.peopleTenths
    pools = team.skills.map { skills[$0.index].peopleTenths }
    mentoring = .zero
    for ramp in ramps where date >= ramp.hire.on {
      let tenths = ramp.tenths(on: date)
      paid += ramp.hire.peopleTenths
      self.team += tenths
      mentoring = mentoring.plus(ramp.mentoringTenths(on: date)) ?? mentoring
      if let skill = ramp.hire.skill, let index = team.skills.firstIndex(of: skill) {
        pools[index] += tenths
      }
    }
    absentInPools = Array(repeating: 0, count: pools.count)
    absentUnnamed = 0
    for absence in team.absences where absence.first <= date && date <= absence.last {
      if let skill = absence.skill, let index = team.skills.firstIndex(of: skill) {
        absentInPools[index] += absence.peopleTenths
      } else {
        absentUnnamed += absence.peopleTenths
      }
    }
    absent = absentInPools.reduce(absentUnnamed, +)
  }
}

/// What a head yields on a working day.
private struct Yields {
  var available: Int64
  var planned: Int64
  var pools: [Int64]
}

/// The share of the heads that is present, for the team and for each pool.
private struct Shares {
  let heads: Heads

  func yields(availability: Rational, planned: Rational) -> Yields {
    let away = Rational(Int64(heads.absent)).plus(heads.mentoring) ?? .zero
    let team = present(away: away, of: heads.team)
    return Yields(
      available: millionths(availability, team), planned: millionths(planned, team),
      pools: heads.pools.indices.map { millionths(planned, present(inPool: $0)) })
  }

  /// Unpooled heads are absent first; what is left falls on the pools in proportion to their size,
  /// which for a team that is all pools is the same factor for everybody.
  ///
  /// Mentoring falls on all alike.
  private func present(inPool index: Int) -> Rational {
    let size = Int64(heads.pools[index])
    let pooled = heads.pools.reduce(0, +)
    let excess = max(0, heads.absentUnnamed - max(0, heads.team - pooled))
    let unnamed = Rational(Int64(excess) * size, Int64(max(1, pooled))) ?? .zero
    let mentoring =
      heads.mentoring.times(Rational(size))?
      .divided(by: Rational(Int64(max(1, heads.team)))) ?? .zero
    let away = Rational(Int64(heads.absentInPools[index])).plus(unnamed)?.plus(mentoring)
    return present(away: away ?? .zero, of: heads.pools[index])
  }

  /// 1 − away / heads, not below 0.
  private func present(away: Rational, of heads: Int32) -> Rational {
    guard heads > 0, let share = away.divided(by: Rational(Int64(heads))),
      let present = Rational.one.minus(share)
    else { return .zero }
    return max(.zero, present)
  }
}
