internal import PlanSemantics

/// What a file says, as text in which neither order nor layout nor who wrote it matters: for `git diff`, which compares lines.
///
/// Blocks stand sorted by kind and path, a property a line; what other files declare is not known here and stays as it is
/// written. A file in which nothing can be read is its own text.
///
/// - Parameters:
///   - bytes: The file.
///   - path: What messages would call it.
/// - Returns: Lines.
package func resolvedText(_ bytes: [UInt8], path: String) -> [UInt8] {
  // Git hands over single files, so that what others declare is left out of both sides or it would be a change.
  let checked = check(bytes, path: path, CheckOptions(today: nil, asOf: nil))
  guard let blocks = checked.interpreter?.resolvedBlocks, !blocks.isEmpty else { return bytes }
  let order = Dictionary(
    uniqueKeysWithValues: Kind.allCases.enumerated().map { ($0.element, $0.offset) })
  let kinds = Dictionary(blocks.map { ($0.path, $0.kind) }, uniquingKeysWith: { first, _ in first })
  let ranks = blocks.map { block in
    let top = String(block.path.prefix { $0 != "." })
    return order[kinds[top] ?? block.kind] ?? 0
  }
  let sorted = blocks.indices.sorted {
    (ranks[$0], blocks[$0].path, $0) < (ranks[$1], blocks[$1].path, $1)
  }
  var text = ""
  for block in sorted.map({ blocks[$0] }) {
    if !block.path.contains(".") { text += text.isEmpty ? "" : "\n" }
    text += "\(block.kind.rawValue) \(block.path)"
    if let label = block.label { text += " \"\(label)\"" }
    text += "\n"
    for property in block.properties { text += "  \(property.word): \(property.text())\n" }
  }
  return Array(text.utf8)
}
