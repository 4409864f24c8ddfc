internal import PlanText

/// What is kept under a name: a line that names its form, a line with the name, words and texts, and the SHA-256 of all that.
struct CacheEntry {
  /// What it is, and which version of it: `schedule 1`.
  let form: String
  let name: String

  private var front: [UInt8] { Array("plan \(form)\n\(name)\n".utf8) }

  /// An entry.
  func bytes(_ words: CachedWords) -> [UInt8] {
    let bytes = front + words.bytes
    return bytes + SHA256.digest(of: bytes)
  }

  /// What an entry holds; `nil` unless it is one, of this form and name, to the last bit.
  func words(of bytes: [UInt8]) -> CachedWordReader? {
    let start = front
    let end = bytes.count - SHA256.digestSize
    guard end >= start.count, bytes.starts(with: start),
      SHA256.digest(of: Array(bytes[..<end])) == Array(bytes[end...])
    else { return nil }
    return CachedWordReader(bytes[start.count..<end])
  }
}

/// Little-endian words of eight bytes, and texts with their lengths before them.
struct CachedWords {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ word: Int64) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ words: [Int64]) {
    for word in words { append(word) }
  }

  mutating func append(_ text: String) { append(Array(text.utf8)) }

  mutating func append(_ content: [UInt8]) {
    append(Int64(content.count))
    bytes += content
  }

  /// How many there are, and each.
  mutating func append<Element>(
    _ list: [Element], _ write: (inout CachedWords, Element) -> Void
  ) {
    append(Int64(list.count))
    for element in list { write(&self, element) }
  }
}

/// Reads words one after the other; whatever is not there is `nil`.
struct CachedWordReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func next() -> Int64? {
    guard rest.count >= 8 else { return nil }
    let word = rest.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    rest.removeFirst(8)
    return Int64(bitPattern: word)
  }

  mutating func content() -> [UInt8]? {
    guard let count = next(), (0...Int64(rest.count)).contains(count) else { return nil }
    defer { rest.removeFirst(Int(count)) }
    return Array(rest.prefix(Int(count)))
  }

  mutating func text() -> String? { content().map { String(decoding: $0, as: UTF8.self) } }

  /// A count, and so many of something; `nil` where one of them is none.
  mutating func list<Element>(of read: (inout CachedWordReader) -> Element?) -> [Element]? {
    guard let count = next(), (0...Int64(rest.count)).contains(count) else { return nil }
    var list: [Element] = []
    for _ in 0..<count {
      guard let element = read(&self) else { return nil }
      list.append(element)
    }
    return list
  }
}
