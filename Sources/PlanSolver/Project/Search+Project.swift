internal import PlanModel

extension Search {
  /// Whether there is one aim, for which whole schedules are built fast.
  var isProject: Bool { board.compiled.project != nil }

  /// Improves by simulated annealing (Kirkpatrick, Gelatt & Vecchi 1983) on a chain of schedules that are built ahead and back in
  /// turns.
  ///
  /// - Parameters: As for `anneal`.
  /// - Returns: Whether it could: there is a schedule to begin with, and it fits into the project's days.
  mutating func annealProject(until end: Double, bound: Int64, heat: Double) -> Bool {
    let begin = share()
    restoreBest()
    guard let project = board.compiled.project,
      board.start.indices.allSatisfy({ board.start[$0] >= 0 })
    else { return false }
    guard end > begin, !isSettled(bound) else { return true }
    var chain = ProjectChain(project.pointee)
    guard chain.open(worksByStart(), project.pointee) else { return false }
    keep(chain, project.pointee)
    let hottest = project.pointee.meanLength * Self.hottestChain * heat
    let coldest = project.pointee.meanLength * Self.coldestChain
    let span = end - begin
    var counted: Int64 = 0
    while true {
      board.work += chain.decoder.work - counted
      counted = chain.decoder.work
      let now = share()
      guard now < end else { break }
      let left = 1 - (now - begin) / span
      let temperature = coldest + max(0, hottest - coldest) * left
      guard chain.step(temperature, project.pointee, &random) else { continue }
      keep(chain, project.pointee)
      if isSettled(bound) { break }
    }
    restoreBest()
    return true
  }

  /// The works by their starts on the board.
  private func worksByStart() -> [Int32] {
    (0..<Int32(board.instance.workCount)).sorted {
      (board.start[$0], $0) < (board.start[$1], $1)
    }
  }

  /// Builds the shortest schedule of a chain on the board, which knows every rule, and keeps it if it is the best.
  private mutating func keep(_ chain: borrowing ProjectChain, _ project: borrowing Project) {
    clearExclusions()
    var starts: [Double] = []
    for work in 0..<board.instance.workCount { starts.append(Double(chain.bestStart[work])) }
    sortMovable { work, _ in starts[Int(work)] }
    board.disturbance.spread()
    rebuild()
  }

  /// The first and the last temperature, in lengths of a work.
  private static var hottestChain: Double { 0.18 }
  private static var coldestChain: Double { 0.009 }
}
