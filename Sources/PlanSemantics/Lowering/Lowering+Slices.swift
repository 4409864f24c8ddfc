internal import PlanModel
internal import PlanSyntax

/// A later slice whose work is in the plan, and that becomes an initiative of its own.
struct LaterSlice {
  let block: DeclarationID
  let initiative: InitiativeID
  /// Index into `Plan.works`.
  let work: Int
}

// Slices: the effort and the worth of an initiative in parts, one after the other.
extension Lowering {
  /// Appends the work of the first slice.
  mutating func appendFirstSlice(
    of id: DeclarationID, _ initiative: InitiativeID, _ slices: [DeclarationID]
  ) {
    guard let first = slices.first else { return }
    let whole = mainEstimate(of: WorkSource(block: id, initiative: id), initiative)
    plan.initiatives[initiative.index].slice = slice(first)
    wholeOfSlices = whole
    appendSlice(first, of: id, initiative, whole)
    checkShares(of: slices)
    for word in PropertyWord.ofWholeWork where reader.has(word, of: id) {
      report(.sliced(word, at: place(word, id), first: table[first]))
    }
  }

  /// Appends the works of the others, right behind those of the initiative, so that milestones count them too.
  mutating func appendLaterSlices(
    of id: DeclarationID, _ initiative: InitiativeID, _ slices: [DeclarationID]
  ) {
    for block in slices.dropFirst() {
      laterSlices.append(
        LaterSlice(block: block, initiative: initiative, work: plan.works.count))
      appendSlice(block, of: id, initiative, wholeOfSlices)
    }
  }

  private mutating func appendSlice(
    _ block: DeclarationID, of id: DeclarationID, _ initiative: InitiativeID, _ whole: Estimate
  ) {
    indices[block.index] = Int32(plan.works.count)
    let source = WorkSource(block: block, initiative: id)
    let (team, skill) = crew(of: source)
    var work = Work(
      name: name(of: block), label: label(of: block), initiative: initiative, team: team,
      skill: skill, estimate: whole.scaled(by: slice(block).part), effort: .zero, spread: .zero,
      staffingTenths: [10], notBefore: notBefore(of: block), after: [],
      progress: progress(of: source))
    work.spent = spent(on: block)
    work.readers = readers(of: block)
    plan.works.append(work)
    workSources.append(source)
    places.works.append(table[block].place)
  }

  private func slice(_ block: DeclarationID) -> Slice {
    let part = reader.value(.part, of: block)?.share ?? .zero
    var slice = Slice(
      name: name(of: block), label: label(of: block), part: part,
      worth: reader.value(.worth, of: block)?.share ?? part)
    slice.readers = readers(of: block)
    return slice
  }

  private func checkShares(of slices: [DeclarationID]) {
    for block in slices {
      require(.part, of: block)
      if reader.value(.part, of: block)?.share == .zero {
        report(
          .outOfBounds(
            "a slice takes some of the effort", at: place(.part, block), label: "none of it",
            help: "write its share of the effort, such as `\(PropertyWord.part.example)`"))
      }
    }
  }

  // MARK: As initiatives

  /// Every later slice as an initiative of its own, behind those of the plan.
  mutating func lowerLaterSlices() {
    for later in laterSlices {
      let index = plan.initiatives.count
      let whole = plan.initiatives[later.initiative.index]
      let slice = slice(later.block)
      var part = Initiative(
        name: "\(whole.name).\(slice.name)", label: whole.label, kind: whole.kind,
        // What must be done is its first slice: that is what slices are for.
        priority: whole.priority == .must ? .should : whole.priority, status: whole.status,
        goals: whole.goals, works: later.work..<later.work + 1, urgency: .none)
      part.slice = slice
      part.partOf = later.initiative
      part.notBefore = whole.notBefore
      part.isOptional = whole.isOptional || boolean(.optional, of: later.block)
      part.uses = whole.uses
      part.isEffortAssumed = whole.isEffortAssumed
      part.confidence = whole.confidence
      part.words = whole.words
      part.health = whole.health
      part.readers = readers(of: later.block)
      part.cancellation = whole.cancellation
      plan.works[later.work].initiative = InitiativeID(index)
      settleDone(&part, later)
      plan.initiatives.append(part)
      places.initiatives.append(table[later.block].place)
      finishWorks(of: InitiativeID(index))
    }
  }

  /// The first slice may be done before the others; the whole is when the plan says so.
  private mutating func settleDone(_ part: inout Initiative, _ later: LaterSlice) {
    let owner = workSources[later.work].initiative
    if status(of: owner) == .done, let day = plan.initiatives[later.initiative.index].finished {
      if !plan.works[later.work].progress.isFinished {
        plan.works[later.work].progress = .finished(on: day)
      }
    } else if part.status == .done {
      part.status = .proposed
    }
    if case .finished(let day) = plan.works[later.work].progress, part.status != .cancelled {
      part.status = .done
      part.finished = day
    }
  }

  /// What a slice waits for: what it says, and the one before it; the first for what the initiative does.
  mutating func linkSlices() {
    for later in laterSlices {
      let before = laterSlices.last {
        $0.initiative == later.initiative && $0.work < later.work
      }
      let first = plan.initiatives[later.initiative.index].works.lowerBound
      plan.works[later.work].after.append(
        Dependency(
          kind: .finishToStart, on: .work(WorkID(before?.work ?? first)), lag: .zero))
      dependencyPlaces[later.work].append(table[later.block].place)
    }
  }

  /// Each slice has its share of what lateness costs; a hard deadline binds the first.
  mutating func splitUrgency() {
    for later in laterSlices {
      guard let index = modelIndex(of: later.block) else { continue }
      let part = plan.works[index].initiative.index
      guard let worth = plan.initiatives[part].slice?.worth else { continue }
      var urgency = plan.initiatives[later.initiative.index].urgency.share(worth)
      urgency.deadlines.removeAll(where: \.isHard)
      plan.initiatives[part].urgency = urgency
    }
    for index in plan.initiatives.indices where plan.initiatives[index].partOf == nil {
      guard let worth = plan.initiatives[index].slice?.worth else { continue }
      plan.initiatives[index].urgency = plan.initiatives[index].urgency.share(worth)
    }
  }
}

extension PropertyWord {
  /// What an initiative leaves to its slices.
  fileprivate static let ofWholeWork: [PropertyWord] = [.length, .remaining, .spent, .started]
}
