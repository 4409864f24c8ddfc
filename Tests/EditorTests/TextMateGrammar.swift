import Foundation

/// A TextMate grammar and what editors do with it: rules that match on a line, and rules that begin and end.
///
/// Follows the manual of TextMate 2 ("Language Grammars"): of all rules that match, the one that matches first wins, of those at
/// one place the first in the list, and the end of what is open before all. Injections, `while` and `\G` are not used here.
final class TextMateGrammar {
  private let top: [Rule]
  private let repository: [String: Definition]
  /// Rules inside those that begin and end, by how they begin; made when one is first opened, since they hold each other.
  private var inner: [String: [Rule]] = [:]

  struct Definition: Decodable {
    var name: String?
    var contentName: String?
    var match: String?
    var begin: String?
    var end: String?
    var include: String?
    var patterns: [Definition]?
    var captures: [String: Capture]?
    var beginCaptures: [String: Capture]?
    var endCaptures: [String: Capture]?
  }

  struct Capture: Decodable { var name: String }

  private struct File: Decodable {
    var patterns: [Definition]
    var repository: [String: Definition]
  }

  private final class Rule {
    let definition: Definition
    let start: NSRegularExpression
    let end: NSRegularExpression?

    init(_ definition: Definition, _ start: String) throws {
      self.definition = definition
      self.start = try NSRegularExpression(pattern: start)
      end = try definition.end.map { try NSRegularExpression(pattern: $0) }
    }
  }

  init(_ json: Data) throws {
    let file = try JSONDecoder().decode(File.self, from: json)
    repository = file.repository
    top = try Self.flatten(file.patterns, file.repository)
  }

  /// The rules that a list of patterns comes down to, in order.
  private static func flatten(
    _ patterns: [Definition], _ repository: [String: Definition]
  ) throws -> [Rule] {
    try patterns.flatMap { pattern -> [Rule] in
      if let name = pattern.include?.dropFirst(), let definition = repository[String(name)] {
        return try flatten([definition], repository)
      }
      guard let start = pattern.match ?? pattern.begin else {
        return try flatten(pattern.patterns ?? [], repository)
      }
      return [try Rule(pattern, start)]
    }
  }

  private func inner(of rule: Rule) throws -> [Rule] {
    let key = rule.start.pattern
    if let known = inner[key] { return known }
    let rules = try Self.flatten(rule.definition.patterns ?? [], repository)
    inner[key] = rules
    return rules
  }

  /// The innermost scope of every UTF-16 unit of a text; empty where it has none.
  func scopes(of text: String) throws -> [String] {
    var result: [String] = []
    var open: [(rule: Rule, inner: [Rule])] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      result += try scopes(ofLine: String(line), &open) + [""]
    }
    return Array(result.dropLast())
  }

  private func scopes(
    ofLine line: String, _ open: inout [(rule: Rule, inner: [Rule])]
  ) throws -> [String] {
    let count = line.utf16.count
    var scopes = Array(repeating: "", count: count)
    var position = 0
    /// What each rule found last, which stays true until it is passed.
    var found: [ObjectIdentifier: NSTextCheckingResult?] = [:]
    func match(_ regex: NSRegularExpression) -> NSTextCheckingResult? {
      let key = ObjectIdentifier(regex)
      if let known = found[key], known.map({ $0.range.location >= position }) ?? true {
        return known
      }
      let match = regex.firstMatch(
        in: line, options: [.withoutAnchoringBounds, .withTransparentBounds],
        range: NSRange(location: position, length: count - position))
      found[key] = .some(match)
      return match
    }
    func paint(_ range: NSRange, _ scope: String?) {
      guard let scope, range.location != NSNotFound, range.length > 0 else { return }
      for index in range.location..<range.location + range.length { scopes[index] = scope }
    }
    while position <= count {
      let outer = open.last?.rule.definition
      let outerScope = outer?.contentName ?? outer?.name
      var best = open.last?.rule.end.flatMap(match).map { (match: $0, rule: Rule?.none) }
      for rule in open.last?.inner ?? top {
        guard let match = match(rule.start),
          match.range.location < best?.match.range.location ?? .max
        else { continue }
        best = (match, rule)
      }
      guard let (match, rule) = best else {
        paint(NSRange(location: position, length: count - position), outerScope)
        break
      }
      paint(NSRange(location: position, length: match.range.location - position), outerScope)
      let definition = rule?.definition ?? outer
      paint(match.range, definition?.name)
      let captures =
        rule == nil ? outer?.endCaptures : definition?.captures ?? definition?.beginCaptures
      for (number, capture) in captures ?? [:] {
        if let group = Int(number) { paint(match.range(at: group), capture.name) }
      }
      position = match.range.location + match.range.length
      if let rule, rule.end != nil {
        open.append((rule, try inner(of: rule)))
      } else if rule == nil {
        open.removeLast()
      } else if match.range.length == 0 {
        // A rule that matches nothing would be found again for ever.
        position += 1
      }
    }
    return scopes
  }
}
