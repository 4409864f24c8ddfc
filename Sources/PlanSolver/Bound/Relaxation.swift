/// The problem with its capacities, limits, budgets and guardrails priced instead of enforced, and those precedences that
/// close a circle.
///
/// Lagrangian relaxation of the time-indexed model (Christofides, Alvarez-Valdés & Tamarit 1987; Möhring, Schulz, Stork & Uetz
/// 2003), with capacities that answer by what fits side by side (`Packing`). At given prices all days are settled exactly
/// along the forest of the precedences (`Settling`). For any prices the value is a bound.
///
/// Prices are integers in units of 1 / `scale` minor units and so is the value, so no rounding can make it wrong: the least
/// integer cost is at least the value divided by the scale, rounded up.
struct Relaxation: ~Copyable {
  let table: RelaxedProblem
  let network: Network
  var settling: Settling
  private var packing: Packing
  private var reach: Reach
  private(set) var rules: PricedRules
  var multipliers: Multipliers
  /// Whether rows that can be packed have prices of their own for each claim.
  private(set) var isPacking = false
  /// Running sums of prices by day, of the claim at hand.
  private var sums: Table<Int64>
  private var relationPrice: Table<Int64>
  /// Running sums of a row's prices, a row of `days + 1` a resource.
  private var rowSums: Table<Int64>
  /// By place of a demand and stretch, the days on which packing holds it.
  private var held: Table<Int32>

  init(_ board: borrowing Board) {
    rules = PricedRules(board)
    table = RelaxedProblem(board, ruleMoney: rules.mostMoney(board))
    network = Network(board)
    settling = Settling(board, network)
    packing = Packing(board, table)
    reach = Reach(options: Int(board.instance.works.firstOption[board.instance.workCount]))
    multipliers = Multipliers(
      table, relations: network.priced.count, rules: rules.demands,
      labourPrice: board.instance.rules.labourPrice)
    sums = Table(repeating: 0, count: table.days + 1)
    relationPrice = Table(repeating: 0, count: table.days)
    rowSums = Table(repeating: 0, count: table.rowCount * (table.days + 1))
    held = Table(repeating: 0, count: table.demandCount * table.stretchCount)
    settling.note(&reach, board.instance, network)
    rules.note(settling, board.instance, network)
  }

  /// Counted work: days, starts and cells of knapsacks looked at, weighed so that a unit takes about as long as one of
  /// the search.
  var work: Int64 { (settling.work + packing.work / 2) * 8 / 5 }

  /// The bound at the present prices in scaled units, what is not to be decided included; remembers what was chosen.
  ///
  /// - Returns: `nil` where nothing is left to choose: no schedule is allowed.
  mutating func evaluate(_ instance: borrowing Instance) -> Int64? {
    sumRowPrices()
    settling.begin(network, scale: table.scale)
    for relation in network.priced.indices { addRelation(relation) }
    let ruled = rules.setPrices(multipliers.rule, scale: table.scale, instance)
    for work in 0..<Int32(instance.workCount) where network.startNode[work] >= 0 {
      price(work, instance)
    }
    guard let chosen = settling.sendUp(instance, network) else { return nil }
    var total = chosen + network.constant * table.scale + ruled
    for row in 0..<table.rowCount {
      let isPacked = isPacking && packing.isPacked[row]
      for stretch in 0..<table.stretchCount {
        if isPacked {
          guard
            let most = packing.fill(
              row: row, stretch: stretch, price: multipliers.claim, reach: reach, held: &held)
          else { return nil }
          total -= most
        } else {
          let cell = row * table.stretchCount + stretch
          total -= multipliers.row[cell] * table.available[cell]
        }
      }
    }
    settling.chooseDays(instance, network)
    return total
  }

  /// Goes back to the best prices so far and settles everything at them.
  ///
  /// - Returns: The value, scaled; `nil` where nothing is left to choose.
  mutating func bestValue(_ instance: borrowing Instance) -> Int64? {
    multipliers.restoreBest()
    settling.isWhole = true
    defer { settling.isWhole = false }
    return evaluate(instance)
  }

  private mutating func sumRowPrices() {
    for row in 0..<table.rowCount {
      var sum: Int64 = 0
      var cell = row * (table.days + 1)
      for day in 0..<table.days {
        rowSums[cell] = sum
        sum += multipliers.row[row * table.stretchCount + day / table.stretchDays]
        cell += 1
      }
      rowSums[cell] = sum
    }
  }

  private mutating func addRelation(_ relation: Int) {
    let base = relation * table.stretchCount
    var sum: Int64 = 0
    var isZero = true
    var stretch = table.stretchCount - 1
    while stretch >= 0 {
      sum += multipliers.relation[base + stretch]
      if sum > 0 { isZero = false }
      let first = stretch * table.stretchDays
      for day in first..<min(table.days, first + table.stretchDays) { relationPrice[day] = sum }
      stretch -= 1
    }
    guard !isZero else { return }
    settling.add(relationPrice, of: network.priced[relation], network)
  }

  /// Prices the starts of a work.
  private mutating func price(_ work: Int32, _ instance: borrowing Instance) {
    let node = network.startNode[work]
    let first = Int(settling.domain.first[node])
    let last = Int(settling.domain.last[node])
    for option in instance.optionRange(work) {
      let row = Int(option) * table.days
      if settling.isWhole {
        for day in 0..<table.days { settling.pairCost[row + day] = Settling.never }
      }
      guard first <= last else { continue }
      var final = -1
      for day in first...last {
        let isAllowed = settling.isAllowed[row &+ day]
        settling.pairCost[row &+ day] = isAllowed ? 0 : Settling.never
        if isAllowed { final = day }
      }
      guard final >= 0 else { continue }
      let finish = Int(instance.finishDay(option, from: Int32(final)))
      for place in table.demands.range(option) {
        let demand = table.demands[place]
        if isPacking, packing.isPacked[demand.resource] {
          sumClaimPrices(place, over: first...finish)
          for day in first...final where settling.pairCost[row &+ day] < Settling.impossible {
            let end = Int(instance.finishDay(option, from: Int32(truncatingIfNeeded: day)))
            settling.pairCost[row &+ day] &+= sums[end &+ 1] &- sums[day]
          }
        } else {
          let base = Int(demand.resource) * (table.days + 1)
          let tenths = Int64(demand.tenths)
          for day in first...final where settling.pairCost[row &+ day] < Settling.impossible {
            let end = Int(instance.finishDay(option, from: Int32(truncatingIfNeeded: day)))
            settling.pairCost[row &+ day] &+=
              tenths &* (rowSums[base &+ end &+ 1] &- rowSums[base &+ day])
          }
        }
      }
      let looked = rules.addPrices(
        of: option, instance.works.initiative[work], on: first...final, to: &settling.pairCost,
        at: row)
      settling.work += Int64(looked)
    }
  }

  /// Sums up the prices of a claim over some days; differences of the sums are what a run of days costs.
  private mutating func sumClaimPrices(_ place: Int, over asked: ClosedRange<Int>) {
    var sum: Int64 = 0
    var day = asked.lowerBound
    while day <= asked.upperBound {
      let stretch = day / table.stretchDays
      let price = multipliers.claim[place &* table.stretchCount &+ stretch]
      let end = min(asked.upperBound &+ 1, (stretch &+ 1) &* table.stretchDays)
      while day < end {
        sums[day] = sum
        sum &+= price
        day &+= 1
      }
    }
    sums[day] = sum
  }

  // MARK: Steps

  /// Moves the prices along what the choices overstep.
  ///
  /// - Parameters:
  ///   - factor: Share of Polyak's length.
  ///   - target: The value hoped for, scaled.
  ///   - value: The best that `evaluate` returned since the prices were set.
  ///   - isBest: Whether it returned that just now.
  ///   - instance: The compiled problem.
  /// - Returns: Whether there was anywhere to go.
  mutating func step(
    _ factor: Double, towards target: Int64, from value: Int64, isBest: Bool,
    _ instance: borrowing Instance
  ) -> Bool {
    multipliers.clearGradient()
    rules.beginMeasuring()
    for row in 0..<table.rowCount where !(isPacking && packing.isPacked[row]) {
      for stretch in 0..<table.stretchCount {
        let cell = row * table.stretchCount + stretch
        multipliers.addToRow(cell, -Double(table.available[cell]))
      }
    }
    for work in 0..<Int32(instance.workCount) where network.startNode[work] >= 0 {
      let start = settling.chosenDay[network.startNode[work]]
      guard start < instance.dayCount else { continue }
      measure(work, from: Int(start), instance)
    }
    if isPacking { measureHeld() }
    for relation in network.priced.indices { measureRelation(relation) }
    for (index, excess) in rules.excess(instance).enumerated() {
      multipliers.addToRule(index, excess)
    }
    return multipliers.step(factor, by: max(1, Double(target) - Double(value)), isBest: isBest)
  }

  /// What a work holds on each stretch.
  private mutating func measure(_ work: Int32, from start: Int, _ instance: borrowing Instance) {
    let option = settling.chosenOption[work]
    rules.measure(option, instance.works.initiative[work], from: start)
    let finish = Int(instance.finishDay(option, from: Int32(start)))
    for place in table.demands.range(option) {
      let demand = table.demands[place]
      let isPacked = isPacking && packing.isPacked[demand.resource]
      for stretch in start / table.stretchDays...finish / table.stretchDays {
        let first = max(start, stretch * table.stretchDays)
        let last = min(finish, (stretch + 1) * table.stretchDays - 1)
        let length = Double(last - first + 1)
        if isPacked {
          multipliers.addToClaim(place * table.stretchCount + stretch, length, demand.tenths)
        } else {
          multipliers.addToRow(
            Int(demand.resource) * table.stretchCount + stretch, length * Double(demand.tenths))
        }
      }
    }
  }

  private mutating func measureHeld() {
    for row in 0..<table.rowCount where packing.isPacked[row] {
      for index in packing.claims.range(row) {
        let claim = packing.claims[index]
        let base = Int(claim.place) * table.stretchCount
        for stretch in 0..<table.stretchCount where held[base + stretch] > 0 {
          multipliers.addToClaim(
            base + stretch, -Double(held[base + stretch]), claim.units * table.unit[row])
        }
      }
    }
  }

  private mutating func measureRelation(_ relation: Int) {
    let edge = network.priced[relation]
    let to = Int(settling.chosenDay[edge.to])
    let from = settling.chosenDay[edge.from]
    let released = Int(network.release[edge.row + from])
    for stretch in 0..<table.stretchCount {
      let last = min(table.days, (stretch + 1) * table.stretchDays) - 1
      let excess = (to <= last ? 1 : 0) - (released <= last ? 1 : 0)
      if excess != 0 {
        multipliers.addToRelation(relation * table.stretchCount + stretch, Double(excess))
      }
    }
  }

  /// Gives every claim on a packed row the price that its units have had, from where it goes on alone; the value does not
  /// fall.
  ///
  /// - Returns: Whether there is anything to pack.
  mutating func startPacking() -> Bool {
    guard !isPacking, packing.isPacked.indices.contains(where: { packing.isPacked[$0] }) else {
      return false
    }
    for row in 0..<table.rowCount where packing.isPacked[row] {
      for index in packing.claims.range(row) {
        let claim = packing.claims[index]
        for stretch in 0..<table.stretchCount {
          multipliers.start(
            claim: Int(claim.place) * table.stretchCount + stretch,
            atRow: row * table.stretchCount + stretch, times: claim.units * table.unit[row])
        }
      }
    }
    multipliers.forgetDirection()
    isPacking = true
    return true
  }

  /// Takes away what cannot be part of a schedule that costs less than allowed.
  ///
  /// - Parameters:
  ///   - slack: How much more than the value just found is allowed, scaled.
  ///   - instance: The compiled problem.
  /// - Returns: Whether anything was taken away.
  mutating func fix(slack: Int64, _ instance: borrowing Instance) -> Bool {
    guard settling.fix(slack: slack, instance, network) else { return false }
    settling.note(&reach, instance, network)
    rules.note(settling, instance, network)
    return true
  }
}
