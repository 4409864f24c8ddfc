internal import PlanModel
internal import PlanSyntax

// What the plan says and the solver does not honour yet: listed, never passed over.
extension Lowering {
  mutating func listUnenforced() {
    listBases()
    for initiative in plan.initiatives where initiative.status == .paused {
      plan.unenforced.append(
        Unenforced(
          kind: "status: paused", name: initiative.name, label: initiative.label,
          consequence: "it is scheduled like any other"))
    }
    for (index, declaration) in table.declarations.enumerated() {
      let id = DeclarationID(index)
      for property in table.properties(of: id) {
        // Of the layers the topmost counts.
        guard let word = table.properties[property].word, reader.find(word, of: id) == property,
          let row = Schema.property(word, of: declaration.kind),
          row.status == .unenforced, reader.value(word, of: id)?.boolean != false
        else { continue }
        plan.unenforced.append(
          Unenforced(
            kind: row.word.rawValue, name: table.path(of: id), label: label(of: id),
            consequence: row.consequence ?? ""))
      }
    }
  }
}
