import PlanInsight
import PlanModel

/// What waiting costs, what dates are worth, what the work costs and what it goes to, what is asked for; `nil` where the plan says
/// nothing of money.
func moneySection(_ reading: Reading) -> Section? {
  // What the work goes to is the board's to watch; who leads the business knows it. What is asked for stands on the same page.
  let isForBoard = reading.audience == .board
  let items =
    waiting(reading)
    + [
      deadlines(reading), work(reading), isForBoard ? purpose(reading) : nil, hires(reading),
      budgets(reading), isForBoard ? asked(reading) : nil,
    ].compactMap(\.self)
  return items.isEmpty ? nil : Section(title: "Money", blocks: [.list(items)])
}

/// What waiting costs, where no summary is sure to say it, and what the order is worth.
private func waiting(_ reading: Reading) -> [Prose] {
  guard reading.plan.printsMoney, reading.delayCost > 0 else { return [] }
  var items: [Prose] = []
  if reading.isChosen {
    items.append(
      """
      \(strong: "Waiting"): \(reading.total(reading.delayCost)) until \(figure: reading.lastDate.text) if everything takes what \
      is to be expected. \(emphasis: "Opportunity, not budget.")
      """)
  }
  if !reading.hidesWorth, reading.fit.isAmple, let written = reading.answer.baselines.written {
    let saves = written.addingClamped(-reading.answer.solution.delayCost)
    if saves > 0 {
      items.append(
        """
        \(strong: "The order"): doing things in the order in which they are written would cost \(reading.total(saves)) more.
        """)
    }
  }
  return items
}

/// Deadlines that are missed and those that are kept, by what they cost.
private func deadlines(_ reading: Reading) -> Prose? {
  guard reading.plan.printsMoney else { return nil }
  let all = deadlinePromises(reading).filter { $0.deadline.costs > .zero }
  guard !all.isEmpty else { return nil }
  func sum(_ promises: [DeadlinePromise]) -> Prose {
    let total = promises.reduce(Int64(0)) { $0.addingClamped($1.deadline.costs.minorUnits) }
    return "\(figure: reading.money(total, isProved: true))"
  }
  let missed = all.filter { !$0.isKept }
  let kept = all.filter(\.isKept)
  var parts: [Prose] = []
  if !missed.isEmpty {
    parts.append("\(counted(missed.count, "deadline")) missed, at \(sum(missed))")
  }
  if !kept.isEmpty {
    let count = missed.isEmpty ? counted(kept.count, "deadline") : inWords(kept.count)
    parts.append("\(count) kept, worth \(sum(kept))")
  }
  return "\(strong: "Penalties"), as scheduled: \(parts.joined(separator: "; "))."
}

/// What the work costs in people's time.
private func work(_ reading: Reading) -> Prose? {
  // A sum over all of the work, at a rate that the plan states.
  guard reading.plan.printsMoney, !reading.hidesWorth, !reading.plan.isRateAssumed else {
    return nil
  }
  let all = Portfolio(reading.schedule, in: reading.model).all
  guard all.effort > .zero else { return nil }
  let amount = all.money.text(reading.plan.currency, significantDigits: 2)
  return """
    \(strong: "The work"): \(figure: all.effort.inFull) from today on, about \(figure: amount).
    """
}

/// What people's time goes to, in words of the business.
private func purpose(_ reading: Reading) -> Prose? {
  guard !reading.hidesWorth else { return nil }
  let portfolio = Portfolio(reading.schedule, in: reading.model)
  guard portfolio.all.effort > .zero, portfolio.kinds.count > 1 else { return nil }
  var sums: [(name: String, effort: Effort)] = []
  for group in portfolio.kinds {
    let name = purposes[group.key] ?? "other work"
    if let index = sums.firstIndex(where: { $0.name == name }) {
      sums[index].effort = sums[index].effort + group.part.effort
    } else {
      sums.append((name, group.part.effort))
    }
  }
  let parts = sums.enumerated().sorted {
    ($1.element.effort, $0.offset) < ($0.element.effort, $1.offset)
  }
  .compactMap { _, sum -> Prose? in
    guard let share = Rational(sum.effort.minutes, portfolio.all.effort.minutes) else { return nil }
    return "\(figure: share.percentText()) \(sum.name)"
  }
  guard parts.count > 1 else { return nil }
  return "\(strong: "What time goes to"): \(parts.joinedAsSentence())."
}

private let purposes = [
  "feature": "what customers get", "bet": "bets", "experiment": "experiments",
  "risk_reducer": "lower risk", "enabler": "foundations", "multiplier": "foundations",
  "debt": "foundations",
]

/// What those cost who are to come and stay; `nil` where the plan says nothing of it.
private func hires(_ reading: Reading) -> Prose? {
  guard reading.plan.printsMoney, !reading.hidesPeople else { return nil }
  let plan = reading.plan
  let coming = plan.teams.flatMap(\.hires).filter {
    $0.on > plan.asOf && $0.on <= plan.end && $0.last == nil
  }
  let paid = coming.filter { $0.salary != nil }
  let yearly = paid.reduce(Rational.zero) { sum, hire in
    let heads = Rational(Int64(hire.peopleTenths), 10) ?? .zero
    return (hire.salary?.minorUnitsPerYear.times(heads)).flatMap(sum.plus) ?? sum
  }
  guard yearly > .zero else { return nil }
  let (all, known) = (coming.peopleTenths, paid.peopleTenths)
  let salary = MoneyRate(minorUnitsPerYear: yearly).text(plan.currency, .month)
  let whole: Prose =
    known == all ? "when all are here" : "for the \(headsInWords(known)) whose pay is stated"
  return """
    \(strong: "Hires"): \(headsInWords(all)) \(all == 10 ? "person" : "people") to come by \(figure: plan.end.text), at \(figure: salary) \(whole).
    """
}

/// Whether budgets and headcounts are kept.
private func budgets(_ reading: Reading) -> Prose? {
  let spendings = reading.answer.budgets.filter {
    !reading.hidesWorth && reading.shows(reading.plan.budgets[$0.budget].readers)
  }
  let all =
    spendings.map { (reading.label(budget: Int32($0.budget)), $0.periods.allSatisfy(\.isKept)) }
    + reading.headcounts.map { (reading.label(headcount: $0), reading.isKept(headcount: $0)) }
  guard !all.isEmpty else { return nil }
  let names = all.filter { !$0.1 }.map { Prose(reading.cut($0.0), .emphasis) }
  guard !names.isEmpty else {
    return
      "\(strong: "Budgets"): \(all.count == 1 ? "the one budget is" : "all \(inWords(all.count)) are") kept."
  }
  return
    "\(strong: "Budgets"): \(names.joinedAsSentence()) \(names.count == 1 ? "is" : "are") not kept."
}

/// What the asks cost together, each sort for itself.
private func asked(_ reading: Reading) -> Prose? {
  var once = Money.zero
  var yearly = Rational.zero
  for ask in reading.plan.asks {
    switch ask.price {
    case .once(let money)?: once = once + money
    case .running(let rate)?: yearly = yearly.plus(rate.minorUnitsPerYear) ?? yearly
    case nil: break
    }
  }
  var parts: [Prose] = []
  let currency = reading.plan.currency
  if once > .zero { parts.append("\(figure: once.text(currency, significantDigits: 3)) once") }
  if yearly > .zero {
    parts.append("\(figure: MoneyRate(minorUnitsPerYear: yearly).text(currency, .month))")
  }
  return parts.isEmpty ? nil : "\(strong: "What we ask for"): \(parts.joinedAsSentence())."
}
