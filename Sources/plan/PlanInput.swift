internal import ArgumentParser
internal import PlanSystem
internal import PlanWorkbench

/// The bytes of a plan, and the circumstances in which it is checked.
struct PlanInput {
  let bytes: [UInt8]
  /// What messages call it.
  let path: String
  let options: CheckOptions

  /// Reads the plan; a file that cannot be read ends the program.
  init(_ input: InputOptions, color: ColorOptions) throws {
    let today = Today.fields()
    let root = PlanRoot(of: input.file)
    options = CheckOptions(
      today: CheckOptions.Day(year: today.year, month: today.month, day: today.day),
      asOf: input.asOf, scenario: input.scenario, overrides: input.overrides,
      files: FileProvider(root), realPath: root.file)
    path = input.file == "-" ? Files.standardInputName : input.file
    do throws(FileFailure) {
      bytes = try Files.read(input.file, sizeMax: CheckOptions.fileSizeMax)
    } catch {
      Output.sayUnreadable(error, asked: input.file, color)
      throw error.kind == .limit ? ExitStatus.limitHit : ExitStatus.calledWrongly
    }
  }
}
