import PlanModel
import PlanSolver
import TestSupport
import Testing

/// What must hold between the answers to two problems.
@Suite("Relations between problems")
struct RelationTests {
  private let quick = SolveOptions(search: .quick)

  @Test("the same problem and seed give the same answer")
  func repeats() {
    for seed in 0..<6 {
      let problem = mediumProblem(seed: seed, initiatives: 14)
      let first = solve(problem, SolveOptions(seed: 5, workLimit: 300_000))
      let second = solve(problem, SolveOptions(seed: 5, workLimit: 300_000))
      #expect(first.schedule == second.schedule)
      #expect(first.lowerBound == second.lowerBound)
      #expect(first.work == second.work)
    }
  }

  @Test("ten times the money costs ten times as much")
  func scalesMoney() {
    for seed in 0..<instanceCount / 10 {
      let problem = tinyProblem(seed: seed)
      var dear = problem
      for index in dear.initiatives.indices {
        dear.initiatives[index].cost = dear.initiatives[index].cost.map { $0 * 10 }
        dear.initiatives[index].undoneCost *= 10
        dear.initiatives[index].agreement?.churn *= 10
      }
      for index in dear.goals.indices {
        dear.goals[index].cost = dear.goals[index].cost.map { $0 * 10 }
        dear.goals[index].undoneCost *= 10
      }
      let cheapAnswer = solve(problem, quick)
      let dearAnswer = solve(dear, quick)
      guard cheapAnswer.isOptimal, dearAnswer.isOptimal else { continue }
      #expect(dearAnswer.aimCost == 10 * cheapAnswer.aimCost, "seed \(seed)")
    }
  }

  @Test("a team that nobody needs changes no proved optimum")
  func ignoresOthers() {
    for seed in 0..<instanceCount / 10 {
      let problem = tinyProblem(seed: seed)
      var larger = problem
      larger.resources.insert(
        Problem.Resource(
          name: "bystanders", capacity: Array(repeating: 50, count: Int(problem.lastDay))), at: 0)
      for work in larger.works.indices {
        for option in larger.works[work].options.indices {
          for demand in larger.works[work].options[option].demands.indices {
            larger.works[work].options[option].demands[demand].resource += 1
          }
        }
      }
      let answer = solve(problem, quick)
      let largerAnswer = solve(larger, quick)
      guard answer.isOptimal, largerAnswer.isOptimal else { continue }
      #expect(largerAnswer.aimCost == answer.aimCost, "seed \(seed)")
    }
  }

  @Test("more people never raise a proved optimum")
  func profitsFromPeople() {
    for seed in 0..<instanceCount / 10 {
      let problem = tinyProblem(seed: seed)
      var staffed = problem
      for index in staffed.resources.indices {
        staffed.resources[index].capacity = staffed.resources[index].capacity.map { $0 + 10 }
      }
      let answer = solve(problem, quick)
      let staffedAnswer = solve(staffed, quick)
      guard answer.isOptimal, staffedAnswer.isOptimal else { continue }
      #expect(staffedAnswer.aimCost <= answer.aimCost, "seed \(seed)")
    }
  }

  @Test("schedules of the size of a plan are valid, and bounds lie below them")
  func holdsForPlans() {
    for seed in 0..<8 {
      let problem = mediumProblem(seed: seed, initiatives: 24)
      let answer = solve(problem, SolveOptions(workLimit: 400_000))
      let violations = ScheduleChecker(problem).violations(of: answer.schedule)
      #expect(violations.allSatisfy { $0.isDemand }, "seed \(seed): \(violations)")
      #expect(violations.count == answer.broken.count, "seed \(seed)")
      #expect(answer.lowerBound <= answer.aimCost, "seed \(seed)")
      #expect(answer.lowerBound > 0, "seed \(seed)")
    }
  }
}
