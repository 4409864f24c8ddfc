extension Search {
  /// Starts a relaxation at the prices that the best schedule suggests, so that the first value is a good one already.
  ///
  /// If works were a fluid, a unit of capacity would be worth more today than tomorrow by what the work that is just done there
  /// gains for each unit and day (the dual of the mean-busy-time relaxation: Goemans, Queyranne, Schulz, Skutella & Wang 2002).
  /// So prices are summed backwards over the schedule, where its rows are nearly full; of a few shares of them the best is
  /// kept.
  mutating func startPrices(_ relaxation: inout Relaxation) {
    guard bestScore.violation == 0, !relaxation.network.hasOneAim else { return }
    restoreBest()
    let rules = suggestedPrices(relaxation.rules, most: relaxation.multipliers.ruleMax)
    let suggested = suggestedPrices(relaxation.table)
    var best = Int64.min
    var chosen = 0.0
    for share in Self.sharesTried {
      relaxation.multipliers.start(rows: suggested, times: share, rules: rules)
      let counted = relaxation.work
      guard let value = relaxation.evaluate(board.instance) else { break }
      board.work += relaxation.work - counted
      guard value > best else { break }
      best = value
      chosen = share
    }
    relaxation.multipliers.start(rows: suggested, times: chosen, rules: rules)
  }

  /// Ascending; when one is worse than the one before it, so are the rest.
  private static var sharesTried: [Double] { [0, 0.4, 0.6, 0.8, 1, 1.25, 1.6] }

  /// By demand of the rules: all that it costs where the schedule on the board misses a soft one, else nothing.
  private mutating func suggestedPrices(
    _ rules: borrowing PricedRules, most: borrowing Table<Double>
  ) -> [Double] {
    guard !rules.demands.isEmpty else { return [] }
    // Counts what the rules ask about.
    _ = board.score()
    return rules.demands.indices.map { index in
      let demand = rules.demands[index]
      let counted = Double(board.ledger.units[demand.counted])
      let all = demand.all.map { Double(board.ledger.units[$0]) } ?? 0
      return demand.isSoft && demand.excess(counted: counted, all: all) > 0 ? most[index] : 0
    }
  }

  /// By row and stretch, scaled.
  private func suggestedPrices(_ table: borrowing RelaxedProblem) -> [Double] {
    let urgency = Urgency(board.instance, board.heads)
    let cells = table.rowCount * table.stretchCount
    var taken = [Double](repeating: 0, count: cells)
    var gained = taken
    for work in 0..<Int32(board.instance.workCount)
    where table.isPriced[work] && board.isPlaced(work) {
      let worth = urgency.inherited[Int(board.instance.works.initiative[work])]
      for place in table.demands.range(board.option[work]) {
        let demand = table.demands[place]
        for stretch in Int(board.start[work]) / table.stretchDays...Int(board.finish[work])
          / table.stretchDays
        {
          let first = max(Int(board.start[work]), stretch * table.stretchDays)
          let last = min(Int(board.finish[work]), (stretch + 1) * table.stretchDays - 1)
          let amount = Double(demand.tenths) * Double(last - first + 1)
          let cell = Int(demand.resource) * table.stretchCount + stretch
          taken[cell] += amount
          gained[cell] += amount * worth
        }
      }
    }
    var prices = taken
    for row in 0..<table.rowCount {
      let first = row * table.stretchCount
      var held = 0.0
      for stretch in 0..<table.stretchCount { held += Double(table.available[first + stretch]) }
      let unit = max(1, held / Double(max(table.days, 1)))
      var price = 0.0
      for stretch in (0..<table.stretchCount).reversed() {
        let cell = first + stretch
        let fill = taken[cell] / max(1, Double(table.available[cell]))
        let scarcity = min(1, max(0, (fill - Self.slackFill) / (Self.fullFill - Self.slackFill)))
        let slope = taken[cell] > 0 ? gained[cell] / taken[cell] / unit * scarcity : 0
        price += slope * Double(table.stretchDays) / 2
        prices[cell] = price * Double(table.scale)
        price += slope * Double(table.stretchDays) / 2
      }
    }
    return prices
  }

  /// Shares of a row's capacity: below the first nothing waits for it, above the second everything does.
  private static var slackFill: Double { 0.5 }
  private static var fullFill: Double { 0.85 }
}
