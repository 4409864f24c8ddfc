/// How pictures look: `pictures.css` with the colours of `Palette`.
enum PictureStyle {
  /// For a page that has the colours as variables of its own.
  static let inPage = String(decoding: PackageResources.pictures_css, as: UTF8.self)

  /// For a file of its own, colours written out: few programs but browsers know variables.
  static let alone =
    light + "@media (prefers-color-scheme:dark){\n" + inPage.filled(Palette.dark) + "}\n"

  /// For a picture in a page that is printed by a program which gives pictures nothing of the page's own sheet, and paints the
  /// edge of letters over them.
  static let onPaper = light + ".pic .m .ts{stroke:none}\n"

  private static let light = "\nsvg{font-family:\(faces)}\n" + inPage.filled(Palette.light)

  /// The faces that pictures are measured for: all are narrower than `setWidth` says.
  static let faces =
    "Inter,\"Helvetica Neue\",\"Segoe UI\",Roboto,Arial,\"Liberation Sans\",\"Noto Sans\",sans-serif"

  /// Gradients and patterns, which shapes name.
  static let definitions: String = {
    func fade(_ id: String, _ look: String, from opacity: String = ".85") -> String {
      """
      <linearGradient id="\(id)"><stop class="\(look)" offset="0" stop-opacity="\(opacity)"/>\
      <stop class="\(look)" offset="1" stop-opacity=".06"/></linearGradient>
      """
    }
    func pattern(_ id: String, _ size: Int, _ path: String) -> String {
      """
      <pattern id="\(id)" width="\(size)" height="\(size)" patternUnits="userSpaceOnUse">\
      <path class="ht" d="\(path)"/></pattern>
      """
    }
    // What is hollow fades from no darker than it is.
    return "<defs>" + fade("x-f0", "g0") + fade("x-f1", "g1") + fade("x-f2", "g2", from: ".4")
      + fade("x-fc", "gc")
      + pattern("x-h1", 6, "M-1 1L1 -1M0 6L6 0M5 7L7 5") + pattern("x-h2", 6, "M2 2h2v2h-2Z")
      + pattern("x-h3", 6, "M0 6L6 0M0 0L6 6") + "</defs>"
  }()
}

/// The colours of documents and pictures, by the names that the style sheets have for them.
///
/// Those of pictures are Masataka Okabe's and Kei Ito's ("Color Universal Design", 2008), which everybody tells apart; some are
/// darker on white, and lighter on black, so that each stands out from its ground by 3 to 1, and text by 4.5 to 1 (WCAG 2.2).
enum Palette {
  static let light: KeyValuePairs<String, String> = [
    "paper": "#ffffff", "raised": "#f6f7f9", "ink": "#16191d", "muted": "#56606b",
    "rule": "#d5dae0", "accent": "#0b5394", "focus": "#b3261e", "band": "#f3f6f9",
    "bend": "#e9eef4", "grid": "#d3dae2", "c0": "#0072b2", "c1": "#3d8fc4", "c2": "#7d97ab",
    "cc": "#c04b00", "limit": "#16191d", "link": "#76818c", "good": "#007a5a", "bad": "#b3261e",
    "s1": "#b87900",
    "s2": "#00805e", "s3": "#b0578a", "s4": "#3f93c7", "s5": "#c04b00", "s6": "#6b7280",
    "s7": "#8a6d00", "hatch": "#ffffff",
  ]

  static let dark: KeyValuePairs<String, String> = [
    "paper": "#14171a", "raised": "#1d2125", "ink": "#eceef0", "muted": "#a7b0ba",
    "rule": "#3a4148", "accent": "#86bdf2", "focus": "#ffb4a9", "band": "#1b2025",
    "bend": "#22282f", "grid": "#353d46", "c0": "#4aa8e0", "c1": "#2f86bb", "c2": "#71879a",
    "cc": "#f08a4b", "limit": "#eceef0", "link": "#8b96a1", "good": "#3fc79a", "bad": "#ff8a7a",
    "s1": "#e69f00",
    "s2": "#2fb88c", "s3": "#d58bb4", "s4": "#7cc4ee", "s5": "#f08a4b", "s6": "#9aa3ad",
    "s7": "#d9c63d", "hatch": "#14171a",
  ]

  /// As variables of a style sheet.
  static func variables(_ colours: KeyValuePairs<String, String>) -> String {
    colours.map { "--\($0.key):\($0.value)" }.joined(separator: ";")
  }
}

extension String {
  /// With the colours in the place of their variables.
  fileprivate func filled(_ colours: KeyValuePairs<String, String>) -> String {
    var text = self
    for (name, colour) in colours { text = text.replacing("var(--\(name))", with: colour) }
    return text
  }
}
