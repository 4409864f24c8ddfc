internal import PlanModel
internal import PlanSyntax

// Goals and the measures of goals and initiatives. What a goal's lateness costs follows once the works are known.
extension Lowering {
  mutating func lowerGoals() {
    for id in table.top(.goal) {
      indices[id.index] = Int32(plan.goals.count)
      plan.goals.append(
        Goal(
          name: name(of: id), label: label(of: id), by: day(.by, of: id), urgency: .none,
          metrics: metrics(of: id), owner: text(.owner, of: id), note: text(.note, of: id)))
      places.goals.append(table[id].place)
    }
  }

  func metrics(of owner: DeclarationID) -> [Metric] {
    table.children(of: owner, .metric).compactMap { id in
      require(.change, of: id)
      guard let texts = reader.value(.change, of: id)?.changeTexts else { return nil }
      let unit = text(.unit, of: id).map { " " + $0 } ?? ""
      return Metric(
        name: name(of: id), label: label(of: id), baseline: texts.baseline + unit,
        target: texts.target + unit)
    }
  }
}
