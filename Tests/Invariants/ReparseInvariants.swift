package import PlanSyntax

/// Parses a file again after an edit, and says how that differs from parsing it afresh; nothing if it does not.
package func reparsed(
  _ old: ParseResult, after edit: SourceEdit
) -> (result: ParseResult, violations: [String]) {
  let again = reparse(old, after: edit)
  let fresh = parse(again.tree.source)
  var found: [String] = []
  if !again.tree.hasSameContent(as: fresh.tree) { found.append("the tree is another") }
  if again.diagnostics != fresh.diagnostics { found.append("the diagnostics are others") }
  if again.isReadable != fresh.isReadable { found.append("it is readable in one way only") }
  let bytes = old.tree.source.bytes
  let range = Int(edit.range.start)..<Int(edit.range.end)
  if again.tree.source.bytes != bytes[..<range.lowerBound] + edit.replacement
    + bytes[range.upperBound...]
  {
    found.append("the edit is another")
  }
  return (again, found)
}

/// What breaks when a file is edited as its last bytes say, once for every four of them, and parsed again after each edit.
///
/// For fuzzing: the first two bytes are a place, the third how much goes, the last which piece of the file is put there.
package func reparseViolations(of bytes: [UInt8]) -> [String] {
  let editCount = min(8, bytes.count / 16)
  let text = Array(bytes.dropLast(editCount * 4))
  var parsed = parse(testSource(text))
  for index in 0..<editCount {
    let numbers = bytes[(text.count + index * 4)...].prefix(4).map(Int.init)
    let count = parsed.tree.source.bytes.count
    let start = (numbers[0] * 256 + numbers[1]) % (count + 1)
    let end = min(count, start + numbers[2] % 8)
    let piece = text.isEmpty ? 0 : numbers[3] * 16 % text.count
    let replacement = Array(text[piece..<min(text.count, piece + numbers[3] % 12)])
    let edit = SourceEdit(TextRange(start: Int32(start), end: Int32(end)), replacement)
    let (next, found) = reparsed(parsed, after: edit)
    guard found.isEmpty else { return found }
    parsed = next
  }
  return []
}
