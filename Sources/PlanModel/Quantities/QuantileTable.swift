/// The inverse of a distribution as a table: what a uniform random number becomes.
///
/// 256 stretches of equal chance with straight lines in between, so a draw is one lookup and one multiplication, and the same
/// on every machine: the table is made of IEEE additions, multiplications, divisions and square roots in one fixed order.
package struct QuantileTable: Sendable {
  package static let stretches = 256

  /// `stretches + 1` values, never falling.
  package let values: [Double]

  /// The value below which a share of the distribution lies, the share being in 2⁻³² of the whole.
  @inline(__always) package func value(at share: UInt32) -> Double {
    let stretch = Int(share >> 24)
    let part = Double(share & 0xFF_FFFF) * 0x1p-24
    let low = values[stretch]
    return low + (values[stretch + 1] - low) * part
  }

  /// The same of many shares at once.
  ///
  /// - Parameters:
  ///   - shares: `count` of them.
  ///   - values: Where their values go.
  ///   - count: How many.
  package func values(
    at shares: UnsafePointer<UInt32>, into values: UnsafeMutablePointer<Double>, count: Int
  ) {
    for index in 0..<count { values[index] = value(at: shares[index]) }
  }

  /// The mean of what is drawn.
  package var mean: Double {
    let ends = (values[0] + values[QuantileTable.stretches]) / 2
    return values[1..<QuantileTable.stretches].reduce(ends, +) / Double(QuantileTable.stretches)
  }
}

extension QuantileTable {
  /// Minutes of an estimate.
  ///
  /// - Complexity: About five hundred exponentials for PERT, 257 for a lognormal.
  package init(_ estimate: Estimate) {
    self.init(values: minutes(estimate))
  }

  /// A lognormal factor of mean 1.
  ///
  /// - Parameter deviation: Its standard deviation.
  package init(factorWithDeviation deviation: Double) {
    let variance = Elementary.log(1 + deviation * deviation)
    self.init(values: lognormal(mu: -variance / 2, sigma: variance.squareRoot()))
  }
}

private func minutes(_ estimate: Estimate) -> [Double] {
  let low = Double(estimate.low.minutes)
  let width = Double(estimate.high.minutes) - low
  guard width > 0 else { return shares.map { _ in low } }
  let top = (Double(estimate.likely.minutes) - low) / width
  switch estimate.shape {
  case .pert: return betaQuantiles(1 + 4 * top, 1 + 4 * (1 - top)).map { low + width * $0 }
  case .triangular: return shares.map { low + width * triangle($0, top: top) }
  case .lognormal:
    guard case .lognormal(let mu, let sigma) = EstimateCurve(estimate).form else {
      return shares.map { _ in low }
    }
    return lognormal(mu: mu, sigma: sigma)
  }
}

private func lognormal(mu: Double, sigma: Double) -> [Double] {
  shares.map { Elementary.exp(mu + sigma * NormalDistribution.quantile($0)) }
}

/// The share at each value of a table.
///
/// The ends of a distribution without ends stand where a straight line from the value before them has the mean of the
/// normal distribution's last stretch.
private let shares: [Double] = (0...QuantileTable.stretches).map { index in
  let share = Double(index) / Double(QuantileTable.stretches)
  return min(max(share, endShare), 1 - endShare)
}

private let endShare = 1.0 / 2048

/// Triangular on 0...1.
private func triangle(_ share: Double, top: Double) -> Double {
  // What `shares` leaves out at the ends is there: this distribution has ends.
  if share <= endShare { return 0 }
  if share >= 1 - endShare { return 1 }
  return share < top
    ? (share * top).squareRoot() : 1 - ((1 - share) * (1 - top)).squareRoot()
}

/// Quantiles of Beta(first, second) on 0...1, both parameters from 1 to 5.
///
/// The density is summed up over a grid, its first and last cells exactly for the power that leads there, and the sum read
/// backwards. Five in 10⁴ of the width at most off, in the far tails.
private func betaQuantiles(_ first: Double, _ second: Double) -> [Double] {
  let cells = gridCells
  var density = [Double](repeating: 0, count: cells + 1)
  for index in 1..<cells {
    density[index] = Elementary.exp(
      (first - 1) * gridLogarithms[index] + (second - 1) * gridLogarithms[cells - index])
  }
  var sums = [Double](repeating: 0, count: cells + 1)
  sums[1] = density[1] / first
  for index in 2..<cells {
    sums[index] = sums[index - 1] + (density[index - 1] + density[index]) / 2
  }
  sums[cells] = sums[cells - 1] + density[cells - 1] / second
  var result: [Double] = [0]
  result.reserveCapacity(QuantileTable.stretches + 1)
  var cell = 0
  for index in 1..<QuantileTable.stretches {
    let wanted = sums[cells] * Double(index) / Double(QuantileTable.stretches)
    while sums[cell + 1] < wanted { cell += 1 }
    let part = (wanted - sums[cell]) / (sums[cell + 1] - sums[cell])
    result.append((Double(cell) + part) / Double(cells))
  }
  result.append(1)
  return result
}

private let gridCells = 512

/// Logarithms of index / cells; that of zero is never asked for.
private let gridLogarithms: [Double] = (0...gridCells).map {
  $0 == 0 ? 0 : Elementary.log(Double($0) / Double(gridCells))
}
