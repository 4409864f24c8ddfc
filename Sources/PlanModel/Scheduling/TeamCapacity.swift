/// What a team can do on each day of a plan: heads that can be held, and what a head yields.
///
/// MODEL: lasting changes alter heads, passing ones alter yield. `heads(t)` counts people under contract, a hire by the
/// fraction of its ramp, in tenths, rounded down. `yield(t) = availability × load × (1 − (absent + mentoring) / heads)`
/// person-days per head and working day, and 0 on days off. What a team keeps running takes its share of the availability.
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

  /// - Complexity: O(days × (hires + absences + learnings + loans)).
  package init(_ id: TeamID, plan: Plan, days: Int) {
    let team = plan.teams[id.index]
    let calendar = plan.calendars[team.calendar.index]
    let roster = Roster(id, plan: plan)
    paidTenths = []
    headsTenths = []
    self.available = []
    yield = []
    pools = team.skills.map { _ in Pool(headsTenths: [], yield: []) }
    var forWork = team.shareForWork(on: plan.start)
    var shares = Shares(heads: roster.heads(on: plan.start))
    func yields() -> Yields {
      shares.yields(availability: forWork, planned: forWork.times(plan.load) ?? .zero)
    }
    var onWorkingDay = yields()
    let dayOff = Yields(available: 0, planned: 0, pools: pools.map { _ in 0 })
    for day in 0..<days {
      let date = plan.start.adding(days: day)
      let heads = roster.heads(on: date)
      let begins = team.upkeeps.contains { $0.from == date }
      // Heads change on a few days of a plan; exact fractions are worth computing only then.
      if heads != shares.heads || begins {
        shares = Shares(heads: heads)
        forWork = team.shareForWork(on: date)
        onWorkingDay = yields()
      }
      let yields = calendar.isWorkingDay(date) ? onWorkingDay : dayOff
      paidTenths.append(heads.paid)
      headsTenths.append(heads.team)
      self.available.append(yields.available)
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
      sum = sum.addingClamped(Int64(paidTenths[day]) * Effort.minutesPerPersonDay / 10)
    }
    return Effort(minutes: minutes)
  }

  /// The same in tenths of a head × millionths of a person-day, exactly.
  package func plannedUnits(days: Range<Int>) -> Int64 {
    units(yield, heads: headsTenths, days: days)
  }

  private func units(_ perHead: [Int64], heads: [Int32], days: Range<Int>) -> Int64 {
    days.reduce(Int64(0)) {
      $0.addingClamped(perHead[$1].multipliedClamped(by: Int64(heads[$1])))
    }
  }

  private func effort(_ perHead: [Int64], heads: [Int32], days: Range<Int>) -> Effort {
    let delivered = units(perHead, heads: heads, days: days)
    let minutes = Rational(delivered, 10_000_000)?.times(Rational(Effort.minutesPerPersonDay))
    return Effort(minutes: minutes?.rounded ?? .max)
  }
}

/// `share × present`, rounded once, half up, to a millionth.
private func millionths(_ share: Rational, _ present: Rational) -> Int64 {
  guard let value = share.times(present), let scaled = value.times(1_000_000) else { return 0 }
  return max(0, scaled.rounded)
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
    let away = Rational(heads.absent).plus(heads.mentoring) ?? .zero
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
    let pooled = heads.pools.reduce(Int64(0)) { $0 + Int64($1) }
    let excess = max(0, Int64(heads.absentUnnamed) - max(0, Int64(heads.team) - pooled))
    let unnamed = Rational(excess.multipliedClamped(by: size), max(1, pooled)) ?? .zero
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
