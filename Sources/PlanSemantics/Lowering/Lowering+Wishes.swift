internal import PlanModel
internal import PlanSyntax

// Budgets, people who are named, and reports that are wanted.
extension Lowering {
  mutating func lowerPeople() {
    for id in table.top(.person) {
      plan.people.append(
        Person(
          name: name(of: id), label: label(of: id),
          team: references(.team, of: id).first.map { TeamID($0) }, note: text(.note, of: id)))
    }
  }

  mutating func lowerBudgets() {
    for id in table.top(.budget) {
      require(.money, of: id)
      let counted = initiatives(where: .where, of: id)
      guard let money = reader.value(.money, of: id)?.money else { continue }
      plan.budgets.append(
        Budget(
          name: name(of: id), label: label(of: id), money: money, each: period(.each, of: id),
          condition: reader.expression(.where, of: id).map { reader.source(of: $0.span) },
          counted: counted))
      plan.unenforced.append(
        Unenforced(
          kind: "budget", name: name(of: id), label: label(of: id),
          consequence:
            "what is scheduled may cost more than \(money.text(plan.currency))\(each(of: id))"))
    }
  }

  /// " each quarter", where it holds in stretches.
  private func each(of id: DeclarationID) -> String {
    let words = symbol(.each, of: id) ?? elapsed(.each, of: id)?.text
    return words.map { " each \($0)" } ?? ""
  }

  mutating func lowerReports() {
    for id in table.top(.report) {
      plan.reports.append(
        ReportView(
          name: name(of: id), label: label(of: id),
          audience: symbol(.audience, of: id).flatMap(ReportView.Audience.init),
          sections: reader.value(.sections, of: id)?.elements?.compactMap(\.symbol) ?? []))
      plan.unenforced.append(
        Unenforced(
          kind: "report", name: name(of: id), label: label(of: id),
          consequence: "there is one report, with everything in it, for every reader"))
    }
  }
}
