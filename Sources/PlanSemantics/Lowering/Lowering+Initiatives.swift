internal import PlanModel
internal import PlanSyntax

/// What a work of the plan was made from.
struct WorkSource {
  /// The `work` block; the initiative itself when it says its effort in its own block; a fallback that is taken.
  let block: DeclarationID
  let initiative: DeclarationID
}

// Initiatives: everything but what waits for what and what lateness costs, which need all of them.
extension Lowering {
  mutating func lowerInitiatives() {
    settleFallbackPayers()
    for id in table.top(.initiative) {
      let index = plan.initiatives.count
      indices[id.index] = Int32(index)
      places.initiatives.append(table[id].place)
      let first = plan.works.count
      var initiative = Initiative(
        name: name(of: id), label: label(of: id), kind: symbol(.kind, of: id) ?? "feature",
        priority: symbol(.priority, of: id).flatMap(Initiative.Priority.init) ?? .should,
        status: status(of: id),
        goals: references(.serves, of: id).map { GoalID($0) }, works: first..<first,
        urgency: .none)
      initiative.pays = references(.pays, of: id).map { DebtID($0) }
      initiative.notBefore = notBefore(of: id)
      initiative.pin = pin(of: id)
      initiative.isOptional = boolean(.optional, of: id)
      initiative.money = reader.value(.money, of: id)?.money
      initiative.metrics = metrics(of: id)
      initiative.confidence = confidence(of: id)
      initiative.words = words(of: id)
      initiative.health = health(of: id)
      initiative.readers = readers(of: id)
      initiative.gates = gates(of: id)
      initiative.cancellation = cancellation(of: id)
      plan.initiatives.append(initiative)
      lowerWorks(of: id, InitiativeID(index))
      lowerRisks(of: id, InitiativeID(index))
      finishWorks(of: InitiativeID(index))
      lowerMilestones(
        of: id, InitiativeID(index),
        works: plan.initiatives[index].works.lowerBound..<plan.works.count)
    }
    lowerSharedFallbacks()
    lowerLaterSlices()
    lowerKnowledge()
  }

  private func pin(of id: DeclarationID) -> HorizonID? {
    guard let reference = reader.value(.in, of: id)?.reference else { return nil }
    if reference.id < 0 { return HorizonID(Int(-1 - reference.id)) }
    return modelIndex(of: DeclarationID(raw: reference.id)).map { HorizonID($0) }
  }

  func notBefore(of id: DeclarationID) -> CivilDate? { dayInPlan(.notBefore, of: id) }

  private func confidence(of id: DeclarationID) -> Rational? {
    let value = reader.value(.confidence, of: id)
    return value?.symbol.flatMap(Vocabulary.share(ofLevel:)) ?? value?.share
  }

  private func words(of id: DeclarationID) -> InitiativeWords {
    var words = InitiativeWords()
    words.owner = text(.owner, of: id)
    words.accountable = text(.accountable, of: id)
    words.consulted = texts(.consulted, of: id)
    words.informed = texts(.informed, of: id)
    words.askedBy = text(.askedBy, of: id)
    words.why = text(.why, of: id)
    words.outcome = text(.outcome, of: id)
    words.whyNot = text(.whyNot, of: id)
    words.revisit = day(.revisit, of: id)
    words.revisitWhen = text(.revisitWhen, of: id)
    words.note = text(.note, of: id)
    words.link = text(.link, of: id)
    words.tags = texts(.tags, of: id)
    words.key = text(.key, of: id)
    words.doneWhen = text(.doneWhen, of: id)
    words.outOfScope = texts(.outOfScope, of: id)
    return words
  }

  // MARK: Milestones

  private mutating func lowerMilestones(
    of owner: DeclarationID, _ initiative: InitiativeID, works: Range<Int>
  ) {
    for id in table.children(of: owner, .milestone) {
      require(.share, of: id)
      indices[id.index] = Int32(plan.milestones.count)
      places.milestones.append(table[id].place)
      var milestone = Milestone(
        name: name(of: id), label: label(of: id), initiative: initiative,
        share: reader.value(.share, of: id)?.share ?? .one, works: works,
        due: day(.due, of: id), met: happened(.met, of: id))
      milestone.owner = text(.owner, of: id)
      milestone.readers = readers(of: id)
      plan.milestones.append(milestone)
    }
    guard table[owner].kind == .initiative else { return }
    for work in table.children(of: owner, .work) {
      guard let index = modelIndex(of: work) else { continue }
      lowerMilestones(of: work, initiative, works: index..<index + 1)
    }
  }

  // MARK: Facts

  /// A day on which something happened; in the future it is reported and `nil`.
  func happened(_ word: PropertyWord, of id: DeclarationID) -> CivilDate? {
    guard let day = day(word, of: id) else { return nil }
    guard day <= plan.asOf || !isFrameKnown else {
      report(.notYetHappened(word, day, at: place(word, id), today: plan.asOf))
      return nil
    }
    return day
  }
}
