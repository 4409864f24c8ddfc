internal import PlanModel
internal import PlanSyntax

// Which version of the plan this is, and under which names its blocks are known elsewhere.
extension Lowering {
  mutating func lowerScenario() {
    guard let chosen = table.scenario else { return }
    let block = table.top(.scenario).first { table[$0].name?.text == chosen }
    let label = block.flatMap { reader.label(of: $0) }
    var scenario = PlanScenario(name: chosen, label: label ?? chosen)
    if let block { scenario.readers = readers(of: block) }
    plan.scenario = scenario
  }

  /// Two blocks of one former name, or of one name in another tool, could not be told apart.
  mutating func lowerIdentities() {
    guard table.properties.contains(where: { $0.word == .was || $0.word == .key }) else { return }
    var seen: [PropertyWord: [String: Span]] = [.was: [:], .key: [:]]
    for index in table.declarations.indices {
      let id = DeclarationID(index)
      let names = [PropertyWord.was, .key].map { word -> String? in
        guard reader.has(word, of: id), let text = text(word, of: id) else { return nil }
        let place = place(word, id)
        if let earlier = seen[word]?[text] {
          report(.sameIdentity(word, text, at: place, earlier))
        } else {
          seen[word]?[text] = place
        }
        return text
      }
      guard names != [nil, nil] else { continue }
      plan.identities.append(
        Identity(path: table.path(of: id), was: names[0], key: names[1]))
    }
  }
}
