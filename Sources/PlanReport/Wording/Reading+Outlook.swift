import PlanInsight
import PlanModel

// How sure things are, as sections say it; nothing where nobody simulated.
extension Reading {
  /// The day that may be promised of something in a horizon: the one at the lower end of its band.
  func promised(_ initiative: Int, _ horizon: HorizonID, besides year: Int?) -> Prose? {
    guard let day = promisedDay(initiative, horizon) else { return nil }
    guard day < problem.lastDay else { return "after \(figure: lastDate.text)" }
    let date = model.date(ofDay: day)
    return switch model.horizon(ofDay: day).index {
    case 0: "\(figure: date.text(besides: year))"
    case 1: "in \(figure: date.monthText)"
    default: "in \(label(model.horizon(ofDay: day)))"
    }
  }

  /// The same as a day of the problem, at its end for what is finished after that.
  func promisedDay(_ initiative: Int, _ horizon: HorizonID) -> Int32? {
    answer.simulation?.initiatives[initiative]?.finish.quantile(share(of: horizon))
  }

  /// Where the dates of a horizon come from, as a sentence.
  func basis(of horizon: HorizonID) -> Prose {
    guard answer.simulation != nil else { return "Dates are scheduled, not simulated." }
    return
      "By each date it is finished in \(figure: share(of: horizon).percentText()) of the trials."
  }

  /// The weeks in which something is done with a chance of 50 to 80 %.
  func likelyWeeks(_ initiative: Int) -> Prose? {
    guard let outlook = answer.simulation?.initiatives[initiative] else { return nil }
    let half = outlook.finish.percentile(50)
    let most = outlook.finish.percentile(80)
    guard half < problem.lastDay else { return "after \(figure: lastDate.text)" }
    let first = model.date(ofDay: half)
    guard most < problem.lastDay else {
      return "\(figure: "week \(first.week)"), \(figure: first.monthText) or later"
    }
    return weeks(first, model.date(ofDay: most))
  }

  /// Of the total cost as scheduled, after `which` or `that`: single estimates meet nowhere, so it is usually too low.
  ///
  /// Where dates that the schedule misses are met in some trials it may be too high, and trials are believed.
  var optimism: Prose {
    if hidesWorth { return "is optimistic" }
    guard isOptimistic else { return "is not optimistic here (trials cost less on average)" }
    return exceedance.map { $0 < .percent(50) } ?? false
      ? "is optimistic (trials cost more on average, though most cost less)" : "is optimistic"
  }

  /// Whether trials do not, for all that is known, cost less on average than the schedule says; taken to be so where nobody
  /// simulated.
  var isOptimistic: Bool {
    guard let cost = answer.simulation?.cost else { return true }
    return (cost.mean + cost.errorOfMean).minorUnits >= answer.solution.delayCost
  }

  /// The share of trials that cost more than the schedule says; `nil` where nobody simulated.
  var exceedance: Rational? {
    answer.simulation?.cost.share(above: answer.solution.delayCost)
  }

  /// The lower end of a horizon's band; four of five where it has none.
  func share(of horizon: HorizonID) -> Rational {
    plan.horizons[horizon.index].band?.lowerBound ?? .percent(80)
  }
}

extension Reading {
  /// A day of trials; what lies past all days of the plan is only known to do so.
  func simulatedDate(_ finish: DayDistribution, _ percent: Int64) -> Prose {
    let day = finish.percentile(percent)
    return day < problem.lastDay
      ? "\(figure: model.date(ofDay: day).text)" : "after \(figure: lastDate.text)"
  }

  /// The same behind "is done": `by 4 Nov 2026`, `after 31 Mar 2028`.
  func done(_ finish: DayDistribution, _ percent: Int64, isStrong: Bool = false) -> Prose {
    let date = simulatedDate(finish, percent)
    let shown: Prose = isStrong ? "\(strong: date.plainText)" : date
    return finish.percentile(percent) < problem.lastDay ? "by \(shown)" : shown
  }

  /// How sure an initiative is, in sentences; `nil` where nobody simulated it, and for what is not scheduled.
  func sureness(_ initiative: Int) -> Prose? {
    guard let simulation = answer.simulation, let outlook = simulation.initiatives[initiative]
    else { return nil }
    var text: Prose = """
      Simulated, it is done \(done(outlook.finish, 50)) in half of the trials (P50), \
      \(done(outlook.finish, 80, isStrong: true)) in four of five (P80).
      """
    if let span = standings[initiative].span, !span.isRunning {
      text += """
         It starts in \(label(outlook.horizon)) in \(figure: chanceText(outlook.startsInHorizon)) of them.
        """
    }
    let deadlines = plan.initiatives[initiative].urgency.deadlines.map(\.date)
    let agreed = [plan.agreedFinish(of: InitiativeID(initiative))].compactMap(\.self)
    let dates = deadlines.map { ($0, "is due") } + agreed.map { ($0, "was agreed for") }
    for (date, phrase) in dates where date >= plan.asOf {
      let chance = outlook.finish.chance(by: model.day(of: date))
      text += " It \(phrase) \(figure: date.text), and meets that in \(figure: chanceText(chance))."
    }
    let end = outlook.criticality.goal.map { label($0) } ?? "the end of all"
    text += """
       It lies on the longest path to \(end) in \(figure: chanceText(outlook.criticality.share)).
      """
    return text
  }
}

extension Reading {
  /// Whether a promise is one about something that may be told of, whose date may be told too.
  func shows(_ promise: Flag.Promise) -> Bool {
    switch promise {
    case .start(let id), .agreed(let id, _): standings[id.index] != .hidden
    case .deadline(let id, let date):
      standings[id.index] != .hidden
        && plan.initiatives[id.index].urgency.deadlines.contains { $0.date == date }
    case .goal(let id, _): goals.contains(id.index)
    }
  }
}

/// What of a horizon is less sure than it has to be.
func unsure(_ horizon: HorizonID, _ reading: Reading) -> [Block] {
  guard let flags = reading.answer.simulation?.flags(reading.model) else { return [] }
  let shown = flags.filter { $0.horizon == horizon && reading.shows($0.promise) }
  let told = shown.map { flag -> Prose in
    let chance: Prose = "\(figure: chanceText(flag.chance))"
    switch flag.promise {
    case .start(let id):
      return "\(strong: reading.label(id.raw)) starts in it in \(chance) of the trials"
    case .deadline(let id, let date):
      return
        "\(strong: reading.label(id.raw)) is done by \(figure: date.text) in \(chance) of the trials"
    case .agreed(let id, let date):
      return
        "\(strong: reading.label(id.raw)) is done by \(figure: date.text), as agreed, in \(chance) of the trials"
    case .goal(let id, let date):
      return
        "\(strong: reading.label(id)) is complete by \(figure: date.text) in \(chance) of the trials"
    }
  }
  guard let first = shown.first else { return [] }
  return [
    .paragraph(
      """
      Less sure than \(figure: first.needed.percentText()), which is our standard here; \(code: "plan simulate") tries what \
      would lift it:
      """), .list(told),
  ]
}

/// A chance, which trials never know to be nothing or everything.
func chanceText(_ share: Rational) -> String {
  let text = share.percentText()
  if share == .zero || text == "0 %" { return "under 1 %" }
  return share == .one || text == "100 %" ? "over 99 %" : text
}
