// Numbers with what is written onto them (`$4k/pw`, `40k CHF`, `70%`) and dates.
extension Lexer {
  /// Reads a number or a date; `start` lies before `position` when a currency sign came first.
  mutating func number(from start: Int) {
    let digitsStart = position
    while byte(position).isDigit || byte(position) == UInt8(ascii: "_") { position += 1 }
    if start == digitsStart, position - start == 4, byte(position) == UInt8(ascii: "-"),
      datePartFollows()
    {
      return date(from: start)
    }
    if byte(position) == UInt8(ascii: "."), byte(position + 1).isDigit {
      position += 1
      while byte(position).isDigit || byte(position) == UInt8(ascii: "_") { position += 1 }
    }
    while byte(position).isWordByte || byte(position) == UInt8(ascii: "%") { position += 1 }
    if start == digitsStart, currencyCodeFollows() { position += 4 }
    // A rate has no blanks; `8 / day` would be a division.
    if byte(position) == UInt8(ascii: "/"), byte(position + 1).isLetter {
      position += 1
      while byte(position).isWordByte { position += 1 }
    }
    emit(.number, from: start)
  }

  /// Whether one blank and then exactly three capitals follow, as in `40k CHF`.
  ///
  /// No two tokens of the language look like that.
  private func currencyCodeFollows() -> Bool {
    guard byte(position) == UInt8(ascii: " ") else { return false }
    for offset in 1...3 {
      let letter = byte(position + offset)
      guard letter >= UInt8(ascii: "A"), letter <= UInt8(ascii: "Z") else { return false }
    }
    return !byte(position + 4).isWordByte
  }

  /// Whether the `-` at `position` goes on as a date would: a digit, or Q or W and a digit.
  private func datePartFollows() -> Bool {
    let first = byte(position + 1)
    let isPeriod = [UInt8(ascii: "q"), UInt8(ascii: "w")].contains(first | 0x20)
    return first.isDigit || isPeriod && byte(position + 2).isDigit
  }

  private mutating func date(from start: Int) {
    while byte(position).isWordByte || byte(position) == UInt8(ascii: "-") && datePartFollows() {
      position += 1
    }
    emit(.date, from: start)
    if !Self.isWellFormedDate(bytes[start..<position]) { malformedDate(from: start) }
  }

  /// Whether the text is `2026-07-01`, `2026-07`, `2026-Q3` or `2026-W28`; that the day exists is for the meaning.
  private static func isWellFormedDate(_ text: ArraySlice<UInt8>) -> Bool {
    let shape = text.map { $0.isDigit ? UInt8(ascii: "0") : $0 }
    return ["0000-00-00", "0000-00", "0000-Q0", "0000-W00"].contains {
      shape.elementsEqual($0.utf8)
    }
  }

  /// A currency sign before a number, or bytes that begin nothing.
  mutating func signOrUnknown() {
    let start = position
    if let length = CurrencySign.length(bytes, at: position), byte(position + length).isDigit {
      position += length
      return number(from: start)
    }
    unknown()
  }
}

/// Signs written before an amount.
enum CurrencySign {
  /// `$ € £ ¥ ₹` in UTF-8.
  static let all: [(sign: String, bytes: [UInt8])] = ["$", "€", "£", "¥", "₹"].map {
    ($0, Array($0.utf8))
  }

  /// How many bytes the sign at an offset takes; `nil` if none stands there.
  static func length(_ bytes: [UInt8], at offset: Int) -> Int? {
    for (_, sign) in all
    where offset + sign.count <= bytes.count
      && bytes[offset..<offset + sign.count].elementsEqual(sign)
    {
      return sign.count
    }
    return nil
  }
}
