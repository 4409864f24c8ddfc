/// Delay costs by the day of the finish, in minor units.
///
/// A plan of a hundred thousand initiatives has fifty million of them, which a search reads in its inner loops. So they stand
/// in memory once: a row is shared by whoever holds it, problem or search, and never changes.
package struct CostRow: Sendable, RandomAccessCollection, ExpressibleByArrayLiteral, Encodable {
  @usableFromInline let storage: Storage

  package init(_ costs: some Collection<Int64>) { storage = Storage(costs) }

  package init(arrayLiteral costs: Int64...) { self.init(costs) }

  package var startIndex: Int { 0 }
  package var endIndex: Int { storage.count }

  package subscript(_ day: Int) -> Int64 {
    @inlinable get {
      precondition(day >= 0 && day < storage.count, "a day outside of the costs")
      return storage.base[day]
    }
  }

  /// The row with other amounts.
  package func changed(_ amount: (Int64) -> Int64) -> CostRow { CostRow(map(amount)) }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(Array(self))
  }

  /// Where the values lie, for whoever keeps the row itself as well and knows its days.
  package var base: UnsafePointer<Int64> { UnsafePointer(storage.base) }

  /// Written when it is made and only read since, which is why threads may share it.
  @usableFromInline final class Storage: Sendable {
    @usableFromInline nonisolated(unsafe) let base: UnsafeMutablePointer<Int64>
    @usableFromInline let count: Int

    init(_ costs: some Collection<Int64>) {
      count = costs.count
      base = UnsafeMutablePointer<Int64>.allocate(capacity: Swift.max(count, 1))
      let buffer = UnsafeMutableBufferPointer(start: base, count: count)
      _ = buffer.initialize(from: costs)
    }

    deinit { base.deallocate() }
  }
}
