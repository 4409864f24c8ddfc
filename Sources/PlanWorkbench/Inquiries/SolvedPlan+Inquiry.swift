internal import PlanInsight
internal import PlanModel
internal import PlanSolver

// What questions about a schedule may spend.
extension SolvedPlan {
  /// Solves the problems of questions as hard as the plan itself was solved.
  var inquiry: Inquiry { inquiry(ReadyProblem(model.problem)) }

  private func inquiry(_ base: ReadyProblem) -> Inquiry {
    let size = Int64(model.problem.works.count)
    return Inquiry(
      streams: searches(base, work: questionWork.of(size), first: proofWork),
      alternatives: searches(base, work: alternativeWork.of(size)),
      scouts: searches(base, work: scoutWork.of(size)),
      prover: prover(base, work: proverWork.of(size)),
      bound: bounder(base, work: boundWork.of(size)), threads: threads)
  }

  /// The same with less search for proved lower ends, of which a table of everything has one for each row.
  var inquiryOfMany: Inquiry {
    let base = ReadyProblem(model.problem)
    var inquiry = inquiry(base)
    let size = Int64(model.problem.works.count)
    inquiry.prover = prover(base, work: proverOfManyWork.of(size))
    inquiry.bound = bounder(base, work: boundOfManyWork.of(size))
    inquiry.boundsSparingly = solution.aimCost.addingClamped(-solution.lowerBound)
    return inquiry
  }

  /// Searches from each of the seeds, which share the tables of a problem.
  ///
  /// - Parameters:
  ///   - base: What the problems are made from.
  ///   - work: Of each of the seeds.
  ///   - first: Of the first of them at least.
  /// - Returns: One for each seed.
  private func searches(
    _ base: ReadyProblem, work: Int64, first: Int64 = 0
  ) -> SeededSearches {
    let scale = effort
    return SeededSearches(count: Self.seeds.count) { problem in
      let ready = ReadyProblem(problem, like: base)
      return { seed, schedules in
        var options = SolveOptions.question
        options.seed = Self.seeds[seed]
        options.workLimit = scale.scaled(seed == 0 ? max(work, first) : work)
        return PlanSolver.solve(ready, scale.asking(options), from: schedules)
      }
    }
  }

  private func prover(_ base: ReadyProblem, work: Int64) -> Inquiry.Resolve {
    let scale = effort
    return { problem, seeds in
      var options = SolveOptions.question
      options.needsBound = true
      options.workLimit = scale.scaled(work)
      return PlanSolver.solve(
        ReadyProblem(problem, like: base), scale.asking(options), from: seeds)
    }
  }

  private func bounder(_ base: ReadyProblem, work: Int64) -> Inquiry.Bound {
    let scale = effort
    return { problem, seeds in
      var options = SolveOptions.question
      options.workLimit = scale.scaled(work)
      return PlanSolver.lowerBound(
        of: ReadyProblem(problem, like: base), scale.asking(options), from: seeds)
    }
  }

  /// Three, so that two that agree outvote nobody: a rank is shared where any of them differs.
  private static let seeds: [UInt64] = [1, 2, 3]
}

/// Counted work, in proportion to the works of the problem: building a schedule once takes the longer the more there are.
private struct WorkShare {
  let eachWork: Int64
  let least: Int64
  let most: Int64

  func of(_ works: Int64) -> Int64 { min(most, max(least, eachWork * works)) }
}

/// Of each of the three searches of a question that begins at an answer, of which a table asks a hundred.
private let questionWork = WorkShare(eachWork: 9_000, least: 300_000, most: 1_500_000)
/// Of the first of them at least: what it takes to prove the answer of a plan of a dozen works, and the other two are spared.
private let proofWork: Int64 = 700_000
/// Of each of the three searches of another plan to think through, which begins farther off.
private let alternativeWork = WorkShare(eachWork: 24_000, least: 600_000, most: 4_000_000)
/// Of the search of a plan of which a good schedule is known, before anybody knows whether it is worth more.
private let scoutWork = WorkShare(eachWork: 3_000, least: 150_000, most: 500_000)
/// Of one row of many where a proof comes first, and of one alone: most of it goes into the proof.
private let proverOfManyWork = WorkShare(eachWork: 30_000, least: 300_000, most: 2_000_000)
private let proverWork = WorkShare(eachWork: 100_000, least: 1_500_000, most: 15_000_000)
/// Of the lower end of one row of many, and of one alone.
private let boundOfManyWork = WorkShare(eachWork: 12_000, least: 120_000, most: 800_000)
private let boundWork = WorkShare(eachWork: 40_000, least: 600_000, most: 6_000_000)

extension SearchEffort {
  fileprivate func scaled(_ work: Int64) -> Int64 {
    switch level {
    case .quick: work / 2
    case .standard: work
    case .thorough: work * 12
    }
  }
}
