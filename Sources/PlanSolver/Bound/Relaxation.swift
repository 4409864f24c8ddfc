import PlanModel

/// The relaxed problem at given prices.
struct Relaxation: ~Copyable {
  private let instance: Instance
  private let capacities: RelaxedCapacities
  private let precedences: RelaxedPrecedences
  private let choices: RelaxedChoices
  /// Price of a tenth of a head on each day of a week, `resource × weeks + week`.
  private var prices: [Int64]
  /// Price of each precedence, per day.
  private var delayPrices: [Int64]
  /// What the works chose to use, in tenths × days, as `prices`.
  private var used: [Int64]
  private var violations: [Int64]
  /// `Σ price` over the days before, a row for each resource.
  private var sums: [Int64]

  init(_ instance: Instance) {
    self.instance = instance
    capacities = RelaxedCapacities(instance)
    precedences = RelaxedPrecedences(instance)
    choices = RelaxedChoices(instance)
    prices = Array(repeating: 0, count: capacities.available.count)
    used = prices
    delayPrices = Array(repeating: 0, count: precedences.links.count)
    violations = delayPrices
    sums = Array(repeating: 0, count: capacities.resources * (Int(instance.days) + 1))
  }

  /// Fewer for large plans, so that the bound never takes more than a share of a solve.
  var iterations: Int {
    max(30, min(300, 40_000_000 / max(1, choices.size)))
  }

  /// The bound at the present prices; remembers how far the choices overstep.
  mutating func evaluate() -> Int64 {
    sumPrices()
    for index in used.indices { used[index] = 0 }
    for index in violations.indices { violations[index] = 0 }
    // Single works stay inside 64 bits by the caps on prices; their sum may not.
    var total: Int128 = 0
    for initiative in instance.problem.initiatives.indices
    where !instance.problem.initiatives[initiative].works.isEmpty {
      total += Int128(settle(initiative))
    }
    for index in prices.indices {
      total -= Int128(prices[index]) * Int128(capacities.available[index])
    }
    return Int64(clamping: min(total, Int128(Int64.max / 4)))
  }

  /// Moves the prices along the violations (Polyak's step length).
  ///
  /// - Returns: Whether there was anywhere to go.
  mutating func takeStep(_ factor: Double, towards target: Int64, from value: Int64) -> Bool {
    var square = 0.0
    for index in prices.indices {
      let over = used[index] - capacities.available[index]
      if over > 0 || prices[index] > 0 { square += Double(over) * Double(over) }
    }
    // Days and tenths-of-a-head days are of different size; the scale makes a late day as grave as an overfull week.
    let scale = precedences.scale
    for index in delayPrices.indices {
      let over = Double(violations[index]) * scale
      if over > 0 || delayPrices[index] > 0 { square += over * over }
    }
    guard square > 0 else { return false }
    let length = factor * max(1, Double(target) - Double(value)) / square
    for index in prices.indices {
      let over = Double(used[index] - capacities.available[index])
      prices[index] = Self.moved(prices[index], by: length * over, max: Self.priceMax)
    }
    for index in delayPrices.indices {
      let move = length * scale * scale * Double(violations[index])
      delayPrices[index] = Self.moved(delayPrices[index], by: move, max: Self.delayPriceMax)
    }
    return true
  }

  private static func moved(_ price: Int64, by move: Double, max limit: Double) -> Int64 {
    Int64(Swift.min(limit, Swift.max(0, Double(price) + move)).rounded())
  }

  /// Minor units for a tenth of a head on a day; with `delayPriceMax` it keeps every sum over a work inside 64 bits.
  private static let priceMax = 0x1p24
  /// Minor units for a day of a precedence.
  private static let delayPriceMax = 0x1p34

  private mutating func sumPrices() {
    let days = Int(instance.days)
    for resource in 0..<capacities.resources {
      var sum: Int64 = 0
      let row = resource * (days + 1)
      for day in 0..<days {
        sums[row + day] = sum
        sum += prices[resource * capacities.weeks + day / RelaxedCapacities.daysAWeek]
      }
      sums[row + days] = sum
    }
  }

  /// The cheapest an initiative can do at these prices: done, work by work, or undone.
  private mutating func settle(_ index: Int) -> Int64 {
    let initiative = instance.problem.initiatives[index]
    let undone = undoneValue(index)
    let isFixed = initiative.works.contains {
      instance.problem.works[Int($0)].fixedStart != nil
    }
    var done: Int64? = initiative.selection == .forbidden ? nil : 0
    var picks: [RelaxedChoices.Pick] = []
    if done != nil {
      for work in initiative.works {
        guard let pick = cheapest(work) else {
          done = nil
          break
        }
        picks.append(pick)
        done = (done ?? 0) + pick.value
      }
    }
    if let done, done <= undone || initiative.selection == .required || isFixed {
      for (work, pick) in zip(initiative.works, picks) { use(work, pick) }
      return done
    }
    leave(index)
    return undone
  }

  /// Undone, with the precedences that lead out of it and into it at "never".
  private func undoneValue(_ index: Int) -> Int64 {
    var value = choices.undone[index]
    let never = Int64(instance.days)
    for work in instance.problem.initiatives[index].works {
      for link in precedences.outOf[Int(work)] { value += delayPrices[Int(link)] * never }
      for link in precedences.into[Int(work)] { value -= delayPrices[Int(link)] * never }
    }
    return value
  }

  private mutating func leave(_ index: Int) {
    for work in instance.problem.initiatives[index].works {
      for link in precedences.outOf[Int(work)] { violations[Int(link)] += Int64(instance.days) }
      for link in precedences.into[Int(work)] { violations[Int(link)] -= Int64(instance.days) }
    }
  }

  private func cheapest(_ work: Int32) -> RelaxedChoices.Pick? {
    var best: RelaxedChoices.Pick?
    let row = Int(instance.days) + 1
    let outOf = precedences.outOf[Int(work)].filter { delayPrices[Int($0)] > 0 }
    let startPrice = precedences.into[Int(work)].reduce(Int64(0)) { $0 + delayPrices[Int($1)] }
    let costs = choices.costs[Int(work)]
    for option in choices.options[Int(work)] {
      let table = instance.finishTables[Int(option.table)]
      for start in option.first...max(option.first, option.last) where start <= option.last {
        let finish = Int(table[Int(start)])
        guard finish >= 0, finish < Int(instance.days), finish <= choices.latest[Int(work)]
        else { continue }
        var value = costs.isEmpty ? 0 : costs[finish]
        for demand in option.demands {
          let base = Int(demand.resource) * row
          value += Int64(demand.tenths) * (sums[base + finish + 1] - sums[base + Int(start)])
        }
        value -= startPrice * Int64(start)
        for link in outOf {
          value += delayPrices[Int(link)] * precedences.released(Int(link), by: finish)
        }
        if best.map({ value < $0.value }) ?? true {
          best = RelaxedChoices.Pick(
            value: value, start: Int(start), finish: finish, demands: option.demands)
        }
      }
    }
    return best
  }

  private mutating func use(_ work: Int32, _ pick: RelaxedChoices.Pick) {
    for demand in pick.demands {
      var day = pick.start
      while day <= pick.finish {
        let week = day / RelaxedCapacities.daysAWeek
        let end = min(pick.finish, (week + 1) * RelaxedCapacities.daysAWeek - 1)
        used[Int(demand.resource) * capacities.weeks + week] +=
          Int64(demand.tenths) * Int64(end - day + 1)
        day = end + 1
      }
    }
    for link in precedences.outOf[Int(work)] {
      violations[Int(link)] += precedences.released(Int(link), by: pick.finish)
    }
    for link in precedences.into[Int(work)] { violations[Int(link)] -= Int64(pick.start) }
  }
}
