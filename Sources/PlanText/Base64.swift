/// Bytes as text of 64 characters (RFC 4648, section 4), with padding.
///
/// - Complexity: O(n).
package func base64(_ bytes: [UInt8]) -> String {
  var text = ""
  text.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    var bits: UInt32 = 0
    for (place, byte) in group.enumerated() { bits |= UInt32(byte) << UInt32(16 - 8 * place) }
    for place in 0..<4 {
      guard place <= group.count else {
        text += "="
        continue
      }
      text.unicodeScalars.append(alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)])
    }
  }
  return text
}

private let alphabet = Array(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".unicodeScalars)
