import PlanModel

/// How the staffing of an inserted work is chosen.
enum Staffing {
  /// The option that ends first; of equals the one with fewer people.
  case soonest
  /// The fewest people that still fit.
  case fewest
  /// As in a schedule, where it fits.
  case asIn(Schedule)
  /// One at random, once in four times; else the soonest.
  case mixed
}

extension Search {
  /// Places the open works of the given initiatives, in their order except that nothing comes before what it waits for.
  ///
  /// An initiative of which a work fits nowhere stays undone, and with it what needs it.
  mutating func insert(_ initiatives: [Int32], staffing: Staffing) {
    var waiting = initiatives.filter { initiative in
      let subject = instance.problem.initiatives[Int(initiative)]
      return subject.selection != .forbidden && !subject.works.isEmpty && !board.isDone(initiative)
    }
    // Each round places at least one work or gives an initiative up, so it ends.
    while !waiting.isEmpty {
      var hasMoved = false
      var index = 0
      while index < waiting.count {
        switch insertWorks(of: waiting[index], staffing: staffing) {
        case .done:
          waiting.remove(at: index)
          hasMoved = true
          // Something may have waited for it that stands earlier in the list.
          index = 0
        case .impossible:
          giveUp(waiting.remove(at: index))
          hasMoved = true
        case .placedSome:
          hasMoved = true
          index += 1
        case .waits: index += 1
        }
      }
      if !hasMoved { break }
    }
    // What still waits, waits for something undone.
    for initiative in waiting { giveUp(initiative) }
  }

  private enum Outcome {
    case done
    case placedSome
    case waits
    case impossible
  }

  private mutating func insertWorks(of initiative: Int32, staffing: Staffing) -> Outcome {
    var isWaiting = false
    var hasPlaced = false
    // Works of one initiative may wait for each other in any order; two passes are as good as a sort for the few there are.
    repeat {
      isWaiting = false
      var placedNow = false
      for work in instance.problem.initiatives[Int(initiative)].works where !board.isPlaced(work) {
        let release = board.release(of: work)
        if release >= instance.days {
          isWaiting = true
          continue
        }
        guard place(work, from: release, staffing: staffing) else { return .impossible }
        placedNow = true
        hasPlaced = true
      }
      if !placedNow { break }
    } while isWaiting
    if !isWaiting { return .done }
    return hasPlaced ? .placedSome : .waits
  }

  private mutating func place(_ work: Int32, from release: Int32, staffing: Staffing) -> Bool {
    let options = Int32(instance.problem.works[Int(work)].options.count)
    switch staffing {
    case .asIn(let schedule):
      if let placed = schedule.placements[Int(work)], placed.option < options {
        let day = board.earliestFit(work, option: placed.option, from: release)
        if day >= 0 {
          board.place(work, start: day, option: placed.option)
          return true
        }
      }
    case .fewest:
      for option in 0..<options {
        let day = board.earliestFit(work, option: option, from: release)
        if day >= 0 {
          board.place(work, start: day, option: option)
          return true
        }
      }
      return false
    case .mixed:
      if options > 1, random.below(4) == 0 {
        let option = Int32(random.below(Int(options)))
        let day = board.earliestFit(work, option: option, from: release)
        if day >= 0 {
          board.place(work, start: day, option: option)
          return true
        }
      }
    case .soonest: break
    }
    return placeSoonest(work, from: release, options: options)
  }

  private mutating func placeSoonest(_ work: Int32, from release: Int32, options: Int32) -> Bool {
    var bestOption: Int32 = -1
    var bestStart: Int32 = 0
    var bestFinish = instance.days
    for option in 0..<options {
      let day = board.earliestFit(work, option: option, from: release)
      guard day >= 0 else { continue }
      let finish = instance.finishTable(work: work, option: option)[Int(day)]
      if finish < bestFinish {
        bestFinish = finish
        bestOption = option
        bestStart = day
      }
    }
    guard bestOption >= 0 else { return false }
    board.place(work, start: bestStart, option: bestOption)
    return true
  }

  /// Lifts what is placed of an initiative, and all that cannot be done without it.
  mutating func giveUp(_ initiative: Int32) {
    for work in instance.problem.initiatives[Int(initiative)].works
    where board.isPlaced(work) && instance.problem.works[Int(work)].fixedStart == nil {
      board.lift(work)
    }
    for successor in instance.successors[Int(initiative)] where hasPlacedWork(successor) {
      giveUp(successor)
    }
  }

  private func hasPlacedWork(_ initiative: Int32) -> Bool {
    instance.problem.initiatives[Int(initiative)].works.contains { work in
      board.isPlaced(work) && instance.problem.works[Int(work)].fixedStart == nil
    }
  }
}
