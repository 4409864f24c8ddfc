internal import PlanModel
internal import PlanSyntax

/// Who does the work of a fallback.
enum FallbackPayer {
  /// The one initiative that takes it, or the one that has it done already.
  case initiative(DeclarationID)
  /// Several take it: it is done once, as an initiative of its own that they wait for.
  case shared(by: [DeclarationID])
}

// Fallbacks that are taken: a work more, once.
extension Lowering {
  mutating func settleFallbackPayers() {
    var users: [DeclarationID: [DeclarationID]] = [:]
    var order: [DeclarationID] = []
    for id in table.top(.initiative) {
      for fallback in fallbacks(usedBy: id) {
        if users[fallback] == nil { order.append(fallback) }
        users[fallback, default: []].append(id)
      }
    }
    for fallback in order {
      let all = users[fallback] ?? []
      let active = all.filter {
        symbol(.priority, of: $0) != "wont" && status(of: $0) != .cancelled
      }
      if let done = active.first(where: { status(of: $0) == .done }) {
        fallbackPayers[fallback] = .initiative(done)
      } else if active.count > 1 {
        fallbackPayers[fallback] = .shared(by: active)
      } else if let only = active.first ?? all.first {
        fallbackPayers[fallback] = .initiative(only)
      }
    }
  }

  private func fallbacks(usedBy id: DeclarationID) -> [DeclarationID] {
    (reader.value(.use, of: id)?.elements ?? []).compactMap {
      $0.reference.map { DeclarationID(raw: $0.id) }
    }.filter { table[$0].kind == .fallback }
  }

  /// Notes what an initiative takes, and appends the works that it pays for.
  mutating func takeFallbacks(of id: DeclarationID, _ initiative: InitiativeID) {
    for block in fallbacks(usedBy: id) {
      guard let external = modelIndex(of: block) else { continue }
      plan.initiatives[initiative.index].uses.append(ExternalID(external))
      guard case .initiative(let payer)? = fallbackPayers[block], payer == id else { continue }
      let team = plan.works.last { $0.initiative == initiative }?.team
      appendFallback(
        block, ExternalID(external), WorkSource(block: block, initiative: id), initiative,
        team: team, at: place(.use, id))
    }
  }

  /// Each that several take, as an initiative of its own, as much wanted as the one that wants it most.
  mutating func lowerSharedFallbacks() {
    for id in table.top(.external) {
      for block in table.children(of: id, .fallback) {
        guard case .shared(let users)? = fallbackPayers[block],
          let external = modelIndex(of: block),
          let fallback = plan.externals[external].fallback
        else { continue }
        let members = users.compactMap { modelIndex(of: $0) }
        let first = plan.works.count
        let initiative = InitiativeID(plan.initiatives.count)
        var shared = Initiative(
          name: fallback.name, label: fallback.label, kind: "enabler",
          priority: mostWanted(members), status: .proposed, goals: [], works: first..<first,
          urgency: .none)
        shared.words.why = "instead of waiting for \(plan.externals[external].label)"
        shared.readers = readers(of: block)
        plan.initiatives.append(shared)
        places.initiatives.append(table[block].place)
        let team = members.first.flatMap { plan.works[plan.initiatives[$0].works].last?.team }
        appendFallback(
          block, ExternalID(external), WorkSource(block: block, initiative: block), initiative,
          team: team, at: table[block].place)
        plan.initiatives[initiative.index].works = first..<plan.works.count
        finishWorks(of: initiative)
      }
    }
  }

  private func mostWanted(_ members: [Int]) -> Initiative.Priority {
    Initiative.Priority.allCases.first { priority in
      members.contains { plan.initiatives[$0].priority == priority }
    } ?? .should
  }

  private mutating func appendFallback(
    _ block: DeclarationID, _ external: ExternalID, _ source: WorkSource,
    _ initiative: InitiativeID, team: TeamID?, at place: Span
  ) {
    guard let fallback = plan.externals[external.index].fallback else { return }
    fallbackWorks[external] = WorkID(plan.works.count)
    var work = Work(
      name: fallback.name, label: fallback.label, initiative: initiative,
      team: fallback.team ?? team ?? TeamID(0), skill: nil, estimate: fallback.adds,
      effort: .zero, spread: .zero, staffingTenths: [10], notBefore: fallback.from, after: [],
      progress: .open)
    work.readers = readers(of: block).intersection(
      plan.initiatives[initiative.index].readers)
    plan.works.append(work)
    workSources.append(source)
    places.works.append(place)
  }
}
