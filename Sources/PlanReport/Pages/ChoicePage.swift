package import PlanInsight
import PlanModel

/// The options of a choice side by side, for `plan options`: build, buy or managed.
package func choicePage(_ weighing: ChoiceWeighing, _ answer: Answer) -> Document {
  let reading = Reading(answer)
  let choice = reading.plan.choices[weighing.choice]
  var sections = [
    Section(
      title: "What it costs to own",
      blocks: [
        .paragraph(
          "To have it, to keep it and to be rid of it again, over \(figure: choice.over.text)."),
        .table(ownership(weighing, choice, reading)),
      ])
  ]
  if let section = displacement(weighing, choice, reading) { sections.append(section) }
  sections.append(
    Section(
      title: "What we would do", blocks: [.paragraph(recommendation(weighing, choice, reading))]))
  var page = questionPage(reading, sections, remarks: remarks(weighing, reading))
  page.title = Prose(named(choice.label, choice.name))
  return page
}

private func ownership(
  _ weighing: ChoiceWeighing, _ choice: Choice, _ reading: Reading
) -> Table {
  let currency = reading.plan.currency
  func money(_ amount: Money) -> Prose {
    "\(figure: amount.text(currency, significantDigits: 3))"
  }
  let years = weighing.costs.options.first?.byYear.count ?? 0
  let rows = zip(choice.options, weighing.costs.options).map { option, costs -> [Prose] in
    [
      "\(strong: named(option.label, option.name))", money(costs.upFront),
      money(Money(minorUnits: costs.yearly.minorUnitsPerYear.rounded)),
    ] + costs.byYear.map(money)
      + [
        costs.exit.map(money) ?? "", option.covers.map { "\(figure: $0.percentText())" } ?? "",
        breakEven(costs.breakEven, choice),
      ]
  }
  let ends = (0..<years).map { index -> Table.Column in
    index == years - 1
      ? Table.Column("In \(figure: choice.over.text)", .trailing)
      : Table.Column("In \(figure: Elapsed.months(12 * Int32(index + 1)).text)", .trailing)
  }
  return Table(
    columns: [
      Table.Column("Option"), Table.Column("To have it", .trailing),
      Table.Column("To keep it, a year", .trailing),
    ] + ends + [
      Table.Column("To leave it", .trailing), Table.Column("Covers", .trailing),
      Table.Column("Breaks even"),
    ], rows: rows
  ).compacted
}

private func breakEven(_ even: ChoiceCosts.BreakEven?, _ choice: Choice) -> Prose {
  guard let even else { return "cheapest to have" }
  let other = choice.options[even.against]
  let against: Prose = "\(emphasis: named(other.label, other.name))"
  guard let years = even.years else { return "never against \(against)" }
  if years == .zero { return "at once against \(against)" }
  return "after \(figure: yearsText(years)) against \(against)"
}

/// `15 months`, `20.8 years`.
func yearsText(_ years: Rational) -> String {
  let months = years.times(12) ?? years
  if months < Rational(36) {
    let text = months.text(decimals: months < Rational(3) ? 1 : 0)
    return text + (text == "1" ? " month" : " months")
  }
  return years.text(decimals: 1) + " years"
}

private func displacement(
  _ weighing: ChoiceWeighing, _ choice: Choice, _ reading: Reading
) -> Section? {
  guard weighing.displacements.contains(where: { $0 != nil }) else { return nil }
  let rows = choice.options.indices.map { index -> [Prose] in
    let option = choice.options[index]
    let name: Prose = "\(strong: named(option.label, option.name))"
    guard let displaced = weighing.displacements[index] else {
      return [name, "", "no work", "", "", "", total(weighing, index, reading), ""]
    }
    let who = reading.label(displaced.team) + (displaced.isTeamAssumed ? " (assumed)" : "")
    guard let rise = displaced.rise else {
      return [
        name, Prose(who), effort(option), "finds no room", "", "", "",
        "no schedule keeps every demand with it",
      ]
    }
    return [
      name, Prose(who), effort(option),
      displaced.finish.map { "\(figure: $0.text)" } ?? "", keeping(displaced, reading),
      reading.plan.printsMoney ? reading.rise(rise) : "", total(weighing, index, reading),
      moved(displaced, reading),
    ]
  }
  return Section(
    title: "What it displaces",
    blocks: [
      .paragraph(
        """
        The work to have it begins on a day from \(dates(weighing.begins.lowerBound, weighing.begins.upperBound)), and \
        everything else is planned anew around it.
        """),
      .table(
        Table(
          columns: [
            Table.Column("Option"), Table.Column("Who"), Table.Column("Work", .trailing),
            Table.Column("Done"), Table.Column("Then keeping it takes"),
            Table.Column("The plan loses", .trailing),
            Table.Column("In all", .trailing), Table.Column("What moves"),
          ], rows: rows
        ).compacted),
    ])
}

private func keeping(_ displaced: ChoiceWeighing.Displacement, _ reading: Reading) -> Prose {
  guard let keeping = displaced.keeping else { return "" }
  let share = keeping.share.percentText(decimals: keeping.share < .percent(1) ? 1 : 0)
  return "\(figure: share) of \(reading.label(displaced.team))"
}

private func effort(_ option: Choice.Option) -> Prose {
  option.effort.map { "\(figure: $0.mean.personWeeksText)" } ?? ""
}

private func total(_ weighing: ChoiceWeighing, _ index: Int, _ reading: Reading) -> Prose {
  guard let total = weighing.total(index) else { return "" }
  return "\(figure: reading.money(total, isProved: false))"
}

private func moved(_ displaced: ChoiceWeighing.Displacement, _ reading: Reading) -> Prose {
  let worse = displaced.movements.filter(\.givesWay)
    .sorted { (-$0.costs, $0.initiative) < (-$1.costs, $1.initiative) }
  return worse.isEmpty ? "nobody gives way" : movements(worse, reading, limit: 3)
}

private func recommendation(
  _ weighing: ChoiceWeighing, _ choice: Choice, _ reading: Reading
) -> Prose {
  guard let index = weighing.recommended, let total = weighing.total(index) else {
    return "None of these can be had and every demand of the plan kept."
  }
  let option = choice.options[index]
  var text: Prose = """
    \(strong: named(option.label, option.name)) takes least in all, \
    \(figure: "about " + reading.money(total, isProved: false)) in \(choice.over.text)
    """
  let others = choice.options.indices.filter { $0 != index }
    .compactMap { other in weighing.total(other).map { (other, $0) } }
  if let next = others.min(by: { ($0.1, $0.0) < ($1.1, $1.0) }), next.1 > total {
    let other = choice.options[next.0]
    text += """
      , \(figure: reading.money(next.1.addingClamped(-total), isProved: false)) less than \
      \(emphasis: named(other.label, other.name))
      """
  }
  text += "."
  if let covers = option.covers, covers < .one {
    let missing = Rational.one.minus(covers) ?? .zero
    text += """
       It leaves \(figure: missing.percentText()) of the need open, which is priced nowhere here.
      """
  }
  if choice.isCore ?? false {
    text += " What sets the business apart is seldom bought, whatever it costs."
  }
  return text
}

private func remarks(_ weighing: ChoiceWeighing, _ reading: Reading) -> [Prose] {
  var items: [Prose] = [
    "To have it: its work at the plan's rate, and what is paid once. To keep it: upkeep at that rate, and what is paid again and again. Undiscounted; leaving it is in no sum.",
    """
    \(strong: "In all") counts the weeks to have it, and those to keep it until the plan ends, once: at the plan's rate, or at \
    what the schedule loses by them where that is more. Upkeep takes its share of the time of those who made it from the day \
    after it is done.
    """,
  ]
  if weighing.displacements.contains(where: { $0?.isTeamAssumed ?? false }) {
    items.append(
      "Where the plan does not say who does the work, it is the team whose other work loses least by it."
    )
  }
  if reading.plan.printsMoney { items.append(reading.remarkOnMoney) }
  items.append(reading.remarkOnRate)
  return items
}
