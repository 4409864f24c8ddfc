internal import PlanModel
internal import PlanSyntax

// Who may see what: `confidential`, and what that hides.
extension Lowering {
  func readers(of id: DeclarationID) -> Readers { reader.readers(of: id) }

  /// Lists everything that is kept from somebody, and the marks that keep nothing from anybody.
  mutating func lowerConfidences() {
    if let block = planBlock { plan.readers = reader.ownReaders(of: block) }
    guard table.properties.contains(where: { $0.word == .confidential }) else { return }
    for (index, declaration) in table.declarations.enumerated() {
      let id = DeclarationID(index)
      if declaration.kind.keepsConfidences {
        let readers = readers(of: id)
        guard readers != .everybody, declaration.kind != .plan else { continue }
        plan.confidential.append(
          ConfidentialName(
            kind: declaration.kind.rawValue, path: table.path(of: id),
            label: reader.label(of: id), readers: readers))
      } else if reader.ownReaders(of: id) != .everybody {
        plan.unenforced.append(
          Unenforced(
            kind: PropertyWord.confidential.rawValue, name: table.path(of: id),
            label: label(of: id),
            consequence: "no report keeps \(declaration.kind.withArticle) from anybody"))
      }
    }
  }
}
