import PlanModel

// Words about the whole of a plan that may name something confidential.
extension Plan {
  /// Whether a plan's own word for something is that of something that an audience may not see.
  func isHidden(_ word: String, from audience: Audience) -> Bool {
    confidential.contains { hidden in
      !hidden.readers.include(audience)
        && (hidden.path == word || hidden.path.hasSuffix("." + word) || hidden.label == word)
    }
  }

  /// Owners are texts in the model; those who are a `person` go by its label.
  mutating func hideOwners(from audience: Audience) {
    let hidden = Set(
      confidential.filter { $0.kind == "person" && !$0.readers.include(audience) }
        .flatMap { [$0.label, $0.path].compactMap(\.self) })
    guard !hidden.isEmpty else { return }
    func shown(_ owner: String?) -> String? { owner.flatMap { hidden.contains($0) ? nil : $0 } }
    for index in initiatives.indices {
      var words = initiatives[index].words
      words.owner = shown(words.owner)
      words.accountable = shown(words.accountable)
      words.askedBy = shown(words.askedBy)
      words.consulted.removeAll(where: hidden.contains)
      words.informed.removeAll(where: hidden.contains)
      initiatives[index].words = words
      for risk in initiatives[index].risks.indices {
        initiatives[index].risks[risk].owner = shown(initiatives[index].risks[risk].owner)
      }
      for gate in initiatives[index].gates.indices {
        initiatives[index].gates[gate].owner = shown(initiatives[index].gates[gate].owner)
      }
      for metric in initiatives[index].metrics.indices {
        initiatives[index].metrics[metric].owner = shown(initiatives[index].metrics[metric].owner)
      }
    }
    for index in goals.indices {
      goals[index].owner = shown(goals[index].owner)
      for metric in goals[index].metrics.indices {
        goals[index].metrics[metric].owner = shown(goals[index].metrics[metric].owner)
      }
    }
    for index in milestones.indices { milestones[index].owner = shown(milestones[index].owner) }
    for index in externals.indices { externals[index].owner = shown(externals[index].owner) }
    for index in debts.indices { debts[index].owner = shown(debts[index].owner) }
    for index in asks.indices { asks[index].whom = shown(asks[index].whom) }
    for index in decisions.indices { decisions[index].owner = shown(decisions[index].owner) }
    for index in choices.indices { choices[index].owner = shown(choices[index].owner) }
  }

  /// What was assumed, what is not enforced, what was set from outside, which version it is.
  mutating func hideRemarks(from audience: Audience) {
    let hidden = confidential.filter { !$0.readers.include(audience) }
    let whole = self
    assumptions.removeAll { assumption in
      whole.isHidden(assumption.subject, from: audience)
        || hidden.contains { assumption.text.contains("`\($0.path)`") }
    }
    unenforced.removeAll { item in
      whole.isHidden(item.name, from: audience) || whole.isHidden(item.label, from: audience)
    }
    overrides.removeAll { override in
      hidden.contains { override.hasPrefix($0.path + ".") || override.hasPrefix($0.path + "=") }
    }
    for index in classes.indices where whole.isHidden(classes[index].name, from: audience) {
      classes[index].name = Stand.rule.name
      classes[index].label = Stand.rule.label
    }
    if let scenario, !scenario.readers.include(audience) {
      self.scenario?.name = Stand.scenario.name
      self.scenario?.label = Stand.scenario.label
    }
  }
}
