import PlanSyntax
import TestSupport
import Testing

/// Every production and every kind of token is shown by some case.
@Suite struct CoverageTests {
  /// What shows that a production was met: the nodes that it makes, or those that it alone leads to.
  private static let signs: [String: [SyntaxKind]] = [
    "file": [.file], "items": [.file], "body": [.body], "item": [.item], "name": [.name],
    "path": [.path], "step": [.path], "parts": [.name, .madeName], "value": [.item, .quantity],
    "statement": [.letStatement, .item], "letStatement": [.letStatement],
    "fnStatement": [.fnStatement], "templateStatement": [.templateStatement],
    "forStatement": [.forStatement], "ifStatement": [.ifStatement],
    "importStatement": [.importStatement], "printStatement": [.printStatement],
    "addStatement": [.addStatement], "changeStatement": [.changeStatement],
    "dropStatement": [.dropStatement], "definition": [.letStatement],
    "parameters": [.parameters], "expression": [.query, .quantity], "clause": [.whereClause],
    "whereClause": [.whereClause], "sortClause": [.sortClause], "groupClause": [.groupClause],
    "takeClause": [.takeClause], "showClause": [.showClause], "asClause": [.asClause],
    "conditional": [.conditional, .quantity], "operation": [.binary, .ofExpression],
    "prefixed": [.unary], "postfixed": [.member, .call], "arguments": [.arguments],
    "elements": [.list], "primary": [.quantity, .nameExpression],
    "reference": [.nameExpression, .madeName],
    "literal": [.quantity, .dateLiteral, .booleanLiteral, .noneLiteral], "list": [.list],
    "record": [.record], "field": [.field], "parenthesised": [.parenthesised],
    "lambda": [.lambda], "text": [.text], "interpolation": [.interpolation],
  ]

  @Test func everyProductionIsMet() throws {
    let grammar = try Ebnf(Repository.read("Grammar/plan.ebnf"))
    let met = Self.kindsOfRightCases
    for production in grammar.productions where !production.isToken {
      let signs = try #require(Self.signs[production.name], "\(production.name) has no sign")
      for sign in signs {
        #expect(met.contains(sign), "no case has a \(sign), of `\(production.name)`")
      }
    }
  }

  /// Cases without mistakes have every node and token of plans without mistakes; those with mistakes, all others.
  @Test func everyKindIsMet() {
    let ofMistakes: Set<SyntaxKind> = [.unknown, .unterminated, .missing, .error]
    let right = Self.kindsOfRightCases
    for kind in SyntaxKind.allCases where !ofMistakes.contains(kind) {
      #expect(right.contains(kind), "no case without mistakes has a \(kind)")
    }
    let all = Corpus.all.reduce(into: Set()) { Self.collect($1, &$0, evenIfWrong: true) }
    #expect(all.isSuperset(of: ofMistakes))
  }

  private static let kindsOfRightCases: Set<SyntaxKind> = Corpus.all.reduce(into: []) {
    collect($1, &$0, evenIfWrong: false)
  }

  private static func collect(
    _ each: Corpus.Text, _ kinds: inout Set<SyntaxKind>, evenIfWrong: Bool
  ) {
    let result = parse(SourceText(each.text))
    guard evenIfWrong || result.diagnostics.isEmpty else { return }
    for index in 0..<result.tree.tokenCount { kinds.insert(result.tree.token(index).kind) }
    var stack = [result.tree.root]
    while let node = stack.popLast() {
      kinds.insert(node.kind)
      stack += node.children
    }
  }
}
