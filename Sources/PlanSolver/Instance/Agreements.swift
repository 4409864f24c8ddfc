internal import PlanModel

/// Starts that were agreed, and what moving them costs.
struct Agreements: ~Copyable {
  /// Whether there are any: where there are none, nothing below is looked at.
  let isEmpty: Bool
  let count: Int
  let initiative: Table<Int32>
  /// By initiative, the place of its agreement in these tables, or −1.
  let place: Table<Int32>
  /// The first and the last day on which a start has not moved.
  let first: Table<Int32>
  let last: Table<Int32>
  /// Shifted as costs are.
  let churn: Table<Int64>

  init(_ problem: Problem, shift: Int64) {
    let agreed = problem.initiatives.indices.filter {
      problem.initiatives[$0].agreement != nil && !problem.initiatives[$0].works.isEmpty
    }
    let agreements = agreed.compactMap { problem.initiatives[$0].agreement }
    count = agreed.count
    isEmpty = agreed.isEmpty
    initiative = Table(agreed.map { Int32($0) })
    var place = [Int32](repeating: -1, count: problem.initiatives.count)
    for (index, initiative) in agreed.enumerated() { place[initiative] = Int32(index) }
    self.place = Table(place)
    first = Table(agreements.map(\.starts.lowerBound))
    last = Table(agreements.map(\.starts.upperBound))
    churn = Table(agreements.map { $0.churn >> shift })
  }
}

extension Board {
  /// What the schedule on the board pays for moving what was agreed.
  ///
  /// - Complexity: O(works of initiatives with an agreement).
  func churn() -> Int64 {
    var sum: Int64 = 0
    for place in 0..<instance.agreements.count {
      sum += churn(of: instance.agreements.initiative[place])
    }
    return sum
  }

  /// What it pays for moving one initiative.
  func churn(of initiative: Int32) -> Int64 {
    let place = instance.agreements.place[initiative]
    guard place >= 0 else { return 0 }
    if isDone(initiative) {
      let start = firstStart(of: initiative)
      if instance.agreements.first[place] <= start, start <= instance.agreements.last[place] {
        return 0
      }
    }
    return instance.agreements.churn[place]
  }

  /// What every schedule pays for moves that keeps what is on the board and places nothing before a day.
  func churnFloor(from day: Int32) -> Int64 {
    var sum: Int64 = 0
    for place in 0..<instance.agreements.count {
      let initiative = instance.agreements.initiative[place]
      let latest = firstStart(of: initiative)
      let earliest = min(latest, day)
      if latest < instance.agreements.first[place] || earliest > instance.agreements.last[place] {
        sum += instance.agreements.churn[place]
      }
    }
    return sum
  }
}
