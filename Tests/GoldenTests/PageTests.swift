import PlanWorkbench
import TestSupport
import Testing

/// Whole pages and pictures of a small plan, as they are delivered.
///
/// Style sheets and scripts, which are files of their own, stand in them as `…`; so do the drawings of pages, each of which has a
/// file of its own here.
@Suite struct PageTests {
  private static let folder = "Tests/GoldenTests/Cases/pages"

  private func report(scenario: String? = nil, for audience: String? = nil) throws -> Report {
    var options = CaseTests.options
    options.scenario = scenario
    let path = "\(Self.folder)/small.plan"
    let checked = check(try Repository.bytes(path), path: path, options)
    #expect(!checked.hasErrors, "\(checked.findings(.human, CaseTests.style))")
    return try PlanWorkbench.report(
      ask(try solve(checked, .standard)), ReportSelection(audience: audience))
  }

  @Test func wholePage() throws {
    let page = try report().text(.html, CaseTests.style)
    _ = try MarkupNode(page, .html)
    Golden.expect(page.shown.without("svg"), at: "\(Self.folder)/small.html.expected")
  }

  /// A scenario beside the plan: one file with a switch, and on paper one after the other.
  @Test(arguments: [ReportForm.html, .pdf])
  func scenarios(form: ReportForm) throws {
    var report = try report(for: "exec")
    report.others = [try self.report(scenario: "late_bank", for: "exec")]
    let page = report.text(form, CaseTests.style)
    _ = try MarkupNode(page, .html)
    let name = form == .html ? "scenarios.html" : "scenarios.paper.html"
    Golden.expect(page.shown, at: "\(Self.folder)/\(name).expected")
  }

  @Test func everyPicture() throws {
    let report = try report()
    #expect(report.pictureNames.sorted() == Report.pictureKinds.sorted())
    for name in report.pictureNames {
      let picture = try #require(report.picture(name))
      _ = try MarkupNode(picture, .xml)
      Golden.expect(
        picture.without("style").without("defs"), at: "\(Self.folder)/\(name).svg.expected")
    }
  }

  /// What stands in the place of what the others leave out, once: all pictures look alike.
  @Test func howPicturesLook() throws {
    let picture = try #require(try report().picture("timeline"))
    let sheet = try #require(try MarkupNode(picture, .xml).all.first { $0.name == "style" }?.text)
    Golden.expect(sheet, at: "\(Self.folder)/picture.css.expected")
    #expect(!sheet.contains("var("))
  }
}

extension String {
  /// A page without what would be another after every change of its style sheet or its script.
  fileprivate var shown: String {
    without("style").without("script").replacing(/sha256-[A-Za-z0-9+\/=]+/, with: "sha256-…")
  }

  /// With `…` for what stands in each element of that name.
  fileprivate func without(_ name: String) -> String {
    var result = ""
    var rest = self[...]
    while let start = rest.firstRange(of: "<\(name)"),
      let open = rest[start.upperBound...].firstRange(of: ">"),
      let end = rest[open.upperBound...].firstRange(of: "</\(name)>")
    {
      result += rest[..<open.upperBound] + "…" + rest[end]
      rest = rest[end.upperBound...]
    }
    return result + rest
  }
}
