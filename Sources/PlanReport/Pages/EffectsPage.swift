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
  let words = ConsequenceWords(before, after, Consequences(from: before, to: after))
  let shifts = words.consequences.shifts
  var blocks: [Block] = []
  if !shifts.isEmpty { blocks.append(.table(table(Array(shifts.prefix(rows)), words))) }
  let more = shifts.count > rows ? [Prose("\(inWords(shifts.count - rows)) more have moved")] : []
  let lines =
    more + words.feasibility + words.goals + words.money + words.loads + words.guardrails
    + words.headcounts
    + words.checks(checks.before, checks.after)
  if !lines.isEmpty { blocks.append(.list(lines)) }
  return blocks.isEmpty ? [] : [Section(title: "", blocks: blocks)]
}

private func table(_ shifts: [Consequences.Shift], _ words: ConsequenceWords) -> Table {
  Table(
    columns: [
      Table.Column(""), Table.Column(""), Table.Column(""), Table.Column(""),
      Table.Column("", .trailing),
    ],
    rows: shifts.map { shift in
      [
        Prose(shift.path, .strong), words.horizon(shift), words.days(shift),
        words.deadlines(shift), words.costs(shift),
      ]
    }
  ).compacted
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
