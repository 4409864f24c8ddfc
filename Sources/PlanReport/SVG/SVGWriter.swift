internal import PlanText

/// Writes drawings as elements of SVG.
struct SVGWriter {
  private(set) var text = ""
  /// Whether nobody listens: in a file of its own marks are only told, by `<title>`.
  private let isAlone: Bool
  /// Attributes of a mark by whose it is, with a blank before each.
  private let attributes: (_ label: String) -> String

  /// Whether each mark has its text with it.
  private let tellsMarks: Bool

  init(
    isAlone: Bool, tellsMarks: Bool = true,
    attributes: @escaping (_ label: String) -> String = { _ in "" }
  ) {
    self.isAlone = isAlone
    self.tellsMarks = tellsMarks
    self.attributes = attributes
  }

  mutating func raw(_ markup: String) { text += markup }

  mutating func parts(_ parts: [Drawing.Part]) {
    // Marks of one shape and one look, one after the other, share a group that says how they look.
    var open: Look?
    for part in parts {
      let look = part.lookOfOnlyShape
      if look != open {
        if open != nil { text += "</g>\n" }
        if let look { text += "<g class=\"s \(look.rawValue)\">\n" }
        open = look
      }
      write(part, title: nil)
    }
    if open != nil { text += "</g>\n" }
  }

  private mutating func write(_ part: Drawing.Part, title: Title?) {
    switch part {
    case .shape(let shape, let look): write(shape, look, title)
    case .text(let label): write(label)
    case .mark(let mark): write(mark)
    case .backdrop(let parts):
      guard !parts.isEmpty else { return }
      text += isAlone ? "<g>" : "<g aria-hidden=\"true\">"
      self.parts(parts.joiningLines)
      text += "</g>\n"
    }
  }

  /// What is said of an element, and what it has besides.
  private struct Title {
    var text: String
    var attributes: String
  }

  private mutating func write(_ mark: Drawing.Mark) {
    let title = Title(
      text: tellsMarks && !mark.isWritten ? "<title>\(markup(clipped(mark.text)))</title>" : "",
      attributes: mark.label.map(attributes) ?? "")
    if mark.parts.count == 1, case .shape = mark.parts[0] {
      // It looks as its group says.
      write(mark.parts[0], title: title)
    } else {
      text += "<g class=\"m\"\(title.attributes)>\(title.text)"
      parts(mark.parts)
      text += "</g>"
    }
    text += "\n"
  }

  private mutating func write(_ shape: Drawing.Shape, _ look: Look, _ title: Title?) {
    let name: String
    switch shape {
    case .rectangle(let x, let y, let width, let height, 0):
      // The same in fewer letters.
      name = "path"
      open(name, look, title)
      text += " d=\"\(outline(x, y, x + max(0, width), y + max(0, height)))\""
    case .rectangle(let x, let y, let width, let height, let radius):
      name = "rect"
      open(name, look, title)
      attribute("x", x)
      attribute("y", y)
      attribute("width", max(0, width))
      attribute("height", max(0, height))
      attribute("rx", radius)
    case .line(let x1, let y1, let x2, let y2):
      return write(.path([.move(x1, y1), .line(x2, y2)]), look, title)
    case .circle(let x, let y, let radius):
      name = "circle"
      open(name, look, title)
      attribute("cx", x)
      attribute("cy", y)
      attribute("r", radius)
    case .path(let steps):
      name = "path"
      open(name, look, title)
      text += " d=\""
      write(steps)
      text += "\""
    }
    if let said = title?.text, !said.isEmpty {
      text += ">\(said)</\(name)>"
    } else {
      text += "/>"
    }
  }

  private mutating func open(_ name: String, _ look: Look, _ title: Title?) {
    text += "<\(name)"
    text += title?.attributes ?? " class=\"\(look.rawValue)\""
  }

  /// Lines along an axis say only where they end, curves how far that is, and others whichever is shorter.
  private mutating func write(_ steps: [Drawing.Step]) {
    var here = (x: 0, y: 0)
    for step in withoutStops(steps) {
      switch step {
      case .move(let x, let y):
        here = (tenths(x), tenths(y))
        text += "M" + numbers([here.x, here.y])
      case .line(let x, let y):
        let next = (x: tenths(x), y: tenths(y))
        if next.y == here.y {
          text += "H\(decimal(next.x))"
        } else if next.x == here.x {
          text += "V\(decimal(next.y))"
        } else {
          text += shorter(
            "L" + numbers([next.x, next.y]), "l" + numbers([next.x - here.x, next.y - here.y]))
        }
        here = next
      case .curve(let x1, let y1, let x2, let y2, let x, let y):
        let next = (x: tenths(x), y: tenths(y))
        let offsets = [
          tenths(x1) - here.x, tenths(y1) - here.y, tenths(x2) - here.x, tenths(y2) - here.y,
          next.x - here.x, next.y - here.y,
        ]
        text += "c" + numbers(offsets)
        here = next
      case .close: text += "z"
      }
    }
  }

  private mutating func write(_ label: Drawing.Text) {
    guard !label.text.isEmpty else { return }
    // Most are labels that begin where they stand, which is how text looks unless said.
    let classes = [label.look == .label ? "" : label.look.rawValue, label.anchor.rawValue]
      .filter { !$0.isEmpty }
    text += classes.isEmpty ? "<text" : "<text class=\"\(classes.joined(separator: " "))\""
    if tenths(label.x) != 0 { attribute("x", label.x) }
    attribute("y", label.y)
    text += ">\(markup(label.text))</text>"
  }

  private mutating func attribute(_ name: String, _ value: Double) {
    text += " \(name)=\"\(decimal(value))\""
  }
}

/// Steps of which none ends on the level line that the next goes on with.
private func withoutStops(_ steps: [Drawing.Step]) -> [Drawing.Step] {
  var kept: [Drawing.Step] = []
  for step in steps {
    if case .line(let x, let y) = step, kept.count > 1,
      case .line(let middle, y) = kept[kept.count - 1]
    {
      switch kept[kept.count - 2] {
      case .move(let first, y), .line(let first, y):
        if (first <= middle) == (middle <= x) { kept.removeLast() }
      default: break
      }
    }
    kept.append(step)
  }
  return kept
}

/// A rectangle as a path, begun at the corner from which it needs the fewest letters: one coordinate is said twice.
private func outline(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) -> String {
  let (left, top, right, bottom) = (decimal(left), decimal(top), decimal(right), decimal(bottom))
  let level = "M\(left) \(top)H\(right)V\(bottom)H\(left)z"
  let upright = shorter(
    "M\(left) \(top)V\(bottom)H\(right)V\(top)z", "M\(left) \(bottom)V\(top)H\(right)V\(bottom)z")
  return shorter(level, upright)
}

/// Coordinates in tenths, one after the other; a minus parts them as a blank does.
private func numbers(_ tenths: [Int]) -> String {
  var text = ""
  for value in tenths {
    if !text.isEmpty, value >= 0 { text += " " }
    text += decimal(value)
  }
  return text
}

private func shorter(_ one: String, _ other: String) -> String {
  other.utf8.count < one.utf8.count ? other : one
}

/// What is said of a mark is read aloud and shown on one line: no title of thousands of characters helps there.
private func clipped(_ text: String) -> String {
  text.utf8.count <= saidMax ? text : text.prefix(saidMax) + "…"
}

private let saidMax = 600

/// A length to a tenth of a pixel, without what says nothing.
func decimal(_ value: Double) -> String { decimal(tenths(value)) }

private func tenths(_ value: Double) -> Int { Int((min(max(value, -1e7), 1e7) * 10).rounded()) }

private func decimal(_ tenths: Int) -> String {
  let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
  let sign = tenths < 0 ? "-" : ""
  return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
}

extension [Drawing.Part] {
  /// The same with the lines of a look as one path, where the first of them stands: nobody points at one of them alone.
  fileprivate var joiningLines: [Drawing.Part] {
    var steps: [Look: [Drawing.Step]] = [:]
    for case .shape(.line(let x1, let y1, let x2, let y2), let look) in self {
      steps[look, default: []] += [.move(x1, y1), .line(x2, y2)]
    }
    return compactMap { part in
      guard case .shape(.line, let look) = part else { return part }
      return steps.removeValue(forKey: look).map { .path($0, look) }
    }
  }
}

extension Drawing.Mark {
  /// Whether its own texts say what there is to be said of it; a page's script joins them as this does.
  fileprivate var isWritten: Bool {
    let texts = parts.compactMap { part -> String? in
      guard case .text(let text) = part else { return nil }
      return text.text
    }
    return texts.count > 1 && texts.joined(separator: ": ") == text
  }
}

extension Drawing.Part {
  /// How a mark looks that is a single shape; `nil` for all else.
  fileprivate var lookOfOnlyShape: Look? {
    guard case .mark(let mark) = self, mark.parts.count == 1,
      case .shape(_, let look) = mark.parts[0]
    else { return nil }
    return look
  }
}
