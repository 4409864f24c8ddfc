import PlanInsight
import PlanModel

/// One initiative and another that waits for it.
struct Pair: Hashable {
  var from: Int
  var to: Int
}

/// That one initiative waits for another, and the days between which it does in the schedule.
struct Wait {
  var pair: Pair
  /// When what it waits for is there; `nil` where that is left undone.
  var done: CivilDate?
  /// When the part of it that waits starts.
  var starts: CivilDate?
}

/// Which initiative waits for which, in the plan's order, each pair once: by what is there last.
///
/// - Complexity: O(dependencies).
func needs(_ reading: Reading) -> [Wait] {
  var waits: [Wait] = []
  var places: [Pair: Int] = [:]
  for (index, initiative) in reading.plan.initiatives.enumerated() {
    for work in initiative.works {
      let starts = placement(WorkID(work), reading).map { reading.model.date(ofDay: $0.start) }
      for dependency in reading.plan.works[work].after {
        guard let from = owner(of: dependency.on, reading.plan), from != index else { continue }
        let pair = Pair(from: from, to: index)
        let wait = Wait(pair: pair, done: date(of: dependency.on, reading), starts: starts)
        guard let place = places[pair] else {
          places[pair] = waits.count
          waits.append(wait)
          continue
        }
        if let done = wait.done, waits[place].done.map({ $0 < done }) ?? true {
          waits[place] = wait
        }
      }
    }
  }
  return waits
}

private func placement(_ work: WorkID, _ reading: Reading) -> Schedule.Placement? {
  reading.model.workIndices[work.index].flatMap { reading.schedule.placements[Int($0)] }
}

/// The initiative behind what is depended on; `nil` for what others deliver.
private func owner(of target: Dependency.Target, _ plan: Plan) -> Int? {
  switch target {
  case .initiative(let id): id.index
  case .work(let id): plan.works[id.index].initiative.index
  case .milestone(let id): plan.milestones[id.index].initiative.index
  case .external: nil
  }
}

/// The day on which what is depended on is there.
private func date(of target: Dependency.Target, _ reading: Reading) -> CivilDate? {
  switch target {
  case .initiative(let id): return reading.model.finishDate(of: id, in: reading.schedule)
  case .work(let id):
    if case .finished(let day) = reading.plan.works[id.index].progress { return day }
    return placement(id, reading).map { reading.model.date(ofDay: $0.finish) }
  case .milestone(let id): return reading.model.date(of: id, in: reading.schedule)
  case .external: return nil
  }
}

/// The initiatives that decide when the last of all ends, and which of them follows which.
struct CriticalPairs {
  private(set) var members: Set<Int> = []
  private(set) var waits: [Wait] = []

  init(_ reading: Reading) {
    let links = reading.answer.chain.links
    // One work decides its own end, which says nothing.
    guard links.count > 1 else { return }
    let works = links.map { reading.model.workIDs[Int($0.work)] }
    members = Set(works.map { reading.plan.works[$0.index].initiative.index })
    for (first, second) in zip(works, works.dropFirst()) {
      let pair = Pair(
        from: reading.plan.works[first.index].initiative.index,
        to: reading.plan.works[second.index].initiative.index)
      guard pair.from != pair.to, !holds(pair) else { continue }
      waits.append(
        Wait(
          pair: pair, done: date(of: .work(first), reading),
          starts: placement(second, reading).map { reading.model.date(ofDay: $0.start) }))
    }
  }

  func holds(_ pair: Pair) -> Bool { waits.contains { $0.pair == pair } }
}
