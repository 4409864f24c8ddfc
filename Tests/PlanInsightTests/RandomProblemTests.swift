import PlanInsight
import PlanModel
import Testing

func rankedSchedule(_ order: [Int32], _ problem: Problem) -> Schedule {
  ListSchedule.schedule(order: order, timing: Timing(problem))
}

/// What has to hold for every plan, on problems drawn at random.
@Suite struct RandomProblemTests {
  static let seeds = Array(1...120)

  @Test(arguments: seeds) func listSchedulesKeepTheRules(seed: Int) {
    let problem = randomProblem(seed: seed)
    let order = problem.initiatives.indices.map { Int32($0) }
    let violations = ScheduleChecker(problem).violations(of: rankedSchedule(order, problem))
    #expect(violations.filter { !$0.isDemand }.isEmpty)
  }

  @Test(arguments: seeds) func shiftsKeepTheRulesAndOnlyDelay(seed: Int) {
    let problem = randomProblem(seed: seed)
    let base = solveByRankings(problem, []).schedule
    let arcs = Arcs(base, timing: Timing(problem))
    for initiative in problem.initiatives.indices {
      guard let start = base.start(of: initiative, in: problem) else { continue }
      let same = arcs.rightShift(initiative, .until(start)) == base
      #expect(same)
      for delay in [1, 5, 20] as [Int32] {
        let shifted = arcs.rightShift(initiative, .until(start + delay))
        let violations = ScheduleChecker(problem).violations(of: shifted)
        #expect(violations.filter { !$0.isDemand }.isEmpty)
        #expect(shifted.totalDelayCost(in: problem) >= base.totalDelayCost(in: problem))
        if let moved = shifted.start(of: initiative, in: problem) {
          #expect(moved >= start + delay)
        }
        let isLaterOnly = zip(base.placements, shifted.placements).allSatisfy { old, new in
          guard let new else { return true }
          return new.start >= old?.start ?? .max && new.option == old?.option
        }
        #expect(isLaterOnly)
      }
    }
  }

  @Test(arguments: seeds) func deferralFiguresFitTogether(seed: Int) {
    let problem = randomProblem(seed: seed)
    let base = solveByRankings(problem, [])
    let rungs = [2, 6, 15].map { days in
      DeferralLadder.Rung(delay: .by(.workingDays(days))) { $0 + days }
    }
    let ladder = DeferralLadder(
      base: base, arcs: Arcs(base.schedule, timing: Timing(problem)),
      rungs: rungs + [DeferralLadder.Rung(delay: .undone) { $0 }],
      streams: [{ solveByRankings($0, $1, draws: 3) }])
    for initiative in problem.initiatives.indices {
      guard let finding = ladder.deferral(of: initiative) else { continue }
      var former: Int64? = 0
      #expect(finding.deferral.steps.map(\.delay).last == .undone)
      for step in finding.deferral.steps {
        if case .costs(let own, let knockOn) = step.shifted {
          #expect(own >= 0 && knockOn >= 0)
          #expect(step.freed ?? 0 >= 0)
          guard case .costs(let net, _) = step.net else {
            Issue.record("a shift that breaks nothing proves that there is a plan")
            continue
          }
          #expect(net >= 0 && net <= own + knockOn)
        }
        switch step.net {
        case .costs(let net, _):
          // What cannot wait a week cannot wait a month.
          #expect(net >= former ?? .max)
          former = net
        case .breaks(let demands):
          #expect(!demands.isEmpty)
          former = nil
        }
      }
      if let cheaper = finding.cheaper {
        #expect(ScheduleChecker(problem).violations(of: cheaper.schedule).isEmpty)
        #expect(
          cheaper.schedule.totalDelayCost(in: problem) == base.delayCost - cheaper.saves)
      }
    }
  }

  /// Of many, the rest is planned anew around some only; what the others lose where everybody makes way is no less than that.
  @Test(arguments: seeds) func whatIsNotPlannedAnewIsAtMost(seed: Int) {
    let problem = randomProblem(seed: seed)
    let base = solveByRankings(problem, [])
    let ladder = DeferralLadder(
      base: base, arcs: Arcs(base.schedule, timing: Timing(problem)),
      rungs: [4, 12].map { days in
        DeferralLadder.Rung(delay: .by(.workingDays(days))) { $0 + days }
      }, streams: [{ solveByRankings($0, $1, draws: 3) }])
    let all = Array(problem.initiatives.indices)
    let workers = Workers(threads: 1)
    #expect(ladder.findings(of: all, workers).allSatisfy { $0?.isPlannedAnew ?? true })
    let findings = ladder.findings(of: all, workers, most: 2)
    let worth = all.filter { findings[$0]?.isPlannedAnew == true }
    let breaking = findings.count { finding in
      if case .breaks = finding?.deferral.steps.first?.shifted { true } else { false }
    }
    #expect(worth.count == min(findings.count { $0 != nil }, max(2, breaking)))
    func shift(_ initiative: Int) -> Int64? {
      guard let step = ladder.deferral(of: initiative)?.deferral.steps.first else { return 0 }
      guard case .costs(let own, let knockOn) = step.shifted else { return nil }
      return own + knockOn
    }
    for initiative in all where findings[initiative]?.isPlannedAnew == false {
      for other in worth { #expect(shift(other) ?? .max >= shift(initiative) ?? .max) }
    }
    for initiative in all {
      let searched = ladder.deferral(of: initiative)?.deferral.steps ?? []
      let shifted =
        ladder.deferral(of: initiative, isPlannedAnew: false)?.deferral.steps ?? []
      #expect(searched.map(\.delay) == shifted.map(\.delay))
      for (planned, plain) in zip(searched, shifted) {
        #expect(planned.shifted == plain.shifted)
        #expect(plain.found.count == planned.found.count)
        guard case .costs(let own, let knockOn) = plain.shifted else { continue }
        guard case .costs(let most, _) = plain.net, case .costs(let net, _) = planned.net else {
          Issue.record("a shift that breaks nothing has a cost")
          continue
        }
        #expect(net <= most && most <= own + knockOn)
      }
    }
  }

  @Test(arguments: seeds) func puttingOffByNothingCostsNothing(seed: Int) {
    let problem = randomProblem(seed: seed)
    let base = solveByRankings(problem, [])
    let ladder = DeferralLadder(
      base: base, arcs: Arcs(base.schedule, timing: Timing(problem)),
      rungs: [DeferralLadder.Rung(delay: .by(.zero)) { $0 }],
      streams: [{ solveByRankings($0, $1, draws: 3) }])
    for initiative in problem.initiatives.indices {
      guard let step = ladder.deferral(of: initiative)?.deferral.steps.first else { continue }
      #expect(step.shifted == .costs(own: 0, knockOn: 0))
      #expect(step.net == .costs(0, isProved: base.isOptimal))
    }
  }

  @Test(arguments: seeds) func whatIsIncludedIsThere(seed: Int) {
    let problem = randomProblem(seed: seed)
    let base = solveByRankings(problem, [])
    let inclusions = Inclusions(
      problem, base: base, inquiry: Inquiry { solveByRankings($0, $1, draws: 3) })
    let days = problem.firstDay...problem.firstDay + 8
    for initiative in problem.initiatives.indices where problem.isOpen(initiative) {
      let found = inclusions.inclusion(of: initiative, within: days)
      guard case .costs(let price, _) = found.price, let schedule = found.schedule else {
        #expect(found.schedule == nil && found.givesWay.isEmpty)
        continue
      }
      #expect(price >= 0)
      #expect(schedule.start(of: initiative, in: problem).map(days.contains) == true)
      let question = problem.insisting(on: initiative, within: days)
      #expect(ScheduleChecker(question).violations(of: schedule).isEmpty)
      // Whoever gives way is worse off, and is not the one for whom it does.
      let areWorseOff = found.givesWay.allSatisfy { movement in
        movement.costs >= 0 && movement.initiative != Int32(initiative)
      }
      #expect(areWorseOff)
      // Nobody starts before what is possible with people for everything.
      let earliest = problem.earliestStarts[initiative]
      #expect(earliest.map { $0 <= schedule.start(of: initiative, in: problem) ?? .min } == true)
    }
  }

  @Test(arguments: seeds) func nothingBeatsUnlimitedPeople(seed: Int) {
    let problem = randomProblem(seed: seed)
    let baselines = Baselines(
      Timing(problem), efforts: problem.initiatives.map { Int64($0.works.count) })
    #expect(baselines.unlimited <= solveByRankings(problem, []).delayCost)
    if let written = baselines.written { #expect(baselines.unlimited <= written) }
  }

  @Test(arguments: seeds) func figuresAreTheSameEachTime(seed: Int) {
    let problem = randomProblem(seed: seed)
    let base = solveByRankings(problem, [])
    let first = Arcs(base.schedule, timing: Timing(problem))
    let second = Arcs(base.schedule, timing: Timing(problem))
    #expect(first.arcs == second.arcs && first.order == second.order)
  }
}
