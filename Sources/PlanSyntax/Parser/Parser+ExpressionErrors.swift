// What the parser has to say about expressions and limits.
extension Parser {
  func expectedExpression() -> Diagnostic {
    let isMissing = !continues || atProperty || atItemEnd
    return Diagnostic(
      .expectedExpression,
      "expected a value, found \(isMissing && !at(.endOfFile) ? "the end of the item" : seen)",
      at: isMissing ? gap : here, label: "expected a value",
      helps: [
        "write a value, such as `3`, `2pw`, `$40k`, `2026-07-01`, `\"text\"`, `name` or `[a, b]`"
      ])
  }

  func unclosedBracket(_ opener: Int) -> Diagnostic {
    let closer = tokens.kinds[opener] == .leftBracket ? "]" : ")"
    return Diagnostic(
      .unclosedBracket, "this `\(excerpt(opener))` is never closed",
      at: Span(file: source.file, range: tokens.range(opener)), label: "opened here",
      secondary: [.init(at(.endOfFile) ? gap : here, "expected `\(closer)` before this")],
      helps: ["write `\(closer)` where it ends"])
  }

  func missingComma() -> Diagnostic {
    Diagnostic(
      .missingComma, "nothing separates \(seen) from the value before it", at: here,
      label: "expected a comma before this",
      fixes: [.init("insert a comma", safety: .unsafe, edits: [.init(gap, ",")])])
  }

  func unexpectedInBrackets() -> Diagnostic {
    Diagnostic(
      .missingComma, "\(seen) cannot stand here", at: here,
      label: "expected `,` or the closing bracket",
      helps: [
        at(.comma) ? "a list takes square brackets: `[a, b]`" : "values are separated by commas"
      ])
  }

  func chainedComparison() -> Diagnostic {
    Diagnostic(
      .chainedComparison, "comparisons do not chain", at: here, label: "a second comparison",
      helps: ["write `a < b and b < c`"])
  }

  func needsBrackets() -> Diagnostic {
    Diagnostic(
      .needsBrackets, "\(seen) inside an expression takes brackets", at: here,
      label: "binds looser than what stands before it", helps: ["write `(\(excerpt(position)) …)`"])
  }

  func blankBeforeArguments() -> Diagnostic {
    Diagnostic(
      .blankBeforeArguments, "no blank stands between a function and its `(`", at: here,
      label: "arguments follow at once",
      fixes: [
        .init(
          "remove the blank", safety: .safe,
          edits: [
            .init(
              Span(
                file: source.file, range: TextRange(start: gap.range.end, end: here.range.start)),
              "")
          ])
      ])
  }

  func expectedField() -> Diagnostic {
    Diagnostic(
      .expectedField, "expected `name: value`, found \(seen)", at: here,
      label: "a record is made of fields", helps: [unquotedWord() ?? "write `{ a: 1, b: 2 }`"])
  }

  func unexpectedInInterpolation() -> Diagnostic {
    Diagnostic(
      .unexpectedInInterpolation, "\(seen) cannot stand here", at: here,
      label: "expected the `)` of `\\(…)`", helps: ["one expression stands in `\\(…)`"])
  }

  // MARK: Limits

  func nestingTooDeep() -> Diagnostic {
    Diagnostic(
      .nestingTooDeep, "nested more than \(Self.nestingMax) deep", at: here,
      label: "the rest of the file is not read",
      helps: ["a plan needs no more than a few levels; look for brackets that are never closed"])
  }

  func expressionTooLong() -> Diagnostic {
    Diagnostic(
      .expressionTooLong, "more than \(Self.expressionHeightMax) operators in one expression",
      at: gap, label: "the rest of the file is not read",
      helps: ["give parts of it names with `let`, or use a list and `sum(…)`"])
  }
}
