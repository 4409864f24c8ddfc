/// What a change to the list has disturbed so far while the schedule is built anew.
///
/// A work whose resources, limit and predecessors are all as they were the last time gets the place it had, without a
/// search. As a change seldom touches every team, that saves most of the searching.
struct Disturbance: ~Copyable {
  private var resources: Table<Bool>
  private var limits: Table<Bool>
  private var moved: Table<Bool>
  /// Where works were before.
  private var formerStart: Table<Int32>
  private var formerOption: Table<Int32>
  /// Whether nothing is known of a former schedule.
  private(set) var isTotal = true
  /// Whether some work is not where it was.
  private(set) var hasMoved = false

  init(_ instance: borrowing Instance) {
    resources = Table(repeating: false, count: instance.resourceCount)
    limits = Table(repeating: false, count: instance.wip.limitCount)
    moved = Table(repeating: false, count: instance.workCount)
    formerStart = Table(repeating: -1, count: instance.workCount)
    formerOption = Table(repeating: -1, count: instance.workCount)
  }

  /// Forgets what was disturbed: the board is as the last building left it.
  mutating func settle() {
    resources.fill(false)
    limits.fill(false)
    moved.fill(false)
    isTotal = false
    hasMoved = false
  }

  /// Gives up on the former schedule.
  mutating func spread() { isTotal = true }

  /// Remembers where works are.
  mutating func remember(start: borrowing Table<Int32>, option: borrowing Table<Int32>) {
    formerStart.copy(from: start)
    formerOption.copy(from: option)
  }

  /// Notes that a work comes at another turn, is asked to be staffed otherwise, or is not where it was.
  @inline(__always)
  mutating func disturb(_ work: Int32, _ instance: borrowing Instance) {
    for place in instance.resourcesOfWork.range(work) {
      resources[instance.resourcesOfWork[place]] = true
    }
    let pair = instance.works.pair[work]
    if pair >= 0 { limits[instance.wip.limitOfPair[pair]] = true }
  }

  /// Notes where a work was placed now.
  @inline(__always)
  mutating func note(_ work: Int32, option: Int32, start: Int32, _ instance: borrowing Instance) {
    guard start != formerStart[work] || option != formerOption[work] else { return }
    moved[work] = true
    hasMoved = true
    disturb(work, instance)
  }

  /// Notes that a work was taken off, or passed over at its turn.
  @inline(__always)
  mutating func noteMissing(_ work: Int32, _ instance: borrowing Instance) {
    moved[work] = true
    hasMoved = true
    disturb(work, instance)
  }

  @inline(__always)
  func wasPlaced(_ work: Int32) -> Bool { formerStart[work] >= 0 }

  /// Where a work was, if nothing that its place hangs on has changed.
  @inline(__always)
  func formerSpot(_ work: Int32, _ instance: borrowing Instance) -> Board.Spot? {
    guard !isTotal, formerStart[work] >= 0 else { return nil }
    // Which of its modes are open hangs on works that are not its predecessors.
    if !instance.modes.isEmpty, instance.modes.isChoice[work] { return nil }
    // Nobody's hands tell whether it was asked to be otherwise itself.
    let pair = instance.works.pair[work]
    if pair < 0, instance.resourcesOfWork.range(work).isEmpty { return nil }
    for place in instance.resourcesOfWork.range(work)
    where resources[instance.resourcesOfWork[place]] {
      return nil
    }
    if pair >= 0, limits[instance.wip.limitOfPair[pair]] { return nil }
    for place in instance.links.incoming.range(work) {
      let link = instance.links.incoming[place]
      switch link.kind {
      case .finish, .start: if moved[link.index] { return nil }
      // These days hang on several works and on when they were placed.
      case .initiativeStart, .milestone: return nil
      }
    }
    let option = formerOption[work]
    let start = formerStart[work]
    return Board.Spot(
      option: option, start: start, finish: instance.finishDay(option, from: start))
  }
}
