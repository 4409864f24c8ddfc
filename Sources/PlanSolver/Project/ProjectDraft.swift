/// A project as it is read from an instance.
struct ProjectDraft {
  private(set) var length: [Int32] = []
  private(set) var incoming: [[Project.Edge]] = []
  private(set) var release: [Int32] = []
  /// By work and resource.
  private(set) var demands: [[Int32]] = []
  /// By resource and open day.
  private(set) var capacity: [[Int32]] = []
  private(set) var openDays: [Int32] = []
  /// By day, how many open days come before it.
  private var place: [Int32] = []

  /// Reads it; `nil` where there is more to decide than when works start, where lengths or gaps hang on the day, or where
  /// anything but the last finish counts.
  ///
  /// - Parameter instance: What may be a project.
  init?(_ instance: borrowing Instance) {
    guard Self.hasOneAim(instance), Self.hasPlainWorks(instance) else { return nil }
    readClock(instance)
    guard !openDays.isEmpty, readWorks(instance), readLinks(instance), readCapacity(instance)
    else { return nil }
  }

  private static func hasOneAim(_ instance: borrowing Instance) -> Bool {
    guard instance.rules.isEmpty, instance.modes.isEmpty, instance.exclusives.isEmpty,
      instance.agreements.isEmpty, instance.milestones.needed.count == 0, !instance.hasLeads
    else { return false }
    var aims = 0
    for initiative in 0..<instance.initiativeCount where instance.hasWorks(Int32(initiative)) {
      aims += 1
      guard aims == 1, instance.initiatives.windowLast[initiative] == Int32.max,
        instance.initiatives.selection[initiative] != Instance.Initiatives.forbidden
      else { return false }
    }
    return aims == 1 && instance.workCount > 1
  }

  private static func hasPlainWorks(_ instance: borrowing Instance) -> Bool {
    for work in 0..<Int32(instance.workCount) {
      guard instance.works.fixed[work] < 0, instance.works.pair[work] < 0,
        instance.optionRange(work).count == 1
      else { return false }
    }
    return true
  }

  /// The days on which the first work advances.
  private mutating func readClock(_ instance: borrowing Instance) {
    let row = instance.options.profileRow[0]
    for day in 0..<instance.dayCount {
      place.append(Int32(openDays.count))
      if instance.cumulative[row + day + 1] > instance.cumulative[row + day] {
        openDays.append(day)
      }
    }
    place.append(Int32(openDays.count))
  }

  private mutating func readWorks(_ instance: borrowing Instance) -> Bool {
    for work in 0..<Int32(instance.workCount) {
      let option = instance.works.firstOption[work]
      guard let length = length(of: option, instance) else { return false }
      self.length.append(length)
      release.append(place[Int(min(instance.works.release[work], instance.dayCount))])
      var amounts = [Int32](repeating: 0, count: instance.resourceCount)
      for at in instance.options.demands.range(option) {
        let demand = instance.options.demands[at]
        amounts[Int(demand.resource)] += min(demand.tenths, Project.amountMax)
        guard amounts[Int(demand.resource)] <= Project.amountMax else { return false }
      }
      demands.append(amounts)
    }
    return true
  }

  /// How many open days a work takes, where it may start on each and always takes as many.
  private func length(of option: Int32, _ instance: borrowing Instance) -> Int32? {
    var length: Int32?
    for (index, day) in openDays.enumerated() {
      let finish = instance.finishDay(option, from: day)
      let first = instance.startDay(option, from: day)
      // Towards the end nothing starts, or is finished, any more.
      guard finish < instance.dayCount, first < instance.dayCount else { break }
      let taken = place[Int(finish)] - Int32(index) + 1
      guard first == day, openDays[Int(place[Int(finish)])] == finish, length ?? taken == taken
      else { return nil }
      length = taken
    }
    return length
  }

  private mutating func readLinks(_ instance: borrowing Instance) -> Bool {
    for work in 0..<Int32(instance.workCount) {
      var edges: [Project.Edge] = []
      for at in instance.links.incoming.range(work) {
        let link = instance.links.incoming[at]
        guard link.kind == .finish, let gap = gap(of: link, instance) else { return false }
        edges.append(Project.Edge(work: link.index, gap: gap))
      }
      incoming.append(edges)
    }
    return true
  }

  /// How many open days lie between the two, where that is the same on each day and not below zero.
  private func gap(of link: Instance.Incoming, _ instance: borrowing Instance) -> Int32? {
    var gap: Int32?
    for (index, day) in openDays.enumerated() {
      let earliest = instance.lag[link.lagRow + day]
      guard earliest < instance.dayCount, Int(place[Int(earliest)]) < openDays.count else { break }
      let between = place[Int(earliest)] - Int32(index) - 1
      guard between >= 0, gap ?? between == between else { return nil }
      gap = between
    }
    return gap ?? 0
  }

  private mutating func readCapacity(_ instance: borrowing Instance) -> Bool {
    for resource in 0..<Int32(instance.resourceCount) {
      let row = resource * instance.dayCount
      let amounts = openDays.map { max(0, instance.capacity[row + $0]) }
      guard amounts.allSatisfy({ $0 <= Project.amountMax }) else { return false }
      capacity.append(amounts)
    }
    return true
  }
}
