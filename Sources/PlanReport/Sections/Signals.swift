import PlanInsight
import PlanModel

/// Work under way that calls for a decision whether it goes on; `nil` where nothing does.
///
/// What stopping would do to the rest is another solve, which `plan signals` asks.
func signalsSection(_ reading: Reading) -> Section? {
  let solution = reading.answer.solution
  guard solution.isFeasible else { return nil }
  let calling = Signals(of: reading.model, base: solution, inquiry: nil).active
    .filter { !$0.signals.isEmpty }
  guard !calling.isEmpty else { return nil }
  let items = calling.map { work -> Prose in
    let why = work.signals.map { words($0, work, reading) }.joined(separator: "; ")
    return "\(strong: reading.label(work.initiative.index)): \(why)."
  }
  return Section(
    title: "To go on or to stop",
    blocks: [
      .paragraph(
        """
        What was spent counts nowhere: it is spent whatever is decided. \(code: "plan signals") says what stopping each would do \
        to the rest.
        """), .list(items),
    ])
}
