internal import FoundationEssentials

/// The checkout under test.
package enum Repository {
  /// Where `Package.swift` lies.
  package static let root: String = {
    // Tests/TestSupport/Repository.swift -> three steps up.
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }()

  /// Paths below a folder, relative to the root, sorted; hidden ones and build products are left out.
  package static func files(below folder: String, ending: String = "") -> [String] {
    let base = root + "/" + folder
    guard let all = FileManager.default.enumerator(below: base) else { return [] }
    return all.map { folder + "/" + $0 }.filter { $0.hasSuffix(ending) }.sorted()
  }

  /// Names directly in a folder, sorted.
  package static func entries(of folder: String) -> [String] {
    let path = folder.isEmpty ? root : root + "/" + folder
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  package static func read(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  package static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: root + "/" + path)))
  }

  package static func write(_ text: String, to path: String) throws {
    let url = URL(filePath: root + "/" + path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url, options: .atomic)
  }

  package static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root + "/" + path)
  }
}

extension FileManager {
  /// Regular files below a folder, as paths relative to it.
  fileprivate func enumerator(below base: String) -> [String]? {
    guard let names = try? contentsOfDirectory(atPath: base) else { return nil }
    var found: [String] = []
    for name in names where !name.hasPrefix(".") {
      let path = base + "/" + name
      var isFolder = false
      guard fileExists(atPath: path, isDirectory: &isFolder) else { continue }
      if isFolder {
        found += (enumerator(below: path) ?? []).map { name + "/" + $0 }
      } else {
        found.append(name)
      }
    }
    return found
  }
}
