/// Whom a report is for.
package enum Audience: String, Sendable, CaseIterable {
  /// Those who lead the business.
  case exec
  /// Those who control it.
  case board
  /// Those who decide on what is built.
  case product
  /// Those who build it.
  case engineering
}

/// Who may see something that a plan says in the reports for an audience.
///
/// Whoever reads the plan itself sees all of it.
package enum Readers: Hashable, Sendable {
  case everybody
  /// What is confidential: these audiences and no other, in the order of `Audience`; often none.
  case only([Audience])

  package func include(_ audience: Audience) -> Bool {
    switch self {
    case .everybody: true
    case .only(let audiences): audiences.contains(audience)
    }
  }

  /// Those who may see both.
  package func intersection(_ other: Readers) -> Readers {
    switch (self, other) {
    case (.everybody, let others): others
    case (let own, .everybody): own
    case (.only(let own), .only(let others)): .only(own.filter(others.contains))
    }
  }
}

/// What a plan says of itself and may keep from some readers.
package protocol Confidential {
  /// Who may see it.
  var readers: Readers { get set }
}

extension Confidential {
  /// The same for these readers alone.
  package func seen(by readers: Readers) -> Self {
    var marked = self
    marked.readers = readers
    return marked
  }
}

/// Something confidential by the words that would give it away.
package struct ConfidentialName: Hashable, Sendable {
  /// The word of its block: `initiative`.
  package var kind: String
  /// As a reader of the plan would write it: `residency.billing`.
  package var path: String
  /// As the plan writes it; `nil` where it gives none.
  package var label: String?
  package var readers: Readers

  package init(kind: String, path: String, label: String?, readers: Readers) {
    self.kind = kind
    self.path = path
    self.label = label
    self.readers = readers
  }
}
