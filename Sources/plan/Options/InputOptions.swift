internal import ArgumentParser
internal import PlanWorkbench

/// Which plan, and seen from when.
struct InputOptions: ParsableArguments {
  @Argument(help: "The plan; - is standard input.")
  var file: String

  @OptionGroup var version: VersionOptions
}

/// Which version of a plan: as of when, in which scenario, with what set from outside.
struct VersionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where progress is counted from, instead of the plan's `as_of`.", valueName: "date"),
    transform: VersionOptions.day)
  var asOf: CheckOptions.Day?

  @Option(
    help: ArgumentHelp("The scenario to lay over the plan.", valueName: "name"))
  var scenario: String?

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Another value for one property, such as platform.people=8. May be given again.",
      valueName: "property=value"))
  var overrides: [String] = []

  /// The plan as it is written, seen from a day.
  static func asOf(_ day: CheckOptions.Day?) -> VersionOptions {
    var options = VersionOptions()
    options.asOf = day
    options.scenario = nil
    options.overrides = []
    return options
  }

  static func day(_ text: String) throws -> CheckOptions.Day {
    guard let day = CheckOptions.Day(text) else {
      throw ValidationError("`\(text)` is no date; write it as 2026-07-01")
    }
    return day
  }
}
