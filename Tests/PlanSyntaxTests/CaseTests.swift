import Invariants
import PlanSyntax
import TestSupport
import Testing

/// Cases in `.syntax` files: a source, a line `=====`, and what comes out.
///
/// The stage says what is shown: `tokens`, `tree`, `errors` as people read them, `errors json`. `PLAN_UPDATE=1` rewrites.
@Suite struct SyntaxCaseTests {
  static let files =
    Repository.files(below: "Tests/GoldenTests/Cases/lex", ending: ".syntax")
    + Repository.files(below: "Tests/GoldenTests/Cases/parse", ending: ".syntax")

  @Test func thereAreCases() {
    #expect(Self.files.count >= 5)
  }

  @Test(arguments: files)
  func cases(file: String) throws {
    let cases = GoldenCase.parse(try Repository.read(file), file: file)
    #expect(!cases.isEmpty)
    let actual = try cases.map { each in
      var result = each
      let source = Self.source(of: each)
      result.source = source + "=====\n" + (try output(of: source, each.stage))
      return result
    }
    Golden.expect(GoldenCase.text(actual), at: file)
  }

  private func output(of source: String, _ stage: String) throws -> String {
    let result = assertParses(source)
    switch stage {
    // Tokens alone are no plan, so what the parser says of them is of no interest.
    case "tokens": return result.tree.tokenDump
    case "tree":
      #expect(result.diagnostics.isEmpty, "\(source)")
      return result.tree.dump
    case "errors":
      #expect(!result.diagnostics.isEmpty)
      for diagnostic in result.diagnostics {
        for fix in diagnostic.fixes { expectMends(fix, result) }
      }
      return DiagnosticRenderer([result.tree.source]).render(result.diagnostics)
    case "errors json": return Findings(result.diagnostics, [result.tree.source]).json
    default:
      Issue.record("there is no stage `\(stage)`")
      return ""
    }
  }

  /// Expects that a fix leaves fewer mistakes than there were.
  private func expectMends(_ fix: Diagnostic.Fix, _ result: ParseResult) {
    let mended = applying(fix, to: result.tree.source.bytes).map { parse(testSource($0)) }
    #expect((mended?.diagnostics.count ?? .max) < result.diagnostics.count, "\(fix.title)")
  }

  private static func source(of each: GoldenCase) -> String {
    var source = ""
    for line in each.source.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "=====" { return source }
      source += line + "\n"
    }
    while source.hasSuffix("\n\n") { source.removeLast() }
    return source
  }
}
