internal import PlanWorkbench

/// One thing that was done in a session and can be taken back.
struct Step: Sendable {
  /// As `log` writes it, so that it does the same again.
  let entry: String
  /// Of the files, in their order.
  let changes: [FileChange]
  /// The scenario that was written before and after; `nil` is the plan itself.
  let branch: (before: String?, after: String?)
  /// The schedule after it.
  var solution: KeptSolution?
  /// Initiatives that it added, the last last.
  let added: [String]
}

/// What was done in a session, and how far of it holds: `undo` goes back in it, `redo` forward.
struct Timeline: Sendable {
  private(set) var steps: [Step] = []
  /// How many of them hold.
  private(set) var position = 0

  var isAtStart: Bool { position == 0 }
  var isAtEnd: Bool { position == steps.count }

  /// The steps that hold, in order.
  var done: ArraySlice<Step> { steps[..<position] }

  /// Something new; what was taken back before it is gone.
  mutating func append(_ step: Step) {
    steps.removeSubrange(position...)
    steps.append(step)
    position += 1
  }

  /// The plan as it is has another schedule now.
  mutating func resolve(_ solution: KeptSolution?) {
    if position > 0 { steps[position - 1].solution = solution }
  }

  /// The last step that holds, which holds no longer.
  mutating func back() -> Step? {
    guard position > 0 else { return nil }
    position -= 1
    return steps[position]
  }

  /// The first step that does not hold, which holds again.
  mutating func forward() -> Step? {
    guard position < steps.count else { return nil }
    position += 1
    return steps[position - 1]
  }
}
