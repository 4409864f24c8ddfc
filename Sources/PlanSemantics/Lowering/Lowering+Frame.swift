internal import PlanModel
internal import PlanSyntax

// The plan block: time, money, how to estimate.
extension Lowering {
  /// The one `plan` block, if there is one.
  var planBlock: DeclarationID? { table.top(.plan).first }

  mutating func lowerFrame(today: CivilDate?) {
    let blocks = table.top(.plan)
    for extra in blocks.dropFirst() {
      report(.secondPlan(at: table[extra].place, first: table[blocks[0]].place))
    }
    guard let block = blocks.first else {
      // A plan block that could not be read is the parser's error.
      if !reader.isBroken(Kind.plan.rawValue) {
        report(.startMissing(block: nil, in: reader.firstTree, today: today))
      }
      isFrameKnown = false
      return
    }
    plan.label = reader.label(of: block) ?? ""
    lowerTime(block, today: today)
    lowerEstimates(block)
    lowerMoney(block)
    if let share = reader.value(.churn, of: block)?.share { plan.churn = share }
    _ = reader.value(.seed, of: block)?.count.map { plan.seed = $0 }
  }

  private mutating func lowerTime(_ block: DeclarationID, today: CivilDate?) {
    plan.fiscalMonth = reader.fiscalMonth
    if !reader.has(.start, of: block), !isAttempted(.start, of: block),
      !reader.isBroken(PropertyWord.start.rawValue)
    {
      report(.startMissing(block: table[block], in: reader.firstTree, today: today))
    }
    let start = day(.start, of: block)
    if let start { plan.start = start }
    isFrameKnown = start != nil
    if let end = day(.until, of: block) {
      plan.end = end
      if let start, end < start {
        report(
          .endBeforeStart(
            .until, end, at: reader.place(.until, of: block), .start, start,
            reader.place(.start, of: block)))
        plan.end = start
      } else if let start, start.days(until: end) > Limits.planDaysMax {
        report(.planTooLong(at: reader.place(.until, of: block)))
        plan.end = start
      }
    } else {
      plan.end = plan.start.adding(months: 12).adding(days: -1)
      if reader.has(.until, of: block) {
        isFrameKnown = false
      } else {
        assume("plan", "no end said: the plan runs for twelve months, to \(plan.end)")
      }
    }
    lowerToday(block)
    if let cycle = period(.cycle, of: block) {
      plan.cycle = cycle
    } else {
      if !reader.has(.cycle, of: block) { assume("plan", "no cycle said: a quarter is taken") }
    }
    plan.tail = period(.tail, of: block) ?? plan.cycle
  }

  private mutating func lowerToday(_ block: DeclarationID) {
    let written = day(.asOf, of: block)
    plan.asOf = asOf ?? written ?? plan.start
    guard isFrameKnown, plan.asOf < plan.start || plan.asOf > plan.end else { return }
    report(
      .outsidePlan(
        PropertyWord.asOf.rawValue, plan.asOf,
        at: asOf == nil ? reader.place(.asOf, of: block) : nil, plan: plan))
    plan.asOf = plan.start
  }

  private mutating func lowerEstimates(_ block: DeclarationID) {
    if let load = reader.value(.load, of: block)?.share {
      if load == .zero {
        report(
          .outOfBounds(
            "with a load of 0% nothing is ever done", at: place(.load, block),
            label: "nothing is planned",
            help:
              "write what share of everybody's time is planned, such as `\(PropertyWord.load.example)`"
          ))
      } else {
        plan.load = load
      }
    } else if !reader.has(.load, of: block) {
      assume("plan", "no load said: 80 % of the available time is planned")
    }
    for word in reader.value(.estimate, of: block)?.elements?.compactMap(\.symbol) ?? [] {
      if let shape = Estimate.Shape(rawValue: word) { self.shape = shape }
      if let basis = EstimateBasis(rawValue: word) { plan.basis = basis }
    }
  }

  private mutating func lowerMoney(_ block: DeclarationID) {
    if let code = symbol(.currency, of: block), let currency = Currency.named(code) {
      plan.currency = currency
    }
    if let rate = reader.value(.rate, of: block)?.labourRate {
      if rate.minorUnitsPerMinute > .zero {
        plan.rate = rate
      } else {
        report(
          .outOfBounds(
            "people's time costs more than nothing", at: place(.rate, block),
            label: "no amount above nothing",
            help: "write what a week of somebody costs, such as `\(PropertyWord.rate.example)`"))
      }
    }
  }

  func place(_ word: PropertyWord, _ id: DeclarationID) -> Span { reader.place(word, of: id) }
}
