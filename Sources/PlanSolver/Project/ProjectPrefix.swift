/// The beginning that many lists of a project share: what is built of it, as it was after every so many works.
///
/// Changes to one list are tried one after the other, most of them in vain. Up to the first place that a change touches, nothing
/// has to be built again.
struct ProjectPrefix: ~Copyable {
  /// By mark and cell, what is left.
  private var left: Table<UInt64>
  /// By place in the list, where its work starts.
  private var start: Table<Int32>
  /// By mark, the days that the works before it take.
  private var end: Table<Int32>
  /// How many marks are known, the first of which stands before all works.
  private var known = 0
  private let cellCount: Int
  /// Works from one mark to the next.
  let spacing: Int

  init(_ project: borrowing Project) {
    cellCount = project.capacity.count
    spacing = max(1, (project.workCount + Self.markCount - 1) / Self.markCount)
    left = Table(repeating: 0, count: Self.markCount * cellCount)
    start = Table(repeating: 0, count: project.workCount)
    end = Table(repeating: 0, count: Self.markCount)
  }

  /// Another list begins.
  mutating func forget() { known = 0 }

  /// Whether what is built before a place is not kept yet.
  func lacks(_ place: Int) -> Bool { place == known * spacing && known < Self.markCount }

  /// Keeps what is built before the next mark.
  mutating func keep(
    _ list: borrowing Table<Int32>, _ start: borrowing Table<Int32>,
    _ left: borrowing Table<UInt64>, end: Int32, cells: Int
  ) {
    for place in max(0, known - 1) * spacing..<known * spacing {
      self.start[place] = start[list[place]]
    }
    self.left.copy(from: left, at: known * cellCount, length: cells)
    self.end[known] = end
    known += 1
  }

  /// Goes back to the last mark up to a place.
  ///
  /// - Returns: Its place, and the days that the works before it take; `nil` where nothing is known.
  func resume(
    before place: Int, _ list: borrowing Table<Int32>, _ start: inout Table<Int32>,
    _ left: inout Table<UInt64>, cells: Int
  ) -> (place: Int, end: Int32)? {
    guard known > 0 else { return nil }
    let mark = min(known - 1, place / spacing)
    for place in 0..<mark * spacing { start[list[place]] = self.start[place] }
    left.copy(from: self.left, from: mark * cellCount, length: cells)
    return (mark * spacing, end[mark])
  }

  /// More would keep more than they save: half the works between two marks are built again for nothing.
  private static let markCount = 8
}
