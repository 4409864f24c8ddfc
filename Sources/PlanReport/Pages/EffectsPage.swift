package import PlanInsight
import PlanModel

/// What a change of a plan did, for a session: what moved, which dates are lost or won, money, load and checks.
///
/// - Parameters:
///   - before: The schedule that was.
///   - after: The one that is.
///   - checks: What came of the plan's checks, before and after.
///   - rows: Initiatives that are told one by one, the dearest first.
/// - Returns: Nothing where nothing is different.
package func effectsPage(
  from before: Answer, to after: Answer, checks: (before: [CheckOutcome], after: [CheckOutcome]),
  rows: Int = 12
) -> [Section] {
  let effects = Effects(before: Reading(before), after: Reading(after))
  var blocks: [Block] = []
  let shifts = effects.shifts
  if !shifts.isEmpty {
    blocks.append(.table(effects.table(Array(shifts.prefix(rows)))))
  }
  let more = shifts.count > rows ? [Prose("\(inWords(shifts.count - rows)) more have moved")] : []
  let lines =
    more + effects.feasibility + effects.goals + effects.money + effects.loads + effects.guardrails
    + effects.checks(checks.before, checks.after)
  if !lines.isEmpty { blocks.append(.list(lines)) }
  return blocks.isEmpty ? [] : [Section(title: "", blocks: blocks)]
}

/// How good a schedule is, in a few words: "proved optimal".
package func standing(_ answer: Answer) -> String {
  let solution = answer.solution
  guard solution.isFeasible else {
    return answer.isProvedInfeasible
      ? "no schedule keeps every demand" : "no schedule was found that keeps every demand"
  }
  if solution.isOptimal { return "proved optimal" }
  guard let gap = gap(solution), answer.plan.printsMoney else { return "not proved optimal" }
  return "at most \(gap) from the best"
}

/// Two schedules of one plan, before and after a change of it.
private struct Effects {
  let before: Reading
  let after: Reading

  /// An initiative that stands otherwise.
  struct Shift {
    let name: String
    let before: Standing?
    let after: Standing?
    let deadlines: [Prose]
    /// Minor units by which its cost of delay rises.
    let costs: Int64
  }

  // MARK: Initiatives

  var shifts: [Shift] {
    let old = Effects.byName(before)
    let new = Effects.byName(after)
    var names = after.plan.initiatives.map(\.path)
    names += before.plan.initiatives.map(\.path).filter { new[$0] == nil }
    let all = names.compactMap { name -> Shift? in
      let (was, now) = (old[name], new[name])
      let shift = Shift(
        name: name, before: was.map { before.standings[$0] },
        after: now.map { after.standings[$0] },
        deadlines: deadlines(was, now),
        costs: (now.map { after.schedule.cost(of: $0, in: after.problem) } ?? 0)
          .addingClamped(-(was.map { before.schedule.cost(of: $0, in: before.problem) } ?? 0)))
      // What is new and left out did nothing yet; so did what is gone and was out.
      let isQuiet = (shift.before ?? .undone) == (shift.after ?? .undone)
      return isQuiet && shift.deadlines.isEmpty ? nil : shift
    }
    return all.enumerated().sorted {
      ($1.element.costs.magnitude, $0.offset) < ($0.element.costs.magnitude, $1.offset)
    }.map(\.element)
  }

  private static func byName(_ reading: Reading) -> [String: Int] {
    Dictionary(
      reading.plan.initiatives.enumerated().map { ($0.element.path, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  func table(_ shifts: [Shift]) -> Table {
    let money = after.plan.printsMoney
    return Table(
      columns: [
        Table.Column(""), Table.Column(""), Table.Column(""), Table.Column(""),
        Table.Column("", .trailing),
      ],
      rows: shifts.map { shift in
        [
          Prose(shift.name, .strong), horizon(shift), days(shift),
          shift.deadlines.joined(separator: ", "),
          money && shift.costs != 0 ? "\(figure: signed(shift.costs))" : "",
        ]
      }
    ).compacted
  }

  private func horizon(_ shift: Shift) -> Prose {
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
    case .scheduled(let span)?: reading.label(span.horizon)
    }
  }

  private func days(_ shift: Shift) -> Prose {
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

  // MARK: Dates

  private func deadlines(_ was: Int?, _ now: Int?) -> [Prose] {
    guard let now else { return [] }
    let old = was.map { before.plan.initiatives[$0].urgency.deadlines } ?? []
    let finishedBefore = was.flatMap { before.standings[$0].span?.finish }
    let finish = after.standings[now].span?.finish
    let isOut = after.standings[now] == .undone
    return after.plan.initiatives[now].urgency.deadlines.compactMap { deadline in
      guard finish != nil || isOut else { return nil }
      let isKept = finish.map { $0 <= deadline.date } ?? false
      let wasKept =
        old.contains { $0.date == deadline.date }
        ? finishedBefore.map { $0 <= deadline.date } ?? false : true
      let day = "due \(deadline.date.shortText)"
      if isKept { return wasKept ? nil : "\(figure: "\(day), kept")" }
      guard let finish else { return wasKept ? "\(figure: "\(day), missed")" : nil }
      let late = deadline.date.days(until: finish)
      let wasLate = finishedBefore.map { deadline.date.days(until: $0) }
      if !wasKept, wasLate == late { return nil }
      return "\(figure: "\(day), missed by \(late == 1 ? "a day" : "\(late) days")")"
    }
  }

  /// Goals whose day is won or lost.
  var goals: [Prose] {
    after.plan.goals.indices.compactMap { index in
      let goal = after.plan.goals[index]
      guard let by = goal.by,
        let old = before.plan.goals.firstIndex(where: { $0.name == goal.name })
      else { return nil }
      let wasMet = before.finish(ofGoal: old).map { $0 <= (before.plan.goals[old].by ?? by) }
      let isMet = after.finish(ofGoal: index).map { $0 <= by }
      guard wasMet ?? false != isMet ?? false else { return nil }
      let what: Prose = "goal \(strong: goal.name)"
      guard isMet ?? false else {
        let late = after.finish(ofGoal: index).map { ", on \($0.text)" } ?? ", not in this plan"
        return "\(what) is no longer met by \(figure: by.text)\(late)"
      }
      return "\(what) is met by \(figure: by.text)"
    }
  }

  // MARK: Money

  var money: [Prose] {
    let (old, new) = (before.answer.solution, after.answer.solution)
    guard after.plan.printsMoney, before.plan.currency == after.plan.currency else { return [] }
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

  private func signed(_ minorUnits: Int64) -> String {
    let text = after.money(minorUnits, isProved: false)
    return minorUnits > 0 ? "+\(text)" : text
  }

  // MARK: People and rules

  /// Months in which a team has more to do than it can plan with, and had not.
  var loads: [Prose] {
    after.answer.loads.compactMap { load in
      let name = after.plan.teams[load.team.index].name
      let old = before.plan.teams.firstIndex { $0.name == name }.map { before.answer.loads[$0] }
      let full = load.months.filter { month in
        guard let share = month.share, share > .one else { return false }
        let was = old?.months.first { $0.days == month.days }?.share
        return was.map { $0 <= .one } ?? true
      }
      guard let worst = full.max(by: { ($0.share ?? .zero) < ($1.share ?? .zero) }),
        let share = worst.share
      else { return nil }
      let more = full.count > 1 ? ", and in \(counted(full.count - 1, "other month"))" : ""
      return """
        \(strong: name) is at \(figure: share.percentText()) in \
        \(figure: worst.days.lowerBound.monthText)\(more)
        """
    }
  }

  var guardrails: [Prose] {
    after.answer.guardrails.compactMap { shares in
      let guardrail = after.plan.guardrails[shares.guardrail]
      let old = before.answer.guardrails.first {
        before.plan.guardrails[$0.guardrail].name == guardrail.name
      }
      let wasKept = old?.periods.allSatisfy(\.isKept) ?? true
      let isKept = shares.periods.allSatisfy(\.isKept)
      if wasKept == isKept { return nil }
      return
        "guardrail \(strong: guardrail.name) \(isKept ? "is kept again" : "is not kept any more")"
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
  /// When all of a goal's initiatives are done; `nil` where one of them is left out.
  fileprivate func finish(ofGoal goal: Int) -> CivilDate? {
    let members = members(ofGoal: goal)
    let finishes = members.compactMap { standings[$0].span?.finish }
    return members.contains { standings[$0] == .undone } ? nil : finishes.max()
  }

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
