internal import PlanModel
internal import PlanSyntax

/// Finds texts that name something to readers who may not see it.
///
/// Every text of a block is looked at that some audience may see: labels, notes, reasons, owners. Texts of reports that have figures in
/// them are looked at when their figures are known.
struct Leaks {
  private let reader: PropertyReader
  private let confidences: Confidences

  static func findings(in reader: PropertyReader) -> [Diagnostic] {
    let confidences = Confidences(reader)
    if confidences.isEmpty { return [] }
    let leaks = Leaks(reader: reader, confidences: confidences)
    return reader.table.declarations.indices.flatMap { leaks.findings(in: DeclarationID($0)) }
  }

  private func findings(in id: DeclarationID) -> [Diagnostic] {
    let declaration = reader.table[id]
    guard declaration.kind.keepsConfidences else { return [] }
    let readers = reader.readers(of: id)
    var found: [Diagnostic] = []
    if let label = reader.label(of: id),
      let leak = leak(in: label, seenBy: readers, except: id)
    {
      let place = declaration.item.label.map(\.span) ?? declaration.place
      found.append(.leak(leak.name.label ?? leak.name.path, "the label", at: place, to: leak.to))
    }
    for index in reader.table.properties(of: id) {
      let property = reader.table.properties[index]
      guard let word = property.word, word.type.takesText, reader.find(word, of: id) == index,
        let value = reader.value(word, of: id)
      else { continue }
      for text in value.texts {
        guard let leak = leak(in: text, seenBy: readers, except: id) else { continue }
        found.append(
          .leak(
            leak.name.label ?? leak.name.path, "`\(word.rawValue)`", at: property.value.span,
            to: leak.to))
        break
      }
    }
    return found
  }

  private func leak(
    in text: String, seenBy readers: Readers, except id: DeclarationID
  ) -> (name: ConfidentialName, to: Audience)? {
    let own = reader.table.path(of: id)
    for hidden in confidences.mentions(in: text) where hidden.path != own {
      let told = Audience.allCases.first { readers.include($0) && !hidden.readers.include($0) }
      if let told { return (hidden, told) }
    }
    return nil
  }
}

extension Value {
  /// Every text in a value.
  fileprivate var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .list(let values): values.flatMap(\.texts)
    default: []
    }
  }
}
