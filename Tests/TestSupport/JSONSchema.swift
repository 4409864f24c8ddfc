/// A schema (JSON Schema, draft 4) and what a document breaks of it.
///
/// It knows the words that the schema of SARIF uses, and refuses to validate by one that has others, since what is not looked
/// at must not pass as right.
package struct JSONSchema: Sendable {
  private let root: JSONNode

  /// Words that demand something.
  private static let demands: Set<String> = [
    "type", "$ref", "properties", "additionalProperties", "required", "items", "minItems",
    "uniqueItems", "minimum", "maximum", "enum", "pattern", "anyOf", "oneOf", "format",
  ]
  /// Words that demand nothing.
  private static let remarks: Set<String> = [
    "description", "default", "title", "id", "$schema", "definitions",
  ]

  package init(_ text: String) throws { root = try JSONNode(text) }

  /// What is wrong with a document, a line each with the path of where; none if it is valid.
  package func violations(of document: JSONNode) -> [String] {
    violations(of: document, by: root, at: "$")
  }

  private func violations(of node: JSONNode, by schema: JSONNode, at path: String) -> [String] {
    guard case .object(let words) = schema else { return ["\(path): the schema is no object"] }
    if let reference = words["$ref"]?.text {
      guard let target = definition(reference) else { return ["\(path): no \(reference)"] }
      return violations(of: node, by: target, at: path)
    }
    var found: [String] = []
    for word in words.keys.sorted()
    where !Self.demands.contains(word) && !Self.remarks.contains(word) {
      found.append("\(path): the schema's `\(word)` is not understood")
    }
    if let type = words["type"]?.text, !node.isOf(type) { found.append("\(path): no \(type)") }
    if let allowed = words["enum"]?.elements, !allowed.contains(node) {
      found.append("\(path): is none of the words allowed")
    }
    found += countViolations(of: node, words, at: path)
    found += alternatives(of: node, words, at: path)
    if case .object(let fields) = node { found += self.fields(fields, words, at: path) }
    for (index, element) in node.elements.enumerated() {
      guard let items = words["items"] else { break }
      found += violations(of: element, by: items, at: "\(path)[\(index)]")
    }
    return found
  }

  private func countViolations(
    of node: JSONNode, _ words: [String: JSONNode], at path: String
  ) -> [String] {
    var found: [String] = []
    if let number = node.number {
      if let least = words["minimum"]?.number, number < least {
        found.append("\(path): < \(least)")
      }
      if let most = words["maximum"]?.number, number > most { found.append("\(path): > \(most)") }
    }
    if let text = node.text {
      if let pattern = words["pattern"]?.text, !matches(text, pattern) {
        found.append("\(path): is not like \(pattern)")
      }
      if let format = words["format"]?.text, !isOf(format, text) {
        found.append("\(path): is no \(format)")
      }
    }
    guard case .array(let elements) = node else { return found }
    if let least = words["minItems"]?.number, Double(elements.count) < least {
      found.append("\(path): fewer than \(least)")
    }
    if words["uniqueItems"] == .boolean(true) {
      for (index, element) in elements.enumerated() where elements[..<index].contains(element) {
        found.append("\(path)[\(index)]: stands there twice")
      }
    }
    return found
  }

  private func alternatives(
    of node: JSONNode, _ words: [String: JSONNode], at path: String
  ) -> [String] {
    var found: [String] = []
    func holding(_ word: String) -> Int? {
      words[word]?.elements.count { violations(of: node, by: $0, at: path).isEmpty }
    }
    if holding("anyOf") == 0 { found.append("\(path): is none of what it may be") }
    if let count = holding("oneOf"), count != 1 { found.append("\(path): is \(count) of oneOf") }
    return found
  }

  private func fields(
    _ fields: [String: JSONNode], _ words: [String: JSONNode], at path: String
  ) -> [String] {
    var found: [String] = []
    for name in (words["required"]?.elements ?? []).compactMap(\.text) where fields[name] == nil {
      found.append("\(path): has no `\(name)`")
    }
    for name in fields.keys.sorted() {
      guard let value = fields[name] else { continue }
      if let known = words["properties"]?[name] {
        found += violations(of: value, by: known, at: "\(path).\(name)")
      } else if words["additionalProperties"] == .boolean(false) {
        found.append("\(path): has `\(name)`")
      } else if let other = words["additionalProperties"], other != .boolean(true) {
        found += violations(of: value, by: other, at: "\(path).\(name)")
      }
    }
    return found
  }

  private func definition(_ reference: String) -> JSONNode? {
    guard reference.hasPrefix("#/") else { return nil }
    return reference.dropFirst(2).split(separator: "/").reduce(root) { node, name in
      node?[String(name)]
    }
  }

  /// The schema's patterns are plain enough for Swift's own.
  private func matches(_ text: String, _ pattern: String) -> Bool {
    guard let regex = try? Regex(pattern) else { return false }
    return text.contains(regex)
  }

  /// The one format that SARIF's schema has besides dates, which we do not write: characters of RFC 3986, escaped where they
  /// have to be.
  private func isOf(_ format: String, _ text: String) -> Bool {
    guard format == "uri" || format == "uri-reference" else { return false }
    let allowed = /([A-Za-z0-9\-._~:\/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*/
    let hasScheme = text.contains(/^[A-Za-z][A-Za-z0-9+.\-]*:/)
    return text.wholeMatch(of: allowed) != nil && (format == "uri-reference" || hasScheme)
  }
}

extension JSONNode {
  fileprivate func isOf(_ type: String) -> Bool {
    switch (self, type) {
    case (.null, "null"), (.boolean, "boolean"), (.string, "string"), (.array, "array"): true
    case (.object, "object"), (.number, "number"): true
    case (.number(let number), "integer"): number == number.rounded()
    default: false
    }
  }
}
