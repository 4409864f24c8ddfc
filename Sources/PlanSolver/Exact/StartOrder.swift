/// Whether lists in the order of starts reach every schedule that matters, and how ties in it are to be broken.
struct StartOrder {
  /// By work, a place in an order in which everything comes after what it waits for; `nil` when a work may start before what
  /// it waits for, or waits in a circle.
  let rank: [Int32]?

  init(_ instance: borrowing Instance) {
    guard !instance.hasLeads, let order = Self.topological(instance) else {
      rank = nil
      return
    }
    var rank = [Int32](repeating: 0, count: instance.workCount)
    for (place, work) in order.enumerated() { rank[Int(work)] = Int32(place) }
    self.rank = rank
  }

  /// Works, each after all that it waits for in any of its modes; `nil` when some wait in a circle.
  ///
  /// By Kahn (1962), smallest index first.
  static func topological(_ instance: borrowing Instance) -> [Int32]? {
    var followers = [[Int32]](repeating: [], count: instance.workCount)
    var open = [Int](repeating: 0, count: instance.workCount)
    for work in 0..<Int32(instance.workCount) {
      for place in instance.links.incoming.range(work) {
        for before in works(behind: instance.links.incoming[place], instance) {
          followers[Int(before)].append(work)
          open[Int(work)] += 1
        }
      }
      guard !instance.modes.isEmpty else { continue }
      for option in instance.optionRange(work) {
        for place in instance.modes.incoming.range(option) {
          for before in works(behind: instance.modes.incoming[place], instance) {
            followers[Int(before)].append(work)
            open[Int(work)] += 1
          }
        }
      }
    }
    var ready: [Int32] = []
    for work in open.indices where open[work] == 0 { ready.append(Int32(work)) }
    var head = 0
    while head < ready.count {
      let work = ready[head]
      head += 1
      for next in followers[Int(work)] {
        open[Int(next)] -= 1
        if open[Int(next)] == 0 { ready.append(next) }
      }
    }
    return head == instance.workCount ? ready : nil
  }

  private static func works(
    behind link: Instance.Incoming, _ instance: borrowing Instance
  ) -> [Int32] {
    switch link.kind {
    case .finish, .start: return [link.index]
    case .initiativeStart:
      return instance.initiatives.workRange(link.index).map { Int32($0) }
    case .milestone:
      var works: [Int32] = []
      for place in instance.milestones.contributions.range(link.index) {
        works.append(instance.milestones.contributions[place].work)
      }
      return works
    }
  }
}
