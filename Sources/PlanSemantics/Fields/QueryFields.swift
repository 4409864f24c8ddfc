/// What questions see of a block besides its properties: the rows of the reference.
package enum QueryFields {
  /// A field and what it is, in one sentence.
  package struct Row: Sendable {
    package let name: String
    package let meaning: String
  }

  /// Names that every block of the kind has besides its properties.
  package static func computed(_ kind: Kind) -> [String] { ComputedField.names(of: kind) }

  /// Fields that only a schedule has.
  package static func scheduled(_ kind: Kind) -> [Row] {
    ScheduleField.allCases.filter { $0.isField(of: kind) }
      .map { Row(name: $0.rawValue, meaning: $0.meaning) }
  }
}
