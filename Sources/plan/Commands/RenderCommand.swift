internal import ArgumentParser
internal import PlanWorkbench

/// `plan render`: the Now/Next/Later report, or what an audience reads of it.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Write the Now/Next/Later report of a plan, for everybody or for an audience.",
    discussion: """
      EXAMPLES
        plan render q3.plan
        plan render q3.plan --audience board -o board.md
        plan render q3.plan --report quarterly -o quarterly.md
        plan render q3.plan -o roadmap.html --beside all
        plan render q3.plan -o roadmap.pdf -o timeline.svg
        plan render q3.plan -o roadmap.md -o roadmap.json -o roadmap.csv
        plan render q3.plan --as-of 2026-08-14
        plan render q3.plan --format json | jq .solution.delay_cost.text
      """)

  @OptionGroup var input: InputOptions

  @Option(
    help: ArgumentHelp(
      "Whom it is for: exec, board, product or engineering. Unless said: those who plan, who see everything.",
      valueName: "readers"))
  var audience: String?

  @Option(
    help: ArgumentHelp("The `report` block of the plan that says what is in it.", valueName: "name")
  )
  var report: String?

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
    if let audience, !ReportSelection.audiences.contains(audience) {
      throw ValidationError(
        "`\(audience.prefix(40))` is no audience: there are \(ReportSelection.audiences.joined(separator: ", "))"
      )
    }
    if audience != nil, report != nil {
      throw ValidationError("a report says itself whom it is for; leave --audience out")
    }
    if !beside.isEmpty, !output.hasPage {
      throw ValidationError("only .html and .pdf have room for scenarios beside each other")
    }
    if picture != nil, !output.hasPicture {
      throw ValidationError("--picture is for .svg; add `-o NAME.svg` or `--format svg`")
    }
  }

  func run() throws {
    try Output.refuseUnknownPictures(output, picture)
    let session = try PlanSession(input, color: output.color, findings: output.findings.form)
    let selection = ReportSelection(audience: audience, report: report)
    try session.admit(selection)
    let solved = try session.solve(searching.search)
    var report = try session.report(solved, selection)
    let names = beside == ["all"] ? session.scenarioNames : beside
    for name in names where name != input.version.scenario {
      var other = input
      other.version.scenario = name
      let version = try PlanSession(other, color: output.color, findings: output.findings.form)
      try version.admit(selection)
      report.others.append(try version.report(version.solve(searching.search), selection))
    }
    try Output.deliver(report, to: output, picture: picture)
    try session.stopIfInfeasible(solved)
  }
}
