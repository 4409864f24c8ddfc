import PlanInsight
import PlanModel

/// What all of the work needs against what the teams have for it.
struct Gap {
  /// Initiatives that are still wanted, those left out among them and those that the plan declines not.
  let count: Int
  /// Their effort that is still to be done.
  let needed: Effort
  /// What the teams plan to have for it.
  let planned: Effort
  /// Teams that have less than is asked of them.
  let short: [Team]

  struct Team {
    let id: TeamID
    let asked: Effort
    let planned: Effort
  }

  /// - Returns: `nil` where nothing is wanted any more.
  init?(_ reading: Reading) {
    let wanted = reading.standings.indices.filter { index in
      switch reading.standings[index] {
      case .scheduled, .undone: reading.plan.initiatives[index].priority != .wont
      case .done, .cancelled, .hidden: false
      }
    }
    guard !wanted.isEmpty else { return nil }
    count = wanted.count
    needed = wanted.reduce(Effort.zero) { $0 + reading.effort($1) }
    planned = reading.answer.loads.reduce(Effort.zero) { $0 + $1.planned }
    var asked = [Effort](repeating: .zero, count: reading.plan.teams.count)
    for index in wanted {
      for place in reading.plan.initiatives[index].works
      where reading.model.workIndices[place] != nil {
        let work = reading.plan.works[place]
        asked[work.team.index] = asked[work.team.index] + work.effort
      }
    }
    short = reading.teams.compactMap { id in
      let planned = reading.answer.loads[id.index].planned
      return asked[id.index] > planned
        ? Team(id: id, asked: asked[id.index], planned: planned) : nil
    }
  }
}

extension Effort {
  /// `23 person-weeks`, for those who do not know the unit.
  var inFull: String {
    let text = personWeeksText
    return text.replacing(" pw", with: text == "1 pw" ? " person-week" : " person-weeks")
  }
}
