internal import PlanModel
internal import PlanSyntax

// Goals. What a goal's lateness costs follows once the works are known.
extension Lowering {
  mutating func lowerGoals() {
    for id in table.top(.goal) {
      indices[id.index] = Int32(plan.goals.count)
      var goal = Goal(
        name: name(of: id), label: label(of: id), by: day(.by, of: id), urgency: .none,
        metrics: metrics(of: id), owner: text(.owner, of: id), note: text(.note, of: id))
      goal.dropped = day(.dropped, of: id)
      goal.health = health(of: id)
      goal.readers = readers(of: id)
      plan.goals.append(goal)
      places.goals.append(table[id].place)
    }
  }
}
