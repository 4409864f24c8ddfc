import PlanModel

/// Who waits for whom, between works and between initiatives.
struct LinkGraph {
  let linksInto: [[Int32]]
  let successors: [[Int32]]
  let predecessors: [[Int32]]
  let order: [Int32]

  init(_ problem: Problem) {
    var linksInto = [[Int32]](repeating: [], count: problem.works.count)
    var waits = [[Int32]](repeating: [], count: problem.works.count)
    var successors = [[Int32]](repeating: [], count: problem.initiatives.count)
    var predecessors = successors
    for (index, link) in problem.links.enumerated() {
      linksInto[Int(link.to)].append(Int32(index))
      waits[Int(link.to)] += LinkGraph.works(behind: link.from, problem)
      let source = LinkGraph.initiative(of: link.from, problem)
      let target = problem.works[Int(link.to)].initiative
      if source != target, !successors[Int(source)].contains(target) {
        successors[Int(source)].append(target)
        predecessors[Int(target)].append(source)
      }
    }
    self.linksInto = linksInto
    self.successors = successors
    self.predecessors = predecessors
    order = LinkGraph.topologicalOrder(waits)
  }

  static func works(behind anchor: Problem.Anchor, _ problem: Problem) -> [Int32] {
    switch anchor {
    case .finish(let work), .start(let work): [work]
    case .initiativeStart(let initiative): Array(problem.initiatives[Int(initiative)].works)
    case .milestone(let milestone): problem.milestones[Int(milestone)].works
    }
  }

  static func initiative(of anchor: Problem.Anchor, _ problem: Problem) -> Int32 {
    switch anchor {
    case .finish(let work), .start(let work): problem.works[Int(work)].initiative
    case .initiativeStart(let initiative): initiative
    case .milestone(let milestone): problem.milestones[Int(milestone)].initiative
    }
  }

  /// Kahn (1962), smallest index first.
  ///
  /// Works on a cycle, which no plan that was checked has, come last.
  private static func topologicalOrder(_ waits: [[Int32]]) -> [Int32] {
    var order: [Int32] = []
    var isPlaced = [Bool](repeating: false, count: waits.count)
    var followers = [[Int32]](repeating: [], count: waits.count)
    var open = [Int](repeating: 0, count: waits.count)
    for (work, before) in waits.enumerated() {
      open[work] = before.count
      for each in before { followers[Int(each)].append(Int32(work)) }
    }
    var ready = waits.indices.filter { open[$0] == 0 }.map { Int32($0) }
    var head = 0
    while head < ready.count {
      let work = ready[head]
      head += 1
      order.append(work)
      isPlaced[Int(work)] = true
      for next in followers[Int(work)] {
        open[Int(next)] -= 1
        if open[Int(next)] == 0 { ready.append(next) }
      }
    }
    return order + waits.indices.filter { !isPlaced[$0] }.map { Int32($0) }
  }
}
