package import PlanInsight
import PlanModel

/// How sure a plan is, for `plan simulate`.
///
/// - Parameters:
///   - outlook: The simulation and what follows from it.
///   - answer: The schedule that was simulated.
/// - Returns: The total, goals, initiatives, promises under their band, what is worth finding out, and loads.
package func outlookPage(_ outlook: Outlook, _ answer: Answer) -> Document {
  let reading = OutlookReading(outlook, Reading(answer))
  return Document(
    title: Prose(answer.plan.label),
    lead: [version(reading.reading), .paragraph(opening(reading))].compactMap(\.self),
    sections: [
      costSection(reading), goalOutlooks(reading), initiativeOutlooks(reading),
      unsurePromises(reading), influencesSection(reading), loadOutlooks(reading),
      trialsSection(reading),
    ].compactMap(\.self))
}

/// A simulation as the builders of its page read it.
struct OutlookReading {
  let outlook: Outlook
  let reading: Reading

  init(_ outlook: Outlook, _ reading: Reading) {
    self.outlook = outlook
    self.reading = reading
  }

  var simulation: Simulation { outlook.simulation }
  var model: SchedulingModel { reading.model }
  var plan: Plan { reading.plan }

  /// A day of trials; what lies past all days of the plan is only known to do so.
  func date(_ day: Int32) -> Prose {
    isAfterEnd(day)
      ? "after \(figure: reading.lastDate.text)" : "\(figure: model.date(ofDay: day).text)"
  }

  /// The same without the year where it is that of the heading.
  func date(_ day: Int32, besides year: Int) -> Prose {
    let text = model.date(ofDay: day)
    return isAfterEnd(day) || text.year != year ? date(day) : "\(figure: text.shortText)"
  }

  func isAfterEnd(_ day: Int32) -> Bool { day >= reading.problem.lastDay }

  func done(
    _ distribution: DayDistribution, _ percent: Int64, isStrong: Bool = false
  ) -> Prose {
    reading.done(distribution, percent, isStrong: isStrong)
  }

  func quantile(_ distribution: DayDistribution, _ percent: Int64, besides year: Int) -> Prose {
    date(distribution.percentile(percent), besides: year)
  }

  /// A chance, which trials never know to be nothing or everything.
  func chance(_ share: Rational) -> Prose { "\(figure: chanceText(share))" }

  /// An amount of many trials, which is known to three digits.
  func money(_ money: Money) -> Prose { "\(figure: moneyText(money))" }

  func moneyText(_ money: Money) -> String {
    reading.money(money.minorUnits, isProved: true)
  }
}

private func opening(_ reading: OutlookReading) -> Prose {
  let trials = reading.simulation.trials
  let count = Rational(Int64(trials)).text(decimals: 0)
  // Half the width of the 95 % interval of a chance of one half, in tenths of a point.
  let points = Rational(Int64((980.0 / Double(max(1, trials)).squareRoot()).rounded()), 10)
  let error = points?.text(decimals: 1) ?? ""
  var text: Prose = """
    As of \(figure: reading.plan.asOf.text). \(figure: count) trials, so chances are known to \
    \(figure: "±\(error)") \(error == "1" ? "point" : "points"), 19 times in 20.
    """
  if trials < reading.simulation.asked {
    let asked = Rational(Int64(reading.simulation.asked)).text(decimals: 0)
    text += " \(strong: "Interrupted:") \(figure: asked) were asked for."
  }
  return text
}

// MARK: The total

private func costSection(_ reading: OutlookReading) -> Section? {
  guard reading.plan.printsMoney else { return nil }
  let cost = reading.simulation.cost
  let scheduled = reading.reading.answer.solution.delayCost
  let share = cost.share(above: scheduled)
  let paragraph: Prose = """
    The schedule puts the total cost of delay at \(reading.reading.total(scheduled)), if everything takes what is to be \
    expected; that \(reading.reading.optimism): in \(reading.chance(share)) of the trials it is more. On average it is \
    \(reading.money(cost.mean)) (±\(reading.money(cost.errorOfMean))); half of the trials stay under \
    \(strong: reading.moneyText(cost.percentile(50))), four of five under \
    \(strong: reading.moneyText(cost.percentile(80))), nine of ten under \
    \(reading.money(cost.percentile(90))).
    """
  return Section(
    title: "Total cost of delay", blocks: [.paragraph(paragraph), .code(picture(cost, reading))])
}

// MARK: Goals

private func goalOutlooks(_ reading: OutlookReading) -> Section? {
  let known = reading.plan.goals.indices.filter { reading.simulation.goals[$0] != nil }
  guard !known.isEmpty else { return nil }
  var blocks: [Block] = [
    .paragraph(
      """
      A goal is complete when the last of its initiatives is. Where several paths meet, the latest of them counts, so \
      the date that single estimates give is met less often than each of them is.
      """)
  ]
  for (place, index) in known.enumerated() {
    guard let outlook = reading.simulation.goals[index] else { continue }
    blocks += [
      .heading(Prose(reading.reading.label(GoalID(index)))),
      .paragraph(sentences(index, outlook, reading)),
    ]
    if place < picturedGoalsMax, outlook.finish.counts.count > 1 {
      blocks.append(.code(picture(outlook.finish, reading)))
    }
  }
  return Section(title: "Goals", blocks: blocks)
}

/// More pictures than this are not looked at one by one; the sentences are there for all.
private let picturedGoalsMax = 6

private func sentences(
  _ index: Int, _ outlook: Simulation.GoalOutlook, _ reading: OutlookReading
) -> Prose {
  var text = Prose()
  if let date = reading.plan.goals[index].by {
    let chance = outlook.finish.chance(by: reading.model.day(of: date))
    text +=
      "Wanted by \(figure: date.text), and complete by then in \(strong: chanceText(chance)) of the trials. "
  }
  let scheduled = outlook.finish.chance(by: outlook.scheduled)
  return text + """
    Single estimates say \(reading.date(outlook.scheduled)), which is met in \(reading.chance(scheduled)). Half of the \
    trials are done \(reading.done(outlook.finish, 50)) (P50), four of five \
    \(reading.done(outlook.finish, 80, isStrong: true)) (P80), nine of ten \
    \(reading.done(outlook.finish, 90)) (P90).
    """
}

// MARK: Initiatives

private func initiativeOutlooks(_ reading: OutlookReading) -> Section? {
  let horizons = reading.plan.horizons.indices.map { HorizonID($0) }
  let blocks = horizons.flatMap { horizon -> [Block] in
    let rows = rows(horizon, reading)
    guard !rows.isEmpty else { return [] }
    return [
      .heading(Prose(reading.reading.label(horizon))), .table(Table(columns: columns, rows: rows)),
    ]
  }
  guard !blocks.isEmpty else { return nil }
  return Section(
    title: "Initiatives",
    blocks: [
      .paragraph(
        """
        When each is finished, and how often it starts in the horizon that it is planned for. \
        \(strong: "Critical") is the share of trials in which it lies on the longest path to a goal, or to the end of all \
        where no goal waits for it.
        """)
    ] + blocks + deadlines(reading))
}

private let columns = [
  Table.Column("Initiative"), Table.Column("Starts in it", .trailing), Table.Column("Scheduled"),
  Table.Column("P50"), Table.Column("P80"), Table.Column("P90"),
  Table.Column("Critical", .trailing),
]

private func rows(_ horizon: HorizonID, _ reading: OutlookReading) -> [[Prose]] {
  let year = reading.plan.horizons[horizon.index].last.year
  return reading.reading.initiatives(in: horizon).compactMap { index in
    guard let outlook = reading.simulation.initiatives[index],
      let span = reading.reading.standings[index].span
    else { return nil }
    return [
      "\(strong: reading.reading.titled(index))",
      span.isRunning ? "running" : reading.chance(outlook.startsInHorizon),
      reading.date(reading.model.day(of: span.finish), besides: year),
      reading.quantile(outlook.finish, 50, besides: year),
      reading.quantile(outlook.finish, 80, besides: year),
      reading.quantile(outlook.finish, 90, besides: year),
      reading.chance(outlook.criticality.share),
    ]
  }
}

private func deadlines(_ reading: OutlookReading) -> [Block] {
  dateTable("Deadlines", reading) {
    reading.plan.initiatives[$0].urgency.deadlines.map(\.date)
  }
    + dateTable("Agreed dates", reading) {
      [reading.plan.agreedFinish(of: InitiativeID($0))].compactMap(\.self)
    }
}

/// How often initiatives are done by dates of theirs that are still to come.
private func dateTable(
  _ title: String, _ reading: OutlookReading, dates: (_ initiative: Int) -> [CivilDate]
) -> [Block] {
  let rows = reading.plan.initiatives.indices.flatMap { index -> [[Prose]] in
    guard let outlook = reading.simulation.initiatives[index] else { return [] }
    return dates(index).filter { $0 >= reading.plan.asOf }.map { date in
      [
        "\(strong: reading.reading.label(index))", "\(figure: date.text)",
        reading.chance(outlook.finish.chance(by: reading.model.day(of: date))),
      ]
    }
  }
  guard !rows.isEmpty else { return [] }
  return [
    .heading(Prose(title)),
    .table(
      Table(
        columns: [
          Table.Column("Initiative"), Table.Column("Due"),
          Table.Column("Chance to meet it", .trailing),
        ], rows: rows)),
  ]
}

// MARK: Loads

private func loadOutlooks(_ reading: OutlookReading) -> Section? {
  let rows = reading.plan.teams.indices.compactMap { team -> [Prose]? in
    let loads = reading.simulation.loads[team].byHorizon
    guard loads.contains(where: { $0 != nil }) else { return nil }
    return ["\(strong: reading.reading.label(TeamID(team)))"]
      + loads.map { load -> Prose in
        guard let load else { return "" }
        let half = load.percentile(50)
        let most = load.percentile(80)
        return "\(figure: "\(half) %") (\(figure: "\(most) %"))"
      }
  }
  guard !rows.isEmpty else { return nil }
  let columns =
    [Table.Column("Team")]
    + reading.plan.horizons.indices.map {
      Table.Column(Prose(reading.reading.label(HorizonID($0))), .trailing)
    }
  return Section(
    title: "How busy the teams are",
    blocks: [
      .paragraph(
        "Heads that are held, of those there are, in half of the trials (and in four of five)."),
      .table(Table(columns: columns, rows: rows)),
    ])
}
