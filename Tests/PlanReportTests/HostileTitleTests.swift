import Foundation
import PlanModel
import PlanReport
import TestSupport
import Testing

/// Titles that mean harm are text in every form, and every form is read back by a reader that is not ours.
@Suite struct HostileTitleTests {
  private static let titles = [
    "<script>alert(1)</script>", "[click](javascript:alert(1)) ![x](y)", "| a | b |\n|---|---|",
    "# heading\n\n- list", "`code` ``two`` **bold** _under_ ~~gone~~", "&lt;b&gt; &#x3c;",
    "\u{202E}gnp.exe", "a\u{200F}b\u{2066}c", "line\r\nline\u{2028}line", "👩🏽‍🚀 🏴󠁧󠁢󠁷󠁬󠁳󠁿", "日本語の題名",
    "\u{1B}[31mred\u{7}", "=HYPERLINK(\"http://example.org\")", "+1", "-1+2", "@SUM(A1)",
    "a,b;c\"d\"",
    String(repeating: "x", count: 10_000), String(repeating: "word ", count: 2_000),
  ]

  @Test(arguments: titles.indices)
  func inMarkdown(index: Int) {
    for audience in [nil] + Audience.allCases.map(Optional.some) {
      let text = markdown(
        report(plan(Self.titles[index]).answer(), ReportRequest(audience: audience)))
      let unescaped = text.replacing("\\<", with: "").replacing("\\]", with: "")
      #expect(!unescaped.contains("<script"))
      #expect(!unescaped.contains("](javascript"))
      #expect(!text.contains("\u{202E}"))
      // A title opens no line of its own: as many headings and table rules as with a harmless one.
      let shape = shape(of: text)
      let harmless = self.shape(
        of: markdown(report(plan("Harmless").answer(), ReportRequest(audience: audience))))
      #expect(shape == harmless, "\(index) for \(String(describing: audience))")
    }
  }

  /// How many headings, list items and rows there are.
  private func shape(of text: String) -> [Int] {
    let lines = text.split(separator: "\n")
    return ["#", "- ", "| "].map { mark in lines.count { $0.hasPrefix(mark) } }
  }

  @Test(arguments: titles.indices)
  func inTheTerminal(index: Int) {
    let style = TerminalStyle(width: 80)
    let text = terminal(report(plan(Self.titles[index]).answer()), style)
    #expect(!text.contains("\u{1B}"))
    #expect(!text.contains("\u{202E}"))
    #expect(!text.contains("\u{2066}"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: titles.indices)
  func inJSON(index: Int) throws {
    let node = try JSONNode(try json(plan(Self.titles[index]).answer()))
    #expect(node["initiatives"]?.elements.first?["label"]?.text == Self.titles[index])
  }

  /// What spreadsheets would run has an apostrophe before it; all else comes back as it was.
  @Test func inCSV() throws {
    var builder = ReportPlan()
    let web = builder.team("Web", people: 1)
    for title in Self.titles { builder.initiative(title, team: web, weeks: 1) }
    for index in builder.plan.initiatives.indices {
      builder.plan.initiatives[index].path = "i\(index)"
    }
    let rows = Spreadsheet.rows(of: initiativesCSV(builder.answer()))
    #expect(rows.count == Self.titles.count + 1)
    #expect(rows.allSatisfy { $0.count == rows[0].count })
    let column = try #require(rows[0].firstIndex(of: "label"))
    for (row, title) in zip(rows.dropFirst(), Self.titles) {
      let seen = title.trimmingCharacters(in: Self.unseen)
      let isFormula = seen.unicodeScalars.first.map { "=+-@＝".unicodeScalars.contains($0) } ?? false
      #expect(row[column] == (isFormula ? "'" + title : title))
    }
  }

  private static let unseen = CharacterSet.whitespacesAndNewlines.union(.controlCharacters)
    .union(["\u{FEFF}"])

  private func plan(_ title: String) -> ReportPlan {
    var builder = ReportPlan()
    let web = builder.team("Web", people: 1)
    let goal = builder.goal("Grow", by: "2026-12-31")
    builder.initiative("i", team: web, weeks: 4, dollarsPerWeek: 1_000, goal: goal) {
      $0.label = title
      $0.words.owner = title
      $0.words.why = title
    }
    builder.initiative("left", team: web, weeks: 90, dollarsPerWeek: 10) {
      $0.label = title
      $0.words.whyNot = title
      $0.words.askedBy = title
    }
    builder.plan.asks = [
      Ask(name: "a", label: title, whom: title, decideBy: nil, price: nil, note: nil)
    ]
    return builder
  }
}
