package import PlanModel

// What would be with people for everything at once: nothing is earlier or cheaper than that.
extension Problem {
  /// The problem without limits on people or on work at once, and with nothing excluding anything.
  package var unlimited: Problem {
    var unlimited = self
    for work in unlimited.works.indices {
      unlimited.works[work].wip = -1
      for option in unlimited.works[work].options.indices {
        unlimited.works[work].options[option].demands = []
      }
    }
    unlimited.exclusives = []
    return unlimited
  }

  /// The first day on which each initiative could start if nobody else needed people, if everything were wanted and nothing
  /// pinned; `nil` where it could not be done even then.
  ///
  /// - Complexity: that of one list schedule.
  package var earliestStarts: [Int32?] {
    var unlimited = unlimited
    for index in unlimited.initiatives.indices {
      unlimited.initiatives[index].selection = .free
      unlimited.initiatives[index].startWindow = nil
    }
    let order = initiatives.indices.map { Int32($0) }
    let schedule = ListSchedule.schedule(order: order, timing: Timing(unlimited))
    return initiatives.indices.map { schedule.start(of: $0, in: unlimited) }
  }
}
