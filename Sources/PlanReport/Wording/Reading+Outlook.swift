import PlanInsight
import PlanModel

// How sure things are, as sections say it; nothing where nobody simulated.
extension Reading {
  /// The day that may be promised of something in a horizon: the one at the lower end of its band.
  func promised(_ initiative: Int, _ horizon: HorizonID, besides year: Int) -> Prose? {
    guard let outlook = answer.simulation?.initiatives[initiative] else { return nil }
    let day = outlook.finish.quantile(share(of: horizon))
    guard day < problem.lastDay else { return "after \(figure: lastDate.text)" }
    let date = model.date(ofDay: day)
    return switch model.horizon(ofDay: day).index {
    case 0: "\(figure: date.year == year ? date.shortText : date.text)"
    case 1: "in \(figure: date.monthText)"
    default: "in \(label(model.horizon(ofDay: day)))"
    }
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

  /// The lower end of a horizon's band; four of five where it has none.
  private func share(of horizon: HorizonID) -> Rational {
    plan.horizons[horizon.index].band?.lowerBound ?? .percent(80)
  }
}

/// What of a horizon is less sure than it has to be.
func unsure(_ horizon: HorizonID, _ reading: Reading) -> [Block] {
  guard let flags = reading.answer.simulation?.flags(reading.model) else { return [] }
  let told = flags.filter { $0.horizon == horizon }.map { flag -> Prose in
    let chance: Prose = "\(figure: chanceText(flag.chance))"
    switch flag.promise {
    case .start(let id):
      return "\(strong: reading.label(id.raw)) starts in it in \(chance) of the trials"
    case .deadline(let id, let date):
      return
        "\(strong: reading.label(id.raw)) is done by \(figure: date.text) in \(chance) of the trials"
    case .goal(let id, let date):
      return
        "\(strong: reading.label(id)) is complete by \(figure: date.text) in \(chance) of the trials"
    }
  }
  guard !told.isEmpty, let first = flags.first(where: { $0.horizon == horizon }) else { return [] }
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
