package import PlanSyntax

/// What came of a `check`.
package struct CheckResult: Sendable {
  /// What it does not hold for, in the order of the query; empty where it holds.
  package let failures: [Failure]
  /// How many elements were looked at; one for the plan as a whole.
  package let count: Int
  /// What is wrong with the check itself.
  package let diagnostics: [Diagnostic]
  package let remarks: [Remark]
  /// What it needed and had not; `.nothing` where the result is final.
  package let need: ScheduleNeed

  package struct Failure: Sendable {
    /// The element; `nil` for the plan as a whole.
    package let element: Value?
    /// What the plan has to say of it; `nil` where it says nothing.
    package let saying: String?
    /// The condition taken apart: what each side of a comparison came to.
    package let parts: [Part]
  }

  package struct Part: Hashable, Sendable {
    /// As the plan writes it.
    package let source: String
    package let value: Value
  }
}

extension Interpreter {
  /// Asks a check, with what a schedule knows.
  package func evaluate(_ check: CheckQuestion, facts: ScheduleFacts?) -> CheckResult {
    PropertyReader(state, model, extra: nil, facts: facts).answer(check)
  }
}

extension PropertyReader {
  fileprivate func answer(_ check: CheckQuestion) -> CheckResult {
    // The block's own properties are no names in its condition, but those of the loop it stands in are.
    var names = Scope(reader: self, id: nil, written: check.locals)
    var failures: [CheckResult.Failure] = []
    var elements: [Value?] = [nil]
    if let all = check.all {
      let value = environment.evaluate(all, names: &names)
      if !value.isPoison, value.members == nil {
        environment.report(.notAList(value, at: all.span))
      }
      elements = value.members ?? []
    }
    if let condition = check.require {
      for element in elements {
        if let element { names.locals.enter(Locals.Element(value: element, group: nil)) }
        defer { if element != nil { names.locals.leave() } }
        let value = environment.evaluate(condition, names: &names)
        // What is wrong with the condition is wrong with it for all elements.
        guard let holds = environment.truth(of: value, at: condition.span) else { break }
        guard !holds else { continue }
        failures.append(
          CheckResult.Failure(
            element: element, saying: check.say.flatMap { saying($0, &names) },
            parts: parts(of: condition, &names)))
      }
    }
    return CheckResult(
      failures: need > .nothing ? [] : failures, count: elements.count,
      diagnostics: (diagnostics + environment.diagnostics).inOrder(),
      remarks: environment.remarks, need: need)
  }

  private func saying(_ expression: Expression, _ names: inout Scope) -> String? {
    environment.evaluate(expression, expecting: .text, for: "say", names: &names).text
  }

  /// What the sides of the comparisons in a condition came to; what is a literal says nothing new.
  private func parts(of condition: Expression, _ names: inout Scope) -> [CheckResult.Part] {
    condition.operands.compactMap { operand in
      let value = environment.evaluate(operand, names: &names)
      guard !value.isPoison else { return nil }
      return CheckResult.Part(source: source(of: operand.span), value: value)
    }
  }
}

extension Expression {
  /// The sides of the comparisons that a condition is made of, literals and bare words left out; of what is no comparison
  /// the expression itself.
  fileprivate var operands: [Expression] {
    switch self {
    case .paren(let paren): return paren.inner.operands
    case .unary(let unary) where unary.operation == .not: return unary.operand.operands
    case .binary(let binary):
      switch binary.operation {
      case .and, .or: return binary.left.operands + binary.right.operands
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .isIn:
        let sides = [binary.left] + (binary.right.isWord ? [] : [binary.right])
        return sides.flatMap(\.terms)
      default: return [self]
      }
    default: return isLiteral ? [] : [self]
    }
  }

  /// A side of a comparison, and what it is computed from.
  private var terms: [Expression] {
    switch unwrapped {
    case .binary(let binary): [self] + binary.left.terms + binary.right.terms
    case let inner: inner.isLiteral ? [] : [self]
    }
  }

  private var isLiteral: Bool {
    switch self {
    case .boolean, .none, .quantity, .date, .text, .missing: true
    case .list(let list): list.elements.allSatisfy { $0.isLiteral || $0.isWord }
    default: false
    }
  }

  private var isWord: Bool { if case .name = self { true } else { false } }
}
