/// What the shapes of a picture stand for, in a line or more below it.
struct Legend {
  private var parts: [Drawing.Part] = []
  private var x: Double
  private var baseline: Double
  private let left: Double
  private let right: Double
  private static let lineHeight = 18.0
  static let swatch = 22.0

  init(left: Double, right: Double, top: Double) {
    self.left = left
    self.right = right
    x = left
    baseline = top + 12
  }

  /// Adds an entry, on a new line where it does not fit on this one.
  ///
  /// - Parameters:
  ///   - text: What it is.
  ///   - swatch: The shape, drawn at the left end of a box of `swatch` by 10 pixels.
  mutating func add(_ text: String, _ swatch: (_ x: Double, _ y: Double) -> [Drawing.Part]) {
    let room = right - left - Legend.swatch - 6
    let text = fitted(text, into: room, size: TypeSize.small)
    let width = Legend.swatch + 6 + extent(text, size: TypeSize.small)
    if x > left, x + width > right {
      x = left
      baseline += Legend.lineHeight
    }
    parts += swatch(x, baseline - 9)
    parts.append(.text(text, x: x + Legend.swatch + 6, y: baseline, .small))
    x += width + 18
  }

  var part: Drawing.Part { .backdrop(parts) }

  /// The first line below it that is free.
  var bottom: Double { parts.isEmpty ? baseline - 12 : baseline + 8 }
}
