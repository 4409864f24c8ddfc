internal import PlanModel
internal import PlanSyntax

extension Lint {
  /// A deadline whose price changes nothing in the schedule.
  ///
  /// The workbench solves the plan without it; here it gets its words.
  static let idleDeadline = Lint(
    code: .idleDeadline, title: "a deadline whose cost bends nothing",
    reason: "a date with a price is there to weigh one thing against another; where the schedule is"
      + " the same without it, either the price is wrong or the date needs none (Reinertsen, 2009)",
    findScheduled: { subject, schedule in
      schedule.idleDeadlines.map { idle in
        let (name, place) =
          switch idle.owner {
          case .initiative(let id): (subject[id].name, subject.places[id])
          case .goal(let id): (subject.plan.goals[id.index].name, subject.places[id])
          }
        let price = idle.costs.text(subject.plan.currency)
        return Diagnostic(
          .idleDeadline,
          idle.isMet
            ? "`\(name.shortened)` is done by \(idle.date) also without the \(price) of its deadline"
            : "`\(name.shortened)` misses its deadline of \(idle.date), and its \(price) change nothing",
          at: place, label: idle.isMet ? "in time in any case" : "late in any case",
          notes: ["without this deadline the schedule found is the same"],
          helps: [
            idle.isMet
              ? "check its price and its day; if both are right, `allow \(DiagnosticCode.idleDeadline.text)` with the reason"
              : "move the day, or say what else holds it up: people, what it waits for, a pin"
          ])
      }
    })
}
