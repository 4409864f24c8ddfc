/// What is decided next.
///
/// That is the fact that was part of most conflicts lately (Moskewicz et al. 2001), on the side on which the best schedule
/// known lies; before the first restart, and where nothing was part of any, that the work that can start first does.
struct DecisionState: ~Copyable {
  /// Whether conflicts decide what is decided.
  var isWarm = false
  /// By variable, its value in the best schedule, or its least.
  var target: Table<Int32>
  /// By variable × width + value, how much of late "no more than the value" or its opposite took part in conflicts.
  private var activity: Table<Double>
  /// A heap of them, the most active on top, and where each stands in it.
  private var heap = Stack<Int32>()
  private var position: Table<Int32>
  /// Taken off the heap, and on which level.
  private var taken = Stack<Taken>()
  private var gain = 1.0

  private struct Taken: BitwiseCopyable {
    var slot: Int32
    var level: Int32
  }

  init(_ model: borrowing LearningModel) {
    target = Table(model.first.array())
    activity = Table(repeating: 0, count: model.variableCount * model.width)
    position = Table(repeating: -1, count: activity.count)
  }

  mutating func bump(_ fact: Fact, _ model: borrowing LearningModel) {
    let value = fact.isUpper ? 0 - fact.value : fact.value - 1
    guard value >= 0, Int(value) < model.width else { return }
    let base = Int(fact.variable) * model.width
    let known = model.lastAllowed[base + Int(value)]
    guard known >= 0 else { return }
    let slot = Int32(base) + known
    activity[slot] += gain
    if activity[slot] > 1e100 { rescale() }
    if position[slot] >= 0 {
      rise(Int(position[slot]))
    } else if position[slot] != Self.takenPosition {
      push(slot)
    }
  }

  private static var takenPosition: Int32 { -2 }

  private mutating func rescale() {
    for slot in activity.indices { activity[slot] *= 1e-100 }
    gain *= 1e-100
  }

  mutating func decay() { gain /= 0.95 }

  /// Takes the most active off the heap.
  ///
  /// - Parameter level: On which it is decided or was found to be.
  /// - Returns: Its place among the activities; `nil` when none is left.
  mutating func pop(at level: Int) -> Int32? {
    guard heap.count > 0 else { return nil }
    let top = heap[0]
    let last = heap.removeLast()
    if heap.count > 0 {
      heap[0] = last
      position[last] = 0
      sink(0)
    }
    position[top] = Self.takenPosition
    taken.append(Taken(slot: top, level: Int32(level)))
    return top
  }

  /// Puts back what was taken on levels above one.
  mutating func reopen(above level: Int) {
    while taken.count > 0, taken[taken.count - 1].level > Int32(level) {
      push(taken.removeLast().slot)
    }
  }

  // MARK: The heap

  private mutating func push(_ slot: Int32) {
    heap.append(slot)
    position[slot] = Int32(heap.count - 1)
    rise(heap.count - 1)
  }

  private mutating func rise(_ start: Int) {
    var place = start
    let slot = heap[place]
    while place > 0 {
      let parent = (place - 1) / 2
      guard activity[heap[parent]] < activity[slot] else { break }
      heap[place] = heap[parent]
      position[heap[place]] = Int32(place)
      place = parent
    }
    heap[place] = slot
    position[slot] = Int32(place)
  }

  private mutating func sink(_ start: Int) {
    var place = start
    let slot = heap[place]
    while true {
      var child = 2 * place + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, activity[heap[child + 1]] > activity[heap[child]] { child += 1 }
      guard activity[heap[child]] > activity[slot] else { break }
      heap[place] = heap[child]
      position[heap[place]] = Int32(place)
      place = child
    }
    heap[place] = slot
    position[slot] = Int32(place)
  }
}

extension Learner {
  /// Decides something.
  ///
  /// - Returns: Whether there was anything to decide.
  mutating func decide() -> Bool {
    if decisions.isWarm {
      while let slot = decisions.pop(at: levels.count + 1) {
        work += 1
        let variable = slot / Int32(model.width)
        let value = slot % Int32(model.width)
        guard bound[variable * 2] <= value, value < 0 - bound[variable * 2 + 1] else { continue }
        decide(
          decisions.target[variable] <= value
            ? .atMost(variable, value) : .atLeast(variable, value + 1))
        return true
      }
    }
    return decideFirst()
  }

  /// The open work that can start first starts then; if all starts are decided, a way to do one.
  private mutating func decideFirst() -> Bool {
    var chosen: Int32 = -1
    var earliest = Int32.max
    for subject in model.works {
      let variable = model.variable[model.startNode[subject]]
      let start = bound[variable * 2]
      if start < 0 - bound[variable * 2 + 1], start < earliest {
        earliest = start
        chosen = variable
      }
    }
    if chosen < 0 {
      for subject in model.works where chosen < 0 {
        let choice = model.choice[subject]
        if choice >= 0, bound[choice * 2] < 0 - bound[choice * 2 + 1] { chosen = choice }
      }
    }
    work += Int64(model.works.count) / 4 + 1
    guard chosen >= 0 else { return false }
    decide(.atMost(chosen, bound[chosen * 2]))
    return true
  }
}
