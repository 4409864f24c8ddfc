/// What waits for what, as boxes and arrows.
package struct MapChart: Sendable, Equatable {
  package var nodes: [Node]
  /// From what has to be there to what waits for it; as indices into `nodes`.
  package var edges: [Edge]

  package init(nodes: [Node], edges: [Edge]) {
    self.nodes = nodes
    self.edges = edges
  }

  package struct Node: Sendable, Equatable {
    package var label: String
    package var text: String
    package var kind: Kind

    package init(label: String, text: String, kind: Kind) {
      self.label = label
      self.text = text
      self.kind = kind
    }
  }

  package enum Kind: Sendable, Hashable, CaseIterable {
    case planned
    /// Decides when the last of all ends.
    case critical
    /// Finished.
    case done
    /// Left out of the schedule.
    case undone
    /// Promised by others.
    case external
  }

  package struct Edge: Sendable, Hashable {
    package var from: Int
    package var to: Int
    package var isCritical: Bool

    package init(from: Int, to: Int, isCritical: Bool) {
      self.from = from
      self.to = to
      self.isCritical = isCritical
    }
  }
}
