import TestSupport
import Testing

/// `Grammar/plan.ebnf` and the parser are one thing told twice.
@Suite struct GrammarTests {
  @Test func productionsAreTheParsersFunctions() throws {
    let grammar = Self.productions(of: try Repository.read("Grammar/plan.ebnf")).map(\.name)
    let sources = Repository.files(below: "Sources/PlanSyntax/Parser/Grammar", ending: ".swift")
    let functions = try sources.flatMap { Self.functions(of: try Repository.read($0)) }
    #expect(functions.count > 40)
    #expect(functions.sorted() == grammar.sorted())
  }

  @Test func everyNameOnTheRightIsDefined() throws {
    let productions = Self.productions(of: try Repository.read("Grammar/plan.ebnf"))
    let defined = Set(productions.map(\.name))
    for production in productions {
      for name in Self.names(in: production.definition) {
        #expect(defined.contains(name), "`\(production.name)` needs `\(name)`")
      }
    }
  }

  /// The productions of a grammar, comments left out.
  private static func productions(of grammar: String) -> [(name: String, definition: String)] {
    var text = ""
    for (index, piece) in grammar.split(separator: "(*", omittingEmptySubsequences: false)
      .enumerated()
    {
      guard index > 0 else {
        text += piece
        continue
      }
      text +=
        piece.split(separator: "*)", maxSplits: 1, omittingEmptySubsequences: false).last ?? ""
    }
    return text.split(separator: ";").compactMap { production in
      let sides = production.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { return nil }
      let name = sides[0].filter { $0.isLetter }
      return (name, String(sides[1]))
    }
  }

  /// Productions that a definition mentions: words outside quotes that begin with a small letter.
  private static func names(in definition: String) -> [String] {
    let unquoted = definition.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.map(\.element)
    return unquoted.flatMap { $0.split { !$0.isLetter } }.map(String.init)
      .filter { $0.first?.isLowercase == true }
  }

  /// The functions of a source file that are no private helpers.
  private static func functions(of source: String) -> [String] {
    source.split(separator: "\n").compactMap { line in
      guard line.hasPrefix("  mutating func ") else { return nil }
      return String(line.dropFirst("  mutating func ".count).prefix { $0.isLetter })
    }
  }
}
