import PlanWorkbench
import TestSupport
import Testing

/// Every plan of `Plans/` end to end: it checks, solves and renders to what stands in `Cases/plans`.
///
/// What is asked of those of `Plans/practice` stands in transcripts, which `CommandLineTests` runs.
@Suite struct PlanTests {
  /// Every file but those that are only parts of another's plan.
  static let plans = Repository.files(below: "Plans", ending: ".plan").filter { path in
    let text = (try? Repository.read(path)) ?? ""
    return text.split(separator: "\n").contains { $0.hasPrefix("plan ") }
  }

  /// Reads imports below the repository.
  static let files = FileProvider(
    find: { path, importer in
      // No plan of these has a lock file.
      guard path.hasSuffix(".plan") else { return .nowhere(reason: "no such file", neighbours: []) }
      let folder = importer.split(separator: "/").dropLast().joined(separator: "/")
      return .file(real: "\(folder)/\(path)", shown: "\(folder)/\(path)")
    },
    read: { path, _ in
      (try? Repository.bytes(path)).map { .bytes($0) }
        ?? .failure(reason: "no such file", isLimit: false)
    })

  @Test(arguments: plans)
  func endToEnd(path: String) throws {
    var options = CaseTests.options
    options.files = Self.files
    let checked = check(try Repository.bytes(path), path: path, options)
    #expect(!checked.hasErrors, "\(checked.findings(.human, CaseTests.style))")
    let solved = try solve(checked, .standard)
    let name = path.split(separator: "/").dropFirst().joined(separator: "-").dropLast(5)
    let expected = "Tests/GoldenTests/Cases/plans/\(name)"
    let asked = ask(solved)
    let document = try report(asked, ReportSelection())
    Golden.expect(document.text(.markdown, CaseTests.style), at: expected + ".report.md")
    try expectSchemas(document, scheduleReport(solved), at: expected)
    try expectAudiences(
      of: asked, isShown: Self.shownToAudiences.contains(String(name)), at: expected)
    // What a terminal and a table make of a report is seen in the others; these have transcripts besides.
    if !path.hasPrefix("Plans/practice/") {
      Golden.expect(document.text(.terminal, CaseTests.style), at: expected + ".report.txt")
      Golden.expect(
        scheduleReport(solved).text(.markdown, CaseTests.style), at: expected + ".solve.md")
    }
    let page = document.text(.html, CaseTests.style)
    if name == "q3" { #expect(page.utf8.count < Self.pageSizeMax) }
    let answers = try run(checked, .standard)
    if !answers.isEmpty {
      Golden.expect(answers.text(.table, CaseTests.style), at: expected + ".answers.txt")
    }
    let promises = try promises(checked, .standard)
    Golden.expect(
      checked.findings(.human, CaseTests.style, with: promises), at: expected + ".check.txt")
  }

  /// What is sent by mail and opened on a train.
  private static let pageSizeMax = 150_000

  /// The forms for programs are what `Grammar/` says of them.
  private func expectSchemas(_ document: Report, _ schedule: Report, at expected: String) throws {
    let schema = try JSONSchema(try Repository.read("Grammar/report.schema.json"))
    for report in [document, schedule] {
      let found = schema.violations(of: try JSONNode(report.text(.json, CaseTests.style)))
      #expect(found == [], "\(expected)")
    }
    for (report, name) in [(document, "initiatives"), (schedule, "schedule")] {
      let columns = try JSONNode(try Repository.read("Grammar/\(name).csv.json"))
      let rows = Spreadsheet.rows(of: report.text(.csv, CaseTests.style))
      #expect(Spreadsheet.violations(of: rows, by: columns) == [], "\(expected)")
    }
  }

  /// Plans whose reports for each audience stand in files, to be read.
  private static let shownToAudiences = [
    "q3", "insurer", "practice-six_of_fifteen", "practice-half_way",
  ]
  /// Three minutes of reading: `Brief.wordsMax`.
  private static let wordsOnAPage = 660

  /// Every audience has a report, and those who have three minutes have one page.
  private func expectAudiences(of asked: AskedPlan, isShown: Bool, at expected: String) throws {
    for audience in ReportSelection.audiences {
      let document = try report(asked, ReportSelection(audience: audience))
      let text = document.text(.markdown, CaseTests.style)
      if isShown { Golden.expect(text, at: "\(expected).\(audience).md") }
      if ["exec", "board"].contains(audience) {
        let words = text.split(whereSeparator: \.isWhitespace).count { word in
          word.contains { $0.isLetter || $0.isNumber }
        }
        #expect(words <= Self.wordsOnAPage, "\(expected) for \(audience) has \(words) words")
      }
    }
  }

  /// What a leader asks of a portfolio, of the two larger plans, as it stands on a page of eighty columns.
  @Test(arguments: ["q3", "insurer"])
  func portfolioQuestions(name: String) throws {
    let path = "Plans/\(name).plan"
    let checked = check(try Repository.bytes(path), path: path, CaseTests.options)
    let solved = try solve(checked, .quick)
    let reports = [
      ("portfolio", portfolio(solved)), ("debt", debts(solved)), ("signals", signals(solved)),
      ("fund", try funding(solved, slots: name == "q3" ? 8 : 20, by: [])),
    ]
    for (question, report) in reports {
      Golden.expect(
        report.text(.terminal, TextStyle(width: 80, isColored: false)),
        at: "Tests/GoldenTests/Cases/plans/\(name).\(question).txt")
    }
  }
}
