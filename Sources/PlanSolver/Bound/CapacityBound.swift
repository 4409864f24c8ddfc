import PlanModel

/// A proved lower bound on the total cost of delay that takes capacities and precedences into account.
///
/// Lagrangian relaxation of the time-indexed model: a price a week and resource for capacity, a price for each
/// precedence; then every work chooses its day and staffing by itself, cheaply (Christofides, Alvarez-Valdes & Tamarit, 1987;
/// Möhring, Schulz, Stork & Uetz, 2003). The prices are found by subgradient steps (Held, Wolfe & Crowder, 1974). For any prices
/// the value is a bound; prices are integers and the value is computed in integers, so rounding cannot make it wrong.
///
/// - Parameters:
///   - instance: The compiled problem.
///   - incumbent: The cost of a schedule, which sets the step lengths.
/// - Returns: A bound; at least that with unlimited capacities.
/// - Complexity: O(iterations × works × options × days).
func capacityBound(_ instance: Instance, incumbent: Int64) -> Int64 {
  // Beyond this the sums of prices may not fit; such plans keep the plain bound.
  guard instance.penalty < 1 << 44, instance.works > 0 else { return instance.capacityFreeBound }
  var relaxation = Relaxation(instance)
  var best = instance.capacityFreeBound
  var step = 2.0
  var roundsWithoutGain = 0
  for _ in 0..<relaxation.iterations {
    let value = relaxation.evaluate()
    if value > best {
      // Small gains do not count as gains, or the steps never shrink.
      if value - best > max(1, best / 5_000) { roundsWithoutGain = 0 }
      best = value
      if best >= incumbent { return incumbent }
    }
    roundsWithoutGain += 1
    if roundsWithoutGain > 10 {
      step *= 0.6
      roundsWithoutGain = 0
      if step < 0.005 { break }
    }
    guard relaxation.takeStep(step, towards: incumbent, from: value) else { break }
  }
  return best
}
