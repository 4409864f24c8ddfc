import PlanSyntax
import TestSupport
import Testing

/// What is true of every parse, asked of every golden case and of all plans to learn from.
///
/// Of each text as a whole once, and of each of its statements with every token lost and every token doubled. Nothing
/// that a parse knows goes from one statement of a file to the next, so that this tries what losing each token of the whole
/// would, in the square root of the time; cases of the syntax try it of the whole as well (`SyntaxCaseTests`). Statements
/// that several cases share are tried once.
@Suite struct EveryTextTests {
  /// So many tests share the texts, to run side by side.
  static let shares = 16

  @Test(arguments: 0..<shares) func textsHoldWhatIsTrueOfEveryParse(share: Int) {
    #expect(Corpus.all.count > 300)
    for index in stride(from: share, to: Corpus.all.count, by: Self.shares) {
      assertParses(Corpus.all[index].text, mutating: false)
    }
  }

  static let statements: [String] = {
    var seen: Set<String> = []
    return Corpus.all.flatMap { text -> [String] in
      let parsed = parse(SourceText(text.text))
      return parsed.tree.root.children.map(\.text).filter { seen.insert($0).inserted }
    }
  }()

  @Test(arguments: 0..<shares) func statementsDoWhateverIsLost(share: Int) {
    #expect(Self.statements.count > 1_500)
    for index in stride(from: share, to: Self.statements.count, by: Self.shares) {
      assertParses(Self.statements[index])
    }
  }
}
