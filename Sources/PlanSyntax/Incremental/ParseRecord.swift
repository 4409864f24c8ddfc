/// What a parse leaves behind for the next one: its mistakes as they were found, and its state between statements.
///
/// Only a parse that went through from beginning to end has one.
struct ParseRecord: Equatable, Sendable {
  /// In the order in which the lexer found them; each begins where its token does, or in it.
  var lexicalMistakes: [Diagnostic]
  /// In the order in which the parser found them.
  var mistakes: [Diagnostic]
  /// Where the parser has said better what the lexer stumbled over.
  var superseded: [TextRange]
  /// One for each statement of the file, in source order.
  var checkpoints: [Checkpoint]
}

/// The state of a parser where a statement of the file begins.
///
/// Outside all brackets and bodies there is little: how much has been built and said. What stands before the statement
/// matters in two ways only, and both are in here: whether the place has a mistake already, and how far has been looked ahead.
struct Checkpoint: Equatable, Sendable {
  /// The statement's first token.
  var token: Int32
  /// Nodes and entries of their lists of children that were made before.
  var nodes: Int32
  var childEntries: Int32
  /// Nodes directly in the file before it.
  var fileChildren: Int32
  /// Mistakes that the parser had found before.
  var mistakes: Int32
  /// Mistakes of the lexer that the parser had spoken of before.
  var superseded: Int32
  /// Tokens between the last mistake's place and the statement; those further away than `distanceMax` are all alike.
  var mistakeDistance: Int32
  /// Behind the last token that looking ahead without a limit has reached before; at least `token`.
  var examinedEnd: Int32

  /// Beyond this the parser never asks where the last mistake was.
  static let distanceMax: Int32 = 2
  /// Tokens behind the end of a statement that reading it may have looked at (`"` and its text before a `:`).
  static let lookahead: Int32 = 4
  /// Tokens before a statement that reading it may look at (`a-b` as a name).
  static let lookbehind: Int32 = 2

  /// Where every file begins.
  static let start = Checkpoint(
    token: 0, nodes: 0, childEntries: 0, fileChildren: 0, mistakes: 0, superseded: 0,
    mistakeDistance: distanceMax, examinedEnd: 0)
}

extension [Checkpoint] {
  /// Index of the first checkpoint at a token or behind it.
  ///
  /// - Complexity: O(log count).
  func firstIndex(from token: Int32) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].token < token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
