internal import FoundationEssentials
internal import PlanModel

/// An instance of the format portfolio-1: initiatives that take several teams for whole weeks, each with a cost of delay.
struct PortfolioInstance: Decodable {
  let name: String
  /// Weeks.
  let horizon: Int
  let teams: [Team]
  let initiatives: [Initiative]

  struct Team: Decodable {
    let id: String
    /// Tenths of a person, by week.
    let capacity: [Int32]
  }

  struct Need: Decodable {
    let team: String
    /// Tenths of a person in every week.
    let demand: Int32
  }

  struct Deadline: Decodable {
    let week: Int
    let penalty: Int64
  }

  struct Initiative: Decodable {
    let id: String
    /// Weeks.
    let duration: Int
    let needs: [Need]
    let release: Int
    let after: [String]
    let costOfDelay: Int64
    let deadline: Deadline?
    let deferCost: Int64

    /// When it is finished at the end of so many weeks.
    func cost(weeks: Int) -> Int64 {
      let penalty = deadline.map { weeks > $0.week ? $0.penalty : 0 } ?? 0
      return costOfDelay * Int64(weeks) + penalty
    }
  }

  init(json bytes: [UInt8]) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    self = try decoder.decode(PortfolioInstance.self, from: Data(bytes))
  }

  func instance() throws -> Instance {
    Instance(name: name, problem: try problem(), evaluate: evaluate)
  }

  private func problem() throws -> Problem {
    var problem = Problem(periods: horizon)
    let team = try numbers(teams.map(\.id))
    let number = try numbers(initiatives.map(\.id))
    problem.resources = teams.map { Problem.Resource(name: $0.id, capacity: $0.capacity) }
    for (index, initiative) in initiatives.enumerated() {
      let work = Int32(index)
      let demands = try initiative.needs.map {
        Problem.Demand(resource: try find($0.team, in: team), tenths: $0.demand)
      }
      problem.works.append(
        Problem.Work(
          initiative: work, wip: -1,
          options: [Problem.Option(periods: initiative.duration, demands: demands)],
          earliestStart: Int32(initiative.release)))
      problem.initiatives.append(
        Problem.Initiative(
          works: work..<work + 1, selection: .free,
          cost: (0..<horizon).map { initiative.cost(weeks: $0 + 1) },
          undoneCost: initiative.deferCost))
      for predecessor in initiative.after {
        problem.links.append(
          Problem.Link(
            from: .finish(work: try find(predecessor, in: number)), lag: 0, to: work))
      }
    }
    return problem
  }

  /// The cost of a schedule as the format defines it, every rule of it checked.
  private func evaluate(_ schedule: Schedule) throws -> Int64 {
    let number = try numbers(initiatives.map(\.id))
    let starts = schedule.placements.map { $0.map { Int($0.start) } }
    var used: [String: [Int32]] = [:]
    var total: Int64 = 0
    for (index, initiative) in initiatives.enumerated() {
      guard let start = starts[index] else {
        total += initiative.deferCost
        continue
      }
      let end = start + initiative.duration
      guard start >= initiative.release, end <= horizon else {
        throw broken("its weeks", initiative)
      }
      for predecessor in initiative.after {
        let before = Int(try find(predecessor, in: number))
        guard let first = starts[before], first + initiatives[before].duration <= start else {
          throw broken("what it waits for", initiative)
        }
      }
      for need in initiative.needs {
        for week in start..<end {
          used[need.team, default: Array(repeating: 0, count: horizon)][week] += need.demand
        }
      }
      total += initiative.cost(weeks: end)
    }
    for team in teams {
      for (week, demand) in (used[team.id] ?? []).enumerated() where demand > team.capacity[week] {
        throw WrongResult(instance: name, what: "overloads \(team.id) in week \(week)")
      }
    }
    return total
  }

  private func broken(_ rule: String, _ initiative: Initiative) -> WrongResult {
    WrongResult(instance: name, what: "breaks \(rule) for \(initiative.id)")
  }

  private func numbers(_ ids: [String]) throws -> [String: Int32] {
    var numbers: [String: Int32] = [:]
    for (index, id) in ids.enumerated() {
      guard numbers.updateValue(Int32(index), forKey: id) == nil else {
        throw FormatError(what: "\(name): `\(id)` stands there twice")
      }
    }
    return numbers
  }

  private func find(_ id: String, in numbers: [String: Int32]) throws -> Int32 {
    guard let number = numbers[id] else { throw FormatError(what: "\(name): no `\(id)`") }
    return number
  }
}
