// Statements: items whose first word the language knows.
extension Parser {
  mutating func statement() {
    switch current {
    case .letWord: letStatement()
    case .fnWord: fnStatement()
    case .templateWord: templateStatement()
    case .forWord: forStatement()
    case .ifWord: ifStatement()
    case .importWord: importStatement()
    case .printWord: printStatement()
    case .addWord: addStatement()
    case .changeWord: changeStatement()
    case .dropWord: dropStatement()
    case .elseWord:
      report(misplacedElse())
      item()
    default: item()
    }
  }

  mutating func letStatement() {
    let marker = start()
    bump()
    declaredName("`let`")
    definition()
    finish(marker, .letStatement)
  }

  mutating func fnStatement() {
    let marker = start()
    bump()
    declaredName("`fn`")
    parameters()
    definition()
    finish(marker, .fnStatement)
  }

  mutating func templateStatement() {
    let marker = start()
    bump()
    if current.isWord, onSameLine {
      bump()
    } else {
      report(expectedName("the kind of block that it makes"))
    }
    declaredName("the kind")
    parameters()
    rest(.required(after: "a template"))
    finish(marker, .templateStatement)
  }

  mutating func forStatement() {
    let marker = start()
    bump()
    declaredName("`for`")
    if at(.inWord), onSameLine {
      bump()
    } else {
      report(expectedWord("in", after: "the loop's name"))
    }
    valueOnLine()
    rest(.required(after: "`for`"))
    finish(marker, .forStatement)
  }

  mutating func ifStatement() {
    let marker = start()
    guard enter() else { return finish(marker, .ifStatement) }
    defer { leave() }
    bump()
    valueOnLine()
    rest(.required(after: "`if`"))
    if at(.elseWord), next != .colon {
      if !onSameLine { report(misplacedElse()) }
      bump()
      if at(.ifWord) { ifStatement() } else { rest(.required(after: "`else`")) }
    }
    finish(marker, .ifStatement)
  }

  mutating func importStatement() {
    let marker = start()
    bump()
    if at(.quote), onSameLine { text() } else { report(expectedImportedFile()) }
    if at(.asWord), onSameLine {
      bump()
      declaredName("`as`")
    }
    finish(marker, .importStatement)
  }

  mutating func printStatement() {
    let marker = start()
    bump()
    valueOnLine()
    finish(marker, .printStatement)
  }

  mutating func addStatement() {
    let marker = start()
    bump()
    if current.isWord, onSameLine { item() } else { report(expectedName("the item to add")) }
    finish(marker, .addStatement)
  }

  mutating func changeStatement() {
    let marker = start()
    bump()
    path("what to change")
    rest(.required(after: "`change`"))
    finish(marker, .changeStatement)
  }

  mutating func dropStatement() {
    let marker = start()
    bump()
    path("what to drop")
    finish(marker, .dropStatement)
  }

  /// - Parameter mayBeginLine: Whether they stand where an operand may, as those of a lambda do.
  mutating func parameters(mayBeginLine: Bool = false) {
    let marker = start()
    guard at(.leftParen), onSameLine || mayBeginLine else {
      report(expectedParameters())
      return finish(marker, .parameters)
    }
    let opener = position
    bump()
    bracketDepth += 1
    while !at(.rightParen), !atProperty, current.isWord || at(.comma) {
      if current.isWord { name() }
      if at(.comma) { bump() } else { break }
    }
    bracketDepth -= 1
    if at(.rightParen) { bump() } else { report(unclosedBracket(opener)) }
    finish(marker, .parameters)
  }

  mutating func definition() {
    if at(.equals), onSameLine {
      bump()
      value()
    } else if at(.colon), onSameLine {
      report(colonForEquals())
      bump()
      value()
    } else {
      report(expectedDefinition())
    }
  }
}

// Parts that several statements share.
extension Parser {
  /// An expression behind a word, which does not go on to the next line as it does behind `:`.
  private mutating func valueOnLine() {
    guard onSameLine else {
      report(expectedExpression())
      return missing()
    }
    expression()
  }

  private mutating func declaredName(_ what: String) {
    if current.isWord || at(.interpolationStart), onSameLine {
      name()
    } else {
      report(expectedName("a name after \(what)"))
    }
  }
}
