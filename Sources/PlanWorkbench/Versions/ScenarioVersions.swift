internal import PlanSyntax

extension PlanVersion {
  /// Two versions as texts that differ where the plans do.
  ///
  /// The plan itself against a scenario of it has one text for both: it becomes the scenario with nothing in it, which is the
  /// plan itself, against the scenario as it stands, so that each of its statements is an edit.
  static func comparable(
    _ old: PlanVersion, _ new: PlanVersion
  ) -> (old: PlanVersion, new: PlanVersion) {
    guard old.options.scenario == nil, let scenario = new.options.scenario,
      !old.checked.hasErrors, !new.checked.hasErrors
    else { return (old, new) }
    let chain = old.checked.scenarioChain(to: scenario)
    guard !chain.isEmpty else { return (old, new) }
    var contents: [String: [UInt8]] = [:]
    var root = old.bytes
    for (index, tree) in old.checked.trees.enumerated() {
      let edits = tree.file.statements.flatMap { $0.emptying(oneOf: chain) }
      guard !edits.isEmpty else { continue }
      let bytes = tree.source.applying(edits)
      if index == 0 { root = bytes }
      if let real = old.checked.realPaths[index] { contents[real] = bytes }
    }
    var options = old.options.reading(contents)
    options.scenario = scenario
    let emptied = PlanVersion(name: old.name, root, path: old.checked.path, options)
    return emptied.checked.hasErrors ? (old, new) : (emptied, new)
  }
}

extension CheckedPlan {
  /// A scenario and those that it goes on from; empty where there is none of the name.
  fileprivate func scenarioChain(to name: String) -> Set<String> {
    let items = trees.flatMap(\.file.items).filter { $0.word.text == "scenario" }
    var chain: Set<String> = []
    var next: String? = name
    while let name = next, chain.insert(name).inserted {
      guard let item = items.first(where: { $0.name?.syntax.text == name }) else {
        chain.remove(name)
        break
      }
      let base = item.body?.items.first { $0.word.text == "extends" }
      if case .name(let word)? = base?.value { next = word.text } else { next = nil }
    }
    return chain
  }
}

extension Statement {
  /// What takes everything out of a scenario but what it goes on from.
  fileprivate func emptying(oneOf scenarios: Set<String>) -> [SourceEdit] {
    guard case .item(let item) = self, item.word.text == "scenario",
      let name = item.name?.syntax.text, scenarios.contains(name), let body = item.body
    else { return [] }
    let kept = body.items.first { $0.word.text == "extends" }
    let text = kept.map { "{ \($0.syntax.text) }" } ?? "{}"
    return [SourceEdit(body.range, Array(text.utf8))]
  }
}
