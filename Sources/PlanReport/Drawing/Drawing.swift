/// A picture laid out: shapes at places, in pixels of its natural size, before anybody writes them as SVG.
struct Drawing: Sendable, Equatable {
  var width: Double
  var height: Double
  var parts: [Part]

  indirect enum Part: Sendable, Equatable {
    case shape(Shape, Look)
    case text(Text)
    /// Something that can be pointed at and reached by keyboard.
    case mark(Mark)
    /// Axes, grids and legends, which say nothing to those who do not see them.
    case backdrop([Part])
  }

  enum Shape: Sendable, Equatable {
    case rectangle(x: Double, y: Double, width: Double, height: Double, radius: Double = 0)
    case line(x1: Double, y1: Double, x2: Double, y2: Double)
    case circle(x: Double, y: Double, radius: Double)
    case path([Step])
  }

  /// A step of a path, in absolute coordinates.
  enum Step: Sendable, Equatable {
    case move(Double, Double)
    case line(Double, Double)
    case curve(Double, Double, Double, Double, Double, Double)
    case close
  }

  struct Text: Sendable, Equatable {
    var text: String
    var x: Double
    /// Of the baseline.
    var y: Double
    var anchor = Anchor.start
    var look: Look

    /// Which part of it stands at its place; the raw value is the class that `pictures.css` has for it.
    enum Anchor: String, Sendable {
      case start = ""
      case middle = "c"
      case end = "e"
    }
  }

  struct Mark: Sendable, Equatable {
    /// Whose it is, as a document's `Topic` is called; `nil` where it is nobody's alone.
    var label: String?
    /// What is said of it.
    var text: String
    var parts: [Part]
  }
}

extension Drawing.Part {
  static func text(_ text: String, x: Double, y: Double, _ look: Look) -> Drawing.Part {
    .text(text, x: x, y: y, .start, look)
  }

  static func text(
    _ text: String, x: Double, y: Double, _ anchor: Drawing.Text.Anchor, _ look: Look
  ) -> Drawing.Part {
    .text(Drawing.Text(text: text, x: x, y: y, anchor: anchor, look: look))
  }

  static func rectangle(
    x: Double, y: Double, width: Double, height: Double, radius: Double = 0, _ look: Look
  ) -> Drawing.Part {
    .shape(.rectangle(x: x, y: y, width: width, height: height, radius: radius), look)
  }

  static func line(
    x1: Double, y1: Double, x2: Double, y2: Double, _ look: Look
  ) -> Drawing.Part {
    .shape(.line(x1: x1, y1: y1, x2: x2, y2: y2), look)
  }

  static func path(_ steps: [Drawing.Step], _ look: Look) -> Drawing.Part {
    .shape(.path(steps), look)
  }

  static func mark(_ label: String?, _ text: String, _ parts: [Drawing.Part]) -> Drawing.Part {
    .mark(Drawing.Mark(label: label, text: text, parts: parts))
  }
}
