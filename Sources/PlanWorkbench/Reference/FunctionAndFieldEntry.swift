internal import PlanReport
internal import PlanSemantics

extension ReferenceEntry {
  /// What only a schedule has: asking for it solves the plan.
  init(_ field: ScheduleField) {
    let kinds = Kind.allCases.filter { field.isField(of: $0) }.map { Prose($0.rawValue, .code) }
    self.init(
      .field, field.rawValue,
      [
        .paragraph(Prose(marked: field.meaning)),
        .paragraph(
          "Of \(kinds.joinedAsSentence()), in questions: \(code: "print"), \(code: "check") and \(code: "plan query") solve the plan for it. No property can be made of it, because the schedule is made of them."
        ), .code(["print initiatives show [label, \(field.rawValue)]"]),
      ])
  }

  /// How a function of the language is called and what it answers.
  init(_ function: BuiltIn) {
    self.init(
      .function, function.name,
      [
        .code(function.signature.forms), .paragraph(Prose(marked: function.meaning)),
        .code([function.example]),
      ])
  }

  /// A function that is written in the language: what it is for, where it comes from, and all of it.
  init(_ function: Library.Function) {
    let sentences = function.meaning.split(separator: "\n").map { Prose(marked: String($0)) }
    self.init(
      .library, function.name,
      [.code([function.signature])] + [.paragraph(sentences.joined(separator: " "))]
        + [.code(function.text.split(separator: "\n").map(String.init))])
  }
}

extension String {
  /// `sum(list), sum(list, x => amount)` as the forms that it lists.
  fileprivate var forms: [String] {
    var forms: [String] = []
    var form = ""
    var depth = 0
    for character in self {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == ",", depth == 0 {
        forms.append(form)
        form = ""
      } else if !(form.isEmpty && character == " ") {
        form.append(character)
      }
    }
    return forms + [form]
  }
}
