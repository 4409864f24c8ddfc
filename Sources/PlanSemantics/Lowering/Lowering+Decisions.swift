internal import PlanModel
internal import PlanSyntax

// What is asked for, decided and compared.
extension Lowering {
  mutating func lowerAsks() {
    for id in table.top(.ask) {
      var ask = Ask(
        name: name(of: id), label: label(of: id), whom: text(.whom, of: id),
        decideBy: day(.decideBy, of: id), price: price(of: id), why: text(.why, of: id),
        note: text(.note, of: id))
      ask.readers = readers(of: id)
      ask.unblocks = references(.unblocks, of: id).map {
        InitiativeID($0)
      }
      plan.asks.append(ask)
    }
  }

  private func price(of id: DeclarationID) -> Price? {
    let price = reader.value(.price, of: id)
    return price?.money.map(Price.once) ?? price?.moneyRate.map(Price.running)
  }

  mutating func lowerDecisions() {
    for id in table.top(.decision) {
      require(.made, of: id)
      let chose = subjects(.chose, of: id).first
      let rejected = subjects(.rejected, of: id)
      for (subject, span) in zip(rejected, reader.elementPlaces(.rejected, of: id))
      where subject == chose {
        report(.chosenAndRejected(subject.name, at: span, chosen: place(.chose, id)))
      }
      guard let made = day(.made, of: id) else { continue }
      plan.decisions.append(
        Decision(
          name: name(of: id), label: label(of: id), made: made, owner: text(.owner, of: id),
          chose: chose, rejected: rejected, because: text(.because, of: id),
          accepts: texts(.accepts, of: id), revisit: day(.revisit, of: id),
          note: text(.note, of: id)
        ).seen(by: readers(of: id)))
    }
  }

  private func subjects(_ word: PropertyWord, of id: DeclarationID) -> [Decision.Subject] {
    let value = reader.value(word, of: id)
    let all = value?.elements ?? value.map { [$0] } ?? []
    return all.compactMap(\.reference).map { reference in
      let id = DeclarationID(raw: reference.id)
      var subject = Decision.Subject(
        kind: reference.kind, name: reference.name, label: label(of: id))
      subject.readers = readers(of: id)
      return subject
    }
  }

  mutating func lowerChoices() {
    for id in table.top(.choice) {
      let options = table.children(of: id, .option)
      if options.isEmpty { report(.choiceWithoutOptions(table[id])) }
      let over = reader.has(.over, of: id) ? elapsed(.over, of: id) : .months(36)
      if over?.isZero ?? false {
        report(
          .outOfBounds(
            "options are compared over some time", at: place(.over, id), label: "no time at all",
            help: "write over how long they are compared, such as `\(PropertyWord.over.example)`"))
      }
      places.choices.append(table[id].place)
      plan.choices.append(
        Choice(
          name: name(of: id), label: label(of: id), over: over ?? .months(36),
          isCore: reader.value(.core, of: id)?.boolean, owner: text(.owner, of: id),
          decideBy: day(.decideBy, of: id), options: options.map { option($0) },
          note: text(.note, of: id)
        ).seen(by: readers(of: id)))
      plan.unenforced.append(
        Unenforced(
          kind: "choice", name: name(of: id), label: label(of: id),
          consequence:
            "the schedule takes none of its options, which `plan options \(name(of: id))` weighs; work on the one that is chosen is an initiative of its own, and keeping it an `upkeep` of its team"
        ))
    }
  }

  private mutating func option(_ id: DeclarationID) -> Choice.Option {
    if reader.has(.upkeep, of: id), !reader.has(.effort, of: id) {
      report(.upkeepWithoutEffort(at: place(.upkeep, id)))
    } else if !reader.has(.effort, of: id), !reader.has(.price, of: id) {
      report(.optionWithoutCost(table[id]))
    }
    var option = Choice.Option(
      name: name(of: id), label: label(of: id), effort: estimate(.effort, of: id),
      price: price(of: id), upkeepPerYear: reader.value(.upkeep, of: id)?.sharePerYear,
      covers: reader.value(.covers, of: id)?.share, exit: estimate(.exit, of: id),
      note: text(.note, of: id))
    option.readers = readers(of: id)
    option.team = references(.team, of: id).first.map { TeamID($0) }
    return option
  }
}
