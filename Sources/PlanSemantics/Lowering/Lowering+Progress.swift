internal import PlanModel
internal import PlanSyntax

// What happened since: changes laid over the plan, the oldest first.
extension Lowering {
  mutating func applyProgress() {
    var dated: [(day: CivilDate, id: DeclarationID)] = []
    for id in table.top(.progress) {
      require(.on, of: id)
      if let day = day(.on, of: id) { dated.append((day, id)) }
    }
    // Of one day, in the order in which they stand.
    dated.sort { ($0.day, $0.id) < ($1.day, $1.id) }
    let changes = Dictionary(grouping: table.changes, by: \.progress)
    for (day, id) in dated {
      let isKnown = day <= plan.asOf || !isFrameKnown
      if !isKnown {
        report(.progressIgnored(day, at: place(.on, id), today: plan.asOf))
      }
      for change in changes[id] ?? [] { apply(change, isKnown: isKnown) }
    }
    reader.readTheRest()
  }

  private func apply(_ change: Change, isKnown: Bool) {
    guard let target = reader.declaration(at: change.path) else { return }
    let kind = table[target].kind
    for index in change.properties {
      let property = table.properties[index]
      guard property.word.map({ ProgressWords.allows($0, of: kind) }) ?? false else {
        report(
          .notForProgress(
            Word(text: reader.text(of: property.name), span: property.place), kind: kind))
        return
      }
    }
    reader.overlay(change, on: target, isCounted: isKnown)
    reader.read(change, of: target)
  }
}
