extension Settling {
  /// Notes the day of every node in the cheapest choice.
  mutating func chooseDays(_ instance: borrowing Instance, _ network: borrowing Network) {
    for index in 0..<network.nodeCount {
      let node = network.order[index]
      let branch = network.branch[node]
      guard branch.parent >= 0 else {
        chosenDay[node] = cheapestDay(node, from: 0, through: days)
        continue
      }
      chosenDay[node] = chooseDay(
        node, branch, beside: chosenDay[branch.parent], instance, network)
    }
    work += Int64(network.nodeCount * width) / 4
  }

  /// Of days in a row, the first of those that cost least; `days` stands for never.
  private func cheapestDay(_ node: Int32, from first: Int, through last: Int) -> Int32 {
    let base = Int(node) * width
    let open = span(node).clamped(to: first..<max(first, last + 1))
    var best = open.lowerBound
    var least = Self.never
    for day in open where value[base &+ day] < least {
      least = value[base &+ day]
      best = day
    }
    if last == days, value[base + days] < least { best = days }
    return Int32(best)
  }

  private mutating func chooseDay(
    _ node: Int32, _ branch: Network.Branch, beside day: Int32, _ instance: borrowing Instance,
    _ network: borrowing Network
  ) -> Int32 {
    let never = Int32(days)
    let edge = branch.edge
    switch (edge.kind, branch.isFrom) {
    case (.work, true): return day == never ? never : chooseStart(node, edge.row, day, instance)
    case (.work, false): return day == never ? never : chooseFinish(node, edge.row, day, instance)
    case (.covers, true):
      return day == never ? never : cheapestDay(node, from: 0, through: Int(day))
    case (.covers, false):
      return day == never ? never : cheapestDay(node, from: Int(day), through: days - 1)
    case (.after, true):
      guard day < never else { return cheapestDay(node, from: 0, through: days) }
      var last = 0
      while last + 1 < days, network.release[Int(edge.row) + last + 1] <= day { last += 1 }
      return cheapestDay(node, from: 0, through: last)
    case (.after, false):
      return day == never
        ? never : cheapestDay(node, from: Int(network.release[edge.row + day]), through: days)
    }
  }

  /// The cheapest start for a finish.
  private mutating func chooseStart(
    _ node: Int32, _ subject: Int32, _ finish: Int32, _ instance: borrowing Instance
  ) -> Int32 {
    var best = Self.never
    var chosen = Int32(days)
    for option in instance.optionRange(subject) {
      let row = Int(option) * days
      var day = domain.first[node]
      while day <= domain.last[node] {
        if pairCost[row + Int(day)] < Self.impossible,
          instance.finishDay(option, from: day) == finish
        {
          let here = pairCost[row + Int(day)] + value[Int(node) * width + Int(day)]
          if here < best {
            best = here
            chosen = day
            chosenOption[subject] = option
          }
        }
        day += 1
      }
    }
    return chosen
  }

  /// The cheapest finish for a start.
  private mutating func chooseFinish(
    _ node: Int32, _ subject: Int32, _ start: Int32, _ instance: borrowing Instance
  ) -> Int32 {
    var best = Self.never
    var chosen = Int32(days)
    for option in instance.optionRange(subject) {
      let cost = pairCost[Int(option) * days + Int(start)]
      guard cost < Self.impossible else { continue }
      let finish = instance.finishDay(option, from: start)
      guard span(node).contains(Int(finish)) else { continue }
      let here = cost + value[Int(node) * width + Int(finish)]
      if here < best {
        best = here
        chosen = finish
        chosenOption[subject] = option
      }
    }
    return chosen
  }
}
