internal import PlanModel
internal import PlanSyntax

// Groups of which one is done.
extension Lowering {
  /// Gathers the groups by the text that names them, once it is known what waits for what.
  mutating func lowerExclusives() {
    var members: [String: [DeclarationID]] = [:]
    var names: [String] = []
    for id in table.top(.initiative) {
      guard let name = text(.exclusive, of: id), let index = modelIndex(of: id) else { continue }
      let initiative = plan.initiatives[index]
      guard initiative.priority != .wont, initiative.status != .cancelled else { continue }
      if members[name] == nil { names.append(name) }
      members[name, default: []].append(id)
    }
    for name in names {
      let group = members[name] ?? []
      plan.exclusives.append(
        Exclusive(
          name: name, members: group.compactMap { modelIndex(of: $0).map { InitiativeID($0) } }))
      checkOneIsFree(group, name)
      checkNoneWaits(group, name)
    }
    for id in table.top(.initiative) { checkWaitsForOne(id) }
  }

  /// Two that have to be done, or are begun or done already, leave no choice that could be kept.
  private func checkOneIsFree(_ group: [DeclarationID], _ name: String) {
    let settled = group.filter { id in
      modelIndex(of: id).map { isSettled(plan.initiatives[$0]) } ?? false
    }
    guard let first = settled.first else { return }
    for other in settled.dropFirst() {
      report(
        .bothOfOneGroup(
          self.name(of: other), at: place(.exclusive, other), first: self.name(of: first),
          place(.exclusive, first), group: name))
    }
  }

  private func isSettled(_ initiative: Initiative) -> Bool {
    initiative.priority == .must
      || initiative.works.contains { plan.works[$0].progress != .open }
  }

  /// What waits for another of its group can never be done.
  private func checkNoneWaits(_ group: [DeclarationID], _ name: String) {
    let members = Set(group.compactMap { modelIndex(of: $0) })
    for id in group {
      guard let index = modelIndex(of: id) else { continue }
      for work in plan.initiatives[index].works {
        for (dependency, place) in zip(plan.works[work].after, dependencyPlaces[work]) {
          guard let other = owner(of: dependency.on), other.index != index,
            members.contains(other.index)
          else { continue }
          report(
            .waitsForOwnGroup(
              self.name(of: id), at: place, plan.initiatives[other.index].name,
              self.place(.exclusive, id), group: name))
        }
      }
    }
  }

  /// What waits for two of one group can never be done either; in another `mode` it may wait for others.
  private func checkWaitsForOne(_ id: DeclarationID) {
    guard let index = modelIndex(of: id), plan.initiatives[index].isOpen,
      plan.initiatives[index].priority != .wont
    else { return }
    var waited: [(on: InitiativeID, place: Span)] = []
    for work in plan.initiatives[index].works where plan.works[work].modes.isEmpty {
      for (dependency, place) in zip(plan.works[work].after, dependencyPlaces[work]) {
        guard let other = owner(of: dependency.on), other.index != index else { continue }
        waited.append((other, place))
      }
    }
    for group in plan.exclusives where !group.members.contains(InitiativeID(index)) {
      let both = waited.filter { group.members.contains($0.on) }
      guard let first = both.first, let second = both.first(where: { $0.on != first.on }) else {
        continue
      }
      report(
        .waitsForTwoOfGroup(
          name(of: id), at: second.place,
          [first.on, second.on].map { plan.initiatives[$0.index].name }, first.place,
          group: group.name))
    }
  }

  /// The initiative that a dependency waits for; `nil` for what others deliver.
  func owner(of target: Dependency.Target) -> InitiativeID? {
    switch target {
    case .initiative(let id): id
    case .work(let id): plan.works[id.index].initiative
    case .milestone(let id): plan.milestones[id.index].initiative
    case .external: nil
    }
  }
}
