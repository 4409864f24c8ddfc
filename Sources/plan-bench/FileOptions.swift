internal import ArgumentParser
internal import PlanSystem

/// Which instances to solve.
struct FileOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Files, or folders of them.", valueName: "path"))
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "Only every so many files from the first, in the order of their names.", valueName: "count"))
  var every = 1

  @Option(
    help: ArgumentHelp("A CSV of the best results known, to compare with.", valueName: "file"))
  var bestKnown: String?

  /// Larger instances than 64 MB are a mistake.
  static let sizeMax = 64_000_000

  func validate() throws {
    if every < 1 { throw ValidationError("--every takes 1 or more") }
  }

  /// The files, numbers in their names in numeric order: `j301_2` before `j301_10`.
  func paths(ending: String) throws -> [String] {
    var found: [String] = []
    for path in paths {
      let inside = Files.neighbours(of: path + "/", ending: ending)
      if path.hasSuffix(ending) {
        found.append(path)
      } else if inside.isEmpty {
        throw ValidationError("`\(path)` is no \(ending) file and no folder of them")
      } else {
        found += inside.sorted { NumericName($0) < NumericName($1) }
      }
    }
    return found.enumerated().filter { $0.offset % every == 0 }.map(\.element)
  }

  func bestKnown(_ read: (String) throws -> BestKnown) throws -> BestKnown {
    guard let bestKnown else { return BestKnown() }
    let bytes = try Files.read(bestKnown, sizeMax: Self.sizeMax)
    return try read(String(decoding: bytes, as: UTF8.self))
  }
}

/// A name as letters and numbers in turn, to compare `j301_2` with `j301_10` as people do.
private struct NumericName: Comparable {
  private let parts: [Part]

  private enum Part: Comparable {
    case number(Int)
    case letters(String)
  }

  init(_ name: String) {
    var parts: [Part] = []
    for character in name {
      switch (parts.last, character.wholeNumberValue) {
      case (.number(let before), let digit?) where before < Int.max / 10 - 10:
        parts[parts.count - 1] = .number(before * 10 + digit)
      case (_, let digit?): parts.append(.number(digit))
      case (.letters(let before), nil): parts[parts.count - 1] = .letters(before + [character])
      case (_, nil): parts.append(.letters(String(character)))
      }
    }
    self.parts = parts
  }

  static func < (left: NumericName, right: NumericName) -> Bool {
    left.parts.lexicographicallyPrecedes(right.parts)
  }
}
