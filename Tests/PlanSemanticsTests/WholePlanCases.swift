// What cannot hold together, lints, and several mistakes at once.
let wholePlanCases: [DiagnosticCase] = [
  DiagnosticCase(
    name: "too much effort",
    source: #"""
      team t { people: 3 }
      initiative a { effort: 1pw..2pw..30Mpw }
      """#,
    expected: #"""
      4:24 E0315 `effort` goes up to 10M person-weeks
      """#),
  DiagnosticCase(
    name: "a negative cost of delay",
    source: #"""
      goal g { cost_of_delay: -$5k/week }
      """#,
    expected: #"""
      3:25 E0312 `cost_of_delay` cannot be negative
      """#),
  DiagnosticCase(
    name: "a circle of initiatives",
    source: #"""
      team t { people: 3 }
      initiative residency { effort: 1pw..2pw..3pw, after: launch }
      initiative launch { effort: 1pw..2pw..3pw, after: [residency + 1w] }
      """#,
    expected: #"""
      4:54 E0501 this waits for itself: `residency -> launch -> residency` (5:52 `launch` waits for `residency`)
      """#),
  DiagnosticCase(
    name: "a circle through works and milestones",
    source: #"""
      team t { people: 3 }
      initiative a { work x { effort: 1pw..2pw..3pw, after: b.all }, work y { effort: 1pw..2pw..3pw } }
      initiative b { effort: 1pw..2pw..3pw, with: a.x, milestone all: 100% }
      initiative c { effort: 1pw..2pw..3pw, after: a }
      """#,
    expected: #"""
      4:55 E0501 this waits for itself: `a.x -> b.all -> a.x` (5:45 `b` waits for `a.x`)
      """#),
  DiagnosticCase(
    name: "something that waits for itself",
    source: #"""
      team t { people: 3 }
      initiative a { effort: 1pw..2pw..3pw, after: a }
      """#,
    expected: #"""
      4:46 E0501 this waits for itself: `a -> a`
      """#),
  DiagnosticCase(
    name: "two circles",
    source: #"""
      team t { people: 3 }
      initiative a { effort: 1pw..2pw..3pw, after: b }
      initiative b { effort: 1pw..2pw..3pw, after: a }
      initiative c { effort: 1pw..2pw..3pw, after: d }
      initiative d { effort: 1pw..2pw..3pw, after: c }
      """#,
    expected: #"""
      4:46 E0501 this waits for itself: `a -> b -> a` (5:46 `b` waits for `a`)
      6:46 E0501 this waits for itself: `c -> d -> c` (7:46 `d` waits for `c`)
      """#),
  DiagnosticCase(
    name: "dates outside the plan",
    source: #"""
      team t { people: 3, hire h { people: 1, on: 2028-01-01 }, away w { people: 1, from: 2026-01-05, to: 2026-01-09 } }
      initiative a { effort: 1pw..2pw..3pw, not_before: 2027-07-01, deadline: 2026-06-01 { costs: $1k } }
      external e { date: 2029-01-01 }
      goal g { cost_of_delay: $1k/week, window: 2025-Q4 }
      """#,
    expected: #"""
      3:45 E0502 `on` 2028-01-01 lies outside the plan
      3:101 E0502 `to` 2026-01-09 lies outside the plan
      4:51 E0502 `not_before` 2027-07-01 lies outside the plan
      4:73 E0502 `deadline` 2026-06-01 lies outside the plan
      5:20 E0502 `date` 2029-01-01 lies outside the plan
      6:43 E0502 `window` 2025-12-31 lies outside the plan
      """#),
  DiagnosticCase(
    name: "today outside the plan", isWholeFile: true,
    source: #"""
      language: 1
      plan "p" { start: 2026-07-01, as_of: 2026-05-01 }
      """#,
    expected: #"""
      2:38 E0502 `as_of` 2026-05-01 lies outside the plan
      """#),
  DiagnosticCase(
    name: "an end before the start", isWholeFile: true,
    source: #"""
      language: 1
      plan "p" { start: 2026-07-01, until: 2026-06-30 }
      """#,
    expected: #"""
      2:38 E0503 `until` 2026-06-30 is before `start` 2026-07-01 (2:19 `start` is here)
      """#),
  DiagnosticCase(
    name: "finished before it started",
    source: #"""
      team t { people: 3 }
      initiative a { effort: 1pw..2pw..3pw, started: 2026-06-20, finished: 2026-06-10 }
      """#,
    expected: #"""
      4:70 E0503 `finished` 2026-06-10 is before `started` 2026-06-20 (4:48 `started` is here)
      """#),
  DiagnosticCase(
    name: "more hands than there are",
    source: #"""
      team t { people: 3, skill swift { people: 1 } }
      initiative a { effort: 1pw..2pw..3pw, staff: 4..5 }
      initiative b { effort: 1pw..2pw..3pw, staff: 2, skill: swift }
      """#,
    expected: #"""
      4:46 E0504 nobody can do this: it takes 4 people and `t` has at most 3 people
      5:46 E0504 nobody can do this: it takes 2 people and `t.swift` has at most 1 person
      """#),
  DiagnosticCase(
    name: "a team of nobody",
    source: #"""
      team t { people: 0 }
      initiative a { effort: 1pw..2pw..3pw }
      """#,
    expected: #"""
      4:12 E0504 nobody can do this: it takes 1 person and `t` has nobody
      """#),
  DiagnosticCase(
    name: "skills larger than the team",
    source: #"""
      team t { people: 3, skill swift { people: 2 }, skill c { people: 2 } }
      """#,
    expected: #"""
      3:66 E0505 the skills of `t` have 4 people, the team 3 people (3:18 its people)
      """#),
  DiagnosticCase(
    name: "the skill of another team",
    source: #"""
      team t { people: 3 }
      team u { people: 3, skill swift { people: 2 } }
      initiative a { team: t, skill: u.swift, effort: 1pw..2pw..3pw }
      """#,
    expected: #"""
      5:32 E0506 `swift` is a skill of `u`, not of `t`
      """#),
  DiagnosticCase(
    name: "horizons that overlap",
    source: #"""
      horizon now { span: 0mo..4mo }
      horizon next { span: 3mo..6mo }
      """#,
    expected: #"""
      4:22 E0507 `next` begins before `now` has ended (3:21 ends after that)
      """#),
  DiagnosticCase(
    name: "finished in the future",
    source: #"""
      team t { people: 3 }
      initiative a { effort: 1pw..2pw..3pw, finished: 2026-08-01 }
      """#,
    expected: #"""
      4:49 E0508 `finished` 2026-08-01 has not happened yet
      """#),
  DiagnosticCase(
    name: "a fallback of something not awaited",
    source: #"""
      team t { people: 3 }
      external e { date: 2026-09-01, fallback own { adds: 1pw } }
      initiative a { effort: 1pw..2pw..3pw, use: own }
      """#,
    expected: #"""
      5:44 E0509 `a` does not wait for `e`
      """#),
  DiagnosticCase(
    name: "a window of nothing",
    source: #"""
      goal g { window: 2026-Q4 }
      """#,
    expected: #"""
      3:18 E0510 `window` bounds a `cost_of_delay`, and there is none
      """#),
  DiagnosticCase(
    name: "joining twice",
    source: #"""
      team t { people: 3, hire h { people: 2, on: 2026-09-01, spread: 2026-Q4 } }
      """#,
    expected: #"""
      3:65 E0511 people join `on` a day or over a `spread`, not both
      """#),
  DiagnosticCase(
    name: "a plan of centuries", isWholeFile: true,
    source: #"""
      language: 1
      plan "p" { start: 2026-07-01, until: 2190-01-01 }
      """#,
    expected: #"""
      2:38 E0921 a plan spans at most 30 years
      """#),
  DiagnosticCase(
    name: "a lag of centuries",
    source: #"""
      team t { people: 3, hire h { people: 1, on: 2026-08-01, ramp: 100y } }
      initiative a { effort: 1pw..2pw..3pw }
      initiative b { effort: 1pw..2pw..3pw, after: a + 900y }
      """#,
    expected: #"""
      3:63 E0921 `ramp` takes at most 30 years
      5:46 E0921 `after` takes at most 30 years
      """#),
  DiagnosticCase(
    name: "a single figure",
    source: #"""
      team t { people: 3 }
      initiative a { effort: 3pw }
      """#,
    expected: #"""
      4:24 W0501 a single figure is no estimate
      """#),
  DiagnosticCase(
    name: "progress of tomorrow",
    source: #"""
      team t { people: 3 }
      initiative a { effort: 1pw..2pw..3pw }
      progress { on: 2026-08-14, change a { spent: 1pw } }
      """#,
    expected: #"""
      5:16 W0502 progress of 2026-08-14 is not counted: today is 2026-07-01
      """#),
  DiagnosticCase(
    name: "a debt paid twice",
    source: #"""
      team t { people: 3 }
      debt d { tax: 1pd/week }
      initiative a { effort: 1pw..2pw..3pw, pays: d }
      initiative b { effort: 1pw..2pw..3pw, pays: d }
      """#,
    expected: #"""
      6:45 W0503 `d` is paid twice, and its tax counted twice (5:45 paid here already)
      """#),
  DiagnosticCase(
    name: "several mistakes at once",
    source: #"""
      team t { people: 3, wip: 2d, availability: 170% }
      initiative a { team: tt, effort: 6w, kind: enbler, deadline: 2026-02-30 }
      initiative b { effort: -3pw, serves: [t, nobody] }
      """#,
    expected: #"""
      3:26 E0310 `wip` takes a whole number such as `3`
      3:44 E0313 `availability` takes a share from 0 % to 100 %
      4:22 E0202 there is no team named `tt`
      4:34 E0310 `effort` takes an effort such as `6pw` or `4pw..6pw..10pw`
      4:44 E0311 `enbler` is none of the words for this place
      4:62 E0306 there is no date `2026-02-30`
      5:24 E0312 `effort` cannot be negative
      5:39 E0203 `t` is a team, not a goal (3:6 declared here)
      5:42 E0202 there is no goal named `nobody`
      """#),
  DiagnosticCase(
    name: "currencies that differ",
    source: #"""
      team t { people: 3 }
      goal g { cost_of_delay: $60k/week }
      goal h { cost_of_delay: €60k/week }
      """#,
    expected: #"""
      5:25 E0307 this is EUR, and the plan counts in USD
      """#),
]
