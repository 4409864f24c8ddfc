// Expressions, loosest first: query clauses, `if then else`, operators, call and dot.
extension Parser {
  mutating func expression() {
    let marker = start()
    conditional()
    guard atClause || atForeignClause else { return }
    while atClause || atForeignClause { clause() }
    finish(marker, .query)
  }

  mutating func clause() {
    tellContinuation()
    if atForeignClause { report(foreignClause()) }
    switch current {
    case .identifier: foreignClauseBody()
    case .whereWord: whereClause()
    case .sortWord: sortClause()
    case .groupWord: groupClause()
    case .takeWord: takeClause()
    case .showWord: showClause()
    default: asClause()
    }
  }

  mutating func whereClause() {
    let marker = start()
    bump()
    conditional()
    finish(marker, .whereClause)
  }

  mutating func sortClause() {
    let marker = start()
    bump()
    if at(.byWord) { bump() } else { report(expectedWord("by", after: "`sort`")) }
    conditional()
    if continues, at(.descWord) || at(.ascWord) { bump() }
    finish(marker, .sortClause)
  }

  mutating func groupClause() {
    let marker = start()
    bump()
    if at(.byWord) { bump() } else { report(expectedWord("by", after: "`group`")) }
    conditional()
    finish(marker, .groupClause)
  }

  mutating func takeClause() {
    let marker = start()
    bump()
    conditional()
    finish(marker, .takeClause)
  }

  mutating func showClause() {
    let marker = start()
    bump()
    conditional()
    finish(marker, .showClause)
  }

  mutating func asClause() {
    let marker = start()
    bump()
    if current == .identifier { name() } else { report(expectedName("a name after `as`")) }
    finish(marker, .asClause)
  }

  mutating func conditional() {
    guard enter() else { return }
    defer { leave() }
    guard at(.ifWord) else { return operation(above: 0) }
    let marker = start()
    bump()
    conditional()
    if at(.thenWord), goesOn {
      tellContinuation()
      bump()
      conditional()
    } else {
      report(expectedWord("then", after: "the condition"))
    }
    if at(.elseWord), goesOn {
      tellContinuation()
      bump()
      conditional()
    } else {
      report(expectedWord("else", after: "the first value"))
    }
    finish(marker, .conditional)
  }

  /// Operator precedence parsing by binding powers (Pratt, "Top down operator precedence", 1973).
  mutating func operation(above power: Int) {
    let marker = start()
    prefixed(above: power)
    var hasCompared = false
    while Infix.power(current) > power, goesOn {
      tellContinuation()
      let ownPower = Infix.power(current)
      let isChained = hasCompared && ownPower == Infix.comparison
      if isChained { report(chainedComparison()) }
      hasCompared = hasCompared || ownPower == Infix.comparison
      if at(.equals) { report(equalsForComparison()) }
      let isOf = at(.ofWord)
      bump()
      if !isOf {
        operation(above: ownPower)
      } else if enter() {
        // To the right: `effort of works of residency` is the effort of those works.
        operation(above: ownPower - 1)
        leave()
      }
      // What it would mean is not looked for.
      finish(marker, isChained ? .error : isOf ? .ofExpression : .binary)
    }
  }

  mutating func prefixed(above power: Int) {
    guard at(.minus) || at(.notWord) else { return postfixed() }
    if at(.notWord), power > Infix.not { report(needsBrackets()) }
    let marker = start()
    guard enter() else { return }
    defer { leave() }
    // The operand of `not` reaches over comparisons, that of `-` only over `of`.
    let reach = at(.notWord) ? Infix.not : Infix.of - 1
    bump()
    operation(above: reach)
    finish(marker, .unary)
  }

  mutating func postfixed() {
    let marker = start()
    primary()
    while continues {
      if at(.dot) {
        bump()
        if continues, current.isWord {
          bump()
        } else {
          report(expectedName("a name after the dot"))
        }
        finish(marker, .member)
      } else if at(.leftParen), isAdjacent || onSameLine && isCallableBefore {
        if !isAdjacent { report(blankBeforeArguments()) }
        arguments()
        finish(marker, .call)
      } else {
        return
      }
    }
  }

  mutating func arguments() {
    let marker = start()
    elements(.rightParen)
    finish(marker, .arguments)
  }

  /// A bracketed list of expressions with commas between; the opening bracket is the current token.
  mutating func elements(_ closer: SyntaxKind) {
    let opener = position
    bump()
    bracketDepth += 1
    defer { bracketDepth -= 1 }
    while !at(closer), !isElementsEnd {
      let before = position
      expression()
      if at(.comma) {
        bump()
        continue
      }
      if at(closer) || isElementsEnd { break }
      if beginsExpression(current) {
        report(missingComma())
      } else {
        report(unexpectedInBrackets())
      }
      if position == before || !beginsExpression(current) { skipOne() }
    }
    if at(closer) { bump() } else { report(unclosedBracket(opener)) }
  }
}

extension Parser {
  /// Whether a query clause begins here.
  ///
  /// A clause word before `:` is a property that lacks its separator.
  private var atClause: Bool {
    switch current {
    case .whereWord, .sortWord, .groupWord, .takeWord, .showWord, .asWord:
      return goesOn && next != .colon
    default:
      return false
    }
  }

  /// Whether a clause of another query language begins here: `order by`, `limit 5`.
  private var atForeignClause: Bool {
    guard current == .identifier, continues, next != .colon else { return false }
    return ForeignClause(source.text(tokens.range(position)), next) != nil
  }

  private mutating func foreignClauseBody() {
    let clause = ForeignClause(source.text(tokens.range(position)), next)
    switch clause {
    case .orderBy: sortClause()
    case .limit: takeClause()
    case .select: showClause()
    case nil: asClause()
    }
  }

  /// Whether a `(` after a blank was meant as a call: only names and fields are called.
  private var isCallableBefore: Bool {
    position > 0 && tokens.kinds[position - 1] == .identifier
  }

  /// Whether a list cannot go on here, closed or not.
  private var isElementsEnd: Bool {
    switch current {
    case .rightBrace, .rightParen, .rightBracket, .endOfFile, .interpolationEnd, .unterminated:
      return true
    default:
      return atProperty
    }
  }

  func beginsExpression(_ kind: SyntaxKind) -> Bool {
    switch kind {
    case .number, .date, .quote, .leftBrace, .leftBracket, .leftParen, .minus, .notWord, .ifWord,
      .trueWord, .falseWord, .noneWord:
      return true
    default:
      return kind.isWord && !kind.isReservedInExpressions
    }
  }
}
