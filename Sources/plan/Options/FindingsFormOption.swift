internal import ArgumentParser
internal import PlanWorkbench

/// The form of what is wrong with a plan, where a command writes something else and tells that on standard error.
struct FindingsFormOption: ParsableArguments {
  @Option(
    name: .customLong("findings"),
    help: ArgumentHelp(
      """
      How to say what is wrong with the plan, on standard error: human, short, json, sarif, github or junit. Unless said: \
      human.
      """, valueName: "form"))
  var form: FindingsForm = .human
}
