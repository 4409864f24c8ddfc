internal import PlanText

/// Pictures as SVG 1.1, for browsers and for programs that know less.
package enum SVG {
  /// A picture as a file of its own, with its title and how it is read.
  ///
  /// - Complexity: That of its layout, and O(shapes).
  package static func write(_ picture: Picture) -> String {
    let sheet = Sheet(picture)
    var out = SVGWriter(isAlone: true)
    out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    out.raw(
      """
      <svg xmlns="http://www.w3.org/2000/svg" class="pic" role="img" aria-labelledby="title caption" \
      viewBox="0 0 \(decimal(sheet.width)) \(decimal(sheet.height))" width="\(decimal(sheet.width))" \
      height="\(decimal(sheet.height))">

      """)
    out.raw("<title id=\"title\">\(markup(picture.title.plainText))</title>\n")
    out.raw("<desc id=\"caption\">\(markup(picture.caption.plainText))</desc>\n")
    out.raw("<style>\(PictureStyle.alone)</style>\n\(PictureStyle.definitions)\n")
    out.raw(
      "<rect class=\"paper\" width=\"\(decimal(sheet.width))\" height=\"\(decimal(sheet.height))\"/>\n"
    )
    for (place, drawing) in sheet.drawings {
      out.raw("<g transform=\"translate(\(decimal(place.x)) \(decimal(place.y)))\">\n")
      out.parts(drawing.parts)
      out.raw("</g>\n")
    }
    out.raw("</svg>\n")
    return out.text
  }
}

/// A picture on a sheet of its own: margins, title, and all its drawings.
private struct Sheet {
  private(set) var width: Double
  private(set) var height: Double
  private(set) var drawings: [(place: (x: Double, y: Double), drawing: Drawing)] = []

  private static let margin = 20.0
  private static let gap = 24.0

  init(_ picture: Picture) {
    let drawings: [Drawing]
    switch Layout(picture.chart) {
    case .panels(let panels): drawings = panels
    case .page(let wide, _), .moved(let wide): drawings = [wide]
    case .keyed(_, let whole): drawings = [whole]
    }
    let inner = Layout.wide
    width = inner + Self.margin * 2
    let title = fitted(picture.title.plainText, into: inner, size: 20, isBold: true)
    let heading: [Drawing.Part] = [.text(title, x: 0, y: 18, .title)]
    self.drawings = [
      ((Self.margin, Self.margin), Drawing(width: inner, height: 26, parts: heading))
    ]
    var x = 0.0
    var top = Self.margin + 40
    var row = 0.0
    for drawing in drawings {
      if x > 0, x + drawing.width > inner {
        top += row + Self.gap
        (x, row) = (0, 0)
      }
      self.drawings.append(((Self.margin + x, top), drawing))
      x += drawing.width + (inner - 3 * Layout.panel) / 2
      row = max(row, drawing.height)
    }
    height = top + row + Self.margin
  }
}
