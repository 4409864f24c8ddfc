internal import ArgumentParser
internal import PlanSystem
internal import PlanWorkbench

/// The bytes of a plan, and the circumstances in which it is checked.
struct PlanInput {
  let bytes: [UInt8]
  /// What messages call it.
  let path: String
  private(set) var options: CheckOptions

  /// Reads the plan; a file that cannot be read ends the program.
  init(_ input: InputOptions, color: ColorOptions) throws {
    try self.init(input.file, input.version, color: color)
  }

  /// The same of a file that was not named as a plan usually is.
  init(_ file: String, _ version: VersionOptions, color: ColorOptions) throws {
    options = PlanInput.circumstances(of: file, version)
    path = file == "-" ? Files.standardInputName : file
    bytes = try PlanInput.read(file, color)
  }

  /// The same plan with another file, as if it imported that.
  func adding(_ file: String, color: ColorOptions) throws -> PlanInput {
    var input = self
    input.options.addition = CheckOptions.Addition(
      bytes: try PlanInput.read(file, color), path: file, realPath: PlanRoot(of: file).file)
    return input
  }

  private static func read(_ file: String, _ color: ColorOptions) throws -> [UInt8] {
    do throws(FileFailure) {
      return try Files.read(file, sizeMax: CheckOptions.fileSizeMax)
    } catch {
      Output.sayUnreadable(error, asked: file, color)
      throw error.kind == .limit ? ExitStatus.limitHit : ExitStatus.calledWrongly
    }
  }

  /// What is no part of a plan's text: today, the files around it, and which version of it is meant.
  static func circumstances(of file: String, _ version: VersionOptions) -> CheckOptions {
    let today = Today.fields()
    let root = PlanRoot(of: file)
    return CheckOptions(
      today: CheckOptions.Day(year: today.year, month: today.month, day: today.day),
      asOf: version.asOf, scenario: version.scenario, overrides: version.overrides,
      files: FileProvider(root), realPath: root.file)
  }
}
