/// Things on two scales, numbered, with a list of what the numbers mean.
package struct ScatterChart: Sendable, Equatable {
  package var across: Axis
  package var up: Axis
  package var items: [Item]

  package init(across: Axis, up: Axis, items: [Item]) {
    self.across = across
    self.up = up
    self.items = items
  }

  package struct Axis: Sendable, Equatable {
    package var title: String
    package var ticks: [Tick]

    package init(title: String, ticks: [Tick]) {
      self.title = title
      self.ticks = ticks
    }
  }

  package struct Tick: Sendable, Equatable {
    package var label: String
    /// Where it stands, in thousandths of the scale.
    package var thousandths: Int

    package init(label: String, thousandths: Int) {
      self.label = label
      self.thousandths = thousandths
    }
  }

  package struct Item: Sendable, Equatable {
    package var label: String
    /// In thousandths of the scale.
    package var across: Int
    package var up: Int
    /// Drawn hollow.
    package var isUndone: Bool
    package var text: String

    package init(label: String, across: Int, up: Int, isUndone: Bool, text: String) {
      self.label = label
      self.across = across
      self.up = up
      self.isUndone = isUndone
      self.text = text
    }
  }
}
