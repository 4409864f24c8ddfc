import Invariants
import PlanWorkbench
import TestSupport
import Testing

/// Every case of `Cases/`, by its stage.
@Suite struct CaseTests {
  static let cases = GoldenCase.all(below: "Tests/GoldenTests/Cases")
  static let options = CheckOptions(
    today: CheckOptions.Day(year: 2026, month: 7, day: 1), asOf: nil)
  static let style = TextStyle(width: 100, isColored: false)

  @Test func namesAreUniqueInTheirFolder() {
    var seen: Set<String> = []
    for each in Self.cases {
      #expect(seen.insert(each.folder + "/" + each.name).inserted, "\(each.name) stands twice")
    }
  }

  /// A file of `check` cases, whose diagnostics stand as comments in the plans; `check solved` shows also what only the
  /// schedule does.
  @Test(arguments: Set(cases.filter { $0.stage.hasPrefix("check") }.map(\.file)).sorted())
  func annotated(file: String) throws {
    let cases = GoldenCase.parse(try Repository.read(file), file: file)
    let actual = try cases.map { each in
      var result = each
      let source = Annotations.strip(each.source)
      let checked = check(Array(source.utf8), path: "case.plan", Self.options)
      let shown = each.stage == "check solved" ? try promises(checked, .standard) : .none
      #expect(unlabelled(checked, shown) == [])
      let notes = checked.places(with: shown).map {
        Annotations.Note(line: $0.line, columns: $0.columns, text: $0.text)
      }
      result.source = Annotations.annotate(source, with: notes)
      return result
    }
    Golden.expect(GoldenCase.text(actual), at: file)
  }

  /// Plans of which the whole output of a stage stands beside them.
  @Test(arguments: cases.filter { !$0.stage.hasPrefix("check") })
  func output(of each: GoldenCase) throws {
    let checked = check(Array(each.source.utf8), path: "\(each.name).plan", Self.options)
    #expect(unlabelled(checked) == [])
    let path = "\(each.folder)/\(each.name).expected"
    switch each.stage {
    case "errors":
      #expect(checked.hasErrors)
      Golden.expect(checked.findings(.human, Self.style), at: path + ".txt")
    case "errors json":
      Golden.expect(checked.findings(.json, Self.style), at: path + ".json")
    case "solve":
      let report = scheduleReport(try solved(checked))
      Golden.expect(report.text(.markdown, Self.style), at: path + ".md")
    case "eval":
      #expect(!checked.hasErrors, "\(checked.findings(.human, Self.style))")
      let answers = try run(checked, .standard)
      #expect(!answers.hasErrors, "\(answers.findings(.human, Self.style))")
      let notes = answers.remarks.map { "note: \($0)\n" }.joined()
      Golden.expect(answers.text(.table, Self.style) + notes, at: path + ".txt")
    case "report":
      let report = report(try solved(checked))
      Golden.expect(report.text(.markdown, Self.style), at: path + ".md")
    case "terminal":
      let report = report(try solved(checked))
      Golden.expect(report.text(.terminal, Self.style), at: path + ".txt")
    case let stage where stage.hasPrefix("explain "):
      let words = stage.split(separator: " ").dropFirst().map(String.init)
      let report = try why(solved(checked), words[0])
      let isJSON = words.contains("json")
      Golden.expect(
        report.text(isJSON ? .json : .markdown, Self.style), at: path + (isJSON ? ".json" : ".md"))
    case let stage where stage.hasPrefix("options "):
      let words = stage.split(separator: " ").dropFirst().map(String.init)
      let report = try PlanWorkbench.options(
        solved(checked), words.last { $0 != "json" } ?? "", isDropped: words.first == "drop")
      let isJSON = words.last == "json"
      Golden.expect(
        report.text(isJSON ? .json : .markdown, Self.style), at: path + (isJSON ? ".json" : ".md"))
    case let stage where stage.hasPrefix("calibrate"):
      let report = try calibration(checked)
      let isJSON = stage.hasSuffix("json")
      Golden.expect(
        report.text(isJSON ? .json : .markdown, Self.style), at: path + (isJSON ? ".json" : ".md"))
    case "levers":
      let report = try PlanWorkbench.levers(
        solved(checked), from: CheckOptions.Day(year: 2026, month: 8, day: 3))
      Golden.expect(report.text(.markdown, Self.style), at: path + ".md")
    case let stage where Self.isOfPortfolio(stage):
      let words = stage.split(separator: " ").map(String.init)
      let report = try Self.answer(to: words, try solved(checked))
      let isJSON = words.last == "json"
      Golden.expect(
        report.text(isJSON ? .json : .markdown, Self.style), at: path + (isJSON ? ".json" : ".md"))
    case let stage where stage.hasPrefix("defer"):
      // Behind the stage stand the names and, with a digit at its beginning, the delay.
      let words = stage.split(separator: " ").dropFirst().map(String.init)
      let isJSON = words.contains("json")
      let names = words.filter { $0 != "json" && $0.first?.isNumber != true }
      let report = try waiting(
        solved(checked), for: names, by: words.first { $0.first?.isNumber == true })
      Golden.expect(
        report.text(isJSON ? .json : .markdown, Self.style), at: path + (isJSON ? ".json" : ".md"))
    case "json":
      let report = report(try solved(checked))
      Golden.expect(report.text(.json, Self.style), at: path + ".json")
    default:
      Issue.record("\(each.file): there is no stage `\(each.stage)`")
    }
  }

  private static func isOfPortfolio(_ stage: String) -> Bool {
    ["portfolio", "fund", "debt", "signals"].contains { stage == $0 || stage.hasPrefix($0 + " ") }
  }

  /// `fund 3`, `portfolio json`.
  private static func answer(to words: [String], _ solved: SolvedPlan) throws -> Report {
    switch words[0] {
    case "portfolio": PlanWorkbench.portfolio(solved)
    case "debt": debts(solved)
    case "signals": signals(solved)
    default: try funding(solved, slots: words.dropFirst().first.flatMap { Int($0) }, by: [])
    }
  }

  private func solved(_ checked: CheckedPlan) throws -> SolvedPlan {
    #expect(!checked.hasErrors, "\(checked.findings(.human, Self.style))")
    return try solve(checked, .standard)
  }
}
