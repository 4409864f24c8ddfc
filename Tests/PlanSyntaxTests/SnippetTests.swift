import PlanSyntax
import TestSupport
import Testing

/// The plans of the language's description, word for word.
@Suite struct SnippetTests {
  static let files = Repository.files(below: "Tests/GoldenTests/Cases/parse", ending: ".plan")

  @Test func thereAreSnippets() {
    #expect(Self.files.count >= 6)
  }

  @Test(arguments: files)
  func parsesWithoutMistake(file: String) throws {
    let result = assertParses(try Repository.read(file))
    let errors = DiagnosticRenderer([result.tree.source]).render(result.diagnostics)
    #expect(errors.isEmpty, "\(errors)")
  }

  @Test(arguments: Repository.files(below: "Plans", ending: ".plan"))
  func plansParse(file: String) throws {
    let result = assertParses(try Repository.read(file), mutating: false)
    #expect(result.diagnostics.isEmpty)
  }
}
