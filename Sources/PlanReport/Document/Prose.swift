package import PlanModel

/// Running text with its emphasis.
///
/// Written as a literal: `"\(strong: label) starts on \(figure: date)"`. What is interpolated is text, never markup: back ends
/// escape it.
package struct Prose: Sendable, Hashable {
  package private(set) var runs: [Run]

  package struct Run: Sendable, Hashable {
    package var text: String
    package var style: Style
  }

  package enum Style: Sendable, Hashable {
    case plain
    case strong
    case emphasis
    /// Words of a plan file or of a command.
    case code
    /// An amount or a date, which no line break may split.
    case figure
    /// How something stands, in words, beside which a form may put a sign.
    case standing(Health.Light)
  }

  package init(_ text: String = "", _ style: Style = .plain) {
    runs = []
    append(text, style)
  }

  package var isEmpty: Bool { runs.isEmpty }

  /// The text without its emphasis.
  package var plainText: String { runs.map(\.text).joined() }

  package mutating func append(_ text: String, _ style: Style) {
    guard !text.isEmpty else { return }
    if let last = runs.last, last.style == style, style != .figure {
      runs[runs.count - 1].text += text
    } else {
      runs.append(Run(text: text, style: style))
    }
  }

  package static func + (left: Prose, right: Prose) -> Prose {
    var sum = left
    for run in right.runs { sum.append(run.text, run.style) }
    return sum
  }

  package static func += (left: inout Prose, right: Prose) { left = left + right }
}

extension Prose: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self.init(value) }

  package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.prose }

  package struct StringInterpolation: StringInterpolationProtocol {
    var prose = Prose()

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { prose.append(literal, .plain) }

    package mutating func appendInterpolation(_ text: String) { prose.append(text, .plain) }
    package mutating func appendInterpolation(_ number: Int) {
      prose.append(String(number), .plain)
    }
    package mutating func appendInterpolation(_ other: Prose) { prose += other }
    package mutating func appendInterpolation(strong text: String) { prose.append(text, .strong) }
    package mutating func appendInterpolation(emphasis text: String) {
      prose.append(text, .emphasis)
    }
    package mutating func appendInterpolation(code text: String) { prose.append(text, .code) }
    package mutating func appendInterpolation(figure text: String) { prose.append(text, .figure) }
  }
}

extension Prose {
  /// Text in which backticks enclose words of a plan, as messages of the language have them.
  package init(marked text: String) {
    self.init()
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    // An odd backtick out is only a character.
    guard !parts.count.isMultiple(of: 2) else {
      append(text, .plain)
      return
    }
    for (index, part) in parts.enumerated() {
      append(String(part), index.isMultiple(of: 2) ? .plain : .code)
    }
  }
}

extension Sequence<Prose> {
  /// One after the other with something between.
  package func joined(separator: Prose) -> Prose {
    var result = Prose()
    var isFirst = true
    for each in self {
      if !isFirst { result += separator }
      result += each
      isFirst = false
    }
    return result
  }

  /// As a list in a sentence: `a`, `a and b`, `a, b and c`.
  package func joinedAsSentence(_ conjunction: String = "and") -> Prose {
    let all = Array(self)
    guard all.count > 1, let last = all.last else { return all.first ?? Prose() }
    return all.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
