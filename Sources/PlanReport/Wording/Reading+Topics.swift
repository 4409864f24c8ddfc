import PlanInsight
import PlanModel

extension Reading {
  /// The initiatives, those of one name together.
  var topics: [Topic] {
    var topics: [Topic] = []
    var places: [String: Int] = [:]
    for index in plan.initiatives.indices where standings[index] != .hidden {
      let teams = teams(index).filter { shows(plan.teams[$0.index].readers) }.map(label)
        .filter { !$0.isEmpty }
      let goals = plan.initiatives[index].goals.map(label).filter { !$0.isEmpty }
      let label = label(index)
      let titled = titled(index)
      if let place = places[label] {
        topics[place].teams += teams.filter { !topics[place].teams.contains($0) }
        topics[place].goals += goals.filter { !topics[place].goals.contains($0) }
      } else {
        places[label] = topics.count
        topics.append(
          Topic(
            label: label, names: titled == label ? [] : [titled], teams: teams, goals: goals))
      }
    }
    return topics
  }
}
