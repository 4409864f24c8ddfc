/// A property of a kind of block: one row of the table from which errors, and later the reference, completion and hover, are
/// made.
package struct Property: Sendable {
  package var word: PropertyWord
  /// One sentence, as the reference prints it.
  package var meaning: String
  /// What holds where it is not written, as text; `nil` when nothing does.
  package var defaultText: String?
  package var isRequired: Bool
  package var status: Status
  /// What follows for the reader from its status, for those that are not enforced.
  package var consequence: String?

  package enum Status: Sendable, Hashable {
    /// Bends the schedule or its figures.
    case honoured
    /// Kept in the model for the reports.
    case reported
    /// Read by questions, checks and scores that the plan asks.
    case asked
    /// Typed and checked, and named in every output as not yet enforced.
    case unenforced
    /// Typed and checked, and read by nothing that exists yet: no figure would differ.
    case kept
    /// Part of the language, refused by this version.
    case later
  }

  package var type: ValueType { word.type }
  package var example: String { word.example }

  package init(
    _ word: PropertyWord, _ meaning: String, default defaultText: String? = nil,
    isRequired: Bool = false, status: Status = .honoured, consequence: String? = nil
  ) {
    self.word = word
    self.meaning = meaning
    self.defaultText = defaultText
    self.isRequired = isRequired
    self.status = status
    self.consequence = consequence
  }
}

/// What a block is and what may stand in it.
package struct BlockSchema: Sendable {
  package var kind: Kind
  package var meaning: String
  package var children: [Kind]
  /// The property that stands in the header: `metric arr: $0 -> $4M`.
  package var principal: PropertyWord?
  /// Whether it has to have a name, because others refer to it or because the report does.
  package var needsName: Bool
  /// Those of its own and those that stand everywhere.
  package var properties: [Property]

  package init(
    _ kind: Kind, _ meaning: String, children: [Kind] = [], principal: PropertyWord? = nil,
    needsName: Bool = true, properties: [Property]
  ) {
    self.kind = kind
    self.meaning = meaning
    self.children = children
    self.principal = principal
    self.needsName = needsName
    self.properties = properties + Schema.everywhere
  }
}
