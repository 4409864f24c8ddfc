// What operators stand between: names, literals, texts, brackets, records, lambdas.
extension Parser {
  mutating func primary() {
    if atProperty, !onSameLine || bracketDepth > 0 {
      // The next item, behind an operator or a comma that lacks its operand.
      report(expectedExpression())
      return missing()
    }
    if foreignValue() { return }
    switch current {
    case .number: literal(.quantity)
    case .date: literal(.dateLiteral)
    case .trueWord, .falseWord: literal(.booleanLiteral)
    case .noneWord: literal(.noneLiteral)
    case .quote: text()
    case .leftBracket: list()
    case .leftBrace: record()
    case .leftParen: if lambdaIsAhead() { lambda() } else { parenthesised() }
    case .ifWord:
      report(needsBrackets())
      conditional()
    default:
      if current.isWord, !current.isReservedInExpressions {
        if next == .fatArrow { lambda() } else { reference() }
      } else if at(.interpolationStart) {
        reference()
      } else {
        report(current.isWord ? reservedWord() : expectedExpression())
        missing()
      }
    }
  }

  /// A name, in which `\(…)` may stand as in the names of blocks.
  mutating func reference() {
    let marker = start()
    let isMade = parts()
    finish(marker, isMade ? .madeName : .nameExpression)
  }

  mutating func literal(_ kind: SyntaxKind) {
    let marker = start()
    bump()
    finish(marker, kind)
  }

  mutating func text() {
    let marker = start()
    bump()
    while !at(.endOfFile) {
      switch current {
      case .interpolationStart:
        interpolation()
      case .quoteEnd, .unterminated:
        bump()
        return finish(marker, .text)
      default:
        bump()
      }
    }
    finish(marker, .text)
  }

  mutating func interpolation() {
    let marker = start()
    let outerBrackets = bracketDepth
    bracketDepth = 0
    bump()
    expression()
    if !at(.interpolationEnd), !at(.unterminated), !at(.endOfFile) {
      report(unexpectedInInterpolation())
      skipToInterpolationEnd()
    }
    bump()
    bracketDepth = outerBrackets
    finish(marker, .interpolation)
  }

  mutating func list() {
    let marker = start()
    elements(.rightBracket)
    finish(marker, .list)
  }

  mutating func parenthesised() {
    let marker = start()
    let opener = position
    bump()
    bracketDepth += 1
    expression()
    while at(.comma) {
      report(unexpectedInBrackets())
      bump()
      if !at(.rightParen) { expression() }
    }
    bracketDepth -= 1
    if at(.rightParen) { bump() } else { report(unclosedBracket(opener)) }
    finish(marker, .parenthesised)
  }

  mutating func record() {
    let marker = start()
    let outerBrackets = bracketDepth
    bracketDepth = 0
    let opener = position
    bump()
    while !at(.rightBrace), !at(.endOfFile), !indentationEndsBody(of: opener) {
      if at(.comma) {
        bump()
        continue
      }
      let before = position
      field()
      endOfItem()
      if position == before { skipOne() }
    }
    closeBrace(opener)
    bracketDepth = outerBrackets
    finish(marker, .record)
  }

  mutating func field() {
    guard atProperty else {
      report(expectedField())
      return skipUnreadable()
    }
    let marker = start()
    let outerProperty = propertyToken
    propertyToken = position
    defer { propertyToken = outerProperty }
    bump()
    bump()
    value()
    finish(marker, .field)
  }

  mutating func lambda() {
    let marker = start()
    if at(.leftParen) {
      parameters(mayBeginLine: true)
    } else {
      let names = start()
      name()
      finish(names, .parameters)
    }
    bump()
    conditional()
    finish(marker, .lambda)
  }
}

extension Parser {
  /// Whether names in parentheses and then `=>` stand here.
  ///
  /// Looks over names and commas only, as many as there are.
  private mutating func lambdaIsAhead() -> Bool {
    var distance = 1
    while kind(after: distance).isWord || kind(after: distance) == .comma { distance += 1 }
    examine(after: distance + 1)
    return kind(after: distance) == .rightParen && kind(after: distance + 1) == .fatArrow
  }
}
