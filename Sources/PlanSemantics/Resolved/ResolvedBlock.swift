import PlanModel
internal import PlanSyntax

/// A block as it stands when loops have run, templates are filled in, and the scenario and what has happened since are laid over
/// it: what a plan says, whoever wrote it in which order.
package struct ResolvedBlock: Sendable {
  /// As a reader would write it: `residency.billing`; blocks without a name go by their word, `platform.hire`, and by a number
  /// where there are several, `platform.hire 2`.
  package internal(set) var path: String
  /// Whether it goes by its word for want of a name.
  let isUnnamed: Bool
  package let kind: Kind
  package let label: String?
  /// The path it would have under its former name and those of the blocks around it; `nil` where none has one.
  package let formerPath: String?
  /// In the order of their words; `was` is not among them.
  package let properties: [Property]

  /// A property that is written, by whatever.
  package struct Property: Sendable {
    package let word: String
    let value: Value?
    /// Where it has no value: as it is written.
    let source: String
    /// Whether it may bend a schedule or a figure.
    package let bends: Bool

    /// As a plan writes it.
    ///
    /// - Parameter renames: Names of now by names of then, for a plan that is to be compared with a later one.
    /// - Returns: One line.
    package func text(renaming renames: [String: String] = [:]) -> String {
      guard let value else { return source }
      let now = renames.isEmpty ? value : value.renaming(renames)
      // One of what may be several is written without brackets.
      if case .list(let values) = now, values.count == 1 { return values[0].planText }
      return now.planText
    }
  }
}

extension Interpreter {
  /// Every block of the plan but those of progress, whose changes are in the blocks they change, in the order of the files.
  ///
  /// - Complexity: O(size of the plan).
  package var resolvedBlocks: [ResolvedBlock] {
    let reader = PropertyReader(state, model, extra: nil, facts: nil)
    var resolution = Resolution(reader)
    return reader.table.declarations.indices.compactMap { resolution.block(DeclarationID($0)) }
  }
}

private struct Resolution {
  let reader: PropertyReader
  /// By declaration; empty for what is inside nothing that is shown.
  private var paths: [String]
  private var formerPaths: [String?]
  /// How many blocks without a name of a kind there were so far inside another.
  private var counts: [Place: Int] = [:]

  private struct Place: Hashable {
    let parent: String
    let kind: Kind
  }

  init(_ reader: PropertyReader) {
    self.reader = reader
    paths = Array(repeating: "", count: reader.table.declarations.count)
    formerPaths = Array(repeating: nil, count: paths.count)
  }

  mutating func block(_ id: DeclarationID) -> ResolvedBlock? {
    let table = reader.table
    let declaration = table[id]
    let parent = declaration.parent
    let outer = parent.map { paths[$0.index] } ?? ""
    if let parent, outer.isEmpty, table[parent].kind != .importedFile { return nil }
    guard declaration.kind != .progress else { return nil }
    let was = reader.value(.was, of: id)?.text
    let own = name(of: declaration, in: outer)
    let outerFormer = parent.flatMap { formerPaths[$0.index] }
    paths[id.index] = outer.isEmpty ? own : "\(outer).\(own)"
    if was != nil || outerFormer != nil {
      let front = outerFormer ?? outer
      formerPaths[id.index] = (front.isEmpty ? "" : front + ".") + (was ?? own)
    }
    guard declaration.kind != .importedFile else { return nil }
    return ResolvedBlock(
      path: paths[id.index], isUnnamed: declaration.name == nil, kind: declaration.kind,
      label: reader.label(of: id),
      formerPath: formerPaths[id.index], properties: properties(of: id))
  }

  private mutating func name(of declaration: Declaration, in outer: String) -> String {
    if let name = declaration.name { return name.text }
    let place = Place(parent: outer, kind: declaration.kind)
    counts[place, default: 0] += 1
    let number = counts[place, default: 0]
    return declaration.kind.rawValue + (number == 1 ? "" : " \(number)")
  }

  private func properties(of id: DeclarationID) -> [ResolvedBlock.Property] {
    var seen: Set<PropertyName> = [.word(.was)]
    var found: [ResolvedBlock.Property] = []
    for name in reader.propertyNames(of: id) where seen.insert(name).inserted {
      guard let index = reader.find(name, of: id) else { continue }
      let property = reader.table.properties[index]
      let isAsked = property.word?.isAsked ?? false
      let value = isAsked ? nil : reader.value(ofProperty: index, of: id, in: &reader.environment)
      found.append(
        ResolvedBlock.Property(
          word: reader.text(of: name), value: value?.isPoison ?? true ? nil : value,
          source: reader.source(of: property.value.span),
          bends: bends(name, reader.table[id].kind)))
    }
    return found.sorted { $0.word < $1.word }
  }

  private func bends(_ name: PropertyName, _ kind: Kind) -> Bool {
    guard let word = name.word, let row = Schema.property(word, of: kind) else { return true }
    return row.status != .reported && row.status != .kept
  }
}

extension PropertyReader {
  /// What is written of a block in any of its layers, each layer's in its order; one may come twice.
  fileprivate func propertyNames(of id: DeclarationID) -> [PropertyName] {
    propertyIndices(of: id).map { table.properties[$0].name }
  }
}

extension Value {
  /// With other names for what it refers to.
  fileprivate func renaming(_ renames: [String: String]) -> Value {
    switch self {
    case .reference(var reference):
      reference.name = renames[reference.name] ?? reference.name
      return .reference(reference)
    case .list(let values): return .list(values.map { $0.renaming(renames) })
    case .record(let fields):
      return .record(
        fields.map { Field(name: $0.name, value: $0.value.renaming(renames)) })
    default: return self
    }
  }
}
