/// What the versions of a plan say of one thing that some of them have.
struct NamedRow {
  let title: Prose
  /// One for each version.
  let cells: [Prose]

  var all: [Prose] { [title] + cells }
}

/// Rows of what versions have under the same names, one for each name that any of them has, in the order in which it comes first.
///
/// - Parameters:
///   - readings: The versions.
///   - missing: What is said of a version that has none of the name.
///   - members: What one has.
///   - cell: What a version says of one, by its place in `members`.
/// - Returns: The rows, titled with the label in the first version that has the name.
/// - Complexity: O(members of all versions), and as many cells.
func rowsByName(
  _ readings: [Reading], missing: Prose = "–",
  of members: (Reading) -> [(name: String, label: String)],
  cell: (_ place: Int, _ reading: Reading) -> Prose
) -> [NamedRow] {
  let lists = readings.map(members)
  let places = lists.map { list in
    Dictionary(zip(list.map(\.name), list.indices), uniquingKeysWith: { first, _ in first })
  }
  var known: Set<String> = []
  return lists.joined().filter { known.insert($0.name).inserted }.map { member in
    let cells = zip(readings, places).map { reading, places in
      places[member.name].map { cell($0, reading) } ?? missing
    }
    return NamedRow(title: Prose(member.label, .strong), cells: cells)
  }
}
