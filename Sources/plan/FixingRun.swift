internal import ArgumentParser
internal import PlanSystem
internal import PlanWorkbench

/// One run of `plan check --fix`: the plan as it was, as it is with its fixes, and the writing of them.
struct FixingRun {
  let original: PlanSession
  let fixed: FixedPlan
  /// Of the plan with its fixes.
  let session: PlanSession

  /// Reads the plan and finds out what can be mended; a file that cannot be read ends the program.
  init(_ input: InputOptions, color: ColorOptions) throws {
    let plan = try PlanInput(input, color: color)
    fixed = PlanWorkbench.fixed(plan.bytes, path: plan.path, plan.options)
    original = PlanSession(PlanWorkbench.check(plan.bytes, path: plan.path, plan.options), color)
    session = PlanSession(fixed.checked, color)
  }

  /// Writes every file that changed, or none; what came from a pipe goes on through one.
  func write(toStandardOutput isPipe: Bool) throws {
    try Output.replace(fixed.files)
    if isPipe { try Output.print(fixed.root) }
  }
}
