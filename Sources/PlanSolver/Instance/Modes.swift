internal import PlanModel

/// What only some ways to do a work wait for.
struct Modes: ~Copyable {
  /// Whether no work has such a way: nothing below is looked at then.
  let isEmpty: Bool
  /// By work, whether its options do not all wait for the same.
  let isChoice: Table<Bool>
  /// By option, the first day on which it may start, besides the work's own.
  let release: Table<Int32>
  /// By option, the links that hold beside those of the work.
  let incoming: Rows<Instance.Incoming>
  /// By initiative, the works of which some option waits for something of it.
  let followers: Rows<Int32>
}

extension Modes {
  init(_ problem: Problem) {
    var isChoice = [Bool](repeating: false, count: problem.works.count)
    var firstOption: [Int] = [0]
    for work in problem.works { firstOption.append((firstOption.last ?? 0) + work.options.count) }
    var incoming = [[Instance.Incoming]](repeating: [], count: firstOption.last ?? 0)
    var followers = [[Int32]](repeating: [], count: problem.initiatives.count)
    var hasAny = false
    for link in problem.links {
      let work = problem.works[Int(link.to)]
      guard let mode = link.mode, work.fixedStart == nil else { continue }
      hasAny = true
      isChoice[Int(link.to)] = true
      for (index, option) in work.options.enumerated() where option.mode == mode {
        incoming[firstOption[Int(link.to)] + index].append(
          Instance.incoming(link, in: problem))
      }
      let owner = Int(Instance.owner(of: link.from, in: problem))
      if !followers[owner].contains(link.to) { followers[owner].append(link.to) }
    }
    for (index, work) in problem.works.enumerated()
    where work.fixedStart == nil && work.options.contains(where: { $0.earliestStart > 0 }) {
      isChoice[index] = true
      hasAny = true
    }
    release = Table(
      problem.works.flatMap { work in
        work.options.map { option in
          work.fixedStart == nil ? min(max(option.earliestStart, 0), problem.lastDay) : 0
        }
      })
    isEmpty = !hasAny
    self.isChoice = Table(isChoice)
    self.incoming = Rows(incoming)
    self.followers = Rows(followers)
  }
}

extension Instance {
  /// The initiative that has to be done for a link to be met.
  @inline(__always)
  func owner(of link: Incoming) -> Int32 {
    switch link.kind {
    case .finish, .start: works.initiative[link.index]
    case .initiativeStart: link.index
    case .milestone: milestones.initiative[link.index]
    }
  }
}

extension Board {
  /// The first day on which one way to do a work may start, given what is placed; `dayCount` while something it waits for is
  /// not.
  mutating func modeDay(_ option: Int32) -> Int32 {
    var day = instance.modes.release[option]
    for place in instance.modes.incoming.range(option) {
      let link = instance.modes.incoming[place]
      switch link.kind {
      case .finish, .start: guard start[link.index] >= 0 else { return instance.dayCount }
      // These are never, too, while too little is placed.
      case .initiativeStart, .milestone: break
      }
      let happens = anchorDay(link)
      guard happens < instance.dayCount else { return instance.dayCount }
      day = max(day, instance.lag[link.lagRow + happens])
    }
    return day
  }

  /// Whether some way to do a work waits for what may still come.
  func waitsForMode(_ work: Int32) -> Bool {
    guard !instance.modes.isEmpty, instance.modes.isChoice[work] else { return false }
    return instance.optionRange(work).contains { option in
      instance.modes.incoming.range(option).contains { place in
        let owner = instance.owner(of: instance.modes.incoming[place])
        return !hasFailed[owner] && !isExcluded[owner] && !isDone(owner)
      }
    }
  }

  /// Looks again at works that wait for an initiative in one of their modes, when something of it was placed.
  @inline(__always)
  mutating func wakeModes(after initiative: Int32) {
    guard !instance.modes.isEmpty, isDecoding else { return }
    for place in instance.modes.followers.range(initiative) {
      let work = instance.modes.followers[place]
      if start[work] < 0, waiting[work] == 0, Int(position[work]) < turn { late.append(work) }
    }
  }

  /// Whether a placed work is done in a way that needs an initiative.
  func needs(_ work: Int32, inItsMode initiative: Int32) -> Bool {
    guard start[work] >= 0 else { return false }
    return instance.modes.incoming.range(option[work]).contains { place in
      instance.owner(of: instance.modes.incoming[place]) == initiative
    }
  }
}
