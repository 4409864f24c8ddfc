/// The best results known, by instance.
struct BestKnown {
  struct Entry {
    let objective: Int64
    /// The longest path without resources, for projects.
    var criticalPath: Int64?
  }

  private var entries: [String: Entry] = [:]

  init() {}

  /// `instance,best_objective,…`.
  init(portfolioCSV text: String) throws {
    try read(text, columns: ["instance", "best_objective"]) { fields in
      guard let objective = Int64(fields[1]) else { return nil }
      return Entry(objective: objective)
    }
  }

  /// `set,instance,lower_bound,upper_bound,critical_path,…`.
  init(projectCSV text: String) throws {
    try read(text, columns: ["instance", "upper_bound", "critical_path"]) { fields in
      guard let objective = Int64(fields[1]), let path = Int64(fields[2]) else { return nil }
      return Entry(objective: objective, criticalPath: path)
    }
  }

  func entry(_ instance: String) -> Entry? { entries[instance] }

  /// No field of these files is quoted.
  private mutating func read(
    _ text: String, columns: [String], _ entry: ([Substring]) -> Entry?
  ) throws {
    let lines = text.split(whereSeparator: \.isNewline)
    let header = lines.first?.split(separator: ",", omittingEmptySubsequences: false) ?? []
    let places = columns.compactMap { column in header.firstIndex { $0 == column } }
    guard places.count == columns.count else {
      throw FormatError(
        what: "the best results need the columns \(columns.joined(separator: ", "))")
    }
    for line in lines.dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard let last = places.max(), fields.count > last,
        let found = entry(places.map { fields[$0] })
      else { throw FormatError(what: "the best results cannot be read at `\(line)`") }
      entries[String(fields[places[0]])] = found
    }
  }
}

/// A file that is not what it should be.
package struct FormatError: Error, CustomStringConvertible {
  let what: String

  package var description: String { what }
}
