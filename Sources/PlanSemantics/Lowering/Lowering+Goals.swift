internal import PlanModel
internal import PlanSyntax

// Goals. What a goal's lateness costs follows once the works are known.
extension Lowering {
  mutating func lowerGoals() {
    for id in table.top(.goal) {
      indices[id.index] = Int32(plan.goals.count)
      plan.goals.append(
        Goal(
          name: name(of: id), label: label(of: id), by: day(.by, of: id), urgency: .none,
          metrics: metrics(of: id), owner: text(.owner, of: id), note: text(.note, of: id)))
      plan.goals[plan.goals.count - 1].dropped = day(.dropped, of: id)
      plan.goals[plan.goals.count - 1].health = health(of: id)
      plan.goals[plan.goals.count - 1].readers = readers(of: id)
      places.goals.append(table[id].place)
    }
  }
}
