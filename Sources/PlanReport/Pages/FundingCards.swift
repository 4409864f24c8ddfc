package import PlanInsight
package import PlanModel

/// An initiative as a card on the table: what a leader looks at before giving it a slot.
package struct FundingCard: Sendable {
  package let initiative: InitiativeID
  package let label: String
  /// `12 pw`.
  package let effort: String
  /// What that costs at the plan's rate, with what it costs besides; empty without money.
  package let price: String
  /// What is lost by never doing it; empty without money, and where nobody says.
  package let worth: String
  /// Its places in the orders by which people rank, as the heads of their columns.
  package let places: [String]
}

/// Cards on the table, and how what is chosen of them is summed up.
package struct FundingCards: Sendable {
  package let cards: [FundingCard]
  /// What the orders are called.
  package let orders: [String]
  private let reading: Reading
  private let choice: FundingChoice

  /// - Parameters:
  ///   - choice: Prices choices.
  ///   - answer: The plan.
  ///   - scores: Further orders.
  package init(
    _ choice: FundingChoice, _ answer: Answer, scores: [OrderComparison.Score]
  ) {
    let reading = Reading(answer)
    self.reading = reading
    self.choice = choice
    let orders = choice.places(answer.model, scores: scores)
    self.orders = orders.map { words($0.rule) }
    let worths = choice.worths
    let hasMoney = reading.plan.printsMoney
    cards = choice.candidates.map { index in
      let effort = reading.effort(Int(index))
      let besides = reading.plan.initiatives[Int(index)].money ?? .zero
      let price = reading.plan.rate.price(of: effort) + besides
      let worth = worths[Int(index)]
      return FundingCard(
        initiative: InitiativeID(raw: index), label: reading.wholeLabel(Int(index)),
        effort: effort.text,
        price: hasMoney ? reading.money(price.minorUnits, isProved: false) : "",
        worth: hasMoney && worth > 0 ? reading.money(worth, isProved: false) : "",
        places: orders.map { order in order.places[Int(index)].map { "\($0)" } ?? "–" })
    }
  }

  /// What a choice comes to, in one sentence; without money only whether it can be.
  ///
  /// - Parameters:
  ///   - outcome: Of the choice.
  ///   - least: Of what has to be done alone.
  /// - Returns: Words without an end of line.
  package func totals(_ outcome: FundingChoice.Outcome, least: FundingChoice.Outcome) -> String {
    guard let cost = outcome.cost else { return "no schedule keeps every demand with these" }
    guard reading.plan.printsMoney else { return "the plan says of nothing what it is worth" }
    let deferred = choice.deferred(in: outcome.schedule)
    let saved = least.cost.map { max(0, $0.addingClamped(-cost)) } ?? 0
    return "what is funded saves \(reading.money(saved, isProved: false)); "
      + "what is not costs \(reading.money(deferred, isProved: false)); "
      + "waiting costs \(reading.money(cost, isProved: false)) in all"
  }

  /// When an initiative is done in an outcome; `nil` where it finds no place.
  package func span(_ initiative: InitiativeID, in outcome: FundingChoice.Outcome) -> String? {
    let model = reading.model
    guard let start = outcome.schedule.start(of: initiative.index, in: model.problem),
      let finish = outcome.schedule.finish(of: initiative.index, in: model.problem)
    else { return nil }
    return "\(model.date(ofDay: start).shortText) – \(model.date(ofDay: finish).shortText)"
  }

  /// The day on which what is parked is looked at again, as plans write it.
  package var nextReview: String { "\(reading.nextReview)" }
}
