/// What a query shows: rows of cells under headings.
package struct ValueTable: Hashable, Sendable {
  /// One for each column: the field, or the expression as it is written.
  package var headings: [String]
  /// Each as long as `headings`.
  package var rows: [[Value]]
  /// What each row is about; empty where rows are groups.
  package var elements: [Value]

  package init(headings: [String], rows: [[Value]], elements: [Value] = []) {
    self.headings = headings
    self.rows = rows
    self.elements = elements
  }

  /// The rows as records of the headings.
  var records: [Value] {
    rows.map { row in
      .record(zip(headings, row).map { Value.Field(name: $0, value: $1) })
    }
  }
}

extension Value {
  /// The elements of what stands for a list: a list, the only column of a table, or nothing; `nil` for one value alone.
  var members: [Value]? {
    switch self {
    case .list(let values): values
    case .table(let table) where table.headings.count == 1: table.rows.flatMap(\.self)
    case .table(let table): table.records
    default: nil
    }
  }
}
