internal import PlanModel
internal import PlanSyntax

extension PropertyReader {
  func value(
    of path: [Word], seenFrom scope: DeclarationID?, expecting type: ValueType?,
    in environment: inout Environment
  ) -> Value? {
    let kinds = type?.kinds ?? []
    if let special = special(path, seenFrom: scope, kinds: kinds, in: &environment) {
      return special
    }
    switch look(up: path[0], seenFrom: scope, kinds: kinds, in: &environment) {
    case .unknown: return nil
    case .failure(let diagnostic):
      environment.report(diagnostic)
      return .poison
    case .meaning(.binding(let index)):
      // Of a longer path the evaluator asks for the front, and takes the field itself.
      return path.count == 1 ? value(ofBinding: index, in: &environment) : nil
    case .meaning(.function(let index)):
      environment.report(.functionIsNoValue(path[0], declared: table.functions[index].name.span))
      return .poison
    case .meaning(.declaration(let first)):
      return value(of: path, beginningWith: first, expecting: kinds, in: &environment)
    }
  }

  private func value(
    of path: [Word], beginningWith first: DeclarationID, expecting kinds: [Kind],
    in environment: inout Environment
  ) -> Value? {
    var current = first
    if isHidden(current, path[0], in: &environment) { return .poison }
    for (index, word) in path.enumerated().dropFirst() {
      switch resolver.member(word, of: current, expecting: kinds) {
      case .meaning(.declaration(let child)):
        current = child
        if isHidden(current, word, in: &environment) { return .poison }
        continue
      case .meaning(.binding(let binding)) where index == path.count - 1:
        return self.value(ofBinding: binding, in: &environment)
      default: break
      }
      guard index == path.count - 1, let property = PropertyWord(word: word.text),
        Schema.property(property, of: table[current].kind) != nil
      else { return nil }
      let value = self.property(property, of: current, in: &environment)
      // Where a name is wanted, `launch.key` is a milestone that is not there rather than a property that is not set.
      return kinds.isEmpty || value != Value.none ? value : nil
    }
    if !kinds.isEmpty, !kinds.contains(table[current].kind), let last = path.last {
      environment.report(
        .wrongKind(
          last.text, at: last.span, expecting: kinds, actual: table[current].kind.withArticle,
          declared: table[current].place))
      return .poison
    }
    return .reference(
      Reference(
        id: current.raw, kind: table[current].kind.rawValue, name: table.path(of: current)))
  }

  /// The label of a block, outside of any evaluation.
  func label(of id: DeclarationID) -> String? { label(of: id, in: &environment) }

  /// The label as written, else the name made readable: `fast_ci` as "Fast ci".
  func readableLabel(of id: DeclarationID) -> String {
    if let label = label(of: id) { return label }
    let name = table[id].name?.text ?? table[id].kind.rawValue
    let words = name.split(separator: "_").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Whether a report for an audience names what they may not see, which has been reported then.
  private func isHidden(
    _ id: DeclarationID, _ word: Word, in environment: inout Environment
  ) -> Bool {
    guard let audience, hidden.contains(id) else { return false }
    environment.report(.hiddenName(word.text, at: word.span, to: audience))
    return true
  }

  /// Where a name is declared, if it is, seen from a block; what it means is not looked at.
  func declaration(named name: String, seenFrom scope: DeclarationID?) -> (Span, String)? {
    resolver.names.meanings(of: name, seenFrom: scope, in: table).first
      .map { resolver.place(of: $0) }
  }

  /// Every block of a kind, in the order of the files; the horizons that every plan has where it declares none.
  func all(_ kind: Kind) -> Value {
    if kind == .horizon, table.top(.horizon).isEmpty {
      return .list(
        PropertyReader.givenHorizons.enumerated().map { index, name in
          .reference(Reference(id: -1 - Int32(index), kind: kind.rawValue, name: name))
        })
    }
    if let known = lists[kind] { return known }
    let ids =
      Schema.topLevel.contains(kind)
      ? table.top(kind)
      : table.declarations.indices.map { DeclarationID($0) }.filter { table[$0].kind == kind }
    let list = Value.list(ids.filter { !hidden.contains($0) }.map { reference(to: $0) })
    lists[kind] = list
    return list
  }

  /// `self.effort`, `old`, `plan.rate`, and the horizons that every plan has.
  private func special(
    _ path: [Word], seenFrom scope: DeclarationID?, kinds: [Kind],
    in environment: inout Environment
  ) -> Value? {
    let first = path[0].text
    if path.count == 1 {
      if first == "old", case .property(let index, let id)? = frames.last {
        return table[id].properties.contains(index)
          ? nil : formerValue(ofProperty: index, of: id, in: &environment)
      }
      if kinds == [.horizon], table.top(.horizon).isEmpty,
        let index = PropertyReader.givenHorizons.firstIndex(of: first)
      {
        return .reference(Reference(id: -1 - Int32(index), kind: "horizon", name: first))
      }
      return nil
    }
    if first == "plan" { return ofPlan(path, expecting: kinds, in: &environment) }
    guard path.count == 2 else { return nil }
    if first == "self", let scope { return sibling(path[1], of: scope, in: &environment) }
    return nil
  }

  /// What a property of a change replaces: what stands below it, else what holds where nothing is written.
  ///
  /// A list of one is that one, as it was written: `availability: old * 80%`.
  private func formerValue(
    ofProperty index: Int, of id: DeclarationID, in environment: inout Environment
  ) -> Value {
    let name = table.properties[index].name
    let value: Value
    if let former = former(name, of: id, before: index) {
      value = self.value(ofProperty: former, of: id, in: &environment)
    } else {
      value = name.word.flatMap { DefaultValues.value($0, of: table[id].kind) } ?? .none
    }
    guard case .list(let values) = value, values.count == 1 else { return value }
    return values[0]
  }

  /// `self.effort` as it is written, without the default it would have.
  private func sibling(
    _ word: Word, of id: DeclarationID, in environment: inout Environment
  ) -> Value? {
    if let property = PropertyWord(word: word.text) {
      return self.property(property, of: id, in: &environment)
    }
    return field(
      word,
      of: Reference(id: id.raw, kind: table[id].kind.rawValue, name: table.path(of: id)),
      in: &environment)
  }

  /// `plan.rate` is the plan's property, `plan.platform` what is declared at the top.
  private func ofPlan(
    _ path: [Word], expecting kinds: [Kind], in environment: inout Environment
  ) -> Value? {
    let word = path[1]
    let property = PropertyWord(word: word.text).flatMap { Schema.property($0, of: .plan) }
    if let property, let plan = table.top(.plan).first {
      if let (place, text) = declaration(named: word.text, seenFrom: nil) {
        environment.report(
          .fieldOrName(
            word,
            [
              NameMeaning(text: "a property of the plan"),
              NameMeaning(text: text, place: place),
            ]))
        return .poison
      }
      guard path.count == 2 else { return nil }
      let written = self.property(property.word, of: plan, in: &environment)
      return written == Value.none ? assumed(property.word) : written
    }
    if word.text == "label", path.count == 2, let plan = table.top(.plan).first {
      return .text(label(of: plan, in: &environment) ?? "")
    }
    return value(of: Array(path.dropFirst()), seenFrom: nil, expecting: nil, in: &environment)
  }

  /// The horizons of a plan that declares none; their references count down from −1.
  static let givenHorizons = ["now", "next", "later"]

  func property(
    _ word: PropertyWord, of id: DeclarationID, in environment: inout Environment
  ) -> Value? {
    guard Schema.property(word, of: table[id].kind) != nil else { return nil }
    guard let index = find(word, of: id) else { return Value.none }
    return value(ofProperty: index, of: id, in: &environment)
  }

  func whyUnknown(
    _ path: [Word], seenFrom scope: DeclarationID?, expecting type: ValueType?,
    in environment: inout Environment
  ) -> Diagnostic? {
    let kinds = type?.kinds ?? []
    if path[0].text == "old" { return .nothingReplaced(path[0]) }
    if path[0].text == "self", let scope {
      let word = path[path.count > 1 ? 1 : 0]
      let words = Schema.block(table[scope].kind).properties.map(\.word.rawValue)
      return .unknownName(
        word.text, at: word.span, expecting: [],
        nearest: Spelling.nearest(to: word.text, among: words), inside: table.path(of: scope))
    }
    let first = look(up: path[0], seenFrom: scope, kinds: kinds, in: &environment)
    guard case .meaning(.declaration(var current)) = first else {
      guard case .unknown(let found) = first, let diagnostic = found else { return nil }
      return (type?.takesText ?? false) && diagnostic.fixes.isEmpty
        ? .unquoted(path[0]) : diagnostic
    }
    for word in path.dropFirst() {
      switch resolver.member(word, of: current, expecting: kinds) {
      case .meaning(.declaration(let child)): current = child
      case .unknown(let diagnostic):
        return diagnostic.map { kinds.isEmpty ? unknownField(word, of: current) ?? $0 : $0 }
      default: return nil
      }
    }
    return nil
  }

  /// Where a value is wanted, what stands behind a dot may have been meant for a field; `nil` where none is like it.
  private func unknownField(_ word: Word, of owner: DeclarationID) -> Diagnostic? {
    let kind = table[owner].kind
    let children = Schema.block(kind).children.flatMap { table.children(of: owner, $0) }
    let names = fieldNames(kind) + children.compactMap { table[$0].name?.text }
    let nearest = Spelling.nearest(to: word.text, among: names)
    guard !nearest.isEmpty else { return nil }
    return .unknownName(
      word.text, at: word.span, expecting: [], nearest: nearest, inside: table.path(of: owner))
  }

  private func look(
    up word: Word, seenFrom scope: DeclarationID?, kinds: [Kind],
    in environment: inout Environment
  ) -> Resolver.Outcome {
    var home: DeclarationID?
    if kinds == [.skill], let scope {
      switch table[scope].kind {
      case .initiative, .work: home = team(of: scope, in: &environment)
      case .lend: home = giver(of: scope, in: &environment)
      default: break
      }
    }
    return resolver.look(up: word, from: scope, home: home, expecting: kinds)
  }

  /// The team that lends.
  private func giver(of id: DeclarationID, in environment: inout Environment) -> DeclarationID? {
    guard let index = find(.giver, of: id) else { return nil }
    let value = value(ofProperty: index, of: id, in: &environment)
    return value.reference.map { DeclarationID(raw: $0.id) }
  }

  /// The team that does an initiative or work: its own, its initiative's, or the only one.
  private func team(of id: DeclarationID, in environment: inout Environment) -> DeclarationID? {
    var current: DeclarationID? = id
    while let owner = current {
      if let index = find(.team, of: owner) {
        let value = value(ofProperty: index, of: owner, in: &environment)
        return value.reference.map { DeclarationID(raw: $0.id) }
      }
      current = table[owner].parent
    }
    let teams = table.top(.team)
    return teams.count == 1 ? teams[0] : nil
  }
}

extension ValueType {
  /// The kinds of declaration that a name may lead to here; empty for any.
  var kinds: [Kind] {
    switch self {
    case .reference(let words), .dependency(let words): words.compactMap(Kind.init(word:))
    case .list(let element): element.kinds
    case .either(let types): types.flatMap(\.kinds)
    default: []
    }
  }
}
