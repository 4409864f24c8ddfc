internal import PlanText

/// Documents as one file of HTML that needs nothing else: no network, no server, no script from elsewhere.
///
/// The page says so itself: its content-security policy lets nothing run or be loaded but the style sheet and the script in
/// it, which it names by their hashes (W3C, "Content Security Policy Level 3"). Everything that comes from a plan is escaped.
package enum HTML {
  /// One of several documents in a file, among which readers choose.
  package struct Version: Sendable {
    /// What readers choose it by.
    package var label: String
    package var document: Document

    package init(label: String, document: Document) {
      self.label = label
      self.document = document
    }
  }

  /// What a page is made for.
  package enum Medium: Sendable {
    /// Browsers, at any width; they print it as well.
    case screen
    /// Programs that make a PDF of it, some of which know no more of style sheets than paper needs: nothing to choose or to
    /// open, all documents one after the other, and pictures that bring what they look like.
    case paper
  }

  /// A document as a page.
  ///
  /// - Complexity: O(size), besides the layout of its pictures.
  package static func write(_ document: Document) -> String {
    write([Version(label: "", document: document)])
  }

  /// Documents as a page with a switch between them; it opens with the first.
  ///
  /// - Parameters:
  ///   - versions: At least one; of none the page is empty.
  ///   - medium: What it is made for.
  /// - Returns: The page.
  /// - Complexity: O(size), besides the layout of their pictures.
  package static func write(_ versions: [Version], for medium: Medium = .screen) -> String {
    let index = TopicIndex(medium == .screen ? versions.map(\.document) : [])
    var page = PageWriter(index: index, medium: medium)
    page.controls(versions.map(\.label))
    page.raw("<main id=\"content\" tabindex=\"-1\">\n")
    for (place, version) in versions.enumerated() {
      page.article(version, place: place, of: versions.count)
    }
    page.raw("</main>\n")
    let sheet =
      PageStyle.sheet(choices: medium == .screen ? versions.count : 0) + page.tableRules.sheet
    let title = markup(versions.first?.document.title.plainText ?? "")
    let body: String
    var policy = "default-src 'none'; style-src '\(hash(sheet))'"
    switch medium {
    case .screen:
      let script = PageStyle.script
      policy += "; script-src '\(hash(script))'"
      body = """
        <a class="skip" href="#content">Skip to the report</a>
        <svg class="pic defs" width="0" height="0" aria-hidden="true" focusable="false">\(PictureStyle.definitions)</svg>

        """ + page.text + "<script>\(script)</script>\n"
    case .paper:
      policy += " '\(hash(PictureStyle.onPaper))'"
      body = page.text
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy); base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <style>\(sheet)</style>
      </head>
      <body>
      \(body)</body>
      </html>

      """
  }

  /// A text as a content-security policy names it.
  private static func hash(_ text: String) -> String {
    "sha256-" + base64(SHA256.digest(of: Array(text.utf8)))
  }
}
