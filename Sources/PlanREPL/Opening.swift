internal import PlanDialogue
internal import PlanSystem
package import PlanWorkbench

/// What a session begins with.
package struct Opening: Sendable {
  /// The bytes of the plan.
  let bytes: [UInt8]
  /// What messages call it.
  let path: String
  let options: CheckOptions
  var effort: SearchEffort
  /// Whether there is a file yet.
  let hasFile: Bool
  /// Whether somebody sits at a screen.
  var hasScreen = false
  /// How what takes long is waited for; `nil` for however long it takes.
  var wait: (@Sendable (_ work: @escaping Surroundings.LongWork) -> Bool)?

  /// - Parameters:
  ///   - bytes: The plan's own file; `nil` for a plan that is not there yet.
  ///   - path: What messages call it.
  ///   - options: As of a check.
  ///   - effort: How hard to search.
  package init(_ bytes: [UInt8]?, path: String, _ options: CheckOptions, _ effort: SearchEffort) {
    hasFile = bytes != nil
    self.bytes = bytes ?? options.emptyPlan
    self.path = path
    self.options = options
    self.effort = effort
  }

  /// The session itself.
  ///
  /// - Throws: `BrokenRule` when a schedule of ours is none.
  func session(_ style: TextStyle) throws(BrokenRule) -> Session {
    var surroundings = Disk(plan: options.realPath).surroundings(effort)
    surroundings.hasScreen = hasScreen
    if let wait { surroundings.wait = wait }
    return try Session(
      WorkingCopy(bytes, path: path, options), hasFile: hasFile, style: style, surroundings)
  }
}
