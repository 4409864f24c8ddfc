/// The nodes and relations of a network while it is being made.
struct NetworkDraft {
  let days: Int
  private(set) var nodeCount = 0
  private(set) var startNode: [Int32]
  private(set) var finishNode: [Int32]
  private(set) var completionNode: [Int32]
  private var milestoneNode: [Int32]
  private(set) var first: [Int32] = []
  private(set) var last: [Int32] = []
  private(set) var mayBeNever: [Bool] = []
  private(set) var costRow: [Int32] = []
  private(set) var cost: [Int64] = []
  private(set) var release: [Int32] = []
  /// Those that the forest should have come first.
  private(set) var edges: [Network.Edge] = []
  private(set) var constant: Int64 = 0
  /// Where a row of lags lies in `release`.
  private var releaseRow: [Int32: Int32] = [:]
  /// From a day to itself.
  private let sameDay: Int32 = 0
  /// From any day to the first: only "never" is passed on.
  private let anyDay: Int32

  init(_ board: borrowing Board) {
    days = Int(board.instance.dayCount)
    startNode = Array(repeating: -1, count: board.instance.workCount)
    finishNode = startNode
    completionNode = Array(repeating: -1, count: board.instance.initiativeCount)
    milestoneNode = Array(repeating: -1, count: board.instance.milestones.needed.count)
    anyDay = Int32(days + 1)
    for day in 0...days { release.append(Int32(day)) }
    for day in 0...days { release.append(day < days ? 0 : Int32(days)) }
  }

  // MARK: Works and what they complete

  mutating func addInitiatives(_ board: borrowing Board) {
    var covers: [Network.Edge] = []
    for initiative in 0..<Int32(board.instance.initiativeCount)
    where board.instance.hasWorks(initiative) {
      guard !board.heads.cannotBeValid[initiative] else {
        constant += board.instance.initiatives.undoneCost[initiative]
        continue
      }
      addWorks(of: initiative, board)
      addCompletion(of: initiative, board, &covers)
    }
    // Links inside an initiative before what they imply.
    addLinks(board, inside: true)
    edges += covers
  }

  private mutating func addWorks(of initiative: Int32, _ board: borrowing Board) {
    let leader = board.instance.leadingWork(of: initiative)
    let isMust = board.heads.mustBeDone[initiative]
    for work in board.instance.initiatives.workRange(initiative)
    where board.instance.works.fixed[work] < 0 {
      var latest = Int32(days) - 1
      if leader == Int32(work) {
        latest = min(latest, board.instance.initiatives.windowLast[initiative])
      }
      startNode[work] = addNode(first: board.heads.start[work], last: latest, mayBeNever: !isMust)
      finishNode[work] = addNode(
        first: board.heads.finish[work], last: Int32(days) - 1, mayBeNever: !isMust)
      edges.append(
        Network.Edge(
          kind: .work, from: startNode[work], to: finishNode[work], row: Int32(work)))
    }
  }

  private mutating func addCompletion(
    of initiative: Int32, _ board: borrowing Board, _ covers: inout [Network.Edge]
  ) {
    let works = board.instance.initiatives.workRange(initiative)
    let latest = min(Int32(days) - 1, board.instance.initiatives.latestFinish[initiative])
    if works.count == 1, finishNode[works.lowerBound] >= 0 {
      completionNode[Int(initiative)] = finishNode[works.lowerBound]
      let node = Int(finishNode[works.lowerBound])
      last[node] = min(last[node], latest)
    } else {
      let node = addNode(
        first: board.heads.initiativeFinish[initiative], last: latest,
        mayBeNever: !board.heads.mustBeDone[initiative])
      completionNode[Int(initiative)] = node
      for work in works where finishNode[work] >= 0 && !isFollowed(Int32(work), board) {
        covers.append(
          Network.Edge(kind: .covers, from: finishNode[work], to: node, row: sameDay))
      }
    }
    costRow[Int(completionNode[Int(initiative)])] = Int32(cost.count)
    for day in 0..<Int32(days) { cost.append(board.instance.cost(initiative, finish: day)) }
    cost.append(board.instance.initiatives.undoneCost[initiative])
  }

  /// Whether another work of the same initiative is finished no earlier than this one, whatever happens.
  private func isFollowed(_ work: Int32, _ board: borrowing Board) -> Bool {
    let initiative = board.instance.works.initiative[work]
    return board.instance.initiatives.workRange(initiative).contains { other in
      board.instance.links.incoming.range(other).contains { place in
        let link = board.instance.links.incoming[place]
        return link.kind == .finish && link.index == work && Int32(other) > work
          && finishNode[other] >= 0
          && (0..<Int32(days)).allSatisfy { board.instance.lag[link.lagRow + $0] >= $0 }
      }
    }
  }

  private mutating func addNode(first: Int32, last: Int32, mayBeNever: Bool) -> Int32 {
    defer { nodeCount += 1 }
    self.first.append(max(first, 0))
    self.last.append(last)
    self.mayBeNever.append(mayBeNever)
    costRow.append(-1)
    return Int32(nodeCount)
  }

  // MARK: Precedences

  /// Precedences between initiatives.
  mutating func addLinks(_ board: borrowing Board) { addLinks(board, inside: false) }

  private mutating func addLinks(_ board: borrowing Board, inside: Bool) {
    for work in 0..<Int32(board.instance.workCount) where startNode[Int(work)] >= 0 {
      let initiative = board.instance.works.initiative[work]
      for place in board.instance.links.incoming.range(work) {
        let link = board.instance.links.incoming[place]
        switch link.kind {
        case .finish, .start:
          guard inside == (board.instance.works.initiative[link.index] == initiative) else {
            continue
          }
          let nodes = link.kind == .start ? startNode : finishNode
          addLink(from: nodes[Int(link.index)], to: work, row(of: link.lagRow, board))
        case .initiativeStart:
          guard !inside else { continue }
          addLink(fromStartOf: link, to: work, board)
        case .milestone:
          guard !inside else { continue }
          addMilestone(link.index, board)
          addLink(from: milestoneNode[Int(link.index)], to: work, row(of: link.lagRow, board))
        }
      }
    }
  }

  /// Running works have no node; what waits for them has that in its first day.
  private mutating func addLink(from node: Int32, to work: Int32, _ row: Int32) {
    guard node >= 0 else { return }
    edges.append(Network.Edge(kind: .after, from: node, to: startNode[Int(work)], row: row))
  }

  /// Where one work is surely the first, the initiative starts with it; else only that it is done at all is passed on.
  private mutating func addLink(
    fromStartOf link: Instance.Incoming, to work: Int32, _ board: borrowing Board
  ) {
    if let leader = board.instance.leadingWork(of: link.index) {
      addLink(from: startNode[Int(leader)], to: work, row(of: link.lagRow, board))
      return
    }
    for other in board.instance.initiatives.workRange(link.index) where startNode[other] >= 0 {
      addLink(from: startNode[other], to: work, anyDay)
      return
    }
  }

  /// A milestone is no earlier than each of its works has delivered what the others cannot.
  private mutating func addMilestone(_ milestone: Int32, _ board: borrowing Board) {
    guard milestoneNode[Int(milestone)] < 0 else { return }
    let node = addNode(first: 0, last: Int32(days) - 1, mayBeNever: true)
    milestoneNode[Int(milestone)] = node
    var total: Int64 = 0
    let parts = board.instance.milestones.contributions.range(milestone)
    for place in parts { total += board.instance.milestones.contributions[place].total }
    for place in parts {
      let part = board.instance.milestones.contributions[place]
      guard startNode[Int(part.work)] >= 0 else { continue }
      let missing = board.instance.milestones.needed[milestone] - (total - part.total)
      let row = missing > 0 ? delivery(of: part.work, missing, board) : anyDay
      edges.append(
        Network.Edge(kind: .after, from: startNode[Int(part.work)], to: node, row: row))
    }
  }

  /// By start, the first day by which a work could have delivered so much.
  private mutating func delivery(
    of work: Int32, _ needed: Int64, _ board: borrowing Board
  ) -> Int32 {
    let row = Int32(release.count)
    var day: Int32 = 0
    for start in 0..<Int32(days) {
      day = max(day, start)
      while day < Int32(days) {
        let isDelivered = board.instance.optionRange(work).contains {
          board.instance.delivered($0, from: start, through: day) >= needed
        }
        if isDelivered { break }
        day += 1
      }
      release.append(day)
    }
    release.append(Int32(days))
    return row
  }

  private mutating func row(of lagRow: Int32, _ board: borrowing Board) -> Int32 {
    if let row = releaseRow[lagRow] { return row }
    let row = Int32(release.count)
    releaseRow[lagRow] = row
    for day in 0..<Int32(days) { release.append(board.instance.lag[lagRow + day]) }
    release.append(Int32(days))
    return row
  }

  // MARK: Goals

  mutating func addGoals(_ board: borrowing Board) {
    for goal in 0..<Int32(board.instance.goalCount) {
      let members = board.instance.goals.members.range(goal).map {
        board.instance.goals.members[$0]
      }
      if members.contains(where: { board.heads.cannotBeValid[$0] }) {
        constant += board.instance.goals.undoneCost[goal]
        continue
      }
      guard let soonest = board.heads.soonestChoices(of: goal, board.instance) else {
        constant += board.instance.goals.undoneCost[goal]
        continue
      }
      let floor = max(board.instance.goals.floor[goal], soonest)
      guard !members.isEmpty else {
        constant += board.instance.cost(ofGoal: goal, finish: floor)
        continue
      }
      let node = addNode(first: max(floor, 0), last: Int32(days) - 1, mayBeNever: true)
      costRow[Int(node)] = Int32(cost.count)
      for day in 0..<Int32(days) { cost.append(board.instance.cost(ofGoal: goal, finish: day)) }
      cost.append(board.instance.goals.undoneCost[goal])
      for member in members {
        edges.append(
          Network.Edge(
            kind: .after, from: completionNode[Int(member)], to: node, row: sameDay))
      }
    }
  }
}

extension Instance {
  /// The work of an initiative before which none of its others can start, if one is surely that.
  func leadingWork(of initiative: Int32) -> Int32? {
    let works = initiatives.workRange(initiative)
    guard works.count > 1 else { return works.first.map { Int32($0) } }
    var leader: Int32?
    for work in works {
      let waits = links.incoming.range(work).contains { place in
        let link = links.incoming[place]
        return (link.kind == .finish || link.kind == .start)
          && self.works.initiative[link.index] == initiative
      }
      guard !waits else { continue }
      if leader != nil { return nil }
      leader = Int32(work)
    }
    return hasLeads ? nil : leader
  }
}
