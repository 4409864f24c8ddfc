package import PlanWorkbench

/// A forced ranking: cards on two sides of a line, moved by hand.
///
/// Keys in, a screen out. It changes nothing by itself. What is funded is said with priorities when it is finished; before, only the price of
/// each choice is asked, which is one solve.
package struct FundingBoard: Sendable {
  let table: FundingTable
  /// Cards from the top, those above the line first.
  private(set) var order: [Int]
  /// How many lie above the line.
  private(set) var funded: Int
  /// Where the cursor is, in `order`.
  private(set) var cursor: Int
  /// Cards below the line that are not looked at again.
  private(set) var declined: Set<Int>
  private(set) var outcome: FundingTable.Outcome
  /// What the last key did, or why it did nothing.
  private(set) var message = ""
  private(set) var end: End?
  private var past: [Position] = []

  private struct Position: Sendable {
    let order: [Int]
    let funded: Int
    let cursor: Int
    let declined: Set<Int>
    let outcome: FundingTable.Outcome
  }

  /// How it was left.
  package enum End: Hashable, Sendable {
    /// Nothing is to be changed.
    case left
    /// What the board says is to be written.
    case finished
  }

  package enum Key: Hashable, Sendable {
    case up, down, first, last, pageUp, pageDown
    /// Across the line.
    case carry
    /// Between parked and declined.
    case park
    case takeBack
    case finish
    case leave
    case other
  }

  /// Cards lie as the table has them.
  ///
  /// - Complexity: One solve.
  package init(_ table: FundingTable) {
    self.table = table
    order = Array(table.cards.indices)
    funded = table.funded
    cursor = max(0, min(table.funded, table.cards.count) - 1)
    declined = Set(
      table.cards.indices.filter { table.cards[$0].isDeclined && table.cards[$0].revisit == nil })
    outcome = table.outcome(of: Set(order[..<table.funded]))
  }

  /// Whether it was left, one way or the other.
  package var isOver: Bool { end != nil }

  /// The screen: lines that fit it, and on which of them the cursor is.
  package func screen(width: Int, height: Int) -> (lines: [String], cursor: Int?) {
    FundingScreen(self, width: width).view(height: height)
  }

  /// Cards above the line.
  var taken: Set<Int> { Set(order[..<funded]) }

  /// How many more lie above the line than there are slots, besides what is there whatever anybody chooses.
  var surplus: Int {
    let held = table.cards.count { $0.hold != nil }
    return max(0, funded - max(table.slots, held))
  }

  /// Does what a key says.
  ///
  /// - Parameters:
  ///   - key: What was pressed.
  ///   - page: How many cards a page has.
  /// - Complexity: One solve where a card moves across the line.
  package mutating func press(_ key: Key, page: Int = 10) {
    message = ""
    let last = max(0, order.count - 1)
    switch key {
    case .up: cursor = max(0, cursor - 1)
    case .down: cursor = min(last, cursor + 1)
    case .first: cursor = 0
    case .last: cursor = last
    case .pageUp: cursor = max(0, cursor - max(1, page))
    case .pageDown: cursor = min(last, cursor + max(1, page))
    case .carry: if order.indices.contains(cursor) { carry(order[cursor]) }
    case .park: if order.indices.contains(cursor) { park(order[cursor]) }
    case .takeBack: takeBack()
    case .finish: finish()
    case .leave: end = .left
    case .other: break
    }
  }

  /// Moves a card, by its name, to a side of the line; where it is there already nothing happens.
  ///
  /// - Returns: Whether there is such a card.
  mutating func put(_ name: String, above isAbove: Bool) -> Bool {
    guard let card = table.cards.firstIndex(where: { $0.name == name }) else { return false }
    message = ""
    if taken.contains(card) != isAbove { carry(card) }
    return true
  }

  // MARK: Moving

  private mutating func carry(_ card: Int) {
    if taken.contains(card) { carryDown(card) } else { carryUp(card) }
  }

  /// With what it cannot be without.
  private mutating func carryUp(_ card: Int) {
    let pulled = table.cards[card].needs.filter { !taken.contains($0) }
    let moved = pulled + [card]
    remember()
    order = order[..<funded] + moved + order[funded...].filter { !moved.contains($0) }
    funded += moved.count
    settle(on: card)
    message =
      pulled.isEmpty
      ? "\(label(card)): funded" : "\(label(card)): funded, and \(labels(pulled)), which it needs"
    if surplus > 0 { message += "; \(tooMany)" }
  }

  /// With what cannot be without it.
  private mutating func carryDown(_ card: Int) {
    if let hold = table.cards[card].hold {
      message = "\(label(card)) stays: it \(hold)"
      return
    }
    let pushed = table.cards[card].neededBy.filter { taken.contains($0) }
    if let held = pushed.first(where: { table.cards[$0].hold != nil }) {
      message = "\(label(card)) stays: \(label(held)) needs it"
      return
    }
    let moved = [card] + pushed
    remember()
    let above = order[..<funded].filter { !moved.contains($0) }
    order = above + moved + order[funded...]
    funded = above.count
    settle(on: card)
    message =
      pushed.isEmpty
      ? "\(label(card)): under the line"
      : "\(label(card)): under the line, and \(labels(pushed)), which cannot be without it"
  }

  private mutating func park(_ card: Int) {
    guard !taken.contains(card) else {
      message = "\(label(card)) is funded; space carries it under the line"
      return
    }
    guard table.cards[card].revisit == nil else {
      message = "\(label(card)): the plan has it looked at again on \(review(of: card))"
      return
    }
    remember()
    if declined.remove(card) == nil {
      declined.insert(card)
      message = "\(label(card)): declined, and not looked at again"
    } else {
      message = "\(label(card)): parked until \(review(of: card))"
    }
  }

  private mutating func takeBack() {
    guard let former = past.popLast() else {
      message = "nothing was moved"
      return
    }
    (order, funded, cursor) = (former.order, former.funded, former.cursor)
    (declined, outcome) = (former.declined, former.outcome)
  }

  private mutating func finish() {
    if surplus > 0 {
      message = tooMany
    } else if !outcome.isPossible {
      message = "no schedule keeps every demand with these"
    } else {
      end = .finished
    }
  }

  private mutating func remember() {
    past.append(
      Position(
        order: order, funded: funded, cursor: cursor, declined: declined, outcome: outcome))
  }

  private mutating func settle(on card: Int) {
    cursor = order.firstIndex(of: card) ?? cursor
    outcome = table.outcome(of: taken)
  }

  // MARK: Words

  var tooMany: String {
    "\(funded) for \(table.slots) slot\(table.slots == 1 ? "" : "s"): \(surplus) \(surplus == 1 ? "has" : "have") to go under the line"
  }

  /// The day on which a card below the line is looked at again.
  func review(of card: Int) -> String { table.cards[card].revisit ?? table.nextReview }

  private func label(_ card: Int) -> String { table.cards[card].label }

  private func labels(_ cards: [Int]) -> String { cards.map(label).joined(separator: ", ") }
}
