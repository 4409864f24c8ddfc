internal import PlanModel
internal import PlanSyntax

// What waits for what.
extension Lowering {
  mutating func lowerDependencies() {
    dependencyPlaces = Array(repeating: [], count: plan.works.count)
    hasSuccessor = Array(repeating: false, count: plan.initiatives.count)
    lowerExternalDependencies()
    for index in plan.works.indices {
      let source = workSources[index]
      var found = dependencies(of: source.initiative)
      let isLater = table[source.block].kind == .slice && isLaterSlice(index)
      if isLater { found = [] }
      if [.work, .slice].contains(table[source.block].kind) {
        found += dependencies(of: source.block)
      } else if table[source.block].kind == .fallback {
        // Taking it is what need not wait.
        found = []
      }
      for (dependency, place) in found { add(dependency, to: index, place) }
      linkModes(of: index)
    }
    linkSlices()
    for id in table.top(.initiative) { checkUses(of: id) }
  }

  private func isLaterSlice(_ work: Int) -> Bool {
    plan.initiatives[plan.works[work].initiative.index].partOf != nil
  }

  /// Adds a dependency as it is written, or what it comes to.
  private mutating func add(_ written: Dependency, to index: Int, _ place: Span) {
    for dependency in resolve(written, for: index, place) {
      plan.works[index].after.append(dependency)
      dependencyPlaces[index].append(place)
    }
  }

  /// What a dependency of a work comes to: through an external to what that waits for, from an initiative to its slices.
  mutating func resolve(_ written: Dependency, for index: Int, _ place: Span) -> [Dependency] {
    let owner = plan.works[index].initiative
    var all = [written]
    if case .external(let external) = written.on {
      if let stand = standIn(for: external, of: owner) {
        // An external happens on a day; of our own work it is the finish that delivers, also for `with`.
        all = [Dependency(kind: .finishToStart, on: .work(stand), lag: written.lag)]
      } else {
        checkMissed(external, awaitedBy: index)
        all += waysThrough(external).map { way in
          var dependency = Dependency(kind: written.kind, on: way.on, lag: written.lag)
          dependency.via = external
          dependency.leads = way.lags
          return dependency
        }
      }
    }
    if case .initiative(let whole) = written.on, written.kind == .finishToStart {
      // The whole is all of its slices; who needs less names the slice.
      all += plan.parts(of: whole).map {
        Dependency(kind: .finishToStart, on: .initiative($0), lag: written.lag)
      }
    }
    for dependency in all { noteSuccessor(of: dependency, owner) }
    return all
  }

  /// The work of the fallback that an initiative takes instead of waiting for an external: what waited for the one waits for
  /// the other, since it needs what either delivers.
  private func standIn(for external: ExternalID, of initiative: InitiativeID) -> WorkID? {
    guard plan.initiatives[initiative.index].uses.contains(external) else { return nil }
    return fallbackWorks[external]
  }

  /// What a block says in `after` and `with`, in that order, each with its place.
  func dependencies(of id: DeclarationID) -> [(Dependency, Span)] {
    dependencies(.after, of: id) + dependencies(.with, of: id)
  }

  /// What a block says in one of the two.
  func dependencies(_ word: PropertyWord, of id: DeclarationID) -> [(Dependency, Span)] {
    guard let values = reader.value(word, of: id)?.elements else { return [] }
    let kind: Dependency.Kind = word == .with ? .startToStart : .finishToStart
    let places = reader.elementPlaces(word, of: id)
    var result: [(Dependency, Span)] = []
    for (index, value) in values.enumerated() {
      guard let reference = value.reference else { continue }
      let place = index < places.count ? places[index] : place(word, id)
      guard reference.elapsed.isPlannable else {
        report(.tooLong(word, at: place))
        continue
      }
      guard let target = target(of: reference) else { continue }
      result.append((Dependency(kind: kind, on: target, lag: reference.elapsed), place))
    }
    return result
  }

  func target(of reference: Reference) -> Dependency.Target? {
    let id = DeclarationID(raw: reference.id)
    guard let index = modelIndex(of: id) else { return nil }
    switch table[id].kind {
    case .initiative: return .initiative(InitiativeID(index))
    case .work, .slice: return .work(WorkID(index))
    case .milestone: return .milestone(MilestoneID(index))
    case .external: return .external(ExternalID(index))
    default: return nil
    }
  }

  private mutating func noteSuccessor(of dependency: Dependency, _ owner: InitiativeID) {
    guard let target = self.owner(of: dependency.on) else { return }
    if target != owner, plan.initiatives[owner.index].priority != .wont {
      hasSuccessor[target.index] = true
    }
  }

  /// A fallback replaces waiting, so there has to be some.
  private func checkUses(of id: DeclarationID) {
    guard let index = modelIndex(of: id), !plan.initiatives[index].uses.isEmpty else { return }
    let blocks = [id] + table.children(of: id, .work) + table.children(of: id, .slice)
    var awaited: Set<ExternalID> = []
    for block in blocks {
      for (dependency, _) in dependencies(of: block) {
        if case .external(let external) = dependency.on { awaited.insert(external) }
      }
    }
    for external in plan.initiatives[index].uses where !awaited.contains(external) {
      let fallback = plan.externals[external.index].fallback?.name ?? ""
      report(
        .fallbackNotAwaited(
          fallback, at: place(.use, id), initiative: name(of: id),
          external: plan.externals[external.index].name))
    }
  }
}
