internal import PlanSyntax

// Files imported under a name: a block of their own round what stands in them.
extension Expander {
  /// Where the statements of each file go: to the top, or into the block of the file's module.
  mutating func homes(of trees: [SyntaxTree], _ modules: [Module]) -> [Draft.NodeID] {
    var homes = Array(repeating: Draft.root, count: trees.count)
    for module in modules {
      guard let first = module.imports.first, let name = first.name?.plain else { continue }
      checkForm(of: name)
      let start = draft.table.properties.count
      let id = draft.add(
        Draft.Node(
          kind: .importedFile, name: name, item: Item(syntax: first.syntax), parent: Draft.root,
          locals: LocalScope.none, properties: start..<start))
      for file in module.files where homes.indices.contains(file) { homes[file] = id }
      for other in module.imports.dropFirst() {
        guard let alias = other.name?.plain, alias.text != name.text else { continue }
        report(.importedUnderTwoNames(alias, name))
      }
    }
    return homes
  }

  /// Whether a block is no block but the top of a file.
  func isTop(_ parent: Draft.NodeID) -> Bool {
    parent == Draft.root || draft[parent].kind == .importedFile
  }
}
