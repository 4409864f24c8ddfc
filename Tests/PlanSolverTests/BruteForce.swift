import PlanModel

/// The cheapest valid schedule of a tiny problem, by trying every start, staffing and choice of what to leave undone.
///
/// Knows nothing of how schedules are built: the checker alone says what is valid. Costs of what is decided bound from below
/// what a branch can come to, which is the only thing that is skipped.
struct BruteForce {
  private let problem: Problem
  private let checker: ScheduleChecker
  /// By work, every placement that could be valid.
  private let choices: [[Schedule.Placement]]
  private var schedule: Schedule
  private(set) var best: Schedule?
  private(set) var cost = Int64.max

  init(_ problem: Problem) {
    self.problem = problem
    checker = ScheduleChecker(problem)
    schedule = Schedule.empty(works: problem.works.count)
    choices = problem.works.map { work in
      let starts = work.fixedStart.map { $0...$0 } ?? 0...(problem.horizonDay - 1)
      return work.options.indices.flatMap { option in
        starts.compactMap { placement(work.options[option], Int32(option), $0, problem) }
      }
    }
    decide(0, 0)
  }

  private mutating func decide(_ initiative: Int, _ spent: Int64) {
    guard initiative < problem.initiatives.count else {
      finish()
      return
    }
    let subject = problem.initiatives[initiative]
    if subject.works.isEmpty {
      decide(initiative + 1, spent)
      return
    }
    if subject.selection != .forbidden { place(subject.works.lowerBound, initiative, spent) }
    guard subject.selection != .required, spent + subject.undoneCost < cost else { return }
    for work in subject.works { schedule.placements[Int(work)] = nil }
    decide(initiative + 1, spent + subject.undoneCost)
  }

  private mutating func place(_ work: Int32, _ initiative: Int, _ spent: Int64) {
    let subject = problem.initiatives[initiative]
    if work == subject.works.upperBound {
      let after = spent + schedule.cost(of: initiative, in: problem)
      if after < cost { decide(initiative + 1, after) }
      return
    }
    for choice in choices[Int(work)] {
      schedule.placements[Int(work)] = choice
      place(work + 1, initiative, spent)
    }
    schedule.placements[Int(work)] = nil
  }

  private mutating func finish() {
    // What agreements and soft demands cost is the checker's to say as well.
    let total =
      schedule.totalDelayCost(in: problem) + checker.churn(of: schedule)
      + checker.softCost(of: schedule)
    guard total < cost, checker.violations(of: schedule).isEmpty else { return }
    cost = total
    best = schedule
  }
}

private func placement(
  _ option: Problem.Option, _ index: Int32, _ start: Int32, _ problem: Problem
) -> Schedule.Placement? {
  let sums = problem.yields[Int(option.yield)].cumulative
  guard problem.yields[Int(option.yield)].isWorking(start) else { return nil }
  for day in start..<problem.lastDay where sums[Int(day) + 1] - sums[Int(start)] >= option.needed {
    return Schedule.Placement(start: start, finish: day, option: index)
  }
  return nil
}
