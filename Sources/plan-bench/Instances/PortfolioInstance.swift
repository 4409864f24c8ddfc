internal import FoundationEssentials
internal import PlanModel

/// An instance of the format portfolio-1: initiatives that take several teams for whole weeks, each with a cost of delay.
package struct PortfolioInstance: Decodable {
  let schema: String
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

  /// - Parameter bytes: A file of the format.
  /// - Throws: `FormatError` when it is none, or says what cannot be.
  package init(json bytes: [UInt8]) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    do {
      self = try decoder.decode(PortfolioInstance.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw FormatError(what: "no instance of \(Self.schema): \(error.place)")
    }
    try validate()
  }

  package func instance() throws -> Instance {
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
          cost: CostRow((0..<horizon).map { initiative.cost(weeks: $0 + 1) }),
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

extension PortfolioInstance {
  private static let schema = "portfolio-1"
  /// A century: the tables have a value a week.
  private static let weeksMax = 5_200
  /// So that sums over all initiatives and weeks fit 64 bits.
  private static let moneyMax: Int64 = 1_000_000_000_000
  private static let tenthsMax: Int32 = 10_000_000

  /// What the format promises and the solver relies on.
  private func validate() throws {
    try expect(schema == Self.schema, "its schema is `\(schema)` and not `\(Self.schema)`")
    try expect((1...Self.weeksMax).contains(horizon), "a horizon of \(horizon) weeks")
    for team in teams {
      try expect(team.capacity.count >= horizon, "`\(team.id)` has no capacity in some weeks")
      try expect(
        team.capacity.allSatisfy { (0...Self.tenthsMax).contains($0) },
        "`\(team.id)` has a capacity that cannot be")
    }
    for initiative in initiatives { try validate(initiative) }
  }

  private func validate(_ initiative: Initiative) throws {
    let id = initiative.id
    try expect(
      (1...Self.weeksMax).contains(initiative.duration),
      "`\(id)` takes \(initiative.duration) weeks")
    try expect(
      (0...Self.weeksMax).contains(initiative.release),
      "`\(id)` is released in week \(initiative.release)")
    try expect(
      initiative.needs.allSatisfy { (0...Self.tenthsMax).contains($0.demand) },
      "`\(id)` has a demand that cannot be")
    let amounts = [
      initiative.costOfDelay, initiative.deferCost, initiative.deadline?.penalty ?? 0,
    ]
    try expect(
      amounts.allSatisfy { (0...Self.moneyMax).contains($0) }, "`\(id)` has a cost that cannot be")
    try expect(
      initiative.deferCost >= initiative.cost(weeks: horizon),
      "`\(id)` costs less left out than finished in the last week")
  }

  private func expect(_ holds: Bool, _ otherwise: String) throws {
    if !holds { throw FormatError(what: "\(name): \(otherwise)") }
  }
}

extension DecodingError {
  /// Where it went wrong, without what the decoder says in the words of the machine.
  fileprivate var place: String {
    func path(_ keys: [any CodingKey]) -> String {
      let words = keys.map { $0.intValue.map(String.init) ?? $0.stringValue }
      return words.isEmpty ? "the file" : "`\(words.joined(separator: "."))`"
    }
    switch self {
    case .keyNotFound(let key, let context):
      return "\(path(context.codingPath + [key])) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "\(path(context.codingPath)) is of another type"
    case .dataCorrupted(let context): return "\(path(context.codingPath)) cannot be read"
    @unknown default: return "it cannot be read"
    }
  }
}
