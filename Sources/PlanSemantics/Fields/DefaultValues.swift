import PlanSyntax

/// What holds where a property is not written, as values: read from the texts of the table of properties, wherever those
/// are a value and not a sentence.
enum DefaultValues {
  /// The default of a property of a block; `nil` where there is none, or where it depends on the plan.
  static func value(_ word: PropertyWord, of kind: Kind) -> Value? {
    byPlace[Place(kind: kind, word: word)]
  }

  private struct Place: Hashable {
    let kind: Kind
    let word: PropertyWord
  }

  private static let byPlace: [Place: Value] = {
    var values: [Place: Value] = [:]
    for block in Schema.blocks {
      for property in block.properties {
        guard let text = property.defaultText, let value = value(text, property.type) else {
          continue
        }
        values[Place(kind: block.kind, word: property.word)] = value
      }
    }
    return values
  }()

  private static func value(_ text: String, _ type: ValueType) -> Value? {
    if case .list = type, text == "none" || text == "[]" { return .list([]) }
    let tree = parse(SourceText("print \(text)"))
    guard tree.diagnostics.isEmpty, tree.tree.file.statements.count == 1,
      case .print(let statement) = tree.tree.file.statements[0]
    else { return nil }
    var environment = Environment(sources: [])
    var names = NoNames()
    let value = environment.evaluate(statement.value, expecting: type, names: &names)
    return environment.diagnostics.isEmpty && !value.isPoison ? value : nil
  }

  /// Nothing has a name.
  private struct NoNames: NameResolver {
    var locals = Locals()

    func value(
      of path: [Word], expecting type: ValueType?, in environment: inout Environment
    ) -> Value? {
      .poison
    }

    func reportUnknown(
      _ path: [Word], expecting type: ValueType?, in environment: inout Environment
    ) {}
  }
}
