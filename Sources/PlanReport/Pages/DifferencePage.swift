package import PlanInsight
import PlanModel

/// Two versions of a plan, for readers: what was changed, what follows from it, and through which edit.
///
/// - Parameters:
///   - difference: The versions.
///   - checks: What came of their checks, before and after.
///   - unread: Which version has errors, and how many.
/// - Returns: What everybody reads, and what is folded away where that can be done.
package func differencePage(
  _ difference: Difference, checks: (before: [CheckOutcome], after: [CheckOutcome]),
  unread: [String]
) -> (document: Document, details: [Section]) {
  let edits = EditWords(difference)
  let (old, new) = difference.names
  var sections = [
    Section(
      title: "What was changed from \(old) to \(new)", blocks: edits.blocks(limit: editsMax))
  ]
  var details = edits.rest(limit: editsMax)
  var title = "What changed"
  if let outcome = difference.outcome {
    let words = ConsequenceWords(outcome.before, outcome.after, outcome.consequences)
    let writing = DifferenceWriting(
      difference: difference, outcome: outcome, words: words, edits: edits)
    title = outcome.after.plan.label
    sections.append(writing.whatFollows(checks, rows: rowsMax))
    details += writing.details(rows: rowsMax)
  }
  if !unread.isEmpty {
    sections.append(
      Section(
        title: "What follows",
        blocks: [
          .callout(
            """
            Nothing is said of consequences: \(Prose(marked: unread.joined(separator: ", and "))). What was changed is told as \
            far as it could be read.
            """)
        ]))
  }
  return (Document(title: Prose(title), sections: sections), details)
}

/// Lines that a reviewer reads before unfolding anything; a usual change has fewer.
private let editsMax = 12
private let rowsMax = 10

/// What follows, put together.
private struct DifferenceWriting {
  let difference: Difference
  let outcome: Difference.Outcome
  let words: ConsequenceWords
  let edits: EditWords

  private var shifts: [Consequences.Shift] { outcome.consequences.shifts }

  /// What some edit moved; what another order alone moved is told with the details.
  ///
  /// What came into the plan or fell out of it stands first, then deadlines, then what crossed a horizon; of each sort what moves
  /// most money.
  private var caused: [Consequences.Shift] {
    shifts.filter { !isOfSearch($0) }.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }.map(\.element)
  }

  private func rank(_ shift: Consequences.Shift) -> Int {
    if (shift.before?.span == nil) != (shift.after?.span == nil) { return 0 }
    if !shift.deadlines.isEmpty { return 1 }
    return words.horizon(shift).isEmpty ? 3 : 2
  }

  private func isOfSearch(_ shift: Consequences.Shift) -> Bool {
    guard let attribution = outcome.attribution else { return false }
    return attribution.causes(of: shift.path).allSatisfy {
      if case .search = $0 { true } else { false }
    }
  }

  // MARK: What everybody reads

  func whatFollows(
    _ checks: (before: [CheckOutcome], after: [CheckOutcome]), rows: Int
  ) -> Section {
    var blocks: [Block] = []
    let lines =
      words.feasibility + words.money + moneyBesides + words.goals + words.loads
      + words.guardrails + words.headcounts + words.checks(checks.before, checks.after) + confidence
    if !lines.isEmpty { blocks.append(.list(lines.map { capitalised($0) })) }
    if !caused.isEmpty { blocks.append(.table(table(Array(caused.prefix(rows))))) }
    if blocks.isEmpty {
      let isQuiet = shifts.isEmpty
      blocks.append(
        .paragraph(
          isQuiet
            ? "Nothing: no date, no deadline and no amount is another."
            : "Nothing: what moves does so for another order alone."))
    }
    if outcome.attribution == nil, outcome.editCount > 1, !shifts.isEmpty {
      blocks.append(
        .paragraph(
          """
          \(capitalised(counted(outcome.editCount, "edit"))) are not told apart: they are too many, or cannot be made one by one.
          """))
    }
    return Section(title: "What follows", blocks: blocks)
  }

  private func table(_ shown: [Consequences.Shift]) -> Table {
    Table(
      columns: [
        Table.Column("Initiative"), Table.Column("Horizon"), Table.Column("Dates"),
        Table.Column("Deadline"), Table.Column("Its cost of delay", .trailing),
        Table.Column("Because of"),
      ],
      rows: shown.map { shift in
        [
          "\(strong: label(shift))", words.horizon(shift), words.days(shift),
          words.deadlines(shift), words.costs(shift), because(shift),
        ]
      }
    ).compacted
  }

  private func label(_ shift: Consequences.Shift) -> String {
    shift.indices.after.map { words.after.label($0) }
      ?? shift.indices.before.map { words.before.label($0) } ?? shift.path
  }

  private func because(_ shift: Consequences.Shift) -> Prose {
    guard let attribution = outcome.attribution else { return "" }
    let causes = attribution.causes(of: shift.path)
    let isOne = causes.count == 1
    let shown = causes.prefix(Self.causesMax).map { cause -> Prose in
      switch cause {
      case .edit(let edit, let days): edits.reference(edit) + (isOne ? "" : by(days))
      case .together(let joint, let days): together(joint) + (isOne ? "" : by(days))
      case .search(let days): "another order" + (isOne ? "" : by(days))
      }
    }
    let more =
      causes.count > Self.causesMax
      ? Prose(" and \(inWords(causes.count - Self.causesMax)) more") : Prose()
    return shown.joined(separator: "; ") + more
  }

  private func together(_ joint: [Int]) -> Prose {
    joint.count < 2
      ? "several edits together"
      : "\(joint.map(edits.reference).joinedAsSentence()) together"
  }

  private func by(_ days: Int?) -> Prose {
    guard let days, days != 0 else { return "" }
    return " (\(figure: "\(days > 0 ? "+" : "-")\(counted(abs(days)))"))"
  }

  private func counted(_ days: Int) -> String { days == 1 ? "1 day" : "\(days) days" }

  private func counted(_ count: Int, _ noun: String) -> String {
    PlanReport.counted(count, noun)
  }

  // MARK: Money and confidence

  /// What could be avoided with more people, and what each goal loses.
  private var moneyBesides: [Prose] {
    guard words.hasMoney else { return [] }
    var lines: [Prose] = []
    let (old, new) = (avoidable(outcome.before), avoidable(outcome.after))
    if old != new, outcome.before.solution.isFeasible, outcome.after.solution.isFeasible {
      lines.append(
        """
        of it avoidable with people enough \(figure: words.before.money(old, isProved: false)) → \
        \(figure: words.after.money(new, isProved: false))
        """)
    }
    for (index, goal) in words.after.plan.goals.enumerated() {
      let former = words.before.plan.goals.firstIndex {
        (difference.renames[$0.name] ?? $0.name) == goal.name
      }
      guard let former else { continue }
      let was = words.before.schedule.cost(ofGoal: former, in: words.before.problem)
      let now = words.after.schedule.cost(ofGoal: index, in: words.after.problem)
      guard was != now else { continue }
      lines.append(
        """
        goal \(strong: goal.name) loses \(figure: words.before.money(was, isProved: false)) → \
        \(figure: words.after.money(now, isProved: false))
        """)
    }
    return lines
  }

  private func avoidable(_ answer: Answer) -> Int64 {
    max(0, answer.solution.delayCost.addingClamped(-answer.baselines.unlimited))
  }

  /// Chances of goals and deadlines that are others, and by more than trials are sure of.
  private var confidence: [Prose] {
    guard let old = outcome.before.simulation, let new = outcome.after.simulation else { return [] }
    var lines: [Prose] = []
    func tell(_ what: Prose, _ by: CivilDate, _ was: DayDistribution?, _ now: DayDistribution?) {
      guard let was, let now else { return }
      let first = was.chance(by: words.before.model.day(of: by))
      let second = now.chance(by: words.after.model.day(of: by))
      guard abs(first.perMille - second.perMille) >= Self.chanceStep else { return }
      lines.append(
        """
        \(what) by \(figure: by.text): \(figure: first.percentText()) → \(figure: second.percentText()) of the trials
        """)
    }
    for (index, goal) in words.after.plan.goals.enumerated() {
      let former = words.before.plan.goals.firstIndex {
        (difference.renames[$0.name] ?? $0.name) == goal.name
      }
      guard let by = goal.by, let former else { continue }
      tell("goal \(strong: goal.name)", by, old.goals[former]?.finish, new.goals[index]?.finish)
    }
    for (index, initiative) in words.after.plan.initiatives.enumerated() {
      let former = words.before.plan.initiatives.firstIndex {
        (difference.renames[$0.path] ?? $0.path) == initiative.path
      }
      guard let former else { continue }
      for deadline in initiative.urgency.deadlines {
        tell(
          "\(strong: words.after.label(index))", deadline.date,
          old.initiatives[former]?.finish, new.initiatives[index]?.finish)
      }
    }
    return lines
  }

  // MARK: Details

  func details(rows: Int) -> [Section] {
    let rest = Array(caused.dropFirst(rows))
    let ofSearch = shifts.filter(isOfSearch)
    var sections: [Section] = []
    if !rest.isEmpty {
      sections.append(
        Section(
          title: "\(capitalised(inWords(rest.count))) more that moved",
          blocks: [.table(table(rest))]))
    }
    let money = outcome.attribution.flatMap(moneyTable)
    if let money {
      let words: Prose =
        "Each by itself in the plan as it was; what all do beyond the sum of that they do together."
      sections.append(
        Section(
          title: "What each edit costs",
          blocks: [.table(money), .paragraph(words + (followed.map { " " + $0 } ?? Prose()))]))
    }
    if !ofSearch.isEmpty {
      sections.append(
        Section(
          title: "Moved by no edit",
          blocks: [
            .paragraph(
              "A search from nothing finds another order, which costs as much or less; `plan freeze` keeps an agreed one."
                .marked), .table(table(ofSearch)),
          ]))
    }
    if money == nil, let followed {
      sections.append(Section(title: "How to read this", blocks: [.paragraph(followed)]))
    }
    return sections
  }

  /// Where the schedule after comes from; `nil` where there is no better one.
  private var followed: Prose? {
    guard !outcome.after.solution.isOptimal else { return nil }
    return """
      The schedule after is searched for from the one before, so that only what the edits move moves. \
      \(code: "plan render") searches from nothing and may find another order; \(code: "plan freeze") keeps an agreed one.
      """
  }

  /// The parts of the rise in the cost of delay, which add up; `nil` where one edit is all there is.
  private func moneyTable(_ attribution: Attribution) -> Table? {
    guard words.hasMoney else { return nil }
    let money = attribution.money
    var rows: [[Prose]] = money.alone.enumerated().filter { $0.element != 0 }.map { index, amount in
      let needs = attribution.needs[index].sorted()
      let with =
        needs.isEmpty
        ? Prose() : " on top of \(needs.map(edits.reference).joinedAsSentence())"
      return [edits.reference(index) + with, "\(figure: exact(amount))"]
    }
    if money.together != 0 {
      let joint = attribution.jointInMoney.map(edits.reference)
      let who = joint.count > 1 ? " (\(joint.joinedAsSentence()))" : Prose()
      rows.append(["What they do only together" + who, "\(figure: exact(money.together))"])
    }
    if money.search != 0 {
      rows.append(["Another order, found by searching anew", "\(figure: exact(money.search))"])
    }
    guard rows.count > 1 else { return nil }
    let sum = outcome.after.solution.delayCost
      .addingClamped(-outcome.before.solution.delayCost)
    rows.append(["\(strong: "In all")", "\(figure: exact(sum))"])
    return Table(
      columns: [Table.Column("Edit"), Table.Column("Cost of delay", .trailing)], rows: rows)
  }

  /// To the minor unit, so that the column adds up.
  private func exact(_ minorUnits: Int64) -> String {
    let text = Money(minorUnits: minorUnits).text(words.after.plan.currency)
    return minorUnits > 0 ? "+\(text)" : text
  }

  /// Five points: trials are sure of two.
  private static let chanceStep: Int64 = 50
  private static let causesMax = 3
}

extension String {
  fileprivate var marked: Prose { Prose(marked: self) }
}
