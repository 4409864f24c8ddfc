internal import PlanModel

/// What lateness costs, a row of days each, read where the problem has it.
///
/// Rows are shared, not copied: of a hundred thousand initiatives they are most of the memory.
struct CostRows: ~Copyable {
  /// Keeps the rows alive.
  private let rows: [CostRow]
  private let bases: Table<UnsafePointer<Int64>>

  /// - Parameters:
  ///   - rows: What is finished already may come without a row, and nothing reads it.
  ///   - days: How many every other has, or more.
  ///   - shift: By so many bits all are shifted right.
  init(_ rows: [CostRow], days: Int32, shift: Int64) {
    let free = CostRow([Int64](repeating: 0, count: Int(max(days, 0))))
    self.rows = rows.map { row in
      guard row.count >= free.count else { return free }
      return shift == 0 ? row : row.changed { $0 >> shift }
    }
    bases = Table(self.rows.map(\.base))
  }

  @inline(__always)
  subscript(_ row: Int32, _ day: Int32) -> Int64 { bases[row][Int(day)] }

  @inline(__always)
  subscript(_ row: Int, _ day: Int32) -> Int64 { bases[row][Int(day)] }
}
