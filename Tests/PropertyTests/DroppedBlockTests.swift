import PlanSyntax
import PlanWorkbench
import TestSupport
import Testing

/// What is left of a file when a block of it is dropped.
@Suite struct DroppedBlockTests {
  @Test(
    "a file that is laid out stays so, whichever block goes",
    arguments: ["Plans/q3.plan", "Plans/recovery.plan", "Plans/hello.plan"])
  func staysLaidOut(path: String) throws {
    let options = CheckOptions(
      today: CheckOptions.Day(year: 2026, month: 7, day: 1), asOf: nil)
    let copy = WorkingCopy(Array(try Repository.read(path).utf8), path: path, options)
    let checked = copy.checked(nil)
    #expect(!checked.hasErrors && isLaidOut(copy.root))
    var dropped = 0
    for name in checked.declaredNames.map(\.path) {
      var changed = copy
      // What others need cannot go.
      guard let made = try? changed.lay(TypedText("drop \(name)"), on: nil, before: checked),
        !made.changes.isEmpty
      else { continue }
      dropped += 1
      #expect(isLaidOut(changed.root), "drop \(name)")
    }
    #expect(dropped > 2)
  }

  private func isLaidOut(_ bytes: [UInt8]) -> Bool {
    format(parse(SourceText(file: FileID(raw: 0), path: "", bytes: bytes))) == bytes
  }
}
