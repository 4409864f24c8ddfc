/// Puts tokens one behind the other as the marks of a grammar allow, with blanks, newlines and comments at random.
struct SentenceWriter {
  private(set) var text = ""
  private(set) var tokenCount = 0
  private var open: [Surrounding] = []

  private enum Surrounding {
    /// `{ }`, where newlines count.
    case braces
    /// `( )` and `[ ]`, where they do not.
    case brackets
    /// `\( )`, which stands on one line.
    case interpolation
  }

  /// Whether a token may stand on another line than the one before it.
  private var newlinesAreAllowed: Bool { !open.contains(.interpolation) }

  /// Adds a token.
  ///
  /// What touches the token before it and would melt into it is left out.
  ///
  /// - Parameters:
  ///   - token: As it is written.
  ///   - opens: Whether it opens or closes something if it is a bracket; characters of a text do not.
  ///   - mark: How it stands to the token before it.
  ///   - random: Where chances come from.
  mutating func add(
    _ token: String, opens: Bool, _ mark: Ebnf.Mark?, _ random: inout SeededRandom
  ) {
    guard let first = token.first else { return }
    if mark == .touching, let last = text.last, last.isWordCharacter, first.isWordCharacter {
      return
    }
    text += separator(before: token, mark, &random)
    text += token
    tokenCount += 1
    guard opens else { return }
    switch token {
    case "{": open.append(.braces)
    case "(", "[": open.append(.brackets)
    case "\\(": open.append(.interpolation)
    case "}", ")", "]": _ = open.popLast()
    default: break
    }
  }

  private func separator(
    before token: String, _ mark: Ebnf.Mark?, _ random: inout SeededRandom
  ) -> String {
    if text.isEmpty { return random.pick(["", "\n", "# a comment\n", "  "]) }
    switch mark {
    case .touching: return ""
    case .separated:
      if text.hasSuffix("{") || text.hasSuffix(",") { break }
      return newlinesAreAllowed ? newline(&random) : ","
    case .sameLine: if open.last != .brackets { return blank(before: token, &random) }
    case nil: break
    }
    return newlinesAreAllowed && random.oneIn(6)
      ? newline(&random) : blank(before: token, &random)
  }

  private func newline(_ random: inout SeededRandom) -> String {
    random.pick(["\n", "\n  ", " \n\t", "  # why\n", "\r\n", "\n\n# { \" (\n  "])
  }

  private func blank(before token: String, _ random: inout SeededRandom) -> String {
    // Signs that are no part of any other token need none.
    let alone: Set<Character> = ["{", "}", "[", "]", ")", ",", ":"]
    let mayTouch =
      token.first.map(alone.contains) == true || text.last.map(alone.contains) == true
    // The `(` of a call touches what it calls, and no other does; what touches the `)` of a name is a part of it.
    let isApart = token == "(" || text.last == ")" && token.first?.isWordCharacter == true
    if mayTouch, !isApart, random.oneIn(3) { return "" }
    return random.oneIn(8) ? "  " : " "
  }
}

extension Character {
  fileprivate var isWordCharacter: Bool { isASCII && (isLetter || isNumber || "_%".contains(self)) }
}
