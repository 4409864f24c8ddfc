import PlanInsight
import PlanModel

/// What is otherwise in another schedule, in words: for sessions, which tell each change, and for versions of a plan.
struct ConsequenceWords {
  let before: Reading
  let after: Reading
  let consequences: Consequences

  init(_ before: Answer, _ after: Answer, _ consequences: Consequences) {
    self.before = Reading(before)
    self.after = Reading(after)
    self.consequences = consequences
  }

  // MARK: Initiatives

  /// `Now → Next`; empty where it is the same.
  func horizon(_ shift: Consequences.Shift) -> Prose {
    let was = place(shift.before, before)
    let now = place(shift.after, after)
    return was == now ? "" : "\(figure: "\(was) → \(now)")"
  }

  private func place(_ standing: Standing?, _ reading: Reading) -> String {
    switch standing {
    case nil: "not in the plan"
    case .undone?: "not done"
    case .done?: "done"
    case .cancelled?: "cancelled"
    case .hidden?: ""
    case .scheduled(let span)?: reading.label(span.horizon)
    }
  }

  /// Which of its dates is another.
  func days(_ shift: Consequences.Shift) -> Prose {
    let (was, now) = (shift.before?.span, shift.after?.span)
    guard let now else { return "" }
    guard let was else {
      return "\(figure: "\(now.start.text(besides: now.finish.year)) to \(now.finish.text)")"
    }
    if was.finish != now.finish { return change("ends", was.finish, now.finish) }
    return was.start == now.start ? "" : change("starts", was.start, now.start)
  }

  /// On one line, with the years where they differ.
  private func change(_ what: String, _ was: CivilDate, _ now: CivilDate) -> Prose {
    "\(figure: "\(what) \(was.text(besides: now.year)) → \(now.text(besides: was.year))")"
  }

  func deadlines(_ shift: Consequences.Shift) -> Prose {
    shift.deadlines.map { deadline -> Prose in
      let day = "due \(deadline.date.shortText)"
      switch deadline.outcome {
      case .kept: return "\(figure: "\(day), kept")"
      case .missed: return "\(figure: "\(day), missed")"
      case .missedBy(let late):
        return "\(figure: "\(day), missed by \(late == 1 ? "a day" : "\(late) days")")"
      }
    }.joined(separator: ", ")
  }

  /// Empty where the plan has no money, or it costs the same.
  func costs(_ shift: Consequences.Shift) -> Prose {
    after.plan.printsMoney && shift.costs != 0 ? "\(figure: signed(shift.costs))" : ""
  }

  // MARK: Goals and money

  /// Goals whose day is won or lost.
  var goals: [Prose] {
    consequences.goals.map { shift in
      let what: Prose = "goal \(strong: after.plan.goals[shift.goal].name)"
      if shift.isMet { return "\(what) is met by \(figure: shift.by.text)" }
      let late = shift.finish.map { ", on \($0.text)" } ?? ", not in this plan"
      return "\(what) is no longer met by \(figure: shift.by.text)\(late)"
    }
  }

  /// Whether amounts of both can be compared.
  var hasMoney: Bool { after.plan.printsMoney && before.plan.currency == after.plan.currency }

  var money: [Prose] {
    let (old, new) = (before.answer.solution, after.answer.solution)
    guard hasMoney else { return [] }
    var lines: [Prose] = []
    if old.delayCost != new.delayCost {
      let rise = new.delayCost.addingClamped(-old.delayCost)
      lines.append(
        """
        cost of delay \(before.total(old.delayCost)) → \(after.total(new.delayCost)), \
        \(strong: signed(rise))\(new.isOptimal ? ", proved optimal" : "")
        """)
    }
    if old.softCost != new.softCost {
      lines.append(
        """
        soft demands that are not met \(before.total(old.softCost)) → \(after.total(new.softCost))
        """)
    }
    if old.churn != new.churn {
      lines.append(
        "moving what was agreed \(before.total(old.churn)) → \(after.total(new.churn))")
    }
    return lines
  }

  /// With a plus where it is more.
  func signed(_ minorUnits: Int64) -> String {
    let text = after.money(minorUnits, isProved: false)
    return minorUnits > 0 ? "+\(text)" : text
  }

  // MARK: People and rules

  /// Months in which a team has more to do than it can plan with, and had not.
  var loads: [Prose] {
    consequences.overloads.map { load in
      let more = load.others > 0 ? ", and in \(counted(load.others, "other month"))" : ""
      return """
        \(strong: after.plan.teams[load.team.index].name) is at \(figure: load.share.percentText()) in \
        \(figure: load.month.monthText)\(more)
        """
    }
  }

  var guardrails: [Prose] {
    consequences.guardrails.map { shift in
      """
      guardrail \(strong: after.plan.guardrails[shift.guardrail].name) \
      \(shift.isKept ? "is kept again" : "is not kept any more")
      """
    }
  }

  var headcounts: [Prose] {
    consequences.headcounts.map { shift in
      let name: Prose = "headcount \(strong: after.plan.headcounts[shift.headcount].name)"
      guard let use = shift.passed else { return "\(name) is kept again" }
      return "\(name) is passed: \(after.measure(of: use))"
    }
  }

  func checks(_ old: [CheckOutcome], _ new: [CheckOutcome]) -> [Prose] {
    new.compactMap { check in
      let held = old.first { $0.name == check.name }?.failures.isEmpty ?? true
      if held == check.failures.isEmpty { return nil }
      guard let first = check.failures.first else {
        return "check \(strong: check.name) holds again"
      }
      let who = first.subject.map { ": \($0)" } ?? ""
      let more =
        check.failures.count > 1 ? " and \(counted(check.failures.count - 1, "other"))" : ""
      return "check \(strong: check.name) does not hold any more\(who)\(more)"
    }
  }

  var feasibility: [Prose] {
    let (was, isNow) = (before.answer.solution.isFeasible, after.answer.solution.isFeasible)
    if isNow { return was ? [] : ["every demand of the plan can be kept again"] }
    guard was || before.answer.solution.broken != after.answer.solution.broken else { return [] }
    let demands = after.answer.solution.broken.prefix(3).map { after.broken($0) }
    return ["\(strong: "No schedule keeps every demand:") \(demands.joined(separator: "; "))"]
  }
}

extension Reading {
  fileprivate func broken(_ demand: BrokenDemand) -> Prose {
    switch demand {
    case .undone(let initiative): return "\(emphasis: label(initiative)) must be done and is not"
    case .late(let initiative, let latest, let finish, _):
      return """
        \(emphasis: label(initiative)) is due on \(figure: model.date(ofDay: latest).text) and done on \
        \(figure: model.date(ofDay: finish).text)
        """
    case .outsideWindow(let initiative, _):
      return "\(emphasis: label(initiative)) is not in the horizon it is pinned to"
    case .overBudget(let budget, _, _):
      return "budget \(emphasis: label(budget: budget)) is overspent"
    case .offGuardrail(let guardrail, _, _):
      return "guardrail \(emphasis: label(guardrail: guardrail)) is not kept"
    }
  }
}
