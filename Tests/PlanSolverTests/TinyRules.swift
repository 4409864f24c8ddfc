import PlanModel
import TestSupport

/// Budgets and guardrails that are sometimes kept by themselves, sometimes with a wait, sometimes not at all.
func addRules(_ problem: inout Problem, _ random: inout SeededRandom) {
  // Minor units for a tenth of a head on a whole day: small fractions, so that rounding comes up.
  problem.labourPrice = Rational(Int64.random(in: 1...9, using: &random), 40_000_000) ?? .zero
  for index in 0..<Int.random(in: 0...2, using: &random) {
    problem.budgets.append(budget(index, problem, &random))
  }
  let least = problem.budgets.isEmpty ? 1 : 0
  for index in 0..<Int.random(in: least...2, using: &random) {
    problem.guardrails.append(guardrail(index, problem, &random))
  }
}

private func budget(
  _ index: Int, _ problem: Problem, _ random: inout SeededRandom
) -> Problem.Budget {
  let members = members(problem, &random)
  return Problem.Budget(
    name: "b\(index)", limit: Int64.random(in: 0...14, using: &random), members: members,
    fees: members.map { _ in random.oneIn(3) ? Int64.random(in: 1...6, using: &random) : 0 },
    periods: periods(problem, &random))
}

private func guardrail(
  _ index: Int, _ problem: Problem, _ random: inout SeededRandom
) -> Problem.Guardrail {
  let all = problem.resources.reduce(Int64(0)) { $0 + Int64($1.capacity.first ?? 0) * 1_000_000 }
  return Problem.Guardrail(
    name: "g\(index)", isHard: random.oneIn(2), members: members(problem, &random),
    periods: periods(problem, &random).map { days in
      let isFloor = !random.oneIn(3)
      return Problem.Guardrail.Period(
        days: days, atLeast: isFloor ? share(&random) : nil,
        atMost: !isFloor || random.oneIn(5) ? share(&random) : nil,
        exemptBelow: random.oneIn(2) ? all / 3 : 1, owes: random.oneIn(3) ? share(&random) : nil)
    })
}

private func share(_ random: inout SeededRandom) -> Rational {
  Rational(Int64.random(in: 0...7, using: &random), 7) ?? .zero
}

private func members(_ problem: Problem, _ random: inout SeededRandom) -> [Int32] {
  problem.initiatives.indices.map { Int32($0) }.filter { _ in !random.oneIn(3) }
}

/// One to three stretches, with days between them and behind them that no rule holds on.
private func periods(
  _ problem: Problem, _ random: inout SeededRandom
) -> [ClosedRange<Int32>] {
  var periods: [ClosedRange<Int32>] = []
  var first = Int32.random(in: 0...2, using: &random)
  while first < problem.horizonDay, periods.count < 3 {
    let last = first + Int32.random(in: 0...4, using: &random)
    periods.append(first...min(last, problem.lastDay - 1))
    first = last + Int32.random(in: 1...2, using: &random)
  }
  return periods
}
