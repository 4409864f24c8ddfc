/// How something stands that is held to a date, as somebody says it against what the figures say.
package struct Health: Hashable, Sendable {
  package enum Light: String, Sendable, CaseIterable {
    case green
    case amber
    case red
  }

  package var light: Light
  package var because: String
  package var readers = Readers.everybody

  package init(light: Light, because: String) {
    self.light = light
    self.because = because
  }
}
