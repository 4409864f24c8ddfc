/// How many columns of a terminal a text takes.
///
/// Characters are what readers see as one (extended grapheme clusters): a letter with its accents, a family of emoji. Tabs and
/// control characters count as one column each; `printable` takes them out before.
///
/// - Complexity: O(length).
package func textWidth(_ text: some StringProtocol) -> Int {
  // Nearly all text.
  if text.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) { return text.utf8.count }
  return text.reduce(0) { $0 + textWidth($1) }
}

/// Columns of one character.
///
/// What is shown as one picture, a flag or an emoji that is put together of several or asked for by a selector, takes two;
/// all else what its parts take.
package func textWidth(_ character: Character) -> Int {
  if character.isASCII { return 1 }
  var width = 0
  for scalar in character.unicodeScalars {
    // The emoji selector, and the letters of which flags are made.
    if scalar.value == 0xFE0F || 0x1F1E6...0x1F1FF ~= scalar.value { return 2 }
    let more = columns(scalar.value)
    // What joins a wide one is drawn inside it: a colour of skin, the next member of a family.
    if width == 0, more == 2 { return 2 }
    width += more
  }
  return width
}

/// The longest beginning of a text that fits into some columns.
package func prefix(of text: String, columns: Int) -> Substring {
  var left = columns
  var end = text.startIndex
  for index in text.indices {
    left -= textWidth(text[index])
    guard left >= 0 else { break }
    end = text.index(after: index)
  }
  return text[..<end]
}

private func columns(_ value: UInt32) -> Int {
  if value < 0x300 { return 1 }
  if zeroWidthRanges.hold(value) { return 0 }
  return wideRanges.hold(value) ? 2 : 1
}

extension [ClosedRange<UInt32>] {
  /// Whether one of the ranges, which are in order, holds a value.
  ///
  /// - Complexity: O(log ranges).
  fileprivate func hold(_ value: UInt32) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].contains(value)
  }
}
