import PlanText

/// What somebody who means harm, or does not know better, calls an initiative.
enum HostileText {
  static let all = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "&amp; &lt; &#x3C;",
    "]]> --> <!-- <![CDATA[", "</title></text></svg><svg onload=alert(1)>",
    "two\nlines\tand\r\nmore", "\u{202E}turned\u{202C} and \u{2066}kept\u{2069}",
    "שלום\u{200F} (1)", "مرحبا بالعالم", "🎉 👨‍👩‍👧 漢字", "漢字の計画を立てる",
    "\u{0}\u{7}\u{1B}[31m\u{FFFE}", "'single' `back` ${x} {{y}}", "javascript:alert(1)",
    "url(#x-f0)}*{display:none", String(repeating: "long ", count: 2_000),
    String(repeating: "W", count: 10_000),
  ]

  /// What is left of one in a picture: on one line, with nothing that a program obeys and no marks of direction.
  static func shown(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": shown += " "
      case "\u{200F}": continue
      case "\u{FFFE}": shown += "\u{FFFD}"
      case _ where scalar.isObeyed: shown += "\u{FFFD}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
