internal import PlanModel
internal import PlanSyntax

extension Lint {
  /// More than half of the open initiatives are `must`.
  static let everythingIsMust = Lint(
    code: .everythingIsMust, title: "`must` on more than half",
    reason: "where most things have to be done, nothing can give way when something goes wrong;"
      + " MoSCoW (Clegg and Barker, 1994) keeps musts at no more than 60 % of the effort"
  ) { subject in
    let musts = subject.open.filter { subject[$0].priority == .must }
    guard subject.open.count >= fewest, musts.count * 2 > subject.open.count,
      let first = musts.first
    else { return [] }
    return [
      Diagnostic(
        .everythingIsMust,
        "\(musts.count) of \(subject.open.count) open initiatives are `must`",
        at: subject.places[first], label: "the first of them",
        helps: ["keep `must` for what the plan is worthless without; the rest is `should`"])
    ]
  }

  /// A plan of three things may need them all.
  private static let fewest = 4
}
