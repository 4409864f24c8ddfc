/// The style sheet and the script of pages.
enum PageStyle {
  /// The style sheet of a page on which readers choose among so many documents.
  static func sheet(choices: Int) -> String {
    "\n:root{color-scheme:light dark;\(Palette.variables(Palette.light))}\n"
      + "@media screen and (prefers-color-scheme:dark){:root{\(Palette.variables(Palette.dark))}}\n"
      + "svg.pic{font-family:\(PictureStyle.faces)}\n"
      + PictureStyle.inPage + page + choice(choices)
  }

  static let script = "\n" + plain(PackageResources.page_js)

  private static let page = plain(PackageResources.page_css)

  /// Of several documents only the chosen one is there; a browser that cannot tell shows all.
  private static func choice(_ versions: Int) -> String {
    guard versions > 1 else { return "" }
    return (0..<versions).map { place in
      "body:has(#pick-\(place):checked) .version:not(#version-\(place)){display:none}\n"
    }.joined()
  }

  /// Without the comments and the indentation, which are for those who change it.
  private static func plain(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .map { $0.drop { $0 == " " } }
      .filter { !$0.isEmpty && !$0.hasPrefix("//") && !$0.hasPrefix("/*") }
      .joined(separator: "\n") + "\n"
  }
}
