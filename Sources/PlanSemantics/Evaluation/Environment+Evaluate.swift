package import PlanSyntax

extension Environment {
  /// The value of an expression, fitted to a type.
  ///
  /// Whatever is wrong is reported once in `diagnostics` and the answer is `.poison`. With a type, the answer is a value
  /// that the accessor of that type (`Value+Model.swift`) reads without fail, or `.poison`.
  ///
  /// - Parameters:
  ///   - expression: What the plan says.
  ///   - type: What is wanted; `nil` takes any value.
  ///   - property: The property that wants it, for errors.
  ///   - names: Finds what names stand for.
  /// - Returns: The value, or `.poison`.
  package mutating func evaluate<Names: NameResolver>(
    _ expression: Expression, expecting type: ValueType? = nil, for property: String? = nil,
    names: inout Names
  ) -> Value {
    guard let type else { return value(of: expression, hint: nil, &names) }
    if case .list(let element) = type, case .list(let list) = expression.unwrapped {
      var values: [Value] = []
      for each in list.elements {
        // A list among the elements is put into this one: `after: [old, vendor]`.
        let found = value(of: each, hint: element, &names)
        var spliced: [Value]?
        if case .list(let inner) = found, !each.isList { spliced = inner }
        for value in spliced ?? [found] {
          values.append(fitted(value, to: element, at: each, property: property, names))
        }
      }
      return self.list(values, at: expression.span)
    }
    let value = value(of: expression, hint: type, &names)
    return fitted(value, to: type, at: expression, property: property, names)
  }

  /// The value as it stands.
  ///
  /// The hint tells which bare words are looked up as words of a closed set.
  mutating func value<Names: NameResolver>(
    of expression: Expression, hint: ValueType?, _ names: inout Names
  ) -> Value {
    guard mayStep(at: expression.span) else { return .poison }
    guard depth < Environment.depthMax else {
      // The way back up may look into the same depth again; one mistake is one error.
      if !isDepthReported { report(.tooDeep(at: expression.span)) }
      isDepthReported = true
      return .poison
    }
    if depth == 0 { isDepthReported = false }
    depth += 1
    defer { depth -= 1 }
    switch expression {
    case .name(let word): return name([word], hint: hint, &names)
    case .madeName(let name):
      guard let word = self.word(name, &names) else { return .poison }
      return self.name([word], hint: hint, &names)
    case .member(let member): return self.member(member, hint: hint, &names)
    case .boolean(let literal): return .boolean(literal.value)
    case .none: return .none
    case .quantity(let literal): return quantity(literal)
    case .date(let literal): return date(literal)
    case .text(let text): return self.text(text, &names)
    case .list(let list): return self.list(list, hint: hint, &names)
    case .record(let record): return self.record(record, &names)
    case .paren(let paren): return value(of: paren.inner, hint: hint, &names)
    case .unary(let unary): return self.unary(unary, &names)
    case .binary(let binary): return self.binary(binary, hint: hint, &names)
    case .conditional(let choice): return conditional(choice, hint: hint, &names)
    case .call(let call): return self.call(call, hint: hint, &names)
    case .of(let of): return self.of(of, &names)
    case .query(let query): return self.query(query, &names)
    case .lambda:
      report(.misplacedLambda(at: expression.span))
      return .poison
    case .missing: return .poison
    }
  }

  // MARK: Names

  mutating func name<Names: NameResolver>(
    _ path: [Word], hint: ValueType?, _ names: inout Names
  ) -> Value {
    let words = hint?.words ?? []
    if path.count == 1, words.contains(path[0].text) { return .symbol(path[0].text) }
    if let value = names.value(of: path, expecting: hint, in: &self) { return value }
    if path.count == 1, let meaning = Placeholders.meaning(of: path[0].text, as: hint) {
      report(.placeholder(path[0], meaning))
    } else if !words.isEmpty, let hint, !hint.takesNames {
      report(.unknownWord(path[path.count - 1], among: words))
    } else if path.count == 1, hint?.takesNames != true, isFunction(path[0], names) {
      report(.functionIsNoValue(path[0], declared: nil))
    } else {
      names.reportUnknown(path, expecting: hint, in: &self)
    }
    return .poison
  }

  private func isFunction<Names: NameResolver>(_ word: Word, _ names: Names) -> Bool {
    if BuiltIn.named(word.text) != nil { return true }
    if case .unknown = names.function(named: word.text) { return false }
    return true
  }

  /// The name that `launch_\(m)` comes to; a block that stands in it gives its own name.
  private mutating func word<Names: NameResolver>(
    _ name: NameSyntax, _ names: inout Names
  ) -> Word? {
    var result = ""
    for part in name.parts {
      switch part {
      case .literal(let characters): result += characters
      case .interpolation(let expression):
        let value = value(of: expression, hint: nil, &names)
        if value.isPoison { return nil }
        result += value.reference?.name ?? value.text ?? value.planText
      }
    }
    guard case .text(let whole) = text(result, at: name.span) else { return nil }
    return Word(text: whole, span: name.span)
  }

  private mutating func member<Names: NameResolver>(
    _ member: MemberSyntax, hint: ValueType?, _ names: inout Names
  ) -> Value {
    if let path = member.path {
      if let value = names.value(of: path, expecting: hint, in: &self) { return value }
      // Its front may be a value that has fields, such as a `let` that is a record.
      guard let front = names.value(of: [path[0]], expecting: nil, in: &self) else {
        names.reportUnknown(path, expecting: hint, in: &self)
        return .poison
      }
      if front.isPoison { return .poison }
      return field(of: member, path, hint: hint, &names)
    }
    return field(of: member, nil, hint: hint, &names)
  }

  private mutating func field<Names: NameResolver>(
    of member: MemberSyntax, _ path: [Word]?, hint: ValueType?, _ names: inout Names
  ) -> Value {
    let base = value(of: member.base, hint: nil, &names)
    if base.isPoison { return .poison }
    if let value = names.field(member.name, of: base, in: &self) {
      // Where a name is wanted, `launch.key` is a milestone that is not there rather than a property that is not set.
      guard value == .none, let path, case .reference = base, hint?.takesNames ?? false else {
        return value
      }
      let before = diagnostics.count
      names.reportUnknown(path, expecting: hint, in: &self)
      return diagnostics.count > before ? .poison : value
    }
    switch base {
    case .record(let fields): report(.unknownField(member.name, among: fields.map(\.name)))
    case .reference where path != nil:
      names.reportUnknown(path ?? [], expecting: hint, in: &self)
    case .list, .table: report(.fieldOfList(member, excerpt(member.base.span)))
    default: report(.noFields(base, at: member.base.span, field: member.name))
    }
    return .poison
  }

  // MARK: Compounds

  private mutating func list<Names: NameResolver>(
    _ list: ListSyntax, hint: ValueType?, _ names: inout Names
  ) -> Value {
    var values: [Value] = []
    for element in list.elements {
      values.append(value(of: element, hint: hint, &names))
    }
    return self.list(values, at: list.span)
  }

  private mutating func record<Names: NameResolver>(
    _ record: RecordSyntax, _ names: inout Names
  ) -> Value {
    var fields: [Value.Field] = []
    var isPoison = false
    for (name, expression) in record.fields {
      let value = value(of: expression, hint: nil, &names)
      isPoison = isPoison || value.isPoison
      if fields.contains(where: { $0.name == name.text }) {
        report(.repeatedField(name))
        isPoison = true
      } else {
        fields.append(Value.Field(name: name.text, value: value))
      }
    }
    return isPoison ? .poison : sized(.record(fields), at: record.span)
  }

  private mutating func text<Names: NameResolver>(
    _ text: TextSyntax, _ names: inout Names
  ) -> Value {
    var result = ""
    for segment in text.segments {
      switch segment {
      case .literal(let characters): result += characters
      case .interpolation(let expression):
        let value = value(of: expression, hint: nil, &names)
        if value.isPoison { return .poison }
        result += value.plainText
        // Stop before a text that is too long is made longer.
        guard result.utf8.count <= Environment.textBytesMax else {
          return self.text(result, at: text.span)
        }
      }
    }
    return self.text(result, at: text.span)
  }

  private mutating func conditional<Names: NameResolver>(
    _ choice: ConditionalSyntax, hint: ValueType?, _ names: inout Names
  ) -> Value {
    let condition = value(of: choice.condition, hint: .boolean, &names)
    guard let isTrue = truth(of: condition, at: choice.condition.span) else {
      // Nobody knows which branch; what is wrong in either is told.
      _ = value(of: choice.then, hint: hint, &names)
      _ = value(of: choice.otherwise, hint: hint, &names)
      return .poison
    }
    lookAt(untaken: isTrue ? choice.otherwise : choice.then, names)
    return value(of: isTrue ? choice.then : choice.otherwise, hint: hint, &names)
  }

  /// Tells what nothing is named in an expression whose value is not wanted: it will be in another plan.
  mutating func lookAt(untaken expression: Expression, _ names: some NameResolver) {
    guard lookedAt.insert(expression.span).inserted else { return }
    names.checkNames(ofUntaken: expression, in: &self)
  }

  /// Whether a condition holds; `nil` with a diagnostic when it is none.
  mutating func truth(of value: Value, at span: Span) -> Bool? {
    if let truth = value.boolean { return truth }
    if !value.isPoison { report(.notACondition(value, at: span)) }
    return nil
  }
}

extension MemberSyntax {
  /// `a.b.c` as its words; `nil` when something other than a name stands at the front.
  fileprivate var path: [Word]? {
    var words = [name]
    var front = base
    while case .member(let member) = front {
      words.append(member.name)
      front = member.base
    }
    guard case .name(let first) = front else { return nil }
    words.append(first)
    return words.reversed()
  }
}

extension ValueType {
  /// The words of closed sets that may stand here.
  package var words: [String] {
    switch self {
    case .symbol(let words): words
    case .list(let element): element.words
    case .either(let types): types.flatMap(\.words)
    default: []
    }
  }

  /// Whether something to wait for may stand here.
  var takesDependencies: Bool {
    switch self {
    case .dependency: true
    case .list(let element): element.takesDependencies
    default: false
    }
  }

  /// Whether names of declarations may stand here.
  var takesNames: Bool {
    switch self {
    case .reference, .dependency, .any: true
    case .list(let element): element.takesNames
    case .either(let types): types.contains(where: \.takesNames)
    default: false
    }
  }
}
