internal import PlanModel
internal import PlanSyntax

// Change freezes, budgets, people who are named, and reports that are wanted.
extension Lowering {
  mutating func lowerPeople() {
    for id in table.top(.person) {
      plan.people.append(
        Person(
          name: name(of: id), label: label(of: id),
          team: references(.team, of: id).first.map { TeamID($0) }, note: text(.note, of: id)
        ).seen(by: readers(of: id)))
    }
  }

  mutating func lowerFreezes() {
    for id in table.top(.changeFreeze) {
      require(.during, of: id)
      let teams = references(.teams, of: id)
      guard !teams.isEmpty || !reader.has(.teams, of: id), let days = daysInPlan(.during, of: id)
      else { continue }
      plan.freezes.append(
        ChangeFreeze(
          name: name(of: id), label: label(of: id), days: days, teams: teams.map { TeamID($0) },
          forbids: symbol(.forbids, of: id).flatMap(ChangeFreeze.Forbids.init) ?? .finishing,
          why: text(.why, of: id)
        ).seen(by: readers(of: id)))
    }
  }

  mutating func lowerBudgets() {
    for id in table.top(.budget) {
      require(.money, of: id)
      let members = initiatives(where: .where, of: id)
      guard let money = reader.value(.money, of: id)?.money else { continue }
      plan.budgets.append(
        Budget(
          name: name(of: id), label: label(of: id), money: money, each: stretch(of: id),
          condition: reader.expression(.where, of: id).map { reader.source(of: $0.span) },
          members: members
        ).seen(by: readers(of: id)))
    }
  }

  /// Days of which some lie in the plan; `nil` where none are written or that has been reported.
  func daysInPlan(_ word: PropertyWord, of id: DeclarationID) -> ClosedRange<CivilDate>? {
    guard let days = reader.value(word, of: id)?.dateRange else { return nil }
    guard !isFrameKnown || days.upperBound >= plan.start && days.lowerBound <= plan.end else {
      let day = days.upperBound < plan.start ? days.upperBound : days.lowerBound
      report(.outsidePlan(word.rawValue, day, at: place(word, id), plan: plan))
      return nil
    }
    return days
  }

  /// The stretch of time that a budget, a headcount or a guardrail holds in.
  func stretch(of id: DeclarationID) -> Elapsed? {
    guard let stretch = period(.each, of: id) else { return nil }
    if stretch.isZero {
      report(
        .outOfBounds(
          "a rule holds for at least a day", at: place(.each, id), label: "less than a day",
          help: "write over what time it is counted, such as `\(PropertyWord.each.example)`"))
      return nil
    }
    return stretch
  }

  mutating func lowerReports() {
    for id in table.top(.report) {
      var view = ReportView(
        name: name(of: id), label: label(of: id),
        audience: symbol(.audience, of: id).flatMap(Audience.init),
        sections: reader.value(.sections, of: id)?.elements?.compactMap(\.symbol) ?? [])
      view.readers = readers(of: id)
      plan.reports.append(view)
      for text in table.children(of: id, .paragraph) { require(.says, of: text) }
    }
  }
}
