// Values as people write them and the language does not: `6 weeks`, `1 July 2026`, `Q3 2026`, `3 to 5pw`, `4000 €`.
//
// None of these runs of tokens could be an expression, so recognising one costs nothing where a plan is right, and each
// is one mistake with one mend.
extension Parser {
  /// Passes a value that is written in a foreign way, and reports it; `false` where none stands.
  ///
  /// The node is `.missing`: what would be made of the value is silent.
  mutating func foreignValue() -> Bool {
    guard mayBeForeign else { return false }
    // In two steps: what copies nothing cannot be captured by the closure of `??`.
    var match = foreignDate()
    if match == nil { match = foreignAmount() }
    guard let found = match else { return false }
    let outer = start()
    let inner = start()
    let range = TextRange(
      start: tokens.starts[position], end: tokens.ends[position + found.tokenCount - 1])
    // Before it is passed, because one place has one mistake.
    supersede(range)
    report(found.diagnostic(at: Span(file: source.file, range: range), source))
    position += found.tokenCount
    finish(inner, .error)
    finish(outer, .missing)
    return true
  }
}

extension Parser {
  /// Whether the kinds of the next tokens leave it possible, so that a right plan costs no more than a look at them.
  private var mayBeForeign: Bool {
    switch current {
    case .number:
      let index = position + 1
      guard !tokens.newlineBefore[index] else { return isYearAndPeriod }
      switch next {
      case .dot, .slash, .minus, .unknown: return true
      case .comma: return kind(after: 2) == .number && isTight(1) && isTight(2)
      case .rangeDots:
        // `2..3 weeks` and `2...3`.
        return kind(after: 2) == .dot || isUnitWord(3)
      default: return isUnitWord(1) || isYearAndPeriod
      }
    case .identifier:
      switch next {
      case .number, .slash, .minus, .comma: return isOnLine(1)
      default: return isFiscalYear
      }
    case .unknown: return true
    default: return false
    }
  }

  /// Whether a word stands ahead that is no property's.
  private func isUnitWord(_ distance: Int) -> Bool {
    isOnLine(distance) && kind(after: distance).isWord && kind(after: distance + 1) != .colon
  }

  /// Whether the current token could be `2026Q3`.
  private var isYearAndPeriod: Bool {
    let range = tokens.range(position)
    return range.count == 6 && !source.bytes[Int(range.start) + 4].isDigit
  }

  /// Whether the current token could be `FY26`.
  private var isFiscalYear: Bool {
    let range = tokens.range(position)
    return (range.count == 4 || range.count == 6)
      && source.bytes[Int(range.start)] | 0x20 == UInt8(ascii: "f")
      && source.bytes[Int(range.end) - 1].isDigit
  }
}

/// A run of tokens that was meant as a value, and what to write for it.
struct ForeignValue {
  var code: DiagnosticCode
  var tokenCount: Int
  /// "a date is written year first".
  var headline: String
  var label: String
  /// What may have been meant, the likeliest first.
  var mends: [Mend]
  var helps: [String] = []

  struct Mend {
    var text: String
    /// What it means, where several mends mean several things: "people's time".
    var meaning = ""
  }

  /// Whether the only mend is certain; of several none is.
  var safety = Diagnostic.Fix.Safety.safe

  fileprivate func diagnostic(at span: Span, _ source: SourceText) -> Diagnostic {
    let written = source.excerpt(Int(span.range.start), Int(span.range.end))
    let fixes = mends.map { mend in
      let meaning = mend.meaning.isEmpty ? "" : " for \(mend.meaning)"
      return Diagnostic.Fix(
        "write `\(mend.text)`\(meaning)",
        safety: mends.count > 1 && safety == .safe ? .unsafe : safety,
        edits: [.init(span, mend.text)])
    }
    return Diagnostic(
      code, "`\(written)` \(headline)", at: span, label: label, helps: helps, fixes: fixes)
  }
}

// What recognising needs to see of the tokens that follow; nothing looks beyond the line.
extension Parser {
  /// Whether the token so far ahead stands on this line, with or without a blank before it.
  func isOnLine(_ distance: Int) -> Bool {
    let index = position + distance
    return index < tokens.count - 1 && (distance == 0 || !tokens.newlineBefore[index])
  }

  func isKind(_ kind: SyntaxKind, _ distance: Int) -> Bool {
    isOnLine(distance) && tokens.kinds[position + distance] == kind
  }

  /// Whether nothing stands between a token ahead and the one before it.
  func isTight(_ distance: Int) -> Bool {
    let index = position + distance
    return index > 0 && index < tokens.count && tokens.starts[index] == tokens.ends[index - 1]
  }

  /// A word ahead in small letters; `nil` for anything else, and for the name of a property.
  func foreignWord(_ distance: Int) -> String? {
    guard isOnLine(distance), tokens.kinds[position + distance].isWord else { return nil }
    let index = position + distance
    guard tokens.ends[index] - tokens.starts[index] <= foreignWordMax,
      kind(after: distance + 1) != .colon
    else { return nil }
    return source.text(tokens.range(index)).lowercased()
  }

  /// A number token ahead, as it is written.
  func foreignNumber(_ distance: Int) -> String? {
    guard isKind(.number, distance) else { return nil }
    let range = tokens.range(position + distance)
    return range.count <= Int32(foreignWordMax) ? source.text(range) : nil
  }

  /// A number token ahead that is digits and nothing else.
  func foreignInteger(_ distance: Int) -> Int? {
    foreignNumber(distance).flatMap { $0.utf8.allSatisfy(\.isDigit) ? Int($0) : nil }
  }

  /// The word of the property whose value is being read, or of the block in whose header it stands.
  var propertyWord: String? {
    guard let index = propertyToken else { return nil }
    return source.text(tokens.range(index)).lowercased()
  }
}

/// Words of units and months are shorter.
private let foreignWordMax = 20
