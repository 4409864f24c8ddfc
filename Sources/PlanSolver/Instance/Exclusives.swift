internal import PlanModel

/// Groups of initiatives of which one at most is done.
struct Exclusives: ~Copyable {
  /// Whether there are any: where there are none, nothing below is looked at.
  let isEmpty: Bool
  /// By initiative, its group or −1.
  let group: Table<Int32>
  let members: Rows<Int32>
  let count: Int

  init(_ problem: Problem) {
    var group = [Int32](repeating: -1, count: problem.initiatives.count)
    for (index, exclusive) in problem.exclusives.enumerated() {
      for member in exclusive.members { group[Int(member)] = Int32(index) }
    }
    self.group = Table(group)
    members = Rows(problem.exclusives.map(\.members))
    count = problem.exclusives.count
    isEmpty = count == 0
  }
}

extension Board {
  /// Whether another initiative of its group is on the board.
  @inline(__always)
  func isShutOut(_ initiative: Int32) -> Bool {
    guard !instance.exclusives.isEmpty else { return false }
    let group = instance.exclusives.group[initiative]
    guard group >= 0 else { return false }
    let holder = holderOfGroup[group]
    return holder >= 0 && holder != initiative
  }

  /// Notes that the first work of an initiative came.
  @inline(__always)
  mutating func takeGroup(_ initiative: Int32) {
    guard !instance.exclusives.isEmpty else { return }
    let group = instance.exclusives.group[initiative]
    if group >= 0 { holderOfGroup[group] = initiative }
  }

  /// Notes that the last work of an initiative went.
  @inline(__always)
  mutating func leaveGroup(_ initiative: Int32) {
    guard !instance.exclusives.isEmpty else { return }
    let group = instance.exclusives.group[initiative]
    if group >= 0, holderOfGroup[group] == initiative { holderOfGroup[group] = -1 }
  }
}

extension Heads {
  /// What groups say before anything is placed: beside what has to be done the others of its group are not, and two that
  /// have to be done are a contradiction.
  func judgeGroups(
    _ instance: borrowing Instance, impossible: inout [Int32], invalid: inout [Int32]
  ) {
    for group in 0..<instance.exclusives.count {
      var required = 0
      for place in instance.exclusives.members.range(group)
      where mustBeDone[instance.exclusives.members[place]] {
        required += 1
      }
      guard required > 0 else { continue }
      for place in instance.exclusives.members.range(group) {
        let member = instance.exclusives.members[place]
        if !mustBeDone[member] {
          impossible.append(member)
          invalid.append(member)
        } else if required > 1 {
          invalid.append(member)
        }
      }
    }
  }
}
