internal import PlanModel
internal import PlanSyntax

/// Where a headcount and its limits stand.
struct HeadcountPlace: Sendable {
  var block: Span
  /// `nil` where it has no such limit.
  var people: Span?
  var money: Span?
}

/// What a plan says beyond one of its headcounts: one finding for each limit, of the first period in which that is passed.
struct HeadcountFindings {
  private let headcount: Headcount
  private let place: HeadcountPlace
  private let plan: Plan
  private let places: PlaceTable

  init(_ headcount: Headcount, _ place: HeadcountPlace, _ plan: Plan, _ places: PlaceTable) {
    self.headcount = headcount
    self.place = place
    self.plan = plan
    self.places = places
  }

  var all: [Diagnostic] {
    let uses = plan.uses(of: headcount)
    let crowded = uses.first { $0.excessTenths > 0 }
    let dear = uses.first { $0.excess > .zero }
    return [crowded.flatMap { tooMany($0, in: uses) }, dear.map(tooDear)].compactMap(\.self)
  }

  private var code: DiagnosticCode { headcount.isHard ? .beyondHeadcount : .headcountPassed }

  private func tooMany(_ use: HeadcountUse, in uses: [HeadcountUse]) -> Diagnostic? {
    guard let limit = headcount.peopleTenths, let day = use.crowdedOn else { return nil }
    let most = uses.map(\.mostTenths).max() ?? use.mostTenths
    let later = use.mostTenths < most ? ", and up to \(heads(most)) later" : ""
    let joining = joining(by: day)
    return Diagnostic(
      code,
      "`\(headcount.name.shortened)` allows \(heads(Int64(limit))), and \(when(day)) there are more",
      at: place.people ?? place.block, label: "at most so many", secondary: joining,
      notes: ["there are up to \(heads(use.mostTenths)) then\(later)"],
      helps: [
        (joining.isEmpty ? "write fewer `people` in the teams" : "let fewer join, or later")
          + ", or allow \(heads(most)) here"
      ])
  }

  private func tooDear(_ use: HeadcountUse) -> Diagnostic {
    func text(_ money: Money) -> String { money.text(plan.currency) }
    let isAssumed = headcount.teams.flatMap { plan.teams[$0.index].hires }
      .contains { hire in
        headcount.counts(hire) && hire.salary == nil && hire.on <= use.days.upperBound
          && use.days.lowerBound <= hire.last ?? use.days.lowerBound
      }
    let yearly = text(plan.salaryByRate.amount(overDays: MoneyRate.daysPerYear))
    return Diagnostic(
      code,
      "`\(headcount.name.shortened)` allows \(text(use.limit ?? .zero)) for those who join, and they cost \(text(use.cost))",
      at: place.money ?? place.block, label: "at most so much",
      secondary: joining(by: use.days.upperBound),
      notes: ["from \(use.days.lowerBound) to \(use.days.upperBound)"]
        + (isAssumed ? ["whoever has no `salary` costs the plan's `rate`: \(yearly) a year"] : []),
      helps: ["let fewer join, or later, or allow \(text(use.cost)) here"])
  }

  private func when(_ day: CivilDate) -> String {
    day <= plan.asOf ? "today" : "on \(day)"
  }

  /// The last who join by a day and are still there, if anybody does.
  private func joining(by day: CivilDate) -> [Diagnostic.Label] {
    var last: (on: CivilDate, span: Span)?
    for team in headcount.teams {
      for (hire, span) in zip(plan.teams[team.index].hires, places.hires(of: team))
      where headcount.counts(hire) && hire.on <= day && day <= hire.last ?? day {
        if last.map({ $0.on <= hire.on }) ?? true { last = (hire.on, span) }
      }
    }
    return last.map { [Diagnostic.Label($0.span, "the last to join, on \($0.on)")] } ?? []
  }
}
