/// The tables of a learning model while they are made.
struct LearningDraft {
  let width: Int
  private let days: Int
  private(set) var first: [Int32] = []
  private(set) var last: [Int32] = []
  private(set) var nextAllowed: [Int32] = []
  private(set) var lastAllowed: [Int32] = []
  private(set) var variable: [Int32]
  private(set) var imageRow: [Int32]
  private(set) var image: [Int32] = []
  private(set) var relations: [Network.Edge] = []
  private(set) var relationsOfHalf: [[Int32]] = []
  private(set) var works: [Int32] = []
  private(set) var choice: [Int32]
  private(set) var staffedWork: [Int32] = []
  private(set) var claims: [LearningModel.Claim] = []
  private(set) var claimsOfRow: [[Int32]] = []
  private(set) var claimsOfVariable: [[Int32]] = []
  private(set) var capacity: [Int32] = []
  private(set) var amounts: [[Int32]] = []

  init(
    _ board: borrowing Board, _ network: borrowing Network, _ settling: borrowing Settling
  ) {
    days = network.days
    var most = days + 1
    for work in 0..<Int32(board.instance.workCount) {
      most = max(most, board.instance.optionRange(work).count)
    }
    width = most
    variable = Array(repeating: -1, count: network.nodeCount)
    imageRow = variable
    choice = Array(repeating: -1, count: board.instance.workCount)
    for work in 0..<Int32(board.instance.workCount) where network.startNode[work] >= 0 {
      works.append(work)
      add(work, board, network, settling)
    }
    for node in 0..<Int32(network.nodeCount) where variable[Int(node)] < 0 {
      variable[Int(node)] = addVariable(Self.values(of: node, settling))
    }
    relationsOfHalf = Array(repeating: [], count: first.count * 2)
    for index in network.edges.indices where network.edges[index].kind != .work {
      add(network.edges[index])
    }
  }

  /// The values of a node, ascending.
  private static func values(of node: Int32, _ settling: borrowing Settling) -> [Int32] {
    let domain = settling.nodeDomain(node)
    var values: [Int32] = []
    if domain.first <= domain.last { values += Array(domain.first...domain.last) }
    if domain.mayBeNever { values.append(Int32(settling.days)) }
    return values
  }

  /// Adds a variable that may be any of some values, ascending.
  private mutating func addVariable(_ values: [Int32]) -> Int32 {
    first.append(values.first ?? 0)
    last.append(values.last ?? -1)
    var isAllowed = [Bool](repeating: false, count: width)
    for value in values { isAllowed[Int(value)] = true }
    let base = nextAllowed.count
    nextAllowed += Array(repeating: Int32(width), count: width)
    lastAllowed += Array(repeating: -1, count: width)
    var known: Int32 = -1
    for value in 0..<width {
      if isAllowed[value] { known = Int32(value) }
      lastAllowed[base + value] = known
    }
    known = Int32(width)
    for value in (0..<width).reversed() {
      if isAllowed[value] { known = Int32(value) }
      nextAllowed[base + value] = known
    }
    staffedWork.append(-1)
    return Int32(first.count - 1)
  }

  /// The finish of a work that has one way to be done is read from its start.
  private mutating func add(
    _ work: Int32, _ board: borrowing Board, _ network: borrowing Network,
    _ settling: borrowing Settling
  ) {
    let options = board.instance.optionRange(work)
    let start = network.startNode[work]
    let finish = network.finishNode[work]
    let starts = Self.values(of: start, settling).filter { day in
      day == Int32(days)
        || options.contains { option in
          let done = board.instance.finishDay(option, from: day)
          let finishes = settling.nodeDomain(finish)
          return settling.allows(option, on: day) && done >= finishes.first
            && done <= finishes.last
        }
    }
    let startVariable = addVariable(starts)
    variable[Int(start)] = startVariable
    guard options.count > 1 else {
      variable[Int(finish)] = startVariable
      imageRow[Int(finish)] = Int32(image.count)
      for day in 0..<Int32(days) {
        image.append(board.instance.finishDay(options.lowerBound, from: day))
      }
      image.append(Int32(days))
      return
    }
    let finishVariable = addVariable(Self.values(of: finish, settling))
    variable[Int(finish)] = finishVariable
    let ways = options.filter { option in
      starts.contains { $0 == Int32(days) || settling.allows(option, on: $0) }
    }
    let choiceVariable = addVariable(ways.map { $0 - options.lowerBound })
    choice[Int(work)] = choiceVariable
    for each in [startVariable, finishVariable, choiceVariable] { staffedWork[Int(each)] = work }
  }

  private mutating func add(_ edge: Network.Edge) {
    let index = Int32(relations.count)
    relations.append(edge)
    let from = Int(variable[Int(edge.from)]) * 2
    let to = Int(variable[Int(edge.to)]) * 2
    relationsOfHalf[from].append(index)
    relationsOfHalf[to + 1].append(index)
    guard edge.kind == .covers else { return }
    relationsOfHalf[to].append(index)
    relationsOfHalf[from + 1].append(index)
  }

  // MARK: Capacities

  mutating func addClaims(
    _ board: borrowing Board, _ network: borrowing Network, _ table: borrowing RelaxedProblem
  ) {
    let resources = board.instance.resourceCount
    capacity = Array(repeating: 0, count: table.rowCount * days)
    for row in 0..<table.rowCount {
      for day in 0..<days {
        capacity[row * days + day] =
          row < resources ? table.capacity[row * days + day] : table.limit(row, board)
      }
    }
    claimsOfRow = Array(repeating: [], count: table.rowCount)
    claimsOfVariable = Array(repeating: [], count: first.count)
    for work in works {
      let options = board.instance.optionRange(work)
      var byRow: [(row: Int32, amounts: [Int32])] = []
      for (way, option) in options.enumerated() {
        for place in table.demands.range(option) {
          let demand = table.demands[place]
          let known = byRow.firstIndex { $0.row == demand.resource }
          let at = known ?? byRow.count
          if known == nil {
            byRow.append((demand.resource, Array(repeating: 0, count: options.count)))
          }
          byRow[at].amounts[way] += demand.tenths
        }
      }
      for (row, amounts) in byRow {
        let index = Int32(claims.count)
        claims.append(LearningModel.Claim(work: work, row: row))
        self.amounts.append(amounts)
        claimsOfRow[Int(row)].append(index)
        for each in parts(of: work, network) { claimsOfVariable[Int(each)].append(index) }
      }
    }
  }

  private func parts(of work: Int32, _ network: borrowing Network) -> [Int32] {
    let start = variable[Int(network.startNode[work])]
    guard choice[Int(work)] >= 0 else { return [start] }
    return [start, variable[Int(network.finishNode[work])], choice[Int(work)]]
  }
}
