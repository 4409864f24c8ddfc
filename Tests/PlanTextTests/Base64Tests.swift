import PlanText
import Testing

@Suite struct Base64Tests {
  /// The test vectors of RFC 4648, section 10.
  @Test(
    arguments: zip(
      ["", "f", "fo", "foo", "foob", "fooba", "foobar"],
      ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"]))
  func publishedVectors(text: String, expected: String) {
    #expect(base64(Array(text.utf8)) == expected)
  }

  @Test func everyLetterOfTheAlphabet() {
    let bytes: [UInt8] = [0x00, 0x10, 0x83, 0x10, 0x51, 0x87, 0xFB, 0xFF, 0xFE]
    #expect(base64(bytes) == "ABCDEFGH+//+")
  }
}
