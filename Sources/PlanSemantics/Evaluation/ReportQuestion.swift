package import PlanModel
package import PlanSyntax

/// A `report` block: what of it is an expression, answered when the schedule is known.
package struct ReportQuestion: Sendable {
  package let name: String
  package let label: String
  /// Its name in the text.
  package let place: Span
  package let audience: Audience?
  let title: Expression?
  let condition: Expression?
  let paragraphs: [Paragraph]
  /// Names of the loops it stands in.
  let locals: LocalScope.ID

  struct Paragraph: Sendable {
    let name: String
    let label: String
    let says: Expression?
    /// The word of a section.
    let before: String?
    let readers: Readers
  }

  init(_ id: DeclarationID, _ reader: PropertyReader) {
    let declaration = reader.table[id]
    name = declaration.name?.text ?? Kind.report.rawValue
    label = reader.label(of: id) ?? name
    place = declaration.place
    locals = declaration.locals
    audience = reader.value(.audience, of: id)?.symbol.flatMap(Audience.init)
    title = reader.expression(.title, of: id)
    condition = reader.expression(.where, of: id)
    paragraphs = reader.table.children(of: id, .paragraph).map { paragraph in
      Paragraph(
        name: reader.table[paragraph].name?.text ?? Kind.paragraph.rawValue,
        label: reader.readableLabel(of: paragraph), says: reader.expression(.says, of: paragraph),
        before: reader.value(.before, of: paragraph)?.symbol,
        readers: reader.readers(of: paragraph))
    }
  }
}

/// What the expressions of a `report` block came to.
package struct ReportResult: Sendable {
  package let title: String?
  /// Initiatives of the model that it tells of; `nil` for all.
  package let initiatives: [InitiativeID]?
  package let paragraphs: [Paragraph]
  /// What is wrong with it, texts that would give something away among them.
  package let diagnostics: [Diagnostic]
  /// What it needed and had not; `.nothing` where the result is final.
  package let need: ScheduleNeed

  package struct Paragraph: Hashable, Sendable {
    package let name: String
    package let label: String
    package let text: String
    package let before: String?
  }
}

extension Interpreter {
  /// Answers what a `report` block asks; lists have nothing in them that its audience may not see.
  ///
  /// - Parameters:
  ///   - report: The block.
  ///   - facts: What a schedule knows; `nil` before there is one.
  /// - Returns: Its texts with their figures, and what was wrong on the way to them.
  package func evaluate(_ report: ReportQuestion, facts: ScheduleFacts?) -> ReportResult {
    let reader = PropertyReader(state, model, extra: nil, facts: facts)
    if let audience = report.audience { reader.keep(from: audience) }
    return reader.answer(report)
  }
}

extension PropertyReader {
  fileprivate func answer(_ report: ReportQuestion) -> ReportResult {
    var names = Scope(reader: self, id: nil, written: report.locals)
    names.knowsPortfolio = true
    let title = report.title.flatMap { text(of: $0, for: .title, &names) }
    let initiatives = report.condition.map { members($0, &names) }
    let paragraphs = report.paragraphs.compactMap { paragraph -> ReportResult.Paragraph? in
      guard audience.map(paragraph.readers.include) ?? true, let says = paragraph.says,
        let text = text(of: says, for: .says, &names)
      else { return nil }
      return ReportResult.Paragraph(
        name: paragraph.name, label: paragraph.label, text: text, before: paragraph.before)
    }
    return ReportResult(
      title: title, initiatives: initiatives, paragraphs: paragraphs,
      diagnostics: (diagnostics + environment.diagnostics).inOrder(), need: need)
  }

  private func text(
    of expression: Expression, for word: PropertyWord, _ names: inout Scope
  ) -> String? {
    let value = environment.evaluate(
      expression, expecting: .text, for: word.rawValue, names: &names)
    guard let text = value.text else { return nil }
    if let audience, let hidden = Confidences(self).mention(in: text, by: audience) {
      environment.report(
        .leak(hidden.label ?? hidden.path, word.rawValue, at: expression.span, to: audience))
      return nil
    }
    return text
  }

  private func members(_ condition: Expression, _ names: inout Scope) -> [InitiativeID] {
    var chosen: [InitiativeID] = []
    for element in all(.initiative).members ?? [] {
      names.locals.enter(Locals.Element(value: element, group: nil))
      let value = environment.evaluate(condition, names: &names)
      names.locals.leave()
      // What is wrong with the condition is wrong with it for all elements.
      guard let holds = environment.truth(of: value, at: condition.span) else { break }
      if holds, case .reference(let reference) = element,
        let index = model?.index(of: DeclarationID(raw: reference.id))
      {
        chosen.append(InitiativeID(index))
      }
    }
    return chosen
  }
}
