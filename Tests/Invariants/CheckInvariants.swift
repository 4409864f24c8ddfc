internal import PlanSyntax
package import PlanWorkbench

/// Checks bytes as `plan check` does, without a day or files around them, and says what is broken of what is true of every check.
///
/// There is an error or a plan and never both, and the findings have a text for people and one for programs.
package func checkViolations(of bytes: [UInt8]) -> [String] {
  let checked = check(bytes, path: "test.plan", CheckOptions(today: nil, asOf: nil))
  let text = checked.findings(.human, TextStyle(width: 80, isColored: false))
  var found: [String] = []
  if checked.hasErrors != text.contains("error[") {
    found.append("the plan and its errors do not agree")
  }
  found += unlabelled(checked).map { "\($0) says nothing of its place" }
  let json = checked.findings(.json, TextStyle(width: 80, isColored: false))
  if !json.hasPrefix("{") { found.append("no JSON") }
  return found
}

/// Findings of a plan that do not say in a few words what is wrong at their place, or have none without a reason.
package func unlabelled(_ checked: CheckedPlan, _ promises: Promises = .none) -> [String] {
  checked.places(with: promises).filter { place in
    place.label?.isEmpty ?? !placeless.contains { place.text.hasPrefix($0) }
  }.map(\.text)
}

/// What has no place in any file: a plan that cannot be read or is too large, and a scenario that is asked for on the command line.
private let placeless = ["E0010", "E0910", "E0235"]

/// What formatting changes of what a plan means to `plan check`; empty when it changes nothing.
///
/// The findings are the same but for their places and for blanks, since they quote the plan as it is laid out; a plan that could
/// not be read to its end is left alone.
package func formatThenCheckViolations(of bytes: [UInt8]) -> [String] {
  let before = parse(testSource(bytes))
  guard before.isReadable else { return [] }
  let options = CheckOptions(today: nil, asOf: nil)
  func findings(_ bytes: [UInt8]) -> [String] {
    check(bytes, path: "test.plan", options).places().map { $0.text.filter { !$0.isWhitespace } }
  }
  let first = findings(bytes)
  let second = findings(format(before))
  guard first != second else { return [] }
  let lost = first.filter { !second.contains($0) }.prefix(3)
  let new = second.filter { !first.contains($0) }.prefix(3)
  return [
    "the findings change: - \(lost.joined(separator: " | ")) + \(new.joined(separator: " | "))"
  ]
}
