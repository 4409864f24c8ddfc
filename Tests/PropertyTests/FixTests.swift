import Invariants
import PlanModel
import PlanSemantics
import PlanSyntax
import TestSupport
import Testing

/// What a fix promises: applied to the bytes it names, the mistake it mends is gone.
@Suite struct FixTests {
  /// Cases whose diagnostics are those of a plan; those of the syntax alone have a test of their own.
  static let cases = GoldenCase.all(below: "Tests/GoldenTests/Cases").filter {
    $0.stage.hasPrefix("errors") || $0.stage == "check"
  }

  @Test(arguments: cases)
  func fixesMend(_ each: GoldenCase) throws {
    let source = Annotations.strip(each.source)
    let before = findings(source)
    for diagnostic in before {
      let place = try #require(diagnostic.span?.range ?? TextRange(start: 0, end: 0))
      for fix in diagnostic.fixes where fix.safety != .display {
        let after = findings(try applied(fix, to: source))
        let isThere = after.contains {
          $0.code == diagnostic.code && $0.headline == diagnostic.headline
            && $0.span?.range.start == place.start
        }
        #expect(!isThere, "`\(fix.title)` leaves \(diagnostic.code.text) \(diagnostic.headline)")
        guard fix.safety == .safe else { continue }
        // It may bring to light what the mistake hid, and makes nothing wrong itself.
        let isWorse = errors(after) > errors(before)
        #expect(!isWorse, "`\(fix.title)` of \(diagnostic.code.text) makes more errors")
      }
    }
  }

  /// Fixes of one diagnostic that are safe are one: of two things that could be meant neither is certain.
  @Test(arguments: cases)
  func aSafeFixIsTheOnlyOne(_ each: GoldenCase) {
    for diagnostic in findings(Annotations.strip(each.source)) {
      let safe = diagnostic.fixes.filter { $0.safety == .safe }
      #expect(safe.isEmpty || diagnostic.fixes.count == 1, "\(diagnostic.headline)")
    }
  }

  private func errors(_ diagnostics: [Diagnostic]) -> Int {
    diagnostics.count { $0.severity == .error }
  }

  private func findings(_ text: String) -> [Diagnostic] {
    let parsed = parse(SourceText(text))
    guard parsed.isReadable else { return parsed.diagnostics }
    let today = CivilDate(year: 2026, month: 7, day: 1)
    return parsed.diagnostics
      + analyse([parsed.tree], AnalysisOptions(today: today)).diagnostics
  }

  /// The text with the edits of a fix, which have to lie apart and between characters.
  private func applied(_ fix: Diagnostic.Fix, to text: String) throws -> String {
    let bytes = try #require(applying(fix, to: Array(text.utf8)), "`\(fix.title)` overlaps")
    return try #require(String(validating: bytes, as: UTF8.self), "`\(fix.title)` cuts a character")
  }
}
