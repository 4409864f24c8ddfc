import PlanInsight
import PlanModel

/// What may go wrong with the work ahead, the weightiest first: how much it would add, and what it
/// would cost; `nil` when the plan names nothing.
func risksSection(_ reading: Reading) -> Section? {
  let blocks = addedEffort(reading) + lostMoney(reading)
  return blocks.isEmpty ? nil : Section(title: "Risks", blocks: blocks)
}

// MARK: Effort

private func addedEffort(_ reading: Reading) -> [Block] {
  var risks: [(initiative: Int, risk: Risk, adds: Estimate, expected: Effort)] = []
  for index in reading.standings.indices where reading.standings[index].span != nil {
    for risk in reading.plan.initiatives[index].risks {
      // A fixed length does not grow, which is told among what is not enforced.
      guard let adds = risk.adds, reading.plan.works[risk.work.index].length == nil else {
        continue
      }
      let minutes = risk.chance.times(Rational(adds.mean.minutes))?.rounded ?? 0
      risks.append((index, risk, adds, Effort(minutes: minutes)))
    }
  }
  guard !risks.isEmpty else { return [] }
  let order = risks.indices.sorted {
    (risks[$1].expected, $0) < (risks[$0].expected, $1)
  }
  let rows = order.map { index -> [Prose] in
    let (initiative, risk, adds, expected) = risks[index]
    return [
      title(risk), Prose(reading.label(initiative)), "\(figure: risk.chance.percentText())",
      "\(figure: range(adds))", "\(figure: expected.personWeeksText)", knownAfter(risk, reading),
    ]
  }
  let total = risks.reduce(Effort.zero) { $0 + $1.expected }
  let verb = risks.count == 1 ? "is" : "are"
  let intro: Prose = """
    \(capitalised(counted(risks.count, "risk"))) \(verb) known. What \(risks.count == 1 ? "it adds" : "they add") on average, \
    \(figure: total.text) in all, is part of the effort we plan with.
    """
  let table = Table(
    columns: [
      Table.Column("Risk"), Table.Column("Initiative"), Table.Column("Chance", .trailing),
      Table.Column("Adds", .trailing), Table.Column("On average", .trailing),
      Table.Column("Known after"),
    ], rows: rows)
  return [.paragraph(intro), .table(table.compacted)]
}

/// Of an assumption the risk is that it does not hold.
private func title(_ risk: Risk) -> Prose {
  let name: Prose = "\(strong: named(risk.label, risk.name))"
  return risk.origin == .risk ? name : "\(name) does not hold"
}

private func knownAfter(_ risk: Risk, _ reading: Reading) -> Prose {
  guard case .assumption(let target?) = risk.origin else { return "" }
  return Prose(reading.label(target))
}

private func range(_ estimate: Estimate) -> String {
  estimate.isPoint ? estimate.low.text : "\(estimate.low.text) to \(estimate.high.text)"
}

// MARK: Money

private func lostMoney(_ reading: Reading) -> [Block] {
  guard reading.plan.printsMoney else { return [] }
  var risks: [(initiative: Int, risk: Risk, loss: Risk.Loss)] = []
  for index in reading.standings.indices
  where reading.standings[index].span != nil || reading.standings[index] == .undone {
    for risk in reading.plan.initiatives[index].risks {
      if let loss = risk.loss { risks.append((index, risk, loss)) }
    }
  }
  guard !risks.isEmpty else { return [] }
  func yearly(_ rate: MoneyRate?) -> Int64 { rate?.minorUnitsPerYear.rounded ?? 0 }
  let order = risks.indices.sorted {
    (yearly(risks[$1].risk.expectedLoss), $0) < (yearly(risks[$0].risk.expectedLoss), $1)
  }
  let rows = order.map { index -> [Prose] in
    let (initiative, risk, loss) = risks[index]
    return [
      title(risk), Prose(reading.label(initiative)),
      "\(figure: risk.chance.percentText()) in \(figure: loss.over.phrase)",
      "\(figure: reading.money(loss.costs.minorUnits, isProved: true))",
      "\(figure: reading.money(yearly(risk.expectedLoss), isProved: true))",
      lowered(risk, reading),
    ]
  }
  let table = Table(
    columns: [
      Table.Column("Risk"), Table.Column("Initiative"), Table.Column("Chance"),
      Table.Column("Costs", .trailing), Table.Column("Expected a year", .trailing),
      Table.Column("Lowered"),
    ], rows: rows)
  let intro: Prose = """
    What may be lost in money. What lowers a risk is credited with the loss it avoids from the day it is done; the rest \
    is in no other figure.
    """
  return [.paragraph(intro), .table(table.compacted)]
}

private func lowered(_ risk: Risk, _ reading: Reading) -> Prose {
  guard let lowered = risk.lowered, let avoided = risk.avoidedLoss else { return "" }
  let worth = reading.money(avoided.minorUnitsPerYear.rounded, isProved: true)
  return """
    to \(figure: lowered.chance.percentText()) once \(reading.label(lowered.once.raw)) is done, which avoids \
    \(figure: worth) a year
    """
}
