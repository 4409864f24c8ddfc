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
      if table[source.block].kind == .work {
        found += dependencies(of: source.block)
      } else if table[source.block].kind == .fallback {
        // Taking it is what need not wait.
        found = []
      }
      for (dependency, place) in found { add(dependency, to: index, place) }
    }
    for id in table.top(.initiative) { checkUses(of: id) }
  }

  /// Adds a dependency as it is written, or what it comes to.
  private mutating func add(_ written: Dependency, to index: Int, _ place: Span) {
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
    for dependency in all {
      plan.works[index].after.append(dependency)
      dependencyPlaces[index].append(place)
      noteSuccessor(of: dependency, owner)
    }
  }

  /// The work of the fallback that an initiative takes instead of waiting for an external: what waited for the one waits for
  /// the other, since it needs what either delivers.
  private func standIn(for external: ExternalID, of initiative: InitiativeID) -> WorkID? {
    guard plan.initiatives[initiative.index].uses.contains(external) else { return nil }
    return fallbackWorks[external]
  }

  /// What a block says in `after` and `with`, in that order, each with its place.
  func dependencies(of id: DeclarationID) -> [(Dependency, Span)] {
    var result: [(Dependency, Span)] = []
    for (word, kind) in [
      (PropertyWord.after, Dependency.Kind.finishToStart), (.with, .startToStart),
    ] {
      guard let values = reader.value(word, of: id)?.elements else { continue }
      let places = reader.elementPlaces(word, of: id)
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
    }
    return result
  }

  func target(of reference: Reference) -> Dependency.Target? {
    let id = DeclarationID(raw: reference.id)
    guard let index = modelIndex(of: id) else { return nil }
    switch table[id].kind {
    case .initiative: return .initiative(InitiativeID(index))
    case .work: return .work(WorkID(index))
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
    let blocks = [id] + table.children(of: id, .work)
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
