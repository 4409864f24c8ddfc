internal import PlanSyntax

// Templates: blocks with parameters.
extension Expander {
  mutating func enter(_ template: TemplateStatement) {
    guard let syntax = template.name else { return }
    guard let name = syntax.plain else {
      report(.plainNameWanted("template", at: syntax.span))
      return
    }
    checkForm(of: name)
    if let word = template.word, Kind(word: word.text) == nil {
      report(
        .unknownBlock(
          word, in: nil, meant: MeantBlock(word.text, in: nil, hasPlan: true)))
    }
    if let earlier = templates[name.text]?.name?.plain {
      report(.templateTwice(name, earlier.span))
      return
    }
    var seen: [String: Word] = [:]
    for parameter in template.parameters {
      checkForm(of: parameter)
      if let first = seen.updateValue(parameter, forKey: parameter.text) {
        report(.repeatedParameter(parameter, first.span))
      }
    }
    templates[name.text] = template
  }

  /// Puts into a block what its template says, with the parameters standing for what was given.
  mutating func fill(
    _ id: Draft.NodeID, from name: Word, _ arguments: [Expression], _ locals: LocalScope.ID
  ) {
    let template = templates[name.text]
    if let problem = problem(of: template, name, draft[id].kind, arguments) {
      report(problem)
      return noteAllAttempted(of: id)
    }
    guard let template, let body = template.body, !cyclicTemplates.contains(name.text) else {
      return noteAllAttempted(of: id)
    }
    tried.note(body)
    var inner = LocalScope.none
    let parent = draft[id].parent
    for (parameter, argument) in zip(template.parameters, arguments) {
      inner = draft.table.locals.enter(
        parameter, as: .expression(argument, locals: locals, block: parent), in: inner)
    }
    fill(id, with: body, inner, from: draft.table.properties.count)
  }

  private func problem(
    of template: TemplateStatement?, _ name: Word, _ kind: Kind, _ arguments: [Expression]
  ) -> Diagnostic? {
    guard let template, let declared = template.name?.plain else { return unknownTemplate(name) }
    // A word that opens no block has its error where the template is.
    if let made = template.word?.text, Kind(word: made) != nil, made != kind.rawValue {
      return .templateOfOtherKind(name, kind, made, declared.span)
    }
    return arguments.count == template.parameters.count
      ? nil : .templateArguments(name, arguments.count, declared, template.parameters)
  }

  /// What is mistaken about a block as a whole, such as its template or its word, leaves nothing to be missing as well.
  mutating func noteAllAttempted(of id: Draft.NodeID) {
    for property in Schema.block(draft[id].kind).properties where property.isRequired {
      draft.table.noteAttempt(property.word, of: DeclarationID(raw: id))
    }
  }

  private func unknownTemplate(_ name: Word) -> Diagnostic {
    .unknownTemplate(name, nearest: Spelling.nearest(to: name.text, among: templates.keys.sorted()))
  }

  /// Templates share the one space of names at the top.
  mutating func checkTemplateNames(_ names: NameTable, _ table: DeclarationTable) {
    for name in templates.keys.sorted() {
      guard let word = templates[name]?.name?.plain,
        let meaning = names.meaning(of: name, in: nil)
      else { continue }
      let (place, what) = table.place(of: meaning)
      report(.templateNameTaken(word, place, what))
    }
  }
}
