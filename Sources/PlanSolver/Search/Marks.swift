/// A set of works that is emptied without touching every work.
struct Marks: ~Copyable {
  private var stamp: Table<Int32>
  private var round: Int32 = 0
  private(set) var members: Stack<Int32>

  init(count: Int) {
    stamp = Table(repeating: 0, count: count)
    members = Stack(capacity: count)
  }

  mutating func beginRound() {
    members.truncate(to: 0)
    if round == Int32.max {
      stamp.fill(0)
      round = 0
    }
    round += 1
  }

  @inline(__always)
  func has(_ work: Int32) -> Bool { stamp[work] == round }

  mutating func set(_ work: Int32) {
    guard !has(work) else { return }
    stamp[work] = round
    members.append(work)
  }
}
