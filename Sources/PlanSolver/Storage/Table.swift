/// Fixed-size storage of plain values, owned by one place and indexed without bounds checks in release builds.
///
/// An array inside a struct costs a bounds check and a uniqueness check at every write of the search's inner loops. Every
/// index here comes from a compiled problem, whose indices were made, not read, so debug builds assert and release builds
/// do not pay.
struct Table<Element: BitwiseCopyable>: ~Copyable {
  let count: Int
  private let base: UnsafeMutablePointer<Element>
  /// Whoever has the values, where they are another table's.
  private let owner: AnyObject?

  init(repeating value: Element, count: Int) {
    self.count = count
    owner = nil
    base = UnsafeMutablePointer<Element>.allocate(capacity: max(count, 1))
    base.initialize(repeating: value, count: count)
  }

  init(_ values: [Element]) {
    count = values.count
    owner = nil
    base = UnsafeMutablePointer<Element>.allocate(capacity: max(values.count, 1))
    values.withUnsafeBufferPointer { source in
      if let address = source.baseAddress { base.initialize(from: address, count: source.count) }
    }
  }

  private init(_ other: borrowing Table<Element>, of owner: AnyObject) {
    count = other.count
    base = other.base
    self.owner = owner
  }

  deinit { if owner == nil { base.deallocate() } }

  /// The same values, which nobody may write any more, in a table that keeps their owner alive.
  func shared(by owner: AnyObject) -> Table<Element> { Table(self, of: owner) }

  subscript(_ index: Int) -> Element {
    @inline(__always) get {
      assert(index >= 0 && index < count)
      return base[index]
    }
    @inline(__always) set {
      assert(index >= 0 && index < count)
      base[index] = newValue
    }
  }

  subscript(_ index: Int32) -> Element {
    @inline(__always) get { self[Int(index)] }
    @inline(__always) set { self[Int(index)] = newValue }
  }

  var indices: Range<Int> {
    @inline(__always) get { 0..<count }
  }

  /// Copies the values of a table of the same size.
  mutating func copy(from other: borrowing Table<Element>) {
    assert(count == other.count)
    base.update(from: other.base, count: count)
  }

  /// Copies `length` values from the front of a table.
  mutating func copy(from other: borrowing Table<Element>, length: Int) {
    assert(length <= count && length <= other.count)
    base.update(from: other.base, count: length)
  }

  /// Copies `length` values from the front of a table to a place, or from a place of it to the front.
  mutating func copy(from other: borrowing Table<Element>, at place: Int, length: Int) {
    assert(place >= 0 && place + length <= count && length <= other.count)
    (base + place).update(from: other.base, count: length)
  }

  mutating func copy(from other: borrowing Table<Element>, from place: Int, length: Int) {
    assert(place >= 0 && length <= count && place + length <= other.count)
    base.update(from: other.base + place, count: length)
  }

  mutating func fill(_ value: Element) {
    base.update(repeating: value, count: count)
  }

  func array() -> [Element] {
    Array(UnsafeBufferPointer(start: base, count: count))
  }
}

extension Table where Element == Int32 {
  /// The last place of a row, after `low` and up to `high`, that holds less than a limit; `low` where none does.
  ///
  /// Eight places are looked at together: what is less than the limit has a sign when the limit is taken away, and signs survive
  /// being joined. The limit is not below 0, and no value so low that taking it away would overflow.
  @inline(__always)
  func last(below limit: Int32, in row: Int, from low: Int32, through high: Int32) -> Int32 {
    var place = high
    while place &- low >= 8 {
      assert(row + Int(place) - 7 >= 0 && row + Int(place) < count)
      let run = UnsafeRawPointer(base + (row &+ Int(place) &- 7))
        .loadUnaligned(as: SIMD8<Int32>.self)
      let rest = run &- SIMD8(repeating: limit)
      let four = rest.lowHalf | rest.highHalf
      let two = four.lowHalf | four.highHalf
      if two.x | two.y < 0 { break }
      place &-= 8
    }
    while place > low, self[row &+ Int(place)] >= limit { place &-= 1 }
    return place
  }
}

/// Lists of values, one list a row, in two flat tables (compressed sparse rows).
struct Rows<Element: BitwiseCopyable>: ~Copyable {
  private let starts: Table<Int32>
  private let items: Table<Element>

  init(_ lists: [[Element]]) {
    var starts: [Int32] = [0]
    starts.reserveCapacity(lists.count + 1)
    var total = 0
    for list in lists {
      total += list.count
      starts.append(Int32(total))
    }
    self.starts = Table(starts)
    items = Table(lists.flatMap { $0 })
  }

  private init(starts: consuming Table<Int32>, items: consuming Table<Element>) {
    self.starts = starts
    self.items = items
  }

  /// As `Table.shared(by:)`.
  func shared(by owner: AnyObject) -> Rows<Element> {
    Rows(starts: starts.shared(by: owner), items: items.shared(by: owner))
  }

  @inline(__always)
  func range(_ row: Int32) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }

  @inline(__always)
  func range(_ row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }

  /// The item at a place that `range` named.
  subscript(_ place: Int) -> Element {
    @inline(__always) get { items[place] }
  }
}
