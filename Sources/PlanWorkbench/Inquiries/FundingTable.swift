internal import PlanInsight
internal import PlanModel
internal import PlanReport
internal import PlanText

/// The cards of a forced ranking and what each choice of them comes to, for somebody who moves them by hand.
package struct FundingTable: Sendable {
  /// In the order in which they lie at the beginning: those with a slot first.
  package let cards: [Card]
  /// What the orders are called that `Card.places` has places in.
  package let orders: [String]
  /// How many may be funded.
  package let slots: Int
  /// How many of the cards have a slot at the beginning.
  package let funded: Int
  /// The day on which what is parked is looked at again, as plans write it.
  package let nextReview: String
  /// Today as the plan sees it.
  package let asOf: String
  private let texts: FundingCards
  private let choice: FundingChoice
  /// What has to be done, alone.
  private let least: FundingChoice.Outcome

  package struct Card: Sendable {
    /// As plans name it.
    package let name: String
    package let label: String
    package let effort: String
    package let price: String
    package let worth: String
    package let places: [String]
    /// Why it has a slot whatever is chosen; `nil` for what is chosen.
    package let hold: String?
    /// Cards that it cannot be without, what is needed first at the beginning.
    package fileprivate(set) var needs: [Int] = []
    /// Cards that cannot be without it.
    package fileprivate(set) var neededBy: [Int] = []
    /// Whether the plan says `priority: wont` of it, or less than `should`.
    package let isDeclined: Bool
    package let isBelowShould: Bool
    /// The day on which the plan has it looked at again, as plans write it.
    package let revisit: String?
    /// Whether the plan says why it is not done.
    package let hasReason: Bool
    fileprivate let initiative: InitiativeID
  }

  /// What a choice comes to.
  package struct Outcome: Sendable {
    /// What is saved and what is put off.
    package let totals: String
    /// By card, when it is done; `nil` for one that finds no place, or has no slot.
    package let spans: [String?]
    /// Whether there is a schedule with these.
    package let isPossible: Bool
  }

  /// What comes of giving slots to these cards and to nothing else.
  ///
  /// - Complexity: One solve.
  package func outcome(of taken: Set<Int>) -> Outcome {
    let found = choice.outcome(of: Set(taken.map { cards[$0].initiative.raw }))
    return Outcome(
      totals: texts.totals(found, least: least),
      spans: cards.indices.map {
        taken.contains($0) ? texts.span(cards[$0].initiative, in: found) : nil
      }, isPossible: found.cost != nil)
  }
}

extension FundingTable {
  /// Lays the cards out: those with a slot as `plan fund` gives them, the best of the others next to the line.
  ///
  /// - Parameters:
  ///   - solved: The plan, whose schedule keeps the hard demands.
  ///   - asked: How many may be funded; unless said, as many as the schedule begins in its first horizon.
  /// - Throws: When there are no slots to give away.
  /// - Complexity: A solve for each initiative, and a few for each slot.
  package init(_ solved: SolvedPlan, slots asked: Int?) throws(Misasked) {
    let model = solved.model
    let inquiry = solved.inquiryOfMany
    slots = try slotCount(asked, solved)
    let funding = Funding(
      slots: slots, of: model, base: solved.solution, inquiry: inquiry, isTested: false)
    choice = FundingChoice(
      model.problem, base: solved.solution.schedule, inquiry: inquiry)
    var scores: [OrderComparison.Score] = []
    if case .success(let found) = riceScore(solved.checked) { scores.append(found) }
    texts = FundingCards(choice, scheduled(solved), scores: scores)
    orders = texts.orders
    nextReview = texts.nextReview
    asOf = "\(model.plan.asOf)"

    let above = funding.funded.map(\.initiative.raw)
    let below = funding.below.map(\.initiative.raw)
    let known = Set(above + below)
    let worths = choice.worths
    let aside = choice.candidates.filter { !known.contains($0) }
      .sorted { (worths[Int($1)], $0) < (worths[Int($0)], $1) }
    let order = above + below + aside
    funded = above.count
    let held = FundingTable.held(model.problem, choice)
    least = choice.outcome(of: Set(held.keys))
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    let dealt = Dictionary(uniqueKeysWithValues: texts.cards.map { ($0.initiative.raw, $0) })
    var cards = order.compactMap { dealt[$0] }
      .map { Card($0, model.plan, hold: held[$0.initiative.raw]) }
    for (place, index) in order.enumerated() {
      cards[place].needs = choice.needs(of: index).compactMap { places[$0] }
      for need in cards[place].needs { cards[need].neededBy.append(place) }
    }
    self.cards = cards
  }

  /// What has a slot whatever is chosen, and why.
  private static func held(_ problem: Problem, _ choice: FundingChoice) -> [Int32: String] {
    var held: [Int32: String] = [:]
    for index in problem.initiatives.indices {
      let subject = problem.initiatives[index]
      guard subject.selection == .required, !subject.works.isEmpty else { continue }
      let owner = subject.partOf ?? Int32(index)
      held[owner] = problem.isOpen(index) ? "has to be done" : "has begun"
      for need in choice.needs(of: owner) where held[need] == nil {
        held[need] = "what has to be done needs it"
      }
    }
    return held
  }
}

extension FundingTable.Card {
  fileprivate init(_ text: FundingCard, _ plan: Plan, hold: String?) {
    let planned = plan.initiatives[text.initiative.index]
    name = planned.path.isEmpty ? planned.name : planned.path
    label = printable(text.label)
    effort = text.effort
    price = text.price
    worth = text.worth
    places = text.places
    self.hold = hold
    isDeclined = planned.priority == .wont
    isBelowShould = planned.priority == .wont || planned.priority == .could
    revisit = planned.words.revisit.map { "\($0)" }
    hasReason = planned.words.whyNot != nil
    initiative = text.initiative
  }
}
