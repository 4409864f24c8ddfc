/// Checks that a file is UTF-8.
enum Utf8 {
  /// Offset of the first byte that is not part of well-formed UTF-8; `nil` if all are.
  ///
  /// Follows table 3-7 of the Unicode Standard 16.0: no overlong forms, no surrogates, nothing above U+10FFFF.
  ///
  /// Offsets of a slice are counted from its beginning.
  static func firstInvalidOffset(_ bytes: ArraySlice<UInt8>) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var offset = 0
      while offset < buffer.count {
        if buffer[offset] < 0x80 {
          offset += 1
          continue
        }
        let length = sequenceLength(buffer, at: offset)
        if length == 0 { return offset }
        offset += length
      }
      return nil
    }
  }

  /// Bytes of the sequence that begins at `offset`, 0 if it is malformed.
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    let first = bytes[offset]
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return 0
    }
    guard offset + length <= bytes.count else { return 0 }
    for index in 1..<length where bytes[offset + index] & 0xC0 != 0x80 { return 0 }
    let second = bytes[offset + 1]
    switch first {
    case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90,
      0xF4 where second > 0x8F:
      return 0
    default:
      return length
    }
  }
}
