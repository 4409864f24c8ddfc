/// Changes to the list, each of which says from which place on the schedule has to be built anew.
extension Search {
  /// Makes a random change.
  ///
  /// - Returns: The first place in the list that changed, or `nil` when the change would change nothing.
  mutating func move() -> Int? {
    if !board.instance.rules.isEmpty, random.below(3) == 0 { return postpone() }
    let die = random.below(100)
    if die < 12, neighbours.staffable.count > 0 { return restaff() }
    if die < 45 { return pull(pickMovable(), isWhole: false) }
    if die < 65 { return pull(pickMovable(), isWhole: true) }
    if die < 85 { return swap() }
    if die < 95 { return scatter() }
    return toggle()
  }

  /// Two rivals change places.
  private mutating func swap() -> Int? {
    let work = pickMovable()
    let rival = pickRival(of: work)
    guard rival != work else { return nil }
    let first = board.position[work]
    let second = board.position[rival]
    board.order[first] = rival
    board.order[second] = work
    board.position[work] = second
    board.position[rival] = first
    board.disturb(work)
    board.disturb(rival)
    return Int(min(first, second))
  }

  private mutating func pickMovable() -> Int32 {
    neighbours.movable[random.below(neighbours.movable.count)]
  }

  /// A work that competes with another for a resource, of a few the nearest in the list.
  private mutating func pickRival(of work: Int32) -> Int32 {
    let resources = board.instance.resourcesOfWork.range(work)
    guard !resources.isEmpty else { return pickMovable() }
    let resource = board.instance.resourcesOfWork[
      resources.lowerBound + random.below(resources.count)]
    let users = neighbours.worksOfResource.range(resource)
    let draws = 1 + random.below(4)
    var pick = work
    var nearest = Int32.max
    for _ in 0..<draws {
      let other = neighbours.worksOfResource[users.lowerBound + random.below(users.count)]
      let distance = abs(board.position[other] - board.position[work])
      if other != work, distance < nearest {
        nearest = distance
        pick = other
      }
    }
    return pick
  }

  /// Takes another staffing, or leaves it open again.
  private mutating func restaff() -> Int? {
    let work = neighbours.staffable[random.below(neighbours.staffable.count)]
    let options = board.instance.optionRange(work)
    let pick = options.lowerBound + Int32(random.below(options.count + 1))
    let asked = pick == options.upperBound ? -1 : pick
    guard asked != board.choice[work] else { return nil }
    board.choice[work] = asked
    board.disturb(work)
    return Int(board.position[work])
  }

  // MARK: Reordering

  /// Moves a work, or all of its initiative, to where a rival stands; what it waits for comes along when it moves forward.
  private mutating func pull(_ work: Int32, isWhole: Bool) -> Int? {
    let rival = pickRival(of: work)
    guard rival != work else { return nil }
    let target = Int(board.position[rival])
    mark.beginRound()
    mark.set(work)
    let works = board.instance.initiatives.workRange(board.instance.works.initiative[work])
    if isWhole, works.count <= Self.wholeMax {
      for each in works where board.instance.works.fixed[each] < 0 { mark.set(Int32(each)) }
    }
    let from = Int(board.position[work])
    if target < from { markPredecessors(between: target, and: from) }
    return gather(at: target, isForward: target < from)
  }

  /// More works at once are no small change, and where one initiative is all there is none.
  private static var wholeMax: Int { 12 }

  /// Marks what the marked works wait for between two places of the list, nearest first, so that chains are followed.
  private mutating func markPredecessors(between low: Int, and high: Int) {
    var place = high
    while place >= low {
      let work = board.order[place]
      if mark.has(work) {
        for index in board.instance.links.incoming.range(work) {
          let link = board.instance.links.incoming[index]
          switch link.kind {
          case .finish, .start: mark.set(link.index)
          case .initiativeStart, .milestone: break
          }
        }
        markModePredecessors(of: work)
      }
      place -= 1
    }
  }

  /// Marks what the mode that is asked of a work waits for.
  private mutating func markModePredecessors(of work: Int32) {
    let asked = board.choice[work]
    guard !board.instance.modes.isEmpty, asked >= 0 else { return }
    for index in board.instance.modes.incoming.range(asked) {
      let link = board.instance.modes.incoming[index]
      switch link.kind {
      case .finish, .start: mark.set(link.index)
      case .initiativeStart, .milestone: break
      }
    }
  }

  /// Puts the marked works, in their order, before the place `target` or behind it.
  private mutating func gather(at target: Int, isForward: Bool) -> Int? {
    let count = board.order.count
    var first = target
    for place in board.fixedCount..<target where mark.has(board.order[place]) {
      first = place
      break
    }
    first = max(first, board.fixedCount)
    var place = first
    var hasInserted = false
    for index in first..<count {
      let work = board.order[index]
      if isForward, index == target, !hasInserted {
        insertMarked(at: &place)
        hasInserted = true
      }
      if !mark.has(work) || board.instance.works.fixed[work] >= 0 {
        board.renewed[place] = work
        place += 1
      }
      if !isForward, index == target, !hasInserted {
        insertMarked(at: &place)
        hasInserted = true
      }
    }
    var changed: Int?
    for index in first..<count where board.order[index] != board.renewed[index] {
      if changed == nil { changed = index }
      board.order[index] = board.renewed[index]
      board.position[board.order[index]] = Int32(index)
    }
    return changed
  }

  private mutating func insertMarked(at place: inout Int) {
    let from = place
    for index in mark.members.indices {
      let work = mark.members[index]
      guard board.instance.works.fixed[work] < 0 else { continue }
      board.disturb(work)
      board.renewed[place] = work
      place += 1
    }
    // The few that move keep the order they had: an insertion sort by their places.
    for index in (from + 1)..<max(from + 1, place) {
      let work = board.renewed[index]
      var hole = index
      while hole > from, board.position[board.renewed[hole - 1]] > board.position[work] {
        board.renewed[hole] = board.renewed[hole - 1]
        hole -= 1
      }
      board.renewed[hole] = work
    }
  }

  /// Ruins a neighbourhood: several rivals of one work go to new places at once.
  ///
  /// After the ruin of Schrimpf et al. (2000) and the strings of Christiaens & Vanden Berghe (2020), on lists instead of
  /// routes.
  private mutating func scatter() -> Int? {
    let pivot = pickMovable()
    var lowest: Int?
    for _ in 0..<(2 + random.below(4)) {
      let work = pickRival(of: pivot)
      if let place = pull(work, isWhole: random.below(2) == 0) {
        lowest = min(lowest ?? place, place)
      }
    }
    return lowest
  }

  /// Leaves an initiative undone, or lets it take part again.
  private mutating func toggle() -> Int? {
    guard neighbours.optional.count > 0 else { return nil }
    let initiative = neighbours.optional[random.below(neighbours.optional.count)]
    guard !board.heads.cannotBeDone[initiative], !board.heads.mustBeDone[initiative] else {
      return nil
    }
    board.isExcluded[initiative] = !board.isExcluded[initiative]
    var first = board.order.count
    for work in board.instance.initiatives.workRange(initiative) {
      board.disturb(Int32(work))
      first = min(first, Int(board.position[work]))
    }
    if !board.instance.exclusives.isEmpty, let place = claimGroup(initiative) {
      return min(first, place)
    }
    if !board.isExcluded[initiative] {
      let work = Int32(board.instance.initiatives.workRange(initiative).lowerBound)
      if let place = pull(work, isWhole: true) { first = min(first, place) }
    }
    return first
  }

  /// Brings an initiative, with what it waits for, before the one that is done of its group: the first in the list is.
  ///
  /// - Returns: The first place that changed; `nil` when no other of its group is done.
  private mutating func claimGroup(_ initiative: Int32) -> Int? {
    guard board.isShutOut(initiative) else { return nil }
    board.isExcluded[initiative] = false
    let holder = board.holderOfGroup[board.instance.exclusives.group[initiative]]
    var target = board.order.count
    for work in board.instance.initiatives.workRange(holder) {
      target = min(target, Int(board.position[work]))
      board.disturb(Int32(work))
    }
    guard target >= board.fixedCount, target < board.order.count else { return nil }
    mark.beginRound()
    var last = target
    for work in board.instance.initiatives.workRange(initiative) {
      mark.set(Int32(work))
      last = max(last, Int(board.position[work]))
    }
    markPredecessors(between: target, and: last)
    return gather(at: target, isForward: true)
  }
}
