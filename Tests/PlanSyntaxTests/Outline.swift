import PlanSyntax

/// Views as short text.
enum Outline {
  static func text(_ statement: Statement) -> String {
    switch statement {
    case .item(let item): return text(item)
    case .letBinding(let each): return "let \(text(each.name)) = \(text(each.value))"
    case .function(let each):
      return "fn \(text(each.name))(\(words(each.parameters))) = \(text(each.value))"
    case .template(let each):
      let head = "template \(each.word?.text ?? "?") \(text(each.name))"
      return "\(head)(\(words(each.parameters)))\(text(each.body))"
    case .loop(let each):
      return "for \(text(each.name)) in \(text(each.sequence))\(text(each.body))"
    case .conditional(let each): return text(each)
    case .importFile(let each):
      return "import \(each.file.map { text($0) } ?? "?") as \(text(each.name))"
    case .print(let each): return "print \(text(each.value))"
    case .add(let each): return "add \(each.item.map { text($0) } ?? "?")"
    case .change(let each): return "change \(text(each.path))\(text(each.body))"
    case .drop(let each): return "drop \(text(each.path))"
    }
  }

  private static func text(_ each: IfStatement) -> String {
    let head = "if \(text(each.condition))\(text(each.body))"
    switch each.otherwise {
    case .body(let body): return head + " else" + text(body)
    case .conditional(let nested): return head + " else " + text(nested)
    case nil: return head
    }
  }

  private static func text(_ item: Item) -> String {
    var result = item.word.text
    if let name = item.name { result += " " + text(name) }
    if let label = item.label { result += " " + text(label) }
    if let value = item.value { result += " = " + text(value) }
    return result + text(item.body)
  }

  private static func text(_ body: Body?) -> String {
    guard let body else { return "" }
    return " { \(body.statements.map { text($0) }.joined(separator: ", ")) }"
  }

  private static func text(_ name: NameSyntax?) -> String {
    guard let name else { return "?" }
    return text(parts: name.parts)
  }

  private static func text(parts: [NameSyntax.Part]) -> String {
    parts.map { part in
      switch part {
      case .literal(let text): return text
      case .interpolation(let expression): return "\\(\(text(expression)))"
      }
    }.joined()
  }

  private static func text(_ path: PathSyntax?) -> String {
    path?.steps.map { text(parts: $0.parts) }.joined(separator: ".") ?? "?"
  }

  private static func text(_ text: TextSyntax) -> String {
    let segments = text.segments.map { segment in
      switch segment {
      case .literal(let literal): return literal
      case .interpolation(let expression): return "\\(\(self.text(expression)))"
      }
    }
    return "\"\(segments.joined())\""
  }

  private static func words(_ words: [Word]) -> String {
    words.map(\.text).joined(separator: " ")
  }

  static func text(_ expression: Expression) -> String {
    switch expression {
    case .name(let word): return word.text
    case .madeName(let name): return text(parts: name.parts)
    case .boolean(let literal): return "\(literal.value)"
    case .none: return "none"
    case .quantity(let quantity):
      let per = quantity.per.map { "/" + $0 } ?? ""
      return (quantity.currency ?? "") + quantity.digits + quantity.suffix + per
    case .date(let date): return date.text
    case .text(let each): return text(each)
    case .list(let list): return "[\(texts(list.elements))]"
    case .record(let record):
      let fields = record.fields.map { "\($0.name.text): \(text($0.value))" }
      return "{\(fields.joined(separator: ", "))}"
    case .paren(let paren): return "(paren \(text(paren.inner)))"
    case .call(let call):
      return "("
        + (["call", text(call.callee)] + call.arguments.map { text($0) })
        .joined(separator: " ") + ")"
    case .member(let member): return "(member \(text(member.base)) \(member.name.text))"
    case .lambda(let lambda): return "(\(words(lambda.parameters)) => \(text(lambda.body)))"
    case .of(let of): return "(of \(text(of.element)) \(text(of.collection)))"
    case .unary(let unary): return "(\(unary.operation.rawValue) \(text(unary.operand)))"
    case .binary(let binary):
      return "(\(binary.operation.rawValue) \(text(binary.left)) \(text(binary.right)))"
    case .conditional(let each):
      return "(if \(text(each.condition)) \(text(each.then)) \(text(each.otherwise)))"
    case .query(let query):
      let clauses = query.clauses.map { text($0) }.joined(separator: ", ")
      return "(query \(text(query.base)) \(clauses))"
    case .missing: return "?"
    }
  }

  private static func texts(_ expressions: [Expression]) -> String {
    expressions.map { text($0) }.joined(separator: " ")
  }

  private static func text(_ clause: QuerySyntax.Clause) -> String {
    switch clause {
    case .filter(let each): return "where \(text(each))"
    case .sort(let each, let descending): return "sort \(text(each))\(descending ? " desc" : "")"
    case .group(let each): return "group \(text(each))"
    case .take(let each): return "take \(text(each))"
    case .show(let each): return "show \(text(each))"
    case .named(let word): return "as \(word.text)"
    }
  }
}
