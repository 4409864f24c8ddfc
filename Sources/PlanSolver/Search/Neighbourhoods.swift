import PlanModel

/// Which initiatives have to do with each other, so that taking them up together may change something.
struct Neighbourhoods {
  private let movable: [Int32]
  /// Initiatives that share a team or a link with this one, by initiative.
  private let related: [[Int32]]

  init(_ instance: Instance, movable: [Int32]) {
    self.movable = movable
    let problem = instance.problem
    let resources = problem.initiatives.map { initiative in
      Set(
        initiative.works.flatMap { work in
          problem.works[Int(work)].options.flatMap { $0.demands.map(\.resource) }
        })
    }
    related = problem.initiatives.indices.map { index in
      movable.filter { other in
        other != Int32(index)
          && (!resources[index].isDisjoint(with: resources[Int(other)])
            || instance.successors[index].contains(other)
            || instance.predecessors[index].contains(other))
      }
    }
  }

  /// A pivot and others: near it in time on the same teams, or anywhere.
  func choose(_ size: Int, board: borrowing Board, random: inout RandomStream) -> [Int32] {
    let pivot = movable[random.below(movable.count)]
    var chosen = [pivot]
    let pool = random.below(5) == 0 ? movable : related[Int(pivot)]
    guard !pool.isEmpty else { return chosen }
    let isNear = random.below(3) != 0
    let center = board.finish(of: pivot)
    for _ in 0..<(size - 1) {
      var pick = pool[random.below(pool.count)]
      if isNear {
        // The nearer of three.
        for _ in 0..<2 {
          let other = pool[random.below(pool.count)]
          if abs(board.finish(of: other) - center) < abs(board.finish(of: pick) - center) {
            pick = other
          }
        }
      }
      if !chosen.contains(pick) { chosen.append(pick) }
    }
    return chosen
  }
}
