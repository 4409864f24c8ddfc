internal import PlanModel
internal import PlanSyntax

// Who may see a block.
extension PropertyReader {
  /// To be called before an evaluation for an audience: what `confidential` says cannot be asked within one.
  func keep(from audience: Audience) {
    self.audience = audience
    guard table.properties.contains(where: { $0.word == .confidential }) else { return }
    hidden = Set(
      table.declarations.indices.map { DeclarationID($0) }
        .filter { !readers(of: $0).include(audience) })
  }

  /// Those who may see a block: those who may see what it stands in, less those from whom it is kept itself.
  func readers(of id: DeclarationID) -> Readers {
    var readers = ownReaders(of: id)
    var block = table[id].parent
    while let outer = block {
      readers = readers.intersection(ownReaders(of: outer))
      block = table[outer].parent
    }
    return readers
  }

  func ownReaders(of id: DeclarationID) -> Readers {
    guard has(.confidential, of: id) else { return .everybody }
    let value = value(.confidential, of: id)
    if value?.boolean == false { return .everybody }
    let named = Set(value?.elements?.compactMap(\.symbol) ?? [])
    return .only(Audience.allCases.filter { named.contains($0.rawValue) })
  }
}

/// The words by which confidential blocks would be known, to be looked for in texts.
///
/// A text mentions a block that has its label, word by word and whatever the case, or its name, where that is no word that people
/// write anyway: one with `_` or a digit in it. A label that something has which may be seen gives nothing away.
struct Confidences {
  private struct Hidden {
    let name: ConfidentialName
    let words: [String]
  }

  /// By the first of their words.
  private var byFirst: [String: [Hidden]] = [:]
  let isEmpty: Bool

  /// - Complexity: O(size of all labels).
  init(_ reader: PropertyReader) {
    let table = reader.table
    guard table.properties.contains(where: { $0.word == .confidential }) else {
      isEmpty = true
      return
    }
    var open: Set<[String]> = []
    var hidden: [Hidden] = []
    for index in table.declarations.indices {
      let id = DeclarationID(index)
      let label = reader.label(of: id)
      let readers = reader.readers(of: id)
      guard readers != .everybody, table[id].kind.keepsConfidences else {
        if let label { open.insert(words(of: label)) }
        continue
      }
      let name = ConfidentialName(
        kind: table[id].kind.rawValue, path: table.path(of: id), label: label, readers: readers)
      if let label { hidden.append(Hidden(name: name, words: words(of: label))) }
      if let own = table[id].name?.text, own.contains(where: { $0 == "_" || $0.isNumber }) {
        hidden.append(Hidden(name: name, words: [own.lowercased()]))
      }
    }
    hidden.removeAll { $0.words.isEmpty || open.contains($0.words) }
    isEmpty = hidden.isEmpty
    for each in hidden { byFirst[each.words[0], default: []].append(each) }
  }

  /// What a text mentions that an audience may not see; `nil` where it mentions nothing.
  ///
  /// - Complexity: O(length of the text), times the confidential labels that begin with the same word.
  func mention(in text: String, by audience: Audience) -> ConfidentialName? {
    mentions(in: text).first { !$0.readers.include(audience) }
  }

  /// Everything confidential that a text mentions, in its order.
  func mentions(in text: String) -> [ConfidentialName] {
    guard !isEmpty else { return [] }
    let words = words(of: text)
    return words.indices.flatMap { place in
      (byFirst[words[place]] ?? []).filter { words[place...].starts(with: $0.words) }
        .map(\.name)
    }
  }
}

/// Rows of letters, digits and `_`, in small letters.
private func words(of text: String) -> [String] {
  text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
}

extension Kind {
  /// Whether reports keep what is confidential of this kind from those who may not see it.
  ///
  /// The others bend how the plan is read, and are named in no report.
  package var keepsConfidences: Bool {
    switch self {
    case .horizon, .calendar, .field, .exchange, .allow, .deny, .progress, .importedFile: false
    default: true
    }
  }
}
