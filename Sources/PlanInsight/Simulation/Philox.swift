/// Random numbers that are a function of a key and a counter, so that any of them can be had in any order by any thread.
///
/// Philox4x32-10 (Salmon, Moraes, Dror & Shaw, "Parallel Random Numbers: As Easy as 1, 2, 3", 2011): ten rounds of two
/// multiplications each; passes the BigCrush tests of randomness.
package struct Philox: Sendable {
  private let low: UInt32
  private let high: UInt32

  /// - Parameters: The two halves of the key.
  package init(low: UInt32, high: UInt32) {
    self.low = low
    self.high = high
  }

  /// - Parameters:
  ///   - seed: The plan's.
  ///   - name: What is drawn. The same name draws the same numbers in every scenario, which makes their difference a difference.
  package init(seed: Int64, name: String) {
    // FNV-1a (Fowler, Noll & Vo, 1991) over the seed and the name.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    for shift in stride(from: 0, to: 64, by: 8) {
      mix(UInt8(truncatingIfNeeded: seed >> Int64(shift)))
    }
    for byte in name.utf8 { mix(byte) }
    self.init(
      low: UInt32(truncatingIfNeeded: hash), high: UInt32(truncatingIfNeeded: hash >> 32))
  }

  /// Four numbers, each evenly spread over all 32 bits.
  @inline(__always) package func block(_ counter: UInt32) -> SIMD4<UInt32> {
    // Four numbers and no vector: taking lanes out to multiply them takes longer than the multiplication.
    var (a, b, c, d) = (counter, UInt32(0), UInt32(0), UInt32(0))
    var first = low
    var second = high
    for _ in 0..<10 {
      let left = UInt64(a) &* 0xD251_1F53
      let right = UInt64(c) &* 0xCD9E_8D57
      a = UInt32(truncatingIfNeeded: right >> 32) ^ b ^ first
      b = UInt32(truncatingIfNeeded: right)
      c = UInt32(truncatingIfNeeded: left >> 32) ^ d ^ second
      d = UInt32(truncatingIfNeeded: left)
      first = first &+ 0x9E37_79B9
      second = second &+ 0xBB67_AE85
    }
    return SIMD4(a, b, c, d)
  }
}
