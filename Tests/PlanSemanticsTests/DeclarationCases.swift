// Blocks and properties that stand where they cannot, or not as they can.
let declarationCases: [DiagnosticCase] = [
  DiagnosticCase(
    name: "words of other tools",
    source: #"""
      team web { people: 3, availability: 70% }
      initiative a { effort: 1pw..2pw..3pw }
      initiative b { estimate: 1pw..2pw..3pw, depends_on: a, start: 2026-08-01 }
      """#,
    expected: #"""
      5:16 E0410 `estimate` is no property of `initiative`
      5:41 E0410 `depends_on` is no property of `initiative`
      5:56 E0410 `start` is no property of `initiative`
      """#),
  DiagnosticCase(
    name: "a team named as if it were declared",
    source: #"""
      team web { people: 3, availability: 70% }
      initiative a { team web, effort: 1pw..2pw..3pw }
      """#,
    expected: #"""
      4:16 E0412 a team is not declared in an initiative, but named
      """#),
  DiagnosticCase(
    name: "no language", isWholeFile: true,
    source: #"""
      plan "p" { start: 2026-07-01 }
      """#,
    expected: #"""
      1:1 E0401 the plan does not say which version of the language it is written in
      """#),
  DiagnosticCase(
    name: "language second", isWholeFile: true,
    source: #"""
      plan "p" { start: 2026-07-01 }
      language: 1
      """#,
    expected: #"""
      2:1 E0402 `language` is the first item of a file
      """#),
  DiagnosticCase(
    name: "language twice", isWholeFile: true,
    source: #"""
      language: 1
      language: 1
      plan "p" { start: 2026-07-01 }
      """#,
    expected: #"""
      2:1 E0402 `language` is said twice (1:1 first said here)
      """#),
  DiagnosticCase(
    name: "a newer language", isWholeFile: true,
    source: #"""
      language: 2
      plan "p" { start: 2026-07-01 }
      """#,
    expected: #"""
      1:11 E0403 the plan is written in a newer language than this version of `plan` reads
      """#),
  DiagnosticCase(
    name: "language of another kind", isWholeFile: true,
    source: #"""
      language: "one"
      plan "p" { start: 2026-07-01 }
      """#,
    expected: #"""
      1:11 E0403 there is no such version of the language
      """#),
  DiagnosticCase(
    name: "two plans",
    source: #"""
      plan "q" { start: 2026-07-01 }
      """#,
    expected: #"""
      3:1 E0404 there is more than one `plan` block (2:1 the first is here)
      """#),
  DiagnosticCase(
    name: "no start", isWholeFile: true,
    source: #"""
      language: 1
      plan "p" { until: 2027-06-30 }
      """#,
    expected: #"""
      2:1 E0405 the plan does not say when it starts
      """#),
  DiagnosticCase(
    name: "no plan", isWholeFile: true,
    source: #"""
      language: 1
      initiative a { effort: 1pw..2pw..3pw, not_before: 2030-01-01 }
      """#,
    expected: #"""
      1:1 E0405 the plan does not say when it starts
      """#),
  DiagnosticCase(
    name: "a misspelt property",
    source: #"""
      team t { people: 3, availabilty: 70% }
      """#,
    expected: #"""
      3:21 E0410 `availabilty` is no property of `team`
      """#),
  DiagnosticCase(
    name: "a property of another block",
    source: #"""
      goal g { wip: 2 }
      """#,
    expected: #"""
      3:10 E0410 `wip` is no property of `goal`
      """#),
  DiagnosticCase(
    name: "a property at the top",
    source: #"""
      start: 2026-07-01
      """#,
    expected: #"""
      3:1 E0410 `start` cannot stand outside a block
      """#),
  DiagnosticCase(
    name: "a block with a colon",
    source: #"""
      team t { people: 3, hire: 2 }
      """#,
    expected: #"""
      3:21 E0410 `hire` is no property of `team`
      """#),
  DiagnosticCase(
    name: "a property nobody has",
    source: #"""
      goal g { frobnicate: 2 }
      """#,
    expected: #"""
      3:10 E0410 `frobnicate` is no property of `goal`
      """#),
  DiagnosticCase(
    name: "a misspelt block",
    source: #"""
      inititative a { effort: 1pw..2pw..3pw }
      """#,
    expected: #"""
      3:1 E0411 `inititative` is no kind of block
      """#),
  DiagnosticCase(
    name: "a block nobody has",
    source: #"""
      frobnicate a { }
      """#,
    expected: #"""
      3:1 E0411 `frobnicate` is no kind of block
      """#),
  DiagnosticCase(
    name: "a property without a colon",
    source: #"""
      team t { people { } }
      """#,
    expected: #"""
      3:10 E0411 `people` is no kind of block
      """#),
  DiagnosticCase(
    name: "a block in the wrong place",
    source: #"""
      initiative a { effort: 1pw..2pw..3pw, hire b { people: 1, on: 2026-09-01 } }
      """#,
    expected: #"""
      3:39 E0412 a hire cannot stand in an initiative
      """#),
  DiagnosticCase(
    name: "a block at the top that stands in others",
    source: #"""
      risk r { chance: 10%, adds: 2pw }
      """#,
    expected: #"""
      3:1 E0412 a risk cannot stand at the top of a file
      """#),
  DiagnosticCase(
    name: "a property twice",
    source: #"""
      team t { people: 3, wip: 2, people: 4 }
      """#,
    expected: #"""
      3:29 E0413 `people` is said twice in one block (3:10 first said here)
      """#),
  DiagnosticCase(
    name: "a property with a block",
    source: #"""
      team t { people: 3 { note: "x" } }
      """#,
    expected: #"""
      3:10 E0414 `people` takes a value and no block (3:20 this block)
      """#),
  DiagnosticCase(
    name: "an initiative without a name",
    source: #"""
      initiative "Launch" { effort: 1pw..2pw..3pw }
      """#,
    expected: #"""
      3:1 E0415 an initiative needs a name
      """#),
  DiagnosticCase(
    name: "a header value",
    source: #"""
      team t: 3 { people: 3 }
      """#,
    expected: #"""
      3:9 E0416 what stands in the header of a team is its template
      """#),
  DiagnosticCase(
    name: "an initiative from a template",
    source: #"""
      initiative a: launch { effort: 1pw..2pw..3pw }
      """#,
    expected: #"""
      3:15 E0230 there is no template named `launch`
      """#),
  DiagnosticCase(
    name: "no people",
    source: #"""
      team t { availability: 70% }
      """#,
    expected: #"""
      3:6 E0417 `t` does not say its `people`
      """#),
  DiagnosticCase(
    name: "a milestone without its share",
    source: #"""
      initiative a { effort: 1pw..2pw..3pw, milestone half { due: 2026-08-01 } }
      """#,
    expected: #"""
      3:49 E0417 `half` does not say its `share`
      """#),
  DiagnosticCase(
    name: "a hire without a day",
    source: #"""
      team t { people: 3, hire h { people: 1 } }
      """#,
    expected: #"""
      3:26 E0417 `h` does not say its `on`
      """#),
  DiagnosticCase(
    name: "effort and works",
    source: #"""
      team t { people: 3 }
      initiative a { effort: 8pw, work b { effort: 1pw..2pw..3pw } }
      """#,
    expected: #"""
      4:24 E0418 an initiative with works leaves `effort` to them (4:34 its first work)
      """#),
  DiagnosticCase(
    name: "a load of nothing", isWholeFile: true,
    source: #"""
      language: 1
      plan "p" { start: 2026-07-01, load: 0%, rate: $0/pw, fiscal_month: 13 }
      """#,
    expected: #"""
      2:37 E0419 with a load of 0% nothing is ever done
      2:47 E0419 people's time costs more than nothing
      2:68 E0419 months go from 1 to 12
      """#),
  DiagnosticCase(
    name: "a team that may do nothing",
    source: #"""
      team t { people: 3, wip: 0 }
      """#,
    expected: #"""
      3:26 E0419 a team that may do nothing at once does nothing
      """#),
  DiagnosticCase(
    name: "too many people",
    source: #"""
      team t { people: 1M }
      """#,
    expected: #"""
      3:18 E0419 a plan counts at most 100000 people at once
      """#),
  DiagnosticCase(
    name: "nobody on a work",
    source: #"""
      team t { people: 3 }
      initiative a { effort: 1pw..2pw..3pw, staff: 0 }
      """#,
    expected: #"""
      4:46 E0419 nobody at all does no work
      """#),
  DiagnosticCase(
    name: "progress on what it cannot change",
    source: #"""
      team t { people: 3 }
      initiative a { effort: 1pw..2pw..3pw }
      progress { on: 2026-07-01, change a { effort: 3pw, label: "x" }, change t { people: 5 } }
      """#,
    expected: #"""
      5:39 E0421 `progress` does not change `effort` of an initiative
      5:52 E0421 `progress` does not change `label`
      5:77 E0421 `progress` does not change `people` of a team
      """#),
  DiagnosticCase(
    name: "progress of a new block",
    source: #"""
      initiative a { effort: 1pw..2pw..3pw }
      progress { on: 2026-07-01, change a { risk r { chance: 10%, adds: 1pw } } }
      """#,
    expected: #"""
      4:39 E0421 `progress` does not change `risk`
      """#),
  DiagnosticCase(
    name: "change outside progress",
    source: #"""
      team t { people: 3 }
      change t { people: 4 }
      """#,
    expected: #"""
      4:8 E0422 `change` stands in a `scenario`, in `progress` or in a block from a template
      """#),
  DiagnosticCase(
    name: "two fallbacks",
    source: #"""
      external e { date: 2026-09-01, fallback a { adds: 1pw }, fallback b { adds: 2pw } }
      """#,
    expected: #"""
      3:67 E0490 a second `fallback` of one external is not part of this version yet
      """#),
  DiagnosticCase(
    name: "an empty file", isWholeFile: true,
    source: #"""
      language: 1
      """#,
    expected: #"""
      1:1 E0405 the plan does not say when it starts
      """#),
]
