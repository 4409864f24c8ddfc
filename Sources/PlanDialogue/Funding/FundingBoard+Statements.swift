internal import PlanWorkbench

// What a board says, in the language of plans.
extension FundingBoard {
  /// Statements that make the plan say what the board says; empty where it says so already.
  ///
  /// What is funded `should` be done, unless the plan wants it more; what is not is not done, with a reason and, where it is
  /// parked, the day on which it is looked at again.
  var statements: [String] {
    order.compactMap { card in
      let properties = taken.contains(card) ? raised(card) : left(card)
      guard !properties.isEmpty else { return nil }
      return "change \(table.cards[card].name) { \(properties.joined(separator: ", ")) }"
    }
  }

  /// What is not done, in the order of the board, as lines.
  var notDoing: String {
    let cards = order[funded...]
    guard !cards.isEmpty else { return "" }
    let lines = cards.map { card -> String in
      let subject = table.cards[card]
      let costs = subject.worth.isEmpty ? "" : ", costs \(subject.worth)"
      let state = declined.contains(card) ? "declined" : "parked until \(review(of: card))"
      return "  \(subject.label): \(state)\(costs)\n"
    }
    return "Not doing:\n" + lines.joined()
  }

  private func raised(_ card: Int) -> [String] {
    let subject = table.cards[card]
    return subject.isBelowShould && subject.hold == nil ? ["priority: should"] : []
  }

  private func left(_ card: Int) -> [String] {
    let subject = table.cards[card]
    var properties: [String] = []
    if !subject.isDeclined { properties.append("priority: wont") }
    if !subject.hasReason {
      properties.append(
        "why_not: \"not among the \(table.slots) that are funded, \(table.asOf)\"")
    }
    if !declined.contains(card), subject.revisit == nil {
      properties.append("revisit: \(table.nextReview)")
    }
    return properties
  }
}
