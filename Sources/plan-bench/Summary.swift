/// What the deviations of a summary are from.
enum Measure {
  /// The best objective known, in percent of it.
  case aboveBest
  /// The critical path, in percent of it: the measure of the literature on PSPLIB.
  case aboveCriticalPath
}

/// Means over the instances of a run.
struct Summary {
  private let measure: Measure
  private let known: BestKnown
  private var count = 0
  private var proved = 0
  private var deviations: [Double] = []
  private var gaps: [Double] = []
  private var broken = 0
  private var withBroken = 0
  private var betterThanKnown = 0
  private var equalToKnown = 0
  private var wall = Duration.zero
  private var slowest = Duration.zero
  private var work = 0.0

  init(_ measure: Measure, _ known: BestKnown) {
    self.measure = measure
    self.known = known
  }

  mutating func add(_ result: ResultLine) {
    count += 1
    if result.isProved { proved += 1 }
    broken += result.broken
    if result.broken > 0 { withBroken += 1 }
    wall += result.wall
    slowest = max(slowest, result.wall)
    work += Double(result.work)
    let objective = Double(result.objective)
    if objective != 0 { gaps.append(100 * (objective - Double(result.bound)) / objective) }
    guard let entry = known.entry(result.instance) else { return }
    if result.objective < entry.objective { betterThanKnown += 1 }
    if result.objective == entry.objective { equalToKnown += 1 }
    let base = measure == .aboveCriticalPath ? entry.criticalPath : entry.objective
    if let base, base != 0 { deviations.append(100 * (objective / Double(base) - 1)) }
  }

  var text: String {
    var lines = ["\(count) instances, \(proved) proved optimal"]
    if withBroken > 0 {
      lines.append(
        "hard demands broken, which come before cost: \(broken), in \(withBroken) of them")
    }
    if !deviations.isEmpty {
      let from = measure == .aboveCriticalPath ? "the critical path" : "the best known"
      lines.append(
        "mean \(percent(deviations)) % above \(from); "
          + "\(betterThanKnown) better than the best known, \(equalToKnown) equal")
    }
    if !gaps.isEmpty { lines.append("mean gap to the bound \(percent(gaps)) %") }
    let seconds = Double(wall.milliseconds) / 1_000
    if seconds > 0 {
      lines.append(
        "wall \(wall.milliseconds) ms in all, \(slowest.milliseconds) ms the longest; "
          + "\(Int64(work / seconds / 1_000_000)) million units of work a second")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The mean with three places.
  private func percent(_ values: [Double]) -> String {
    let thousandths = (values.reduce(0, +) / Double(values.count) * 1_000).rounded()
    let whole = Int64(thousandths.magnitude)
    let digits = String(whole % 1_000)
    let padding = String(repeating: "0", count: 3 - digits.count)
    return "\(thousandths < 0 ? "-" : "")\(whole / 1_000).\(padding)\(digits)"
  }
}
