internal import PlanReport

/// What a change did to the schedule and to the money, for people; empty where it did nothing.
///
/// - Parameters:
///   - before: The plan as it was.
///   - after: As it is.
///   - style: For whom.
/// - Returns: Lines.
package func effects(from before: Situation, to after: Situation, _ style: TextStyle) -> String {
  guard let old = before.answer, let new = after.answer else { return "" }
  return terminal(
    effectsPage(from: old, to: new, checks: (before.checks, after.checks)),
    TerminalStyle(width: style.width, isColored: style.isColored))
}
