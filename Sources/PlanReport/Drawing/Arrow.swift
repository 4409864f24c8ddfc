/// Arrows of one picture, which nobody points at: all of one look are one path, and those that meet have one head.
struct Arrows {
  private var plain: [Drawing.Step] = []
  private var critical: [Drawing.Step] = []
  private var heads: [Look: [[Drawing.Step]]] = [:]

  /// Adds one.
  ///
  /// - Parameters:
  ///   - line: Its steps, from where it begins.
  ///   - head: Those of its head.
  ///   - isCritical: Whether it decides the end.
  mutating func add(_ line: [Drawing.Step], head: [Drawing.Step], isCritical: Bool) {
    let look = isCritical ? Look.linkCritical : .link
    let isNew = heads[look]?.contains(head) != true
    if isNew { heads[look, default: []].append(head) }
    if isCritical {
      critical += line + (isNew ? head : [])
    } else {
      plain += line + (isNew ? head : [])
    }
  }

  /// Those that decide the end lie on top.
  var parts: [Drawing.Part] {
    [(plain, Look.link), (critical, .linkCritical)].compactMap { steps, look in
      steps.isEmpty ? nil : .path(steps, look)
    }
  }
}

/// A head that points right at a place.
func headRight(_ x: Double, _ y: Double) -> [Drawing.Step] {
  [.move(x - 4.5, y - 3), .line(x, y), .line(x - 4.5, y + 3)]
}

/// A head that points left at a place.
func headLeft(_ x: Double, _ y: Double) -> [Drawing.Step] {
  [.move(x + 4.5, y - 3), .line(x, y), .line(x + 4.5, y + 3)]
}

/// A head that points down or up at a place.
func headVertical(_ x: Double, _ y: Double, isDown: Bool) -> [Drawing.Step] {
  let back = isDown ? y - 4.5 : y + 4.5
  return [.move(x - 3, back), .line(x, y), .line(x + 3, back)]
}
