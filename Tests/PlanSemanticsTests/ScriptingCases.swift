// Functions and fields that the plan declares.
let scriptingCases: [DiagnosticCase] = [
  DiagnosticCase(
    name: "functions out of form",
    source: #"""
      fn twice(a, a) = a
      goal g { fn inside(x) = x }
      fn half(x) = x / 2
      let n = half
      let half = 3
      """#,
    expected: #"""
      3:13 E0340 two parameters are named `a` (3:10 the first)
      4:13 E0340 a function stands outside of blocks
      6:9 E0340 a function is no value (5:4 declared here)
      7:5 E0201 the name `half` is taken (5:4 a function, first declared here)
      """#),
  DiagnosticCase(
    name: "fields out of form",
    source: #"""
      field effort { for: initiative, type: number }
      field a { type: number }
      field b { for: initiative }
      field c { for: elephant, type: number }
      field d { for: [goal, team], type: nubmer }
      field f { for: goal, type: text }
      field f { for: team, type: text }
      """#,
    expected: #"""
      3:7 E0440 `effort` is a word of the language
      4:7 E0441 a field says `for`
      5:7 E0441 a field says `type`
      6:16 E0441 `for` takes kinds of block
      7:36 E0441 there is no such type of field
      9:7 E0440 there are two fields `f` (8:7 first declared here)
      """#),
  DiagnosticCase(
    name: "a field takes values of its type",
    source: #"""
      initiative a { effort: 1pw..2pw..3pw, reach: 3pw }
      team t { people: 3, region: asia }
      goal g { reach: 3 }
      field reach { for: initiative, type: number, default: "none" }
      field region { for: team, type: one_of(emea, apac) }
      """#,
    expected: #"""
      3:46 E0310 `reach` takes a number such as `3` or `2.5`
      4:29 E0311 `asia` is none of the words for this place
      5:10 E0410 `reach` is no property of `goal`
      6:55 E0310 `default` takes a number such as `3` or `2.5`
      """#),
]
