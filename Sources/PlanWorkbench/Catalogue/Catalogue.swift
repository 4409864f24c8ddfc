internal import PlanSemantics

/// The story of every code that a plan's reader may meet: what `plan explain E0123` tells.
///
/// The codes themselves are given out where the mistakes are found. What is told of them stands in `Stories/`, a file an
/// area, and its examples are run as tests.
package enum Catalogue {
  /// In the order of their areas, and in each in the order of their codes.
  package static let entries: [CatalogueEntry] = CatalogueArea.allCases.flatMap { area in
    CatalogueReader.entries(of: area)
  }

  /// The story of a code, however its letter is written; `nil` for what is no code.
  ///
  /// - Complexity: O(codes).
  package static func entry(_ code: String) -> CatalogueEntry? {
    let code = code.uppercased()
    return entries.first { $0.code == code }
  }

  /// Whether a word has the form of a code: `E0123`, `W0123`.
  package static func isCode(_ word: String) -> Bool { number(of: word) != nil }

  /// The codes that one without a story may have been meant to be, nearest first.
  ///
  /// The same number with the other letter is the one; else those beside it, since codes that stand together are of one
  /// matter.
  package static func codes(near word: String) -> [String] {
    guard let number = number(of: word) else { return [] }
    let letter = word.uppercased().prefix(1)
    let ranked = entries.enumerated().map { index, entry in
      let distance = abs((Self.number(of: entry.code) ?? 0) - number)
      return (distance, entry.code.hasPrefix(letter) ? 0 : 1, index, entry.code)
    }
    let sorted = ranked.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }
    // A wrong letter is the whole mistake.
    return sorted.prefix(sorted.first?.0 == 0 ? 1 : shownNearMax).map(\.3)
  }

  /// As many as a reader looks at before the list itself is the better help.
  private static let shownNearMax = 3

  private static func number(of word: String) -> Int? {
    guard let letter = word.first, "EWew".contains(letter), word.utf8.count == 5 else { return nil }
    let digits = word.dropFirst()
    return digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      ? Int(digits) : nil
  }
}

/// What the codes of a file of stories are about.
package enum CatalogueArea: String, CaseIterable, Sendable {
  case files
  case syntax
  case names
  case overlays
  case values
  case scripting
  case declarations
  case wholePlan
  case practice
  case limits
  case lints

  package var heading: String {
    switch self {
    case .files: "Files and imports"
    case .syntax: "How a plan is written"
    case .names: "Names"
    case .overlays: "Templates, scenarios and progress"
    case .values: "Values and their units"
    case .scripting: "Functions, queries and fields"
    case .declarations: "Blocks and their properties"
    case .wholePlan: "The plan as a whole"
    case .practice: "Decisions, benefits and the rest of the practice"
    case .limits: "Limits"
    case .lints: "Lints"
    }
  }

  /// Its file of stories.
  var text: String {
    let bytes =
      switch self {
      case .files: PackageResources.files_md
      case .syntax: PackageResources.syntax_md
      case .names: PackageResources.names_md
      case .overlays: PackageResources.overlays_md
      case .values: PackageResources.values_md
      case .scripting: PackageResources.scripting_md
      case .declarations: PackageResources.declarations_md
      case .wholePlan: PackageResources.wholePlan_md
      case .practice: PackageResources.practice_md
      case .limits: PackageResources.limits_md
      case .lints: PackageResources.lints_md
      }
    return String(decoding: bytes, as: UTF8.self)
  }
}
