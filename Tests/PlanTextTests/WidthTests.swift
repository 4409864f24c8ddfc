import PlanText
import Testing

@Suite struct WidthTests {
  @Test(arguments: [
    ("abc", 3), ("", 0), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("ｱ", 1), ("Ａ", 2), ("한글", 4),
    // The same written in its parts.
    ("\u{1112}\u{1161}\u{11AB}", 2), ("क्षि", 3), ("שָׁלוֹם", 4), ("a\u{200B}b", 2), ("½", 1),
    ("\u{AD}", 1), ("€", 1), ("→", 1), ("…", 1),
    // Emoji: plain, of two forms, with a colour of skin, a family, a flag.
    ("🚀", 2), ("❤", 1), ("❤\u{FE0F}", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🇩🇪", 2), ("🧑🏽‍🚀x", 3),
    ("\u{20000}", 2), ("\u{E0100}", 0),
  ])
  func columns(text: String, width: Int) {
    #expect(textWidth(text) == width)
  }

  @Test(arguments: [
    ("abcdef", 4, "abcd"), ("日本語", 4, "日本"), ("日本語", 5, "日本"), ("e\u{301}e\u{301}", 1, "e\u{301}"),
    ("ab", 7, "ab"), ("ab", 0, ""),
  ])
  func beginnings(text: String, columns: Int, expected: String) {
    #expect(prefix(of: text, columns: columns) == expected)
  }

  @Test(arguments: [
    ("a\tb", "a    b"), ("a\u{1B}[31m", "a\u{FFFD}[31m"), ("a\u{202E}b", "a\u{FFFD}b"),
    ("a\nb", "a\u{FFFD}b"), ("a\u{200F}", "a\u{FFFD}"), ("a\u{9B}m", "a\u{FFFD}m"),
    ("a\u{2028}b", "a\u{FFFD}b"), ("日本 €", "日本 €"),
  ])
  func whatATerminalWouldObeyIsShown(text: String, shown: String) {
    #expect(printable(text) == shown)
  }
}

@Suite struct JSONTests {
  @Test func whatReadersWouldObeyIsEscaped() {
    let value = JSONValue.string("a\"\\\n\u{1B}\u{202E}\u{2028}é")
    #expect(value.text == "\"a\\\"\\\\\\n\\u001b\\u202e\\u2028é\"\n")
  }
}
