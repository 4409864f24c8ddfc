import PlanInsight
import PlanModel

/// What makes this schedule one that another run may not find; `nil` where every run finds it.
func searchCallout(_ reading: Reading) -> Block? {
  let search = reading.answer.search
  if search.isInterrupted {
    return .callout(
      """
      \(strong: "Interrupted.") This is the best schedule that was found until then; a whole search may find a better one.
      """)
  }
  guard let within = search.within else { return nil }
  return .callout(
    """
    \(strong: "Searched for \(within).") Another machine, or another run, may find another schedule. Without \
    \(code: "--within") every run finds the same.
    """)
}
