import PlanModel

extension FundingRanking {
  /// So many exchanges are tried, with so many of the best under the line.
  private static let exchangesMax = 48
  private static let rivalsMax = 4

  /// Replaces chosen ones by what is under the line and takes as many slots, as long as that costs less.
  mutating func exchange() {
    var tried = 0
    while let better = betterExchange(&tried) {
      let without = solved(better.members.subtracting(better.bundle.map(\.raw))).cost
      let saves = without.addingClamped(-better.cost)
      funded.removeAll { better.leaving.contains($0.initiative.raw) }
      let owner = better.bundle.last
      funded += better.bundle.map { initiative in
        Funding.Funded(
          initiative: initiative,
          reason: initiative == owner ? .chosen : .needed(by: owner ?? initiative), saves: saves)
      }
      taken = better.members
      (schedule, cost) = (better.schedule, better.cost)
      candidates = firstCandidates
      // Places may have become free that one fits in.
      fill()
    }
  }

  private struct Exchange {
    var bundle: [InitiativeID]
    var leaving: Set<Int32>
    var members: Set<Int32>
    var schedule: Schedule
    var cost: Int64
  }

  /// The first that costs less: what was taken last goes first, and for what takes several slots those that bring least.
  private func betterExchange(_ tried: inout Int) -> Exchange? {
    // What brought others with it would leave them behind.
    let chosen = funded.reversed().filter { row in
      row.reason == .chosen && !isNeeded(row.initiative.raw)
        && !funded.contains { $0.reason == .needed(by: row.initiative) }
    }
    let cheapest = chosen.sorted { ($0.saves, $0.initiative) < ($1.saves, $1.initiative) }
    for rival in below.prefix(Self.rivalsMax) where rival.saves > 0 {
      let size = rival.bundle.count
      let free = max(0, slots - taken.count)
      let ways =
        size - free <= 1
        ? chosen.map { [$0.initiative.raw] } : [cheapest.prefix(size - free).map(\.initiative.raw)]
      for way in ways where way.count >= size - free && !way.isEmpty {
        guard tried < Self.exchangesMax else { return nil }
        tried += 1
        let members = taken.subtracting(way).union(rival.bundle.map(\.raw))
        guard members.count <= slots else { continue }
        let found = solved(members)
        guard found.cost < cost else { continue }
        return Exchange(
          bundle: rival.bundle, leaving: Set(way), members: members, schedule: found.schedule,
          cost: found.cost)
      }
    }
    return nil
  }
}
