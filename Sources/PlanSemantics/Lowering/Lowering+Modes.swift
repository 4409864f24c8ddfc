internal import PlanModel
internal import PlanSyntax

// Modes: other ways to do a work, among which the schedule chooses, or which the plan has decided on.
extension Lowering {
  /// The modes of a work, with their effort and their staffing; what they wait for follows.
  mutating func lowerModes(of index: Int, risks: [Risk]) {
    let source = workSources[index]
    for block in modeBlocks(of: index) {
      guard let estimate = modeEstimate(of: block) else { continue }
      let sizes = sizes(of: form(estimate, risks, plan.works[index].uplift))
      let owners = [block, source.block, source.initiative]
      var mode = Mode(
        name: name(of: block), label: label(of: block), estimate: estimate, effort: sizes.total,
        spread: sizes.spread,
        staffingTenths: staffing(
          of: WorkID(index), plan.works[index].initiative,
          owners: owners, effort: sizes.total))
      mode.readers = readers(of: block)
      mode.staffingLimitTenths = staffingLimit(
        of: WorkID(index), owners: owners, effort: sizes.total)
      modePlaces[index, default: []].append((block, []))
      plan.works[index].modes.append(mode)
    }
    takeMode(of: index)
  }

  /// The blocks of the modes of a work; those of an initiative are its one work's.
  private func modeBlocks(of index: Int) -> [DeclarationID] {
    let block = workSources[index].block
    return [.work, .initiative].contains(table[block].kind) ? table.children(of: block, .mode) : []
  }

  private mutating func modeEstimate(of block: DeclarationID) -> Estimate? {
    require(.effort, of: block)
    return estimate(.effort, of: block).map { withSpread($0, block) }
  }

  /// The mode that `use` names is how the work is done; work that runs otherwise goes on as it is.
  private mutating func takeMode(of index: Int) {
    let source = workSources[index]
    let blocks = modePlaces[index]?.map(\.block) ?? []
    let used = usedModes(of: source.initiative)
    if let chosen = blocks.firstIndex(where: { used.contains($0) }) {
      let mode = plan.works[index].modes[chosen]
      plan.works[index].estimate = mode.estimate
      plan.works[index].spread = mode.spread
      plan.works[index].effort = left(of: mode.effort, WorkID(index))
      plan.works[index].staffingTenths = mode.staffingTenths
      plan.works[index].staffingLimitTenths = mode.staffingLimitTenths
      plan.works[index].length = nil
      plan.works[index].usedMode = mode
      plan.works[index].modes = []
      decidedModes[index] = blocks[chosen]
      modePlaces[index] = nil
    } else if case .finished = plan.works[index].progress {
      plan.works[index].modes = []
      modePlaces[index] = nil
    }
  }

  /// The modes that an initiative decides on, in `use`.
  private func usedModes(of id: DeclarationID) -> [DeclarationID] {
    (reader.value(.use, of: id)?.elements ?? []).compactMap {
      $0.reference.map { DeclarationID(raw: $0.id) }
    }.filter { table[$0].kind == .mode }
  }

  /// Modes where none can be, and uses of somebody else's, or of two at once.
  func checkModes(of id: DeclarationID) {
    let works = table.children(of: id, .work)
    if let mode = table.children(of: id, .mode).first {
      if let slice = table.children(of: id, .slice).first {
        report(.modeOfParts(table[mode], table[slice]))
      } else if let work = works.first {
        report(.modeOfParts(table[mode], table[work]))
      }
    }
    var taken: Set<DeclarationID> = []
    let places = reader.elementPlaces(.use, of: id)
    for (index, value) in (reader.value(.use, of: id)?.elements ?? []).enumerated() {
      guard let mode = value.reference.map({ DeclarationID(raw: $0.id) }),
        table[mode].kind == .mode, let owner = table[mode].parent
      else { continue }
      let place = index < places.count ? places[index] : place(.use, id)
      if owner != id, !works.contains(owner) {
        report(.modeOfOther(name(of: mode), at: place, owner: table.path(of: owner)))
      } else if !taken.insert(owner).inserted {
        report(.secondMode(name(of: mode), at: place, of: table.path(of: owner)))
      }
    }
  }

  // MARK: What they wait for

  /// What each mode waits for: what it says in place of its block, and the rest as usual.
  mutating func linkModes(of index: Int) {
    if let decided = decidedModes[index] {
      plan.works[index].after = []
      dependencyPlaces[index] = []
      for (dependency, place) in modeDependencies(decided, of: index) {
        for resolved in resolve(dependency, for: index, place) {
          plan.works[index].after.append(resolved)
          dependencyPlaces[index].append(place)
        }
      }
      return
    }
    for mode in plan.works[index].modes.indices {
      guard let block = modePlaces[index]?[mode].block else { continue }
      for (dependency, place) in modeDependencies(block, of: index) {
        for resolved in resolve(dependency, for: index, place) {
          plan.works[index].modes[mode].after.append(resolved)
          modePlaces[index]?[mode].places.append(place)
        }
      }
    }
  }

  private func modeDependencies(
    _ mode: DeclarationID, of index: Int
  ) -> [(Dependency, Span)] {
    let source = workSources[index]
    let around = source.block == source.initiative ? [] : dependencies(of: source.initiative)
    return around
      + [PropertyWord.after, .with].flatMap { word in
        dependencies(word, of: reader.has(word, of: mode) ? mode : source.block)
      }
  }

  /// The plan with each mode in place of the usual way, for what looks at one way at a time.
  func plansByMode() -> [(plan: Plan, places: [[Span]])] {
    plan.works.indices.flatMap { index in
      plan.works[index].modes.indices.map { mode in
        var other = plan
        other.works[index].after = plan.works[index].modes[mode].after
        var places = dependencyPlaces
        places[index] = modePlaces[index]?[mode].places ?? []
        return (other, places)
      }
    }
  }
}
