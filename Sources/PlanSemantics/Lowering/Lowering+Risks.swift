internal import PlanModel
internal import PlanSyntax

// What may go wrong: risks, and assumptions that may not hold.
extension Lowering {
  /// Those of a work add to it; those of an initiative add to its largest work, the first of equals.
  mutating func lowerRisks(of owner: DeclarationID, _ initiative: InitiativeID) {
    let range = plan.initiatives[initiative.index].works
    let largest = range.max {
      (plan.works[$0].estimate.mean, -$0) < (plan.works[$1].estimate.mean, -$1)
    }
    var risks: [(block: DeclarationID, work: Int?)] = []
    func note(_ block: DeclarationID, _ work: Int?) {
      risks += table.children(of: block, .risk).map { ($0, work) }
      risks += table.children(of: block, .assume).map { ($0, work) }
    }
    note(owner, largest)
    for work in table.children(of: owner, .work) { note(work, modelIndex(of: work)) }
    for (block, work) in risks {
      let risk = table[block].kind == .assume ? assumption(block, work) : self.risk(block, work)
      guard let risk else { continue }
      let index = plan.initiatives[initiative.index].risks.count
      plan.initiatives[initiative.index].risks.append(risk)
      riskSources.append(RiskSource(block: block, initiative: initiative, index: index))
    }
  }

  private func risk(_ id: DeclarationID, _ work: Int?) -> Risk? {
    require(.chance, of: id)
    let isLoss = reader.has(.costs, of: id) || isAttempted(.costs, of: id)
    if !isLoss, !reader.has(.adds, of: id), !isAttempted(.adds, of: id) {
      report(.riskOfNothing(table[id]))
    }
    if !isLoss, reader.has(.over, of: id) { report(.overWithoutCosts(at: place(.over, id))) }
    guard let work, let chance = reader.value(.chance, of: id)?.share else { return nil }
    var risk = Risk(
      name: name(of: id), label: label(of: id), chance: chance, adds: estimate(.adds, of: id),
      work: WorkID(work))
    risk.owner = text(.owner, of: id)
    risk.readers = readers(of: id)
    if let costs = reader.value(.costs, of: id)?.money {
      let over = elapsed(.over, of: id) ?? .months(12)
      if over.calendarDays > 0 {
        risk.loss = Risk.Loss(costs: costs, over: over)
      } else {
        report(
          .outOfBounds(
            "a chance is counted over a day at least", at: place(.over, id),
            label: "less than a day",
            help:
              "write the time that the chance is meant for, such as `\(PropertyWord.over.example)`")
        )
      }
    }
    return risk.adds == nil && risk.loss == nil ? nil : risk
  }

  /// The risk of an assumption is that it does not hold.
  private func assumption(_ id: DeclarationID, _ work: Int?) -> Risk? {
    require(.chance, of: id)
    guard let otherwise = only(.otherwise, of: id) else {
      report(.assumptionWithoutOtherwise(table[id]))
      return nil
    }
    require(.adds, of: otherwise)
    guard let work, let adds = estimate(.adds, of: otherwise),
      let chance = reader.value(.chance, of: id)?.share.flatMap({ Rational.one.minus($0) })
    else { return nil }
    var risk = Risk(
      name: name(of: id), label: label(of: id), chance: chance, adds: adds, work: WorkID(work))
    risk.owner = text(.owner, of: id)
    risk.readers = readers(of: id)
    risk.origin = .assumption(knownAfter: nil)
    return risk
  }

  /// What risks and assumptions say of other initiatives, once all of them have their numbers.
  mutating func lowerKnowledge() {
    for source in riskSources {
      let owner = source.initiative.index
      if let known = reader.value(.knownAfter, of: source.block)?.reference {
        plan.initiatives[owner].risks[source.index].origin = .assumption(
          knownAfter: target(of: known))
      }
      guard let lowered = only(.lowered, of: source.block) else { continue }
      require(.chance, of: lowered)
      require(.once, of: lowered)
      guard let chance = reader.value(.chance, of: lowered)?.share,
        let once = references(.once, of: lowered).first
      else { continue }
      let before = plan.initiatives[owner].risks[source.index].chance
      guard chance < before else {
        report(
          .notLowered(
            chance, at: place(.chance, lowered), before, place(.chance, source.block)))
        continue
      }
      plan.initiatives[owner].risks[source.index].lowered = Risk.Lowered(
        chance: chance, once: InitiativeID(once))
      noteLowered(source, lowered)
    }
  }

  /// The money is part of what is avoided; that the work itself would take less is not.
  private mutating func noteLowered(_ source: RiskSource, _ block: DeclarationID) {
    let risk = plan.initiatives[source.initiative.index].risks[source.index]
    guard risk.adds != nil else { return }
    plan.unenforced.append(
      Unenforced(
        kind: "lowered", name: table.path(of: source.block), label: risk.label,
        consequence: "the effort counts the risk as it stands before it is lowered"))
  }

  /// What lowering risks is worth to each initiative.
  mutating func addAvoidedLosses() {
    for owner in plan.initiatives where owner.priority != .wont && owner.status != .cancelled {
      for risk in owner.risks {
        guard let once = risk.lowered?.once, let loss = risk.avoidedLoss else { continue }
        let known = plan.initiatives[once.index].urgency.avoidedLoss
        plan.initiatives[once.index].urgency.avoidedLoss = known?.plus(loss) ?? loss
      }
    }
  }
}

/// Where a risk of the model was written.
struct RiskSource {
  let block: DeclarationID
  let initiative: InitiativeID
  /// In `Initiative.risks`.
  let index: Int
}
