internal import PlanModel
internal import PlanSyntax

// What stands behind the dot of a declaration, and what an element of a query brings into scope.
extension PropertyReader {
  /// The field of a declaration; `nil` when it has none of that name.
  ///
  /// Blocks inside it come first, then its properties with their defaults, fields of the plan's own, and what is computed.
  func field(
    _ word: Word, of reference: Reference, in environment: inout Environment
  ) -> Value? {
    guard let kind = Kind(word: reference.kind) else { return nil }
    guard reference.id >= 0 else { return givenHorizonField(word.text, reference) }
    let id = DeclarationID(raw: reference.id)
    if case .declaration(let child) = resolver.names.meaning(of: word.text, in: id) {
      return self.reference(to: child)
    }
    return namedField(word, of: id, kind, in: &environment)
  }

  /// Without the blocks inside it, which are no fields of an element.
  private func namedField(
    _ word: Word, of id: DeclarationID, _ kind: Kind, in environment: inout Environment
  ) -> Value? {
    if let property = PropertyWord(word: word.text), hasProperty(property, kind) {
      let value = written(property, of: id, kind, in: &environment)
      if value != Value.none || ScheduleField(rawValue: word.text)?.isField(of: kind) != true {
        return value
      }
    }
    if let index = table.fields.index(of: word.text, in: kind) {
      guard let use = find(.field(index), of: id) else {
        return defaultValue(ofField: index, in: &environment)
      }
      return value(ofProperty: use, of: id, in: &environment)
    }
    if let field = ScheduleField(rawValue: word.text), field.isField(of: kind) {
      return scheduled(field, word, of: id, kind, in: &environment)
    }
    return computed(word.text, of: id, kind, in: &environment)
  }

  // MARK: Which there are

  /// Whether an element of a kind brings this name into scope.
  func hasField(_ name: String, _ kind: Kind) -> Bool { typeOfField(name, kind) != nil }

  /// The type of a field; `nil` when the kind has none of that name.
  func typeOfField(_ name: String, _ kind: Kind) -> ValueType? {
    if let property = PropertyWord(word: name), hasProperty(property, kind) {
      return type(of: .word(property))
    }
    if let index = table.fields.index(of: name, in: kind) { return table.fields[index].type }
    if let field = ScheduleField(rawValue: name), field.isField(of: kind) { return field.type }
    return ComputedField(name, of: kind)?.type
  }

  /// All fields of a kind, for "did you mean" and for completion.
  func fieldNames(_ kind: Kind) -> [String] {
    let properties = Schema.block(kind).properties.map(\.word).filter { hasProperty($0, kind) }
    let scheduled = ScheduleField.allCases.filter { $0.isField(of: kind) }.map(\.rawValue)
    return properties.map(\.rawValue) + table.fields.names(in: kind) + scheduled
      + ComputedField.names(of: kind)
  }

  private func hasProperty(_ word: PropertyWord, _ kind: Kind) -> Bool {
    guard let row = Schema.property(word, of: kind) else { return false }
    return row.status != .later && !word.isAsked
  }

  // MARK: Their values

  /// A property as written, else its default.
  private func written(
    _ word: PropertyWord, of id: DeclarationID, _ kind: Kind, in environment: inout Environment
  ) -> Value {
    if let assumed = assumedEffort(word, of: id, kind) { return assumed }
    if let index = find(word, of: id) {
      return read(value(ofProperty: index, of: id, in: &environment), word)
    }
    switch (word, kind) {
    case (.team, .initiative), (.team, .work), (.skill, .work):
      return inherited(word, of: id, kind, in: &environment)
    case (.effort, .initiative): return effortOfWorks(id, in: &environment)
    case (.worth, .slice): return written(.part, of: id, kind, in: &environment)
    default: break
    }
    if let value = DefaultValues.value(word, of: kind) { return read(value, word) }
    if case .list = type(of: .word(word)) { return .list([]) }
    return .none
  }

  /// What somebody asks about instead of the effort that is written.
  private func assumedEffort(_ word: PropertyWord, of id: DeclarationID, _ kind: Kind) -> Value? {
    guard word == .effort, kind == .initiative, !assumedEfforts.isEmpty,
      let index = model?.index(of: id), assumedEfforts.indices.contains(index)
    else { return nil }
    return .quantity(Quantity(Rational(assumedEfforts[index].minutes), .effort))
  }

  /// In the form in which one computes with it: a level of confidence as its share, measured availabilities as their mean.
  private func read(_ value: Value, _ word: PropertyWord) -> Value {
    switch (word, value) {
    case (.confidence, .symbol(let level)):
      return Vocabulary.share(ofLevel: level).map { .percent($0) } ?? value
    case (.availability, .list(let values)):
      let shares = values.compactMap(\.share)
      let sum = shares.reduce(Rational.zero) { $0.plus($1) ?? $0 }
      return sum.divided(by: Rational(Int64(max(1, shares.count)))).map { .percent($0) } ?? value
    default: return value
    }
  }

  /// The team of a work is its initiative's unless it says another; that of an initiative is the one all its works share.
  private func inherited(
    _ word: PropertyWord, of id: DeclarationID, _ kind: Kind, in environment: inout Environment
  ) -> Value {
    if kind == .work, let owner = table[id].parent {
      if let index = find(word, of: owner) {
        return value(ofProperty: index, of: owner, in: &environment)
      }
    } else {
      let works = table.children(of: id, .work)
      let teams = works.map { work in
        find(word, of: work).map { value(ofProperty: $0, of: work, in: &environment) } ?? .none
      }
      if let first = teams.first { return teams.allSatisfy { $0 == first } ? first : .none }
    }
    let teams = table.top(.team)
    return word == .team && teams.count == 1 ? reference(to: teams[0]) : .none
  }

  /// The sum of its works' means; without works the estimate of what has none.
  private func effortOfWorks(_ id: DeclarationID, in environment: inout Environment) -> Value {
    let works = table.children(of: id, .work)
    var total = Quantity(.zero, .effort)
    for work in works {
      let value = written(.effort, of: work, .work, in: &environment)
      if value.isPoison { return .poison }
      guard let effort = value.single ?? PropertyReader.effortUnsaid.mean,
        case .success(let sum) = total.plus(effort)
      else { return .none }
      total = sum
    }
    return works.isEmpty ? .spread(PropertyReader.effortUnsaid) : .quantity(total)
  }

  /// What work without an estimate is taken for: one to four to twelve person-weeks.
  private static let effortUnsaid: Spread = {
    func weeks(_ count: Int64) -> Quantity {
      Quantity(Rational(count * Effort.minutesPerPersonWeek), .effort)
    }
    return Spread(low: weeks(1), likely: weeks(4), high: weeks(12))
  }()

  func reference(to id: DeclarationID) -> Value {
    .reference(Reference(id: id.raw, kind: table[id].kind.rawValue, name: table.path(of: id)))
  }

  private func computed(
    _ name: String, of id: DeclarationID, _ kind: Kind, in environment: inout Environment
  ) -> Value? {
    switch ComputedField(name, of: kind) {
    case .name: return .text(table[id].name?.text ?? kind.rawValue)
    case .label:
      return .text(
        label(of: id, in: &environment) ?? readableName(table[id].name?.text ?? kind.rawValue))
    case .children(let child):
      return .list(table.children(of: id, child).map { reference(to: $0) })
    case .owner(let owner):
      var current = table[id].parent
      while let next = current {
        if table[next].kind == owner { return reference(to: next) }
        current = table[next].parent
      }
      return Value.none
    case nil: return nil
    }
  }

  private func givenHorizonField(_ name: String, _ reference: Reference) -> Value? {
    switch name {
    case "name": .text(reference.name)
    case "label": .text(readableName(reference.name))
    default: hasField(name, .horizon) ? Value.none : nil
    }
  }

  /// `fast_ci` as "Fast ci".
  private func readableName(_ name: String) -> String {
    let words = name.split(separator: "_").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

/// A field that every declaration has, or that follows from where it stands.
enum ComputedField: Hashable {
  case name
  case label
  /// The blocks of a kind directly inside: `metrics`.
  case children(Kind)
  /// The block of a kind around it: `initiative` of a work.
  case owner(Kind)

  init?(_ name: String, of kind: Kind) {
    switch name {
    case "name": self = .name
    case "label": self = .label
    default:
      if let child = Kind(plural: name), Schema.block(kind).children.contains(child) {
        self = .children(child)
      } else if let owner = Kind(word: name), ComputedField.owners(of: kind).contains(owner) {
        self = .owner(owner)
      } else {
        return nil
      }
    }
  }

  var type: ValueType {
    switch self {
    case .name, .label: .text
    case .children(let kind): .list(of: .reference(to: [kind.rawValue]))
    case .owner(let kind): .reference(to: [kind.rawValue])
    }
  }

  static func names(of kind: Kind) -> [String] {
    ["name", "label"] + Schema.block(kind).children.map(\.plural)
      + owners(of: kind).map(\.rawValue)
  }

  /// The kinds of block that one of this kind may stand in, near and far.
  static func owners(of kind: Kind) -> [Kind] { ownersByKind[kind] ?? [] }

  private static let ownersByKind: [Kind: [Kind]] = {
    var result: [Kind: [Kind]] = [:]
    for kind in Kind.allCases {
      var found: [Kind] = []
      var pending = Schema.parents(of: kind)
      while let next = pending.popLast() {
        if found.contains(next) { continue }
        found.append(next)
        pending += Schema.parents(of: next)
      }
      // In the order of the kinds, whatever way led there.
      result[kind] = Kind.allCases.filter { found.contains($0) }
    }
    return result
  }()
}
