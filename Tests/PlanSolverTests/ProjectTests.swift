import PlanModel
import PlanSolver
import TestSupport
import Testing

/// One initiative of many works, each of one way and one length, which is built whole by a search of its own.
@Suite("Projects") struct ProjectTests {
  /// Teams whose calendar is cut to pieces without anything left over are busy until its last day, so no project of the pieces
  /// is over sooner; it is known how they fit together.
  @Test("a full calendar cut to pieces is put together again, nearly", arguments: 0..<6)
  func packs(seed: Int) {
    let days = 40
    let problem = cutProject(seed: seed, openDays: days, grows: false)
    let answer = solve(problem, SolveOptions(search: .quick))
    #expect(ScheduleChecker(problem).violations(of: answer.schedule).isEmpty)
    let last = openDay(days - 1)
    #expect(answer.delayCost >= Int64(last))
    #expect(answer.lowerBound <= Int64(last))
    #expect(answer.delayCost <= Int64(openDay(days * 21 / 20)), "seed \(seed)")
  }

  @Test("teams that grow, dates and gaps are kept", arguments: 0..<6)
  func keepsRules(seed: Int) {
    let problem = cutProject(seed: seed, openDays: 30, grows: true)
    let answer = solve(problem, SolveOptions(workLimit: 500_000))
    #expect(ScheduleChecker(problem).violations(of: answer.schedule).isEmpty)
    #expect(answer.lowerBound <= answer.delayCost)
    // The list rules alone, which is where the search begins.
    let first = solve(problem, SolveOptions(workLimit: 1))
    #expect(answer.delayCost <= first.delayCost)
  }

  @Test("one, two and eight threads give the same")
  func threadsChangeNothing() {
    let problem = cutProject(seed: 7, openDays: 60, grows: true)
    var options = SolveOptions(workLimit: 4_000_000)
    options.streams = 8
    let alone = solve(problem, options)
    for threads in [2, 8] {
      options.threads = threads
      let together = solve(problem, options)
      #expect(together.schedule == alone.schedule, "\(threads) threads")
      #expect(together.lowerBound == alone.lowerBound, "\(threads) threads")
      #expect(together.work == alone.work, "\(threads) threads")
    }
  }
}

/// The day of an open day, where a week has five and begins with them.
private func openDay(_ place: Int) -> Int { place / 5 * 7 + place % 5 }

/// Cuts the calendars of three teams of ten to pieces, some of which wait for others that lie before them.
///
/// - Parameters:
///   - seed: Which project.
///   - openDays: How long the calendars are.
///   - grows: Whether teams are smaller at first, pieces have dates and some wait a week longer, so that more days are needed.
/// - Returns: A project of all pieces.
private func cutProject(seed: Int, openDays: Int, grows: Bool) -> Problem {
  var random = SeededRandom(seed)
  let days = openDay(openDays * 4)
  var problem = Problem(firstDay: 0, horizonDay: Int32(days), lastDay: Int32(days))
  problem.yields = [Problem.YieldProfile(daily: (0..<days).map { $0 % 7 >= 5 ? 0 : 1_000_000 })]
  problem.lags = [1, 8].map { gap in
    Problem.LagTable(earliestStart: (0..<days).map { Int32(min(days, $0 + gap)) })
  }
  var pieces: [Piece] = []
  for team in 0..<3 {
    problem.resources.append(
      Problem.Resource(
        name: "team\(team)", capacity: (0..<days).map { grows && $0 < 21 ? 70 : 100 }))
    cut(Piece(team: Int32(team), first: 0, end: openDays, heads: 10), &pieces, &random)
  }
  pieces.shuffle(using: &random)
  for (index, piece) in pieces.enumerated() {
    problem.works.append(
      Problem.Work(
        initiative: 0, wip: -1,
        options: [
          Problem.Option(
            staffTenths: 10,
            demands: [Problem.Demand(resource: piece.team, tenths: Int32(piece.heads) * 10)],
            yield: 0, needed: Int64(piece.end - piece.first) * 1_000_000)
        ], earliestStart: grows && random.oneIn(6) ? Int32(openDay(piece.first)) : 0))
    for (before, other) in pieces.enumerated() where other.end <= piece.first && random.oneIn(8) {
      problem.links.append(
        Problem.Link(
          from: .finish(work: Int32(before)), lag: grows && random.oneIn(4) ? 1 : 0,
          to: Int32(index)))
    }
  }
  problem.initiatives = [
    Problem.Initiative(
      works: 0..<Int32(pieces.count), selection: .required,
      cost: CostRow(0..<Int64(days)), undoneCost: Int64(days))
  ]
  return problem
}

private struct Piece {
  var team: Int32
  var first: Int
  var end: Int
  var heads: Int
}

private func cut(_ piece: Piece, _ pieces: inout [Piece], _ random: inout SeededRandom) {
  let length = piece.end - piece.first
  var left = piece
  var right = piece
  if length > 8 || (length > 2 && random.oneIn(2) && length * piece.heads > 12) {
    left.end = Int.random(in: piece.first + 1..<piece.end, using: &random)
    right.first = left.end
  } else if piece.heads > 6 || (piece.heads > 2 && length * piece.heads > 12) {
    left.heads = Int.random(in: 1..<piece.heads, using: &random)
    right.heads = piece.heads - left.heads
  } else {
    pieces.append(piece)
    return
  }
  cut(left, &pieces, &random)
  cut(right, &pieces, &random)
}
