/// A value as bytes that name its content: equal values give equal bytes, and values of one type that differ give others.
///
/// They are made to be hashed and not to be read. What is written follows from what the compiler derives for `Encodable`, so
/// that a property which is added to a type is part of them without anybody thinking of it.
///
/// - Parameter value: Numbers, texts, truth values, and what is made of them.
/// - Returns: Its bytes.
/// - Complexity: O(size); lists of numbers are copied as they lie in memory.
package func contentBytes(of value: some Encodable) -> [UInt8] {
  let writer = ContentWriter()
  // Nothing that is written here can fail, and what a type of ours refuses to say is no part of its content.
  try? writer.append(value)
  return writer.bytes
}

/// Every value begins with a mark of its kind, and what has no fixed length says how long it is.
private final class ContentWriter {
  private(set) var bytes: [UInt8] = []

  enum Mark: UInt8 {
    case key, list, end, nothing, whole, fraction, truth, text, words32, words64
  }

  func append(_ value: some Encodable) throws {
    switch value {
    case let numbers as [Int32]: append(numbers, .words32)
    case let numbers as [Int64]: append(numbers, .words64)
    case let number as Int32: append(whole: Int64(number))
    case let number as Int64: append(whole: number)
    case let text as String: append(text, .text)
    case let isTrue as Bool:
      mark(.truth)
      bytes.append(isTrue ? 1 : 0)
    case let number as any FixedWidthInteger: append(whole: Int64(clamping: number))
    case let number as any BinaryFloatingPoint:
      mark(.fraction)
      append(word: Double(number).bitPattern)
    default:
      try value.encode(to: ContentEncoder(writer: self))
      mark(.end)
    }
  }

  func mark(_ mark: Mark) { bytes.append(mark.rawValue) }

  func append(key: any CodingKey) { append(key.stringValue, .key) }

  private func append(whole number: Int64) {
    mark(.whole)
    append(word: UInt64(bitPattern: number))
  }

  private func append(_ text: String, _ kind: Mark) {
    mark(kind)
    append(word: UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  private func append<Number: FixedWidthInteger>(_ numbers: [Number], _ kind: Mark) {
    mark(kind)
    append(word: UInt64(numbers.count))
    // The same order of bytes on every machine; where it is the machine's own, this copies.
    numbers.map(\.littleEndian).withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  private func append(word: UInt64) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

/// What `Encodable` writes into; the names of its methods are those of the standard library.
private struct ContentEncoder: Encoder, SingleValueEncodingContainer {
  let writer: ContentWriter
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(ContentFields(writer: writer))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    writer.mark(.list)
    return ContentList(writer: writer)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }
  func encodeNil() { writer.mark(.nothing) }
  func encode(_ value: some Encodable) throws { try writer.append(value) }
}

private struct ContentFields<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let writer: ContentWriter
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) {
    writer.append(key: key)
    writer.mark(.nothing)
  }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    writer.append(key: key)
    try writer.append(value)
  }

  func nestedContainer<Inner: CodingKey>(
    keyedBy type: Inner.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Inner> {
    writer.append(key: key)
    return KeyedEncodingContainer(ContentFields<Inner>(writer: writer))
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    writer.append(key: key)
    return ContentEncoder(writer: writer).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { ContentEncoder(writer: writer) }

  func superEncoder(forKey key: Key) -> any Encoder {
    writer.append(key: key)
    return ContentEncoder(writer: writer)
  }
}

private struct ContentList: UnkeyedEncodingContainer {
  let writer: ContentWriter
  private(set) var count = 0
  var codingPath: [any CodingKey] { [] }

  init(writer: ContentWriter) { self.writer = writer }

  mutating func encodeNil() {
    count += 1
    writer.mark(.nothing)
  }

  mutating func encode(_ value: some Encodable) throws {
    count += 1
    try writer.append(value)
  }

  mutating func nestedContainer<Inner: CodingKey>(
    keyedBy type: Inner.Type
  ) -> KeyedEncodingContainer<Inner> {
    count += 1
    return KeyedEncodingContainer(ContentFields<Inner>(writer: writer))
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    count += 1
    return ContentEncoder(writer: writer).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder {
    count += 1
    return ContentEncoder(writer: writer)
  }
}
