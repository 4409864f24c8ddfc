import PlanInsight
import PlanModel

/// Ways to have the same thing side by side, a table a choice; `nil` when there is nothing to choose.
func choicesSection(_ reading: Reading) -> Section? {
  let choices = reading.plan.choices
  guard !choices.isEmpty else { return nil }
  return Section(
    title: "What is to be chosen",
    blocks: choices.flatMap { choice -> [Block] in
      let intro = intro(choice, reading)
      return [.heading(Prose(named(choice.label, choice.name)))]
        + (intro.isEmpty ? [] : [.paragraph(intro)])
        + [.table(table(choice, reading).compacted)]
    })
}

private func intro(_ choice: Choice, _ reading: Reading) -> Prose {
  var sentences: [Prose] = []
  if let isCore = choice.isCore {
    sentences.append(
      isCore
        ? "This sets the business apart: who buys it has what everybody has."
        : "This does not set the business apart.")
  }
  if let decision = reading.decision(on: choice) {
    sentences.append("Decided on \(figure: decision.made.text).")
  } else {
    var who: [Prose] = []
    if let owner = choice.owner { who.append(Prose(owner)) }
    if let day = choice.decideBy { who.append("by \(figure: day.text)") }
    if !who.isEmpty { sentences.append("To be chosen: \(who.joined(separator: ", ")).") }
  }
  if let note = choice.note { sentences.append(Prose(sentence(note))) }
  return sentences.joined(separator: " ")
}

private func table(_ choice: Choice, _ reading: Reading) -> Table {
  let plan = reading.plan
  let chosen = reading.decision(on: choice)?.chose?.name
  let rows = choice.options.map { option -> [Prose] in
    let isChosen = chosen == choice.name + "." + option.name
    return [
      "\(strong: named(option.label, option.name))\(isChosen ? " (chosen)" : "")",
      option.effort.map { "\(figure: $0.mean.text)" } ?? "",
      option.price.map { "\(figure: $0.text(plan.currency))" } ?? "",
      option.upkeepPerYear.map { "\(figure: $0.percentText()) a year" } ?? "",
      option.covers.map { "\(figure: $0.percentText())" } ?? "",
      option.exit.map { "\(figure: $0.mean.text)" } ?? "",
      """
      \(figure: option.cost(over: choice.over, rate: plan.rate).text(plan.currency, significantDigits: 3))
      """,
    ]
  }
  return Table(
    columns: [
      Table.Column("Option"), Table.Column("Effort", .trailing), Table.Column("Price", .trailing),
      Table.Column("Upkeep", .trailing), Table.Column("Covers", .trailing),
      Table.Column("To leave it", .trailing),
      Table.Column("Costs in \(choice.over.text)", .trailing),
    ], rows: rows)
}

extension Reading {
  /// The latest decision that took one of its options.
  fileprivate func decision(on choice: Choice) -> Decision? {
    let names = Set(choice.options.map { choice.name + "." + $0.name })
    return plan.decisions.filter { names.contains($0.chose?.name ?? "") }
      .max { $0.made < $1.made }
  }
}

extension Price {
  /// `$40k`, or `$1.5k a month`.
  func text(_ currency: Currency) -> String {
    switch self {
    case .once(let money): money.text(currency, significantDigits: 3)
    case .running(let rate): rate.text(currency, .month)
    }
  }
}
