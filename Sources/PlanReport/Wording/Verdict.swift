import PlanInsight
import PlanModel

/// How something stands that is held to a date: by rule, or as somebody says against the rule.
///
/// Off track where the schedule leaves it out or has it done too late, or where it is in time in under half as many trials as the
/// horizon of the date asks for; at risk where it is in time in fewer trials than that; else on track. Of several dates the worst
/// counts.
struct Verdict {
  /// By the rules; `nil` where they know nothing: no date, or nobody simulated.
  var ruled: Health.Light?
  /// What somebody says instead, with the reason.
  var said: Health?

  var light: Health.Light? { said?.light ?? ruled }

  /// `at risk`, with what the rules say where that is something else.
  var phrase: Prose { phrase { $0 } }

  /// The same with the reason as there is room for it.
  func phrase(_ reason: (String) -> String?) -> Prose {
    guard let light else { return "" }
    guard let said else { return Prose(light.phrase, .standing(light)) }
    let rules = ruled.map { $0 == said.light ? "" : "; by the figures \($0.phrase)" } ?? ""
    let because = reason(said.because).map { ": \($0)" } ?? ""
    return Prose(light.phrase, .standing(light)) + Prose(rules + because)
  }
}

extension Health.Light {
  var phrase: String {
    switch self {
    case .green: "on track"
    case .amber: "at risk"
    case .red: "off track"
    }
  }

  /// For taking the worst of several.
  fileprivate var severity: Int {
    switch self {
    case .green: 0
    case .amber: 1
    case .red: 2
    }
  }
}

extension Reading {
  func verdict(ofGoal index: Int) -> Verdict {
    let goal = plan.goals[index]
    if goal.isDropped(by: plan.asOf) { return Verdict() }
    let members = members(ofGoal: index)
    let isMissing = members.contains { !schedule.isDone($0, in: problem) && !isOver($0) }
    let finishes = members.compactMap { schedule.finish(of: $0, in: problem) }
    let outlook = answer.simulation?.goals[index]
    return Verdict(
      ruled: members.isEmpty
        ? nil
        : ruled(
          [goal.by].compactMap(\.self) + goal.urgency.deadlines.map(\.date), isMissing: isMissing,
          finish: finishes.max().map(model.date(ofDay:)), outlook?.finish),
      said: goal.health)
  }

  func verdict(of initiative: Int) -> Verdict {
    let planned = plan.initiatives[initiative]
    let agreed = plan.agreedFinish(of: InitiativeID(initiative))
    let dates = planned.urgency.deadlines.map(\.date) + [agreed].compactMap(\.self)
    switch standings[initiative] {
    case .done, .cancelled, .hidden: return Verdict()
    case .undone:
      return Verdict(
        ruled: ruled(dates, isMissing: true, finish: nil, nil), said: planned.health)
    case .scheduled(let span):
      return Verdict(
        ruled: ruled(
          dates, isMissing: false, finish: span.finish,
          answer.simulation?.initiatives[initiative]?.finish), said: planned.health)
    }
  }

  /// Done, so that nothing of it is missing.
  private func isOver(_ initiative: Int) -> Bool {
    problem.initiatives[initiative].works.isEmpty
  }

  private func ruled(
    _ dates: [CivilDate], isMissing: Bool, finish: CivilDate?, _ outlook: DayDistribution?
  ) -> Health.Light? {
    dates.compactMap { date -> Health.Light? in
      if isMissing { return .red }
      guard let finish else { return .green }
      if finish > date { return .red }
      guard date >= plan.asOf, let chance = outlook?.chance(by: model.day(of: date)) else {
        return nil
      }
      let needed = needed(by: date)
      if chance >= needed { return .green }
      return (chance.times(2) ?? .one) < needed ? .red : .amber
    }.max { $0.severity < $1.severity }
  }

  /// How sure a date has to be: the lower end of the band of its horizon, half where that has none.
  private func needed(by date: CivilDate) -> Rational {
    let horizon = model.horizon(ofDay: model.day(of: date))
    return plan.horizons[horizon.index].band?.lowerBound ?? .percent(50)
  }

  /// Whether anything in this report has a verdict, so that the rules have to be stated.
  var hasVerdicts: Bool {
    goals.contains { verdict(ofGoal: $0).light != nil }
      || standings.indices.contains { verdict(of: $0).light != nil }
  }
}
