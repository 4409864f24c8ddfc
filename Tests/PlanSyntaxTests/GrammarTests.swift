import Invariants
import PlanSyntax
import TestSupport
import Testing

/// `Grammar/plan.ebnf` and the parser are one thing told twice.
@Suite struct GrammarTests {
  private let grammar: Ebnf
  private let precedence: Precedence

  init() throws {
    grammar = try Ebnf(Repository.read("Grammar/plan.ebnf"))
    precedence = Precedence(
      page: try Repository.read("Grammar/README.md"), operators: Self.operators(of: grammar))
  }

  private static func operators(of grammar: Ebnf) -> [String] {
    guard case .oneOf(let signs) = grammar["OPERATOR"] else { return [] }
    return signs.compactMap { if case .terminal(let text) = $0 { text } else { nil } }
  }

  @Test func productionsAreTheParsersFunctions() throws {
    let names = grammar.productions.filter { !$0.isToken }.map(\.name)
    let sources = Repository.files(below: "Sources/PlanSyntax/Parser/Grammar", ending: ".swift")
    let functions = try sources.flatMap { Self.functions(of: try Repository.read($0)) }
    #expect(functions.count > 40)
    #expect(functions.sorted() == names.sorted())
  }

  /// The functions of a source file that are no private helpers.
  private static func functions(of source: String) -> [String] {
    source.split(separator: "\n").compactMap { line in
      guard line.hasPrefix("  mutating func ") else { return nil }
      return String(line.dropFirst("  mutating func ".count).prefix { $0.isLetter })
    }
  }

  @Test func everyNameOnTheRightIsDefined() {
    for production in grammar.productions {
      for name in Ebnf.names(in: production.definition) where name != "END" {
        #expect(grammar[name] != nil, "`\(production.name)` needs `\(name)`")
      }
    }
  }

  @Test func everyOperatorHasARank() {
    let operators = Self.operators(of: grammar)
    #expect(operators.count == 18)
    #expect(precedence.infix.map(\.sign).sorted() == operators.sorted())
    #expect(precedence.prefix.map(\.sign) == ["-", "not"])
  }

  /// Sentences of the grammar have no mistakes, come back, keep their meaning when they are laid out, and can be edited.
  @Test(arguments: 0..<40)
  func sentencesParse(seed: Int) {
    var generator = SentenceGenerator(grammar, precedence, seed: seed)
    for round in 0..<25 {
      let sentence = generator.sentence(depth: 8 + round, tokens: 20 + 6 * round)
      let result = parse(SourceText(sentence))
      // A file may hold nothing, which is right by the grammar and still worth a word.
      guard result.diagnostics.map(\.code.text) != ["E0002"] else { continue }
      let errors = DiagnosticRenderer([result.tree.source]).render(result.diagnostics)
      #expect(errors.isEmpty, "\(errors)\n\(sentence)")
      expectWhole(result)
      let layout = formatViolations(of: Array(sentence.utf8))
      #expect(layout.isEmpty, "\(layout)\n\(sentence)")
    }
  }

  /// The generator leaves no production out, so the sentences above are of the whole grammar.
  @Test func sentencesUseEveryProduction() {
    var generator = SentenceGenerator(grammar, precedence, seed: 1)
    for round in 0..<400 { _ = generator.sentence(depth: 8 + round % 25) }
    let unused = grammar.productions.map(\.name).filter { !generator.used.contains($0) }
    #expect(unused.isEmpty, "\(unused)")
  }

  @Test(arguments: [
    ("WORD", SyntaxKind.identifier), ("NUMBER", .number), ("DATE", .date), ("QUOTE", .quote),
  ])
  func tokensAreTokens(name: String, kind: SyntaxKind) {
    var generator = SentenceGenerator(grammar, precedence, seed: 7)
    for _ in 0..<300 {
      let text = generator.sentence(of: name, depth: 0)
      let token = parse(SourceText("\(text)\n")).tree.token(0)
      #expect(token.kind == kind && token.text == text, "`\(text)` is a \(token.kind)")
    }
  }

  @Test func operatorsAreTokens() {
    for sign in Self.operators(of: grammar) {
      let tree = parse(SourceText("a: x \(sign) y")).tree
      #expect(tree.token(3).text == sign)
      #expect([.binary, .ofExpression].contains(tree.root.child(0).child(0).kind), "\(sign)")
    }
  }

  /// Every reserved word is a property before `:`, as the comment on `statement` says.
  @Test func everyWordIsAPropertyBeforeAColon() {
    for (word, _) in SyntaxKind.reservedWords {
      #expect(parse(SourceText("t { \(word): 1\n \(word) : 2 }")).diagnostics.isEmpty, "\(word)")
    }
  }
}
