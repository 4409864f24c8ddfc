internal import PlanSyntax

/// The paths that were most likely meant by one that leads nowhere, nearest first.
///
/// Compared are the names of the files alone: a folder and an ending that all of them share say nothing of what was meant.
/// A name that differs in its ending or its capitals only is what was meant.
///
/// - Parameters:
///   - path: As it was written.
///   - neighbours: Paths in the same folder.
/// - Returns: At most three of the neighbours.
/// - Complexity: O(neighbours · length²).
func nearestPaths(to path: String, among neighbours: [String]) -> [String] {
  let wanted = stem(path)
  let same = neighbours.filter { stem($0).lowercased() == wanted.lowercased() }
  guard same.isEmpty else { return Array(same.sorted().prefix(suggestedMax)) }
  let near = suggestions(for: wanted, among: neighbours.map(stem))
  return near.flatMap { name in neighbours.filter { stem($0) == name }.sorted() }
}

/// The name of a file without its folder and its ending.
private func stem(_ path: String) -> String {
  let name = path.split(separator: "/").last.map(String.init) ?? path
  guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
  return String(name[..<dot])
}
