internal import ArgumentParser
internal import PlanWorkbench

/// `plan render`: the Now/Next/Later report.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Write the Now/Next/Later report of a plan.",
    discussion: """
      EXAMPLES
        plan render q3.plan
        plan render q3.plan -o roadmap.md -o roadmap.json
        plan render q3.plan -o roadmap.html --beside all
        plan render q3.plan -o roadmap.pdf -o timeline.svg
        plan render q3.plan --as-of 2026-08-14
        plan render q3.plan --format json | jq .solution.delay_cost.text
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var searching: SearchOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      """
      The picture to write where the form is SVG, such as timeline, load, map or waiting. Unless said: the one that the file \
      is called after.
      """, valueName: "name"))
  var picture: String?

  @Option(
    name: .customLong("beside"),
    help: ArgumentHelp(
      """
      A scenario to put into the same page, which then has a switch; `all` for every one. May be given again; for HTML and PDF.
      """, valueName: "scenario"))
  var beside: [String] = []

  func validate() throws {
    if !beside.isEmpty, !output.hasPage {
      throw ValidationError("only .html and .pdf have room for scenarios beside each other")
    }
    if picture != nil, !output.hasPicture {
      throw ValidationError("--picture is for .svg; add `-o NAME.svg` or `--format svg`")
    }
  }

  func run() throws {
    let session = try PlanSession(input, color: output.color, findings: output.findings.form)
    let solved = try session.solve(searching.search)
    var report = PlanWorkbench.report(solved)
    let names = beside == ["all"] ? session.scenarioNames : beside
    for name in names where name != input.version.scenario {
      var other = input
      other.version.scenario = name
      let version = try PlanSession(other, color: output.color, findings: output.findings.form)
      report.others.append(PlanWorkbench.report(try version.solve(searching.search)))
    }
    try session.deliver(report, to: output, picture: picture)
    try session.stopIfInfeasible(solved)
  }
}
