internal import PlanModel
internal import PlanSyntax

/// Finds what the names in an expression stand for, seen from the block it stands in.
struct Scope: NameResolver {
  let reader: PropertyReader
  let id: DeclarationID?

  func value(
    of path: [Word], expecting type: ValueType?, in environment: inout Environment
  ) -> Value? {
    reader.value(of: path, seenFrom: id, expecting: type, in: &environment)
  }

  func reportUnknown(
    _ path: [Word], expecting type: ValueType?, in environment: inout Environment
  ) {
    if let diagnostic = reader.whyUnknown(path, seenFrom: id, expecting: type, in: &environment) {
      environment.report(diagnostic)
    }
  }
}

extension PropertyReader {
  fileprivate func value(
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
    for (index, word) in path.enumerated().dropFirst() {
      if case .meaning(.declaration(let child)) = resolver.member(
        word, of: current, expecting: kinds)
      {
        current = child
        continue
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

  /// `self.effort`, `old`, `plan.rate`, and the horizons that every plan has.
  private func special(
    _ path: [Word], seenFrom scope: DeclarationID?, kinds: [Kind],
    in environment: inout Environment
  ) -> Value? {
    let first = path[0].text
    if path.count == 1 {
      if first == "old", case .property(let index, let id)? = frames.last {
        guard table[id].properties.contains(index) == false else { return nil }
        guard let former = former(table.properties[index].name, of: id, before: index) else {
          return Value.none
        }
        return value(ofProperty: former, of: id, in: &environment)
      }
      if kinds == [.horizon], table.top(.horizon).isEmpty,
        let index = PropertyReader.givenHorizons.firstIndex(of: first)
      {
        return .reference(Reference(id: -1 - Int32(index), kind: "horizon", name: first))
      }
      return nil
    }
    guard path.count == 2, let word = PropertyWord(word: path[1].text) else { return nil }
    if first == "self", let scope { return property(word, of: scope, in: &environment) }
    if first == "plan", let plan = table.top(.plan).first {
      return property(word, of: plan, in: &environment)
    }
    return nil
  }

  /// The horizons of a plan that declares none; their references count down from −1.
  static let givenHorizons = ["now", "next", "later"]

  private func property(
    _ word: PropertyWord, of id: DeclarationID, in environment: inout Environment
  ) -> Value? {
    guard Schema.property(word, of: table[id].kind) != nil else { return nil }
    guard let index = find(word, of: id) else { return Value.none }
    return value(ofProperty: index, of: id, in: &environment)
  }

  fileprivate func whyUnknown(
    _ path: [Word], seenFrom scope: DeclarationID?, expecting type: ValueType?,
    in environment: inout Environment
  ) -> Diagnostic? {
    let kinds = type?.kinds ?? []
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
      let isText = type == .text || type == .list(of: .text)
      return isText && diagnostic.fixes.isEmpty ? .unquoted(path[0]) : diagnostic
    }
    for word in path.dropFirst() {
      switch resolver.member(word, of: current, expecting: kinds) {
      case .meaning(.declaration(let child)): current = child
      case .unknown(let diagnostic): return diagnostic
      default: return nil
      }
    }
    return nil
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
  fileprivate var kinds: [Kind] {
    switch self {
    case .reference(let words), .dependency(let words): words.compactMap(Kind.init(word:))
    case .list(let element): element.kinds
    default: []
    }
  }
}
