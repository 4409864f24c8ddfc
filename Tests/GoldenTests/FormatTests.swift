import Foundation
import PlanWorkbench
import TestSupport
import Testing

/// What the formatter does to files; what it does to text is tested where it lives.
@Suite struct FormattedFileTests {
  static let ours =
    Repository.files(below: "Plans", ending: ".plan")
    + Repository.files(below: "Sources", ending: ".plan")

  @Test func thereAreOurs() { #expect(Self.ours.count >= 10) }

  /// Plans that people copy, and the library, look as the formatter would have them.
  @Test(arguments: ours)
  func oursAreFormatted(path: String) throws {
    let file = formatted(try Repository.bytes(path), path: path)
    #expect(!file.isChanged, "\(file.difference(CaseTests.style))")
    #expect(!file.hasMistakes)
  }

  @Test func theModeStaysAndALinkStaysALink() throws {
    let folder = try Program.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "a.plan")
    let link = folder.appending(path: "link.plan")
    try Data("plan  \"A\"{start:2026-07-01}\n".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path())
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
    let ended = try Program.run(["fmt", "link.plan"], in: folder)
    #expect(ended.status == 0, "\(ended.errors)")
    #expect(
      try String(contentsOf: file, encoding: .utf8) == "plan \"A\" { start: 2026-07-01 }\n")
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path())
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path()) == file.path())
  }

  /// What is as it should be is not written, so that nothing that watches it wakes up.
  @Test func whatDoesNotChangeIsNotTouched() throws {
    let folder = try Program.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "a.plan")
    try Data("plan \"A\" { start: 2026-07-01 }\n".utf8).write(to: file)
    let long = Date(timeIntervalSince1970: 1_000_000_000)
    try FileManager.default.setAttributes([.modificationDate: long], ofItemAtPath: file.path())
    let ended = try Program.run(["fmt", "a.plan", "."], in: folder)
    #expect(ended.status == 0, "\(ended.errors)")
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path())
    #expect(attributes[.modificationDate] as? Date == long)
  }
}
