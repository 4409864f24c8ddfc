internal import PlanModel
internal import PlanSolver

/// One solve of one instance, timed, and its schedule checked twice: by the checker of the model, and by the instance's own
/// evaluator, which knows nothing of problems.
struct Run {
  let options: SolvingOptions

  func solve(_ instance: Instance) throws -> ResultLine {
    let clock = ContinuousClock()
    let begin = clock.now
    var solving = SolveOptions(
      search: options.search, seed: options.seed, needsBound: !options.noBound,
      workLimit: options.work)
    solving.threads = options.threads
    solving.streams = options.streams
    if let time = options.within {
      solving.watch = { (clock.now - begin) / time }
    }
    let solution = PlanSolver.solve(instance.problem, solving)
    let wall = clock.now - begin

    if let first = ScheduleChecker(instance.problem).violations(of: solution.schedule).first,
      !first.isDemand || solution.isFeasible
    {
      throw WrongResult(instance: instance.name, what: "breaks a rule: \(first)")
    }
    let objective = try instance.evaluate(solution.schedule)
    guard objective == instance.objective(solution.delayCost) else {
      throw WrongResult(
        instance: instance.name,
        what: "costs \(objective) by its own format, \(solution.delayCost) by the solver")
    }
    return ResultLine(
      instance: instance.name, objective: objective,
      bound: instance.objective(solution.lowerBound),
      isProved: solution.isOptimal, broken: solution.broken.count, wall: wall, work: solution.work)
  }
}

/// A result that is wrong: our fault, and the end of the run.
package struct WrongResult: Error, CustomStringConvertible {
  let instance: String
  let what: String

  package var description: String { "\(instance): the schedule \(what)" }
}

/// What came out for one instance.
struct ResultLine {
  let instance: String
  let objective: Int64
  let bound: Int64
  let isProved: Bool
  /// How many of the hard demands its schedule breaks: fewer come before less cost.
  let broken: Int
  let wall: Duration
  let work: Int64

  static let header = "instance,objective,bound,proved,wall_ms,work"

  var csv: String {
    "\(instance),\(objective),\(bound),\(isProved),\(wall.milliseconds),\(work)"
  }
}

extension Duration {
  /// Rounded down.
  var milliseconds: Int64 {
    components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
  }
}
