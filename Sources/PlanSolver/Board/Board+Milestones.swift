/// On which days milestones were reached when somebody asked last, and where the works that count for them were then.
///
/// Most changes of a list leave those where they are, and the day is asked for each time that a schedule is built.
struct ReachedDays: ~Copyable {
  fileprivate var day: Table<Int32>
  /// By place of a contribution.
  fileprivate var start: Table<Int32>
  fileprivate var option: Table<Int32>

  init(_ instance: borrowing Instance) {
    let milestones = instance.milestones.needed.count
    let places =
      milestones > 0 ? instance.milestones.contributions.range(milestones - 1).upperBound : 0
    day = Table(repeating: instance.dayCount, count: milestones)
    start = Table(repeating: -1, count: places)
    option = Table(repeating: -1, count: places)
  }
}

extension Board {
  /// The first day by which the placed works have delivered enough; works placed later can only make it earlier.
  mutating func milestoneDay(_ milestone: Int32) -> Int32 {
    var isKnown = true
    for place in instance.milestones.contributions.range(milestone) {
      let work = instance.milestones.contributions[place].work
      guard
        start[work] != reached.start[place]
          || start[work] >= 0 && option[work] != reached.option[place]
      else { continue }
      reached.start[place] = start[work]
      reached.option[place] = option[work]
      isKnown = false
    }
    if !isKnown { reached.day[milestone] = searchedDay(ofMilestone: milestone) }
    return reached.day[milestone]
  }

  /// By halving from the first start to the last finish.
  private func searchedDay(ofMilestone milestone: Int32) -> Int32 {
    var low = instance.dayCount
    var last: Int32 = 0
    for place in instance.milestones.contributions.range(milestone) {
      let work = instance.milestones.contributions[place].work
      guard start[work] >= 0 else { continue }
      low = min(low, start[work])
      last = max(last, finish[work])
    }
    guard low < instance.dayCount else { return low }
    var high = last
    while low < high {
      let middle = (low + high) / 2
      if hasDelivered(enoughFor: milestone, by: middle) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low < last || hasDelivered(enoughFor: milestone, by: last) ? low : instance.dayCount
  }

  private func hasDelivered(enoughFor milestone: Int32, by day: Int32) -> Bool {
    var delivered: Int64 = 0
    for place in instance.milestones.contributions.range(milestone) {
      let part = instance.milestones.contributions[place]
      let first = start[part.work]
      guard first >= 0, first <= day else { continue }
      let through = min(day, finish[part.work])
      let amount = instance.delivered(option[part.work], from: first, through: through)
      delivered += min(amount, part.total)
    }
    return delivered >= instance.milestones.needed[milestone]
  }
}
