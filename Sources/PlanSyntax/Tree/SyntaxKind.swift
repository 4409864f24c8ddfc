/// What a token or a node of the tree is.
///
/// Reserved words are kinds of their own so that the parser compares numbers, but each of them is still a word: the
/// language reserves words by place, and a word before `:` is always a property.
package enum SyntaxKind: UInt8, Hashable, Sendable, CaseIterable {
  // Words. `identifier` first and the reserved ones after it, so that one comparison answers `isWord`.
  case identifier
  // Reserved where an item begins.
  case letWord
  case fnWord
  case templateWord
  case forWord
  case importWord
  case printWord
  case addWord
  case changeWord
  case dropWord
  // Reserved in expressions.
  case ifWord
  case thenWord
  case elseWord
  case andWord
  case orWord
  case notWord
  case inWord
  case ofWord
  case trueWord
  case falseWord
  case noneWord
  case whereWord
  case sortWord
  case groupWord
  case byWord
  case takeWord
  case showWord
  case asWord
  case descWord
  case ascWord

  // Literals.
  case number
  case date
  /// The `"` or `"""` that opens a text.
  case quote
  /// Characters of a text up to the next `\(` or its end, escapes included.
  case textSegment
  /// The `"` or `"""` that closes a text.
  case quoteEnd
  /// `\(` in a text or in a name.
  case interpolationStart
  case interpolationEnd
  /// Stands, empty, where a text or an interpolation should have been closed.
  case unterminated

  // Punctuation.
  case leftBrace
  case rightBrace
  case leftBracket
  case rightBracket
  case leftParen
  case rightParen
  case comma
  case colon
  case dot
  case equals
  case fatArrow
  case arrow
  case rangeDots
  case at
  case coalesce
  case equalEqual
  case notEqual
  case less
  case lessEqual
  case greater
  case greaterEqual
  case plus
  case minus
  case star
  case slash
  /// Bytes that begin nothing.
  case unknown
  case endOfFile

  // Nodes.
  case file
  case body
  case item
  case name
  case interpolation
  case path
  case parameters
  case letStatement
  case fnStatement
  case templateStatement
  case forStatement
  case ifStatement
  case importStatement
  case printStatement
  case addStatement
  case changeStatement
  case dropStatement
  case nameExpression
  case madeName
  case booleanLiteral
  case noneLiteral
  case quantity
  case dateLiteral
  case text
  case list
  case record
  case field
  case parenthesised
  case call
  case arguments
  case member
  case lambda
  case ofExpression
  case unary
  case binary
  case conditional
  case query
  case whereClause
  case sortClause
  case groupClause
  case takeClause
  case showClause
  case asClause
  /// An empty node where an expression should have stood.
  case missing
  /// Tokens that a mistake made the parser pass over.
  case error
}

extension SyntaxKind {
  /// Whether it is an identifier or a reserved word.
  package var isWord: Bool { rawValue <= SyntaxKind.ascWord.rawValue }

  /// Whether it is a word that an expression cannot use as a name.
  package var isReservedInExpressions: Bool {
    rawValue >= SyntaxKind.ifWord.rawValue && isWord
  }

  package var isToken: Bool { rawValue <= SyntaxKind.endOfFile.rawValue }

  /// The words that mean something in their place, with their spelling.
  package static let reservedWords: [(text: StaticString, kind: SyntaxKind)] = [
    ("let", .letWord), ("fn", .fnWord), ("template", .templateWord), ("for", .forWord),
    ("import", .importWord), ("print", .printWord), ("add", .addWord), ("change", .changeWord),
    ("drop", .dropWord), ("if", .ifWord), ("then", .thenWord), ("else", .elseWord),
    ("and", .andWord), ("or", .orWord), ("not", .notWord), ("in", .inWord), ("of", .ofWord),
    ("true", .trueWord), ("false", .falseWord), ("none", .noneWord), ("where", .whereWord),
    ("sort", .sortWord), ("group", .groupWord), ("by", .byWord), ("take", .takeWord),
    ("show", .showWord), ("as", .asWord), ("desc", .descWord), ("asc", .ascWord),
  ]
}
