package import PlanSyntax

/// What the fixes of a parse break of what is promised of them; empty when nothing is.
///
/// The edits of one fix do not overlap, and a safe one takes its mistake away.
package func fixViolations(in parsed: ParseResult) -> [String] {
  parsed.diagnostics.flatMap { diagnostic in
    diagnostic.fixes.compactMap { fix in
      guard let mended = applying(fix, to: parsed.tree.source.bytes) else {
        return "the edits of `\(fix.title)` overlap"
      }
      guard fix.safety == .safe else { return nil }
      let after = parse(testSource(mended)).diagnostics
      let isMended =
        after.count { $0.code == diagnostic.code }
        < parsed.diagnostics.count { $0.code == diagnostic.code }
      return isMended ? nil : "`\(fix.title)` leaves \(diagnostic.code.text)"
    }
  }
}

/// The bytes after the edits of a fix; `nil` if they overlap.
package func applying(_ fix: Diagnostic.Fix, to bytes: [UInt8]) -> [UInt8]? {
  var result = bytes
  var end = bytes.count
  for edit in fix.edits.sorted(by: { $0.span.range.start > $1.span.range.start }) {
    let range = edit.span.range
    guard range.start <= range.end, Int(range.end) <= end else { return nil }
    result.replaceSubrange(Int(range.start)..<Int(range.end), with: edit.replacement.utf8)
    end = Int(range.start)
  }
  return result
}
