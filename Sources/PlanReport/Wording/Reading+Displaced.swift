import PlanInsight
import PlanModel

extension Reading {
  /// What doing something that is left out would cost, and who would give way, as the end of a sentence; `nil` where nobody asked,
  /// and where the figure would give away what is kept back.
  func displaced(by index: Int) -> Prose? {
    guard !hidesWorth, answer.inclusions.indices.contains(index),
      let inclusion = answer.inclusions[index]
    else { return nil }
    let isBrief = audience?.isBrief ?? false
    if case .breaks(let demands) = inclusion.price {
      let isRoom = demands.contains(.isDone(initiative: Int32(index)))
      return isRoom || isBrief
        ? "there is no room for it" : "it cannot be taken in: \(breaks(demands))"
    }
    let all = inclusion.givesWay.filter { standings[Int($0.initiative)] != .hidden }
    let named = all.compactMap { movement -> Prose? in
      guard isBrief else { return self.movement(movement) }
      return told(Int(movement.initiative)).map { "\(emphasis: $0)" }
    }
    // One name says what kind of price it is; a page has no room for more.
    let shown = Array(named.prefix(isBrief ? 1 : movedMax))
    let rest = all.count - shown.count
    var names = shown
    if rest > 0 {
      names.append(Prose(shown.isEmpty ? counted(rest, "other") : inWords(rest) + " more"))
    }
    let moved: Prose =
      names.isEmpty
      ? "" : isBrief ? ", and moves \(names.joinedAsSentence())" : ": \(names.joinedAsSentence())"
    guard plan.printsMoney, case .costs(let amount, let isProved) = inclusion.price else {
      return names.isEmpty ? "nothing else moves" : "it moves others\(moved)"
    }
    guard amount > 0 else {
      // Schedules of equal worth: this is one, and so is the one that has it.
      return names.isEmpty
        ? "taking it in costs nothing on the whole"
        : isBrief
          ? "taking it in moves \(names.joinedAsSentence()), and costs nothing on the whole"
          : "taking it in costs nothing on the whole, and moves others\(moved)"
    }
    let price: Prose =
      isProved
      ? "taking it in costs \(figure: money(amount, isProved: true))"
      : "taking it in costs at most \(figure: atMost(amount))"
    return price + moved
  }
}

/// Initiatives that are named as moved by another; `plan defer` has all.
private let movedMax = 4
