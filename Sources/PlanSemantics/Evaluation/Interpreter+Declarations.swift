internal import PlanModel
package import PlanSyntax

// What answers say about the declarations that they name.
extension Interpreter {
  /// What tells declarations from others of their kind: name, label, and what people ask about first.
  ///
  /// - Parameters:
  ///   - references: Declarations of the plan.
  ///   - facts: What a schedule knows; without them its dates are left out.
  /// - Returns: The fields of each.
  /// - Complexity: O(size of the plan + declarations): one reader serves them all.
  package func fields(
    of references: [Reference], facts: ScheduleFacts?
  ) -> [[Value.Field]] {
    let reader = PropertyReader(state, model, extra: nil, facts: facts)
    return references.map { reference in
      shownFields(of: reference, hasSchedule: facts != nil).compactMap { name in
        reader.shown(name, of: reference).map { Value.Field(name: name, value: $0) }
      }
    }
  }

  /// What readers call the declarations among some values; `nil` for what is none.
  ///
  /// - Complexity: O(size of the plan + values).
  package func labels(of values: [Value?]) -> [String?] {
    let reader = PropertyReader(state, model, extra: nil, facts: nil)
    return values.map { value in
      guard case .reference(let reference)? = value else { return nil }
      return reader.shown("label", of: reference)?.plainText
    }
  }

  /// Where a declaration stands, to be underlined; `nil` for what the language brings along.
  package func place(of reference: Reference) -> Span? {
    guard reference.id >= 0, Int(reference.id) < state.table.declarations.count else {
      return nil
    }
    return state.table[DeclarationID(raw: reference.id)].place
  }

  /// The names of the guardrails in the text, in the order of `Plan.guardrails`.
  package var guardrailPlaces: [Span] {
    state.table.top(.guardrail).map { state.table[$0].place }
  }

  /// The names of the change freezes in the text, in the order of `Plan.freezes`.
  package var freezePlaces: [Span] {
    state.table.top(.changeFreeze).map { state.table[$0].place }
  }

  /// The names of the budgets in the text, in the order of `Plan.budgets`.
  package var budgetPlaces: [Span] {
    state.table.top(.budget).map { state.table[$0].place }
  }

  /// Where a property of an entity of the model was written; `nil` where it was not, or was made.
  ///
  /// - Parameters:
  ///   - property: Its word.
  ///   - kind: Of which blocks, such as `team`.
  ///   - number: Which of these, as the model numbers them.
  /// - Returns: Its value in the text.
  /// - Complexity: O(declarations).
  package func place(of property: String, of kind: String, number: Int) -> Span? {
    guard let word = PropertyWord(word: property), let model else { return nil }
    let owner = state.table.declarations.indices.first { index in
      state.table.declarations[index].kind.rawValue == kind
        && model.index(of: DeclarationID(index)) == number
    }
    guard let owner else { return nil }
    let reader = PropertyReader(state, model, extra: nil, facts: nil)
    let id = DeclarationID(owner)
    return reader.has(word, of: id) ? reader.place(word, of: id) : nil
  }

  private func shownFields(of reference: Reference, hasSchedule: Bool) -> [String] {
    let own: [String] =
      switch Kind(word: reference.kind) {
      case .initiative: ["kind", "priority", "team", "effort", "cost_of_delay"]
      case .work: ["team", "effort"]
      case .team: ["people", "availability"]
      case .goal: ["by", "cost_of_delay"]
      case .external: ["date", "commitment"]
      case .debt: ["tax"]
      case .risk: ["chance", "adds"]
      case .metric: ["change"]
      case .milestone: ["share"]
      default: []
      }
    let isScheduled = hasSchedule && ["initiative", "work"].contains(reference.kind)
    return ["name", "label"] + own + (isScheduled ? ["start", "finish"] : [])
  }
}

extension PropertyReader {
  /// A field as an answer shows it; `nil` where there is none or it is wrong.
  fileprivate func shown(_ name: String, of reference: Reference) -> Value? {
    // The name of a work says whose it is.
    if name == "name" { return .text(reference.name) }
    let word = Word(
      text: name, span: Span(file: FileID(raw: .max), range: TextRange(start: 0, end: 0)))
    let value = answer(word, of: reference)
    return value?.isPoison == true ? nil : value
  }
}
