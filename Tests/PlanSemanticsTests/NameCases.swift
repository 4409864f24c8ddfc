// Names that lead nowhere, or to two places.
let nameCases: [DiagnosticCase] = [
  DiagnosticCase(
    name: "a name declared twice",
    source: #"""
      team platform { people: 3 }
      team platform { people: 4 }
      """#,
    expected: #"""
      4:6 E0201 the name `platform` is taken (3:6 a team, first declared here)
      """#),
  DiagnosticCase(
    name: "a let of a taken name",
    source: #"""
      let base = 3pw
      goal base { }
      """#,
    expected: #"""
      4:6 E0201 the name `base` is taken (3:5 a `let`, first declared here)
      """#),
  DiagnosticCase(
    name: "a child declared twice",
    source: #"""
      initiative a { work x { effort: 1pw..2pw..3pw }, work x { effort: 1pw..2pw..3pw } }
      """#,
    expected: #"""
      3:55 E0201 the name `x` is taken (3:21 a work, first declared here)
      """#),
  DiagnosticCase(
    name: "a former value of nothing",
    source: #"""
      team platform { people: old + 1 }
      """#,
    expected: #"""
      3:25 E0242 `old` is the value that is replaced, and nothing is replaced here
      """#),
  DiagnosticCase(
    name: "an unknown team",
    source: #"""
      team platform { people: 3 }
      initiative a { team: platfrom, effort: 1pw..2pw..3pw }
      """#,
    expected: #"""
      4:22 E0202 there is no team named `platfrom`
      """#),
  DiagnosticCase(
    name: "an unknown initiative that a child elsewhere has",
    source: #"""
      team t { people: 3 }
      initiative a { effort: 1pw..2pw..3pw, milestone half: 50% }
      initiative b { effort: 1pw..2pw..3pw, after: half }
      """#,
    expected: #"""
      5:46 E0202 there is no initiative, work, slice, milestone or external named `half`
      """#),
  DiagnosticCase(
    name: "an unknown member",
    source: #"""
      initiative a { effort: 1pw..2pw..3pw, milestone half: 50% }
      initiative b { effort: 1pw..2pw..3pw, after: a.hlaf }
      """#,
    expected: #"""
      4:48 E0202 `a` has no initiative, work, slice, milestone or external named `hlaf`
      """#),
  DiagnosticCase(
    name: "a member that is not there and has the name of a property",
    source: #"""
      initiative a { effort: 1pw..2pw..3pw, milestone keys: 50% }
      initiative b { effort: 1pw..2pw..3pw, after: a.key }
      """#,
    expected: #"""
      4:48 E0202 `a` has no initiative, work, slice, milestone or external named `key`
      """#),
  DiagnosticCase(
    name: "a skill of another team",
    source: #"""
      team a { people: 3, skill sql { people: 1 } }
      team b { people: 3 }
      initiative c { team: b, skill: sql, effort: 1pw..2pw..3pw }
      """#,
    expected: #"""
      5:32 E0506 `sql` is a skill of `a`, not of `b`
      """#),
  DiagnosticCase(
    name: "a misspelt property is one mistake",
    source: #"""
      team a { people: 3 }
      team b { people: 3 }
      initiative c { Team: b, staff: 2, effort: 1pw..2pw..3pw }
      """#,
    expected: #"""
      5:16 E0410 `Team` is no property of `initiative`
      """#),
  DiagnosticCase(
    name: "a list without brackets",
    source: #"""
      initiative a { effort: 1pw..2pw..3pw }
      initiative b { effort: 1pw..2pw..3pw }
      initiative c { effort: 1pw..2pw..3pw, after: a, b, c }
      """#,
    expected: #"""
      5:49 E0414 several values of `after` stand in brackets (5:46 only this is the value)
      """#),
  DiagnosticCase(
    name: "an unknown name in an expression",
    source: #"""
      initiative a { effort: base * 2 }
      """#,
    expected: #"""
      3:24 E0202 there is nothing named `base`
      """#),
  DiagnosticCase(
    name: "an unknown skill",
    source: #"""
      team t { people: 3, skill swift { people: 1 } }
      initiative a { team: t, skill: swfit, effort: 1pw..2pw..3pw }
      """#,
    expected: #"""
      4:32 E0202 `t` has no skill named `swfit`
      """#),
  DiagnosticCase(
    name: "an unknown name in a condition",
    source: #"""
      guardrail g { where: kidn in [enabler], at_least: 30% }
      """#,
    expected: #"""
      3:22 E0202 there is nothing named `kidn`
      """#),
  DiagnosticCase(
    name: "a team that is an initiative",
    source: #"""
      team t { people: 3 }
      initiative a { team: b, effort: 1pw..2pw..3pw }
      initiative b { team: t, effort: 1pw..2pw..3pw }
      """#,
    expected: #"""
      4:22 E0203 `b` is an initiative, not a team (5:12 declared here)
      """#),
  DiagnosticCase(
    name: "a name on two levels",
    source: #"""
      team t { people: 3 }
      initiative a { team: t, effort: 1pw..2pw..3pw }
      initiative b { team: t, work a { effort: 1pw..2pw..3pw }, work c { effort: 1pw..2pw..3pw, after: a } }
      """#,
    expected: #"""
      5:98 E0204 `a` has two meanings here (5:30 a work; 4:12 an initiative)
      """#),
  DiagnosticCase(
    name: "a name in capitals",
    source: #"""
      team Platform { people: 3 }
      """#,
    expected: #"""
      3:6 E0205 `Platform` is not in `snake_case`, as names are
      """#),
  DiagnosticCase(
    name: "lets in a circle",
    source: #"""
      let a = b + 1pw
      let b = c
      let c = a
      initiative x { effort: a }
      """#,
    expected: #"""
      3:5 E0206 a value cannot come from itself: `a -> b -> c -> a` (4:5 needs `c`; 5:5 needs `a`)
      """#),
  DiagnosticCase(
    name: "a property that needs itself",
    source: #"""
      initiative x { effort: y.effort }
      initiative y { effort: x.effort }
      """#,
    expected: #"""
      3:16 E0206 a value cannot come from itself: `x.effort -> y.effort -> x.effort` (4:16 needs `x.effort`)
      """#),
]
