// Expressions that were meant to go on with the next line, as they may in other languages. Here they end with their line; that
// is told once, however many lines follow, and what follows is read as it was meant.
extension Parser {
  /// Whether an expression goes on with the current token: on its line, in brackets, or against the rule.
  var goesOn: Bool { continues || isMeantToGoOn }

  /// Says that the current token cannot go on with the line before, where it begins a line of its own.
  mutating func tellContinuation() {
    guard !continues else { return }
    let former = position > 0 ? source.line(at: tokens.starts[position - 1]) : 0
    var told = diagnostics.count
    if let continued, continued.line == former {
      // One mistake, which is mended as a whole.
      told = continued.diagnostic
      // It may have been left untold, for another mistake in its place.
      if told < diagnostics.count, diagnostics[told].code == .continuedOnNextLine {
        diagnostics[told].fixes[0].edits += movedUp
      }
    } else {
      report(continuedOnNextLine())
    }
    continued = (source.line(at: tokens.starts[position]), told)
  }

  /// Whether the current token begins a line and can only be meant to go on with the one before.
  ///
  /// Signs that also begin the entries of a list (`-`, `*`) or the lines of a patch (`+ team: web`) are not taken for operators.
  private var isMeantToGoOn: Bool {
    guard !onSameLine, beginsExpression(next) || next == .byWord, kind(after: 2) != .colon else {
      return false
    }
    switch current {
    case .andWord, .orWord, .thenWord, .elseWord, .coalesce, .rangeDots, .arrow, .plus, .slash:
      return true
    case .whereWord, .sortWord, .groupWord, .takeWord, .showWord: return isIndentedFurther
    default: return false
    }
  }

  /// Whether the current line is indented further than the one of the property whose value is read, so that it begins no
  /// property that lacks its `:`.
  private var isIndentedFurther: Bool {
    guard let propertyToken else { return true }
    return indentation(ofToken: position) > indentation(ofToken: propertyToken)
  }

  private func continuedOnNextLine() -> Diagnostic {
    let word = excerpt(position)
    return Diagnostic(
      .continuedOnNextLine, "an expression ends with its line, and this one begins with `\(word)`",
      at: here, label: "goes on with the line before",
      helps: ["all of it in brackets, `( … )`, may stand on several lines"],
      fixes: [.init("end the line before with `\(word)`", safety: .safe, edits: movedUp)])
  }

  /// The current token behind the one before it, and the blanks behind it not at the beginning of its line.
  private var movedUp: [Diagnostic.Edit] {
    var taken = here
    while taken.range.end < tokens.starts[position + 1],
      [32, 9].contains(source.bytes[Int(taken.range.end)])
    {
      taken.range.end += 1
    }
    return [.init(gap, " \(excerpt(position))"), .init(taken, "")]
  }
}
