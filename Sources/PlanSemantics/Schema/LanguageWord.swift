/// A word that is neither a block nor a property: it begins a statement, or stands in expressions.
package struct LanguageWord: Sendable {
  package let word: String
  package let place: Place
  /// How it is written, with the parts to fill in.
  package let form: String
  /// One sentence.
  package let meaning: String
  /// Lines of a plan; a test parses them.
  package let example: String

  package enum Place: Sendable {
    case statement
    /// In expressions.
    case expression
  }

  private init(
    _ word: String, _ place: Place, _ form: String, _ meaning: String, example: String
  ) {
    self.word = word
    self.place = place
    self.form = form
    self.meaning = meaning
    self.example = example
  }
}

extension LanguageWord {
  /// Every word, in the order of the reference.
  package static let all: [LanguageWord] = statements + expressions

  private static let statements: [LanguageWord] = [
    LanguageWord(
      "let", .statement, "let name = value",
      "Gives a value a name, which stands for it wherever it is read.",
      example: "let crew = 3"),
    LanguageWord(
      "fn", .statement, "fn name(a, b) = value",
      "Gives a calculation a name; it is called with values for `a` and `b`, and may not call itself.",
      example: "fn per_head(i) = i.cost_of_delay / count(i.works)"),
    LanguageWord(
      "template", .statement, "template word name(a, b) { … }",
      "A block to be written many times with other values; it is used behind the `:` of a block's header.",
      example: """
        template initiative launch(market) { kind: feature, note: "in \\(market)" }
        initiative launch_de "Launch in Germany": launch("de") { effort: 3pw }
        """),
    LanguageWord(
      "for", .statement, "for name in list { … }",
      "Writes what is in the braces once for each value; `\\(name)` puts it into names and texts.",
      example: """
        for m in ["de", "fr"] { initiative launch_\\(m) "Launch in \\(m)" { effort: 3pw } }
        """),
    LanguageWord(
      "if", .statement, "if condition { … } else { … }",
      "Writes what is in the braces where the condition holds; in expressions it is `if a then b else c`.",
      example: """
        let is_on = true
        if is_on { goal iberia "Spain and Portugal" { by: 2027-Q2 } }
        """),
    LanguageWord(
      "import", .statement, "import \"file\" as name",
      "Takes in another file of the same repository: into this plan's names, or with `as` under a name of its own.",
      example: "import \"teams.plan\""),
    LanguageWord(
      "print", .statement, "print expression", "Asks a question, which `plan run` answers.",
      example: "print initiatives where priority == must"),
    LanguageWord(
      "add", .statement, "add block", "In a `scenario` or a `change`: a block more.",
      example: """
        scenario two { add initiative assistant "An assistant" { effort: 4pw } }
        """),
    LanguageWord(
      "change", .statement, "change name { … }",
      "In a `scenario` or `progress`: other values for properties of a block; `old` is the former value.",
      example: """
        scenario two { change residency.billing { effort: old * 80% } }
        """),
    LanguageWord(
      "drop", .statement, "drop name", "In a `scenario` or a `change`: a block less.",
      example: "scenario two { drop launch_es }"),
  ]

  private static let expressions: [LanguageWord] = [
    LanguageWord(
      "where", .expression, "elements where condition",
      "Those of which the condition holds; properties of the element stand in it by their names.",
      example: "print initiatives where kind == enabler"),
    LanguageWord(
      "sort", .expression, "elements sort by value desc",
      "In order of a value; `desc` is the greatest first.",
      example: "print initiatives sort by cost_of_delay desc"),
    LanguageWord(
      "group", .expression, "elements group by value",
      "Put together by a value: a list of groups, each with its `key` and its `items`.",
      example: "print initiatives group by kind show [count(), sum(effort)]"),
    LanguageWord(
      "take", .expression, "elements take count", "The first so many.",
      example: "print initiatives take 5"),
    LanguageWord(
      "show", .expression, "elements show [a, b]", "A row of values for each element: a table.",
      example: "print initiatives show [label, effort]"),
    LanguageWord(
      "of", .expression, "value of elements", "The value for each of the elements, as a list.",
      example: "print sum(effort of initiatives where kind == enabler)"),
    LanguageWord(
      "as", .expression, "elements as name",
      "Gives the element of a query a name, for queries inside it.",
      example: "print initiatives as i where count(initiatives where i in after) > 1"),
    LanguageWord(
      "in", .expression, "value in list", "Whether a list has the value.",
      example: "print initiatives where kind in [enabler, debt]"),
    LanguageWord(
      "it", .expression, "it.name",
      "The element of the query it stands in; `it.x` is always its property.",
      example: "print initiatives where it.kind == enabler"),
    LanguageWord(
      "self", .expression, "self.name", "The block that the property stands in.",
      example: "initiative one { effort: 4pw, cost_of_delay: self.effort / 1pw * $1k/week }"),
    LanguageWord(
      "old", .expression, "old", "In a `change`: the value before it.",
      example: "scenario two { change residency { effort: old * 80% } }"),
  ]
}
