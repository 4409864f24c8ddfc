import Foundation
import PlanSyntax
import TestSupport
import Testing

/// `Grammar/editors/plan.tmLanguage.json` colours plans as the lexer reads them.
@Suite struct TextMateTests {
  static let file = "Grammar/editors/plan.tmLanguage.json"

  @Test func itKnowsTheWordsOfTheTables() throws {
    let text = try Repository.read(Self.file)
    Golden.expect(
      Lists.filled(text, before: { "(?#\($0))" }, after: ")", separator: "|"), at: Self.file)
  }

  @Test func itColoursAsTheLexerReads() throws {
    let grammar = try TextMateGrammar(Data(Repository.bytes(Self.file)))
    #expect(Colours.texts.count > 100)
    for (name, tree) in Colours.texts {
      let text = String(decoding: tree.source.bytes, as: UTF8.self)
      let actual = bytes(of: text, try grammar.scopes(of: text).map(Self.colour))
      let differences = Colours.differences(tree, actual, in: name)
      #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    }
  }

  /// Colours of UTF-16 units as those of bytes.
  private func bytes(of text: String, _ units: [Character]) -> [Character] {
    var result: [Character] = []
    var unit = 0
    for scalar in text.unicodeScalars {
      let colour = unit < units.count ? units[unit] : " "
      result += Array(repeating: colour, count: UTF8.width(scalar))
      unit += UTF16.width(scalar)
    }
    return result
  }

  private static let colours: [(scope: String, colour: Character)] = [
    ("comment.", Colours.comment), ("string.", Colours.text),
    ("constant.character.escape", Colours.escape),
    ("punctuation.section.interpolation", Colours.interpolation),
    ("constant.other.date", Colours.date), ("constant.numeric", Colours.number),
    ("constant.language", Colours.constant), ("keyword.operator", Colours.sign),
    ("keyword.", Colours.keyword), ("support.type.property", Colours.property),
    ("storage.type", Colours.block), ("support.function", Colours.function),
    ("variable.other", Colours.word), ("punctuation.", Colours.punctuation),
  ]

  private static func colour(of scope: String) -> Character {
    colours.first { scope.hasPrefix($0.scope) }?.colour ?? " "
  }
}

extension UTF8 {
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int { String(scalar).utf8.count }
}

extension UTF16 {
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int { String(scalar).utf16.count }
}
