internal import PlanSemantics
internal import PlanSyntax
internal import Testing

@Suite struct LibraryTests {
  @Test func theLibraryIsAPlanWithoutMistakes() {
    #expect(parse(SourceText(Library.text)).diagnostics.map(\.headline) == [])
    #expect(Set(Library.functions.map(\.name)).count == Library.functions.count)
  }

  @Test(arguments: Library.functions.map(\.name))
  func everyFunctionSaysWhatItIsAndWhereItComesFrom(name: String) throws {
    let function = try #require(Library.functions.first { $0.name == name })
    let lines = function.meaning.split(separator: "\n")
    #expect(lines.count >= 2)
    #expect(lines.contains { $0.hasPrefix("Source: ") })
    #expect(lines.last?.hasSuffix(".") == true)
    #expect(function.text.hasPrefix("fn \(function.signature)"))
    #expect(BuiltIn.named(name) == nil)
  }

  /// Examples are what errors tell people to write.
  @Test(arguments: BuiltIn.table.map(\.name))
  func everyExampleOfTheLanguageEvaluates(name: String) throws {
    let builtIn = try #require(BuiltIn.named(name))
    let source = """
      team platform { people: 3, availability: 80% }
      initiative a { effort: 1pw..4pw..6pw, owner: "Ann", cost_of_delay: $1k/week, risk r { chance: 30%, adds: 1pw } }
      initiative b { effort: 4pw..5pw..6pw, cost_of_delay: $2k/week }
      print \(builtIn.example)
      """
    #expect(problems(source) == [])
    #expect(builtIn.meaning.hasSuffix("."))
    #expect(builtIn.signature.hasPrefix("\(name)("))
  }

  /// What is wrong inside the library is told where the reader called it.
  @Test func mistakesAreToldAtTheCall() {
    #expect(
      problems("print rice(1, 2, 80%, \"x\")\nprint cd3(3, 4w)\nprint caution(\"low\", 3)") == [
        "3:7 E0320 text divided by effort is nothing that a plan counts",
        "5:7 E0328 `level` takes `low`, `medium`, `high` or a number",
      ])
  }

  @Test func namesOfThePlanMeanNothingInTheLibrary() {
    let source = """
      let reach = 3
      let likely = 4
      team effort { people: 3 }
      initiative factor { effort: 1pw..2pw..3pw }
      print rice(1, 2, 80%, 2pm)
      print at_idea(4pw)
      """
    #expect(problems(source) == [])
  }
}
