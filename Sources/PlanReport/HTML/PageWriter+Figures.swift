// Pictures in a page.
extension PageWriter {
  mutating func figure(_ picture: Picture) {
    let id = "\(prefix)picture-\(picture.id)"
    raw(
      "<figure id=\"\(id)\" aria-labelledby=\"\(id)-title\" class=\"\(picture.kind.rawValue)\">\n<figcaption>"
    )
    raw("<strong id=\"\(id)-title\">\(inline(picture.title))</strong> ")
    raw("<span id=\"\(id)-text\">\(inline(picture.caption))</span></figcaption>\n")
    let group = "role=\"group\" aria-labelledby=\"\(id)-title\" aria-describedby=\"\(id)-text\""
    switch Layout(picture.chart) {
    case .panels(let drawings):
      raw("<div class=\"panels\" \(group)>\n")
      for drawing in drawings { write(drawing, "panel") }
      raw("</div>\n")
    case .page(let wide, let narrow):
      raw("<div \(group)>\n")
      write(wide, "wide")
      if medium == .screen {
        // Its marks are those of the other, so that the script says of them what is said of those.
        write(narrow, "narrow", tellsMarks: false)
      }
      raw("</div>\n")
    case .moved(let drawing):
      raw("<div class=\"moved\" \(group)>\n")
      write(drawing, "wide")
      raw("</div>\n")
    case .keyed(let drawing, _):
      raw("<div class=\"keyed\" \(group)>\n")
      write(drawing, "panel")
      if case .key(let table) = picture.alternative { self.table(table, under: "\(id)-title") }
      raw("</div>\n</figure>\n")
      return
    }
    switch picture.alternative {
    case .besides, .drawn: break
    case .prose(let prose): raw("<p>\(inline(prose))</p>\n")
    case .table where medium == .paper, .key where medium == .paper: break
    case .table(let table), .key(let table):
      raw("<details><summary>The same in figures</summary>\n")
      self.table(table, under: "\(id)-title")
      raw("</details>\n")
    }
    raw("</figure>\n")
  }

  private mutating func write(_ drawing: Drawing, _ room: String, tellsMarks: Bool = true) {
    let (width, height) = (decimal(drawing.width), decimal(drawing.height))
    let size = "viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\""
    let index = index
    var writer: SVGWriter
    switch medium {
    case .screen:
      raw("<svg class=\"pic \(room)\" \(size)>\n")
      writer = SVGWriter(isAlone: false, tellsMarks: tellsMarks) { index.attribute($0) }
    case .paper:
      raw("<svg class=\"pic \(room)\" xmlns=\"http://www.w3.org/2000/svg\" \(size)>\n")
      raw("<style>\(PictureStyle.onPaper)</style>\n\(PictureStyle.definitions)\n")
      // Nobody points at paper.
      writer = SVGWriter(isAlone: true, tellsMarks: false)
    }
    writer.parts(drawing.parts)
    raw(writer.text)
    raw("</svg>\n")
  }
}
