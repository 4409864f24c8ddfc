import PlanModel
import PlanSyntax

// `initiatives where … sort by … take 5 show […]`: clauses apply in the order in which they stand.
extension Environment {
  /// `effort of initiatives`: what each element comes to, lists put end to end; of one declaration its one value.
  mutating func of<Names: NameResolver>(_ of: OfSyntax, _ names: inout Names) -> Value {
    let collection = value(of: of.collection, hint: nil, &names)
    guard let members = collection.members else {
      return element(of.element, of: collection, at: of.collection.span, &names)
    }
    return each(
      of.element, of: members, as: Alias(type: type(of: of.collection, names)), at: of.span, &names)
  }

  mutating func query<Names: NameResolver>(
    _ query: QuerySyntax, _ names: inout Names
  ) -> Value {
    var base = query.base
    var wanted: Expression?
    // `effort of initiatives where …` is the effort of those initiatives.
    if case .of(let of) = base {
      base = of.collection
      wanted = of.element
    }
    let source = value(of: base, hint: nil, &names)
    if source.isPoison { return .poison }
    guard let members = source.members else {
      report(.notAList(source, at: base.span))
      return .poison
    }
    guard var alias = alias(of: query) else { return .poison }
    alias.type = type(of: base, names)
    var rows = QueryRows(elements: members, place: base.span)
    for clause in query.clauses {
      guard apply(clause, to: &rows, alias, &names) else { return .poison }
    }
    if let wanted {
      guard rows.keys == nil, rows.show == nil else {
        report(
          .clauseForm(
            "`of` takes elements, not groups and not what `show` makes of them", at: query.span,
            label: "no elements any more",
            help: "take `of` first, or put what it takes into `show`: `show [effort]`"))
        return .poison
      }
      let result = each(wanted, of: rows.elements, as: alias, at: query.span, &names)
      return rows.isOpen ? .poison : result
    }
    return result(of: rows, alias, at: query.span, &names)
  }

  /// The name that `as` gives; an empty one where there is none, `nil` where there are two.
  private mutating func alias(of query: QuerySyntax) -> Alias? {
    var alias = Alias()
    for case .named(let word) in query.clauses {
      if let first = alias.word {
        report(
          .clauseForm(
            "a query names its element once", at: word.span, label: "named again",
            secondary: [Diagnostic.Label(first.span, "named here already")],
            help: "keep one of the names"))
        return nil
      }
      alias.word = word
    }
    return alias
  }

  private mutating func apply<Names: NameResolver>(
    _ clause: QuerySyntax.Clause, to rows: inout QueryRows, _ alias: Alias, _ names: inout Names
  ) -> Bool {
    switch clause {
    case .named: return true
    case .filter(let condition):
      guard let found = found(by: condition, for: &rows, alias, &names) else { return false }
      guard let values = found.values else { return true }
      var kept: [Int] = []
      for (index, value) in values.enumerated() {
        guard let isTrue = truth(of: value, at: condition.span) else { return false }
        if isTrue { kept.append(index) }
      }
      rows.keep(kept)
    case .sort(let key, let descending):
      guard let found = found(by: key, for: &rows, alias, &names) else { return false }
      guard let values = found.values else { return true }
      guard let order = sorted(values, descending: descending, at: key.span) else { return false }
      rows.keep(order)
    case .group(let key): return group(&rows, by: key, alias, &names)
    case .take(let expression):
      let value = value(of: expression, hint: nil, &names)
      if value.isPoison { return false }
      guard let count = value.count, count >= 0 else {
        report(
          .clauseForm(
            "`take` takes a whole number", at: expression.span,
            label: "this is \(value.description)",
            help: "as in `take 5`"))
        return false
      }
      rows.keep(Array(0..<min(rows.count, Int(clamping: count))))
    case .show(let expression):
      guard rows.show == nil else {
        report(
          .clauseForm(
            "a query shows once", at: expression.span, label: "shown again",
            help: "put all columns into one list"))
        return false
      }
      rows.show = expression
    }
    return true
  }

  private mutating func group<Names: NameResolver>(
    _ rows: inout QueryRows, by key: Expression, _ alias: Alias, _ names: inout Names
  ) -> Bool {
    guard rows.keys == nil else {
      report(
        .clauseForm(
          "a query groups once", at: key.span, label: "grouped again",
          help: "group by a list: `group by [kind, team]`"))
      return false
    }
    guard let values = values(of: key, for: rows, alias, &names) else { return false }
    var slots: [Value: Int] = [:]
    var keys: [Value] = []
    var members: [[Value]] = []
    for (value, element) in zip(values, rows.elements) {
      let slot = slots[value] ?? keys.count
      if slot == keys.count {
        slots[value] = slot
        keys.append(value)
        members.append([])
      }
      members[slot].append(element)
    }
    guard let order = sorted(keys, at: key.span) else { return false }
    rows.elements = order.map { .list(members[$0]) }
    rows.keys = order.map { keys[$0] }
    rows.keyHeading = excerpt(key.span)
    if case .name(let word) = key { rows.keyName = word.text }
    return true
  }

  // MARK: Results

  private mutating func result<Names: NameResolver>(
    of open: QueryRows, _ alias: Alias, at span: Span, _ names: inout Names
  ) -> Value {
    var rows = open
    guard let show = rows.show else {
      if rows.isOpen { return .poison }
      guard let keys = rows.keys else { return list(rows.elements, at: span) }
      let cells = zip(keys, rows.elements).map { key, members in
        [key, .number(Rational(Int64(members.members?.count ?? 0)))]
      }
      return sized(.table(ValueTable(headings: [rows.keyHeading, "count"], rows: cells)), at: span)
    }
    var headings: [String] = []
    var columns: [[Value]] = []
    if let keys = rows.keys, !show.columns.contains(where: { $0.isName(rows.keyName) }) {
      headings.append(rows.keyHeading)
      columns.append(keys)
    }
    var isWrong = false
    for column in show.columns {
      guard let found = found(by: column.expression, for: &rows, alias, &names) else {
        // The other columns may have mistakes of their own.
        isWrong = true
        continue
      }
      headings.append(column.heading ?? excerpt(column.expression.span))
      columns.append(found.values ?? [])
    }
    if isWrong || rows.isOpen { return .poison }
    let cells = (0..<rows.count).map { row in columns.map { $0[row] } }
    let elements = rows.keys == nil ? rows.elements : []
    return sized(
      .table(ValueTable(headings: headings, rows: cells, elements: elements)), at: span)
  }

  // MARK: Elements

  private mutating func each<Names: NameResolver>(
    _ expression: Expression, of members: [Value], as alias: Alias, at span: Span,
    _ names: inout Names
  ) -> Value {
    let rows = QueryRows(elements: members, place: span)
    guard let values = values(of: expression, for: rows, alias, &names) else { return .poison }
    var flat: [Value] = []
    for value in values {
      if case .list(let inner) = value { flat += inner } else { flat.append(value) }
    }
    return list(flat, at: span)
  }

  private mutating func element<Names: NameResolver>(
    _ expression: Expression, of value: Value, at span: Span, _ names: inout Names
  ) -> Value {
    switch value {
    case .poison: return .poison
    case .none: return .none
    case .reference, .record: break
    default:
      report(.notAList(value, at: span))
      return .poison
    }
    names.locals.enter(Locals.Element(value: value, group: nil))
    defer { names.locals.leave() }
    return self.value(of: expression, hint: nil, &names)
  }

  /// What an expression comes to for each row; `nil` when something is wrong with it.
  ///
  /// Without values, and without anything wrong, a schedule is missing: the query then has no value yet, but what stands
  /// behind is looked at all the same, so that its mistakes are told before anything is solved.
  private mutating func found<Names: NameResolver>(
    by expression: Expression, for rows: inout QueryRows, _ alias: Alias, _ names: inout Names
  ) -> RowValues? {
    let before = diagnostics.count
    if let values = values(of: expression, for: rows, alias, &names) {
      return RowValues(values: values)
    }
    guard diagnostics.count == before else { return nil }
    rows.isOpen = true
    return RowValues(values: nil)
  }

  /// What an expression comes to for each row; `nil` when something is wrong with one of them, which then is told once.
  private mutating func values<Names: NameResolver>(
    of expression: Expression, for rows: QueryRows, _ alias: Alias, _ names: inout Names
  ) -> [Value]? {
    if rows.count == 0 {
      let before = diagnostics.count
      names.checkNames(
        in: expression, ofElementsOf: alias.type, alias.word.map { [$0] } ?? [], in: &self)
      if diagnostics.count > before { return nil }
    }
    var values: [Value] = []
    values.reserveCapacity(rows.count)
    for index in 0..<rows.count {
      let element = rows.elements[index]
      let group = rows.keys.map { Locals.Element.Group(name: rows.keyName, key: $0[index]) }
      names.locals.enter(Locals.Element(value: element, group: group))
      if let word = alias.word { names.locals.bind(word, to: element) }
      let value = self.value(of: expression, hint: nil, &names)
      if alias.word != nil { names.locals.unbind(1) }
      names.locals.leave()
      if value.isPoison { return nil }
      values.append(value)
    }
    return values
  }
}

/// Where a query stands between two of its clauses.
private struct QueryRows {
  /// Behind `group by` the lists of members.
  var elements: [Value]
  /// What each group was made by.
  var keys: [Value]?
  var keyName: String?
  var keyHeading = ""
  var show: Expression?
  /// Whether a schedule is missing to say which rows there are.
  var isOpen = false
  let place: Span

  init(elements: [Value], place: Span) {
    self.elements = elements
    self.place = place
  }

  var count: Int { elements.count }

  mutating func keep(_ indices: [Int]) {
    elements = indices.map { elements[$0] }
    keys = keys.map { keys in indices.map { keys[$0] } }
  }
}

/// What an expression comes to for each row; `nil` where only a schedule tells.
private struct RowValues {
  let values: [Value]?
}

/// What is known of the elements of a query before there is one.
private struct Alias {
  /// `as i`.
  var word: Word?
  /// Of the list that they come from.
  var type: ValueType?
}

/// One column of `show`.
private struct ShownColumn {
  var heading: String?
  var expression: Expression

  func isName(_ name: String?) -> Bool {
    if case .name(let word) = expression { word.text == name } else { false }
  }
}

extension Expression {
  /// `[label, effort]`, `{ name: label, cost: effort * rate }` or one expression.
  fileprivate var columns: [ShownColumn] {
    switch self {
    case .list(let list): list.elements.map { ShownColumn(expression: $0) }
    case .record(let record):
      record.fields.map { ShownColumn(heading: $0.name.text, expression: $0.value) }
    default: [ShownColumn(expression: self)]
    }
  }
}
