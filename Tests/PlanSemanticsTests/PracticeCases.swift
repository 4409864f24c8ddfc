// What can be wrong with risks, measures, gates, cancellations and what else planners do every quarter.
let practiceCases: [DiagnosticCase] = [
  DiagnosticCase(
    name: "a reason to cancel what goes on",
    source: #"""
      team t { people: 3 }
      initiative a { status: active, effort: 1pw..2pw..3pw, cancelled { on: 2026-07-01, because: "no case" } }
      """#,
    expected: #"""
      4:24 E0530 it is `active`, and a block says why it was cancelled (4:55 cancelled here)
      """#),
  DiagnosticCase(
    name: "cancelled twice, and in the future",
    source: #"""
      team t { people: 3 }
      initiative a {
        effort: 1pw..2pw..3pw
        cancelled { on: 2026-07-01, because: "no case" }
        cancelled { on: 2026-08-01, because: "no money" }
      }
      initiative b { effort: 1pw..2pw..3pw, cancelled { on: 2026-08-01, because: "no case" } }
      initiative c { effort: 1pw..2pw..3pw, cancelled { on: 2026-07-01 } }
      """#,
    expected: #"""
      7:3 E0531 there is more than one `cancelled` block here (6:3 the first is here)
      9:55 E0508 `on` 2026-08-01 has not happened yet
      10:39 E0417 this `cancelled` does not say its `because`
      """#),
  DiagnosticCase(
    name: "risks of nothing",
    source: #"""
      team t { people: 3 }
      initiative a {
        effort: 1pw..2pw..3pw
        risk r { chance: 10% }
        risk s { chance: 10%, adds: 1pw, over: 1y }
        risk u { chance: 10%, costs: $1k, over: 0d }
        assume b { chance: 70% }
        assume c { chance: 70%, otherwise { } }
      }
      """#,
    expected: #"""
      6:8 E0533 `r` neither adds effort nor costs money
      7:42 E0534 `over` is the time in which money is lost with this chance, and no money is
      8:43 E0419 a chance is counted over a day at least
      9:10 E0533 `b` does not say what follows where it does not hold
      10:27 E0417 this `otherwise` does not say its `adds`
      """#),
  DiagnosticCase(
    name: "risks that are not lowered",
    source: #"""
      team t { people: 3 }
      initiative fix { effort: 1pw..2pw..3pw }
      initiative a {
        effort: 1pw..2pw..3pw
        risk r { chance: 10%, costs: $1k, lowered { chance: 40%, once: fix } }
        risk s { chance: 10%, costs: $1k, lowered { chance: 10%, once: fix } }
        risk u { chance: 10%, costs: $1k, lowered { chance: 5% } }
        risk v { chance: 10%, costs: $1k, lowered { chance: 5%, once: t } }
      }
      """#,
    expected: #"""
      7:55 E0532 40 % is no lower than the 10 % of the risk itself (7:20 as it stands before)
      8:55 E0532 10 % is no lower than the 10 % of the risk itself (8:20 as it stands before)
      9:37 E0417 this `lowered` does not say its `once`
      10:65 E0203 `t` is a team, not an initiative (3:6 declared here)
      """#),
  DiagnosticCase(
    name: "readings of something else",
    source: #"""
      team t { people: 3 }
      goal g {
        metric p95: 320ms -> 200ms { reading { on: 2026-07-01, value: 3req } }
        metric arr: $0 -> $4M { reading { on: 2026-07-01, value: 40% }, reading { on: 2026-07-01, value: €3 } }
        metric nps: 10 -> 40 { reading { on: 2026-09-01, value: 20 }, reading { value: 20 }, reading { on: 2026-07-01 } }
      }
      """#,
    expected: #"""
      5:65 E0535 a reading of amounts in `req` cannot be set against amounts in `ms` (5:15 what it measures)
      6:60 E0535 a reading of percentages cannot be set against money (6:15 what it measures)
      6:100 E0307 this is EUR, and the plan counts in USD
      7:40 E0508 `on` 2026-09-01 has not happened yet
      7:65 E0417 this `reading` does not say its `on`
      7:88 E0417 this `reading` does not say its `value`
      """#),
  DiagnosticCase(
    name: "gates out of place",
    source: #"""
      team t { people: 3 }
      initiative a {
        effort: 1pw..2pw..3pw
        gate early { on: 2026-05-01, needs: "a measure" }
        gate late { on: 2028-05-01, needs: "a measure", otherwise: shrug }
        gate vague { on: 2026-10-01 }
        gate met { on: 2026-10-01, needs: "a measure", met: 2026-10-02 }
      }
      """#,
    expected: #"""
      6:20 E0502 `on` 2026-05-01 lies outside the plan
      7:19 E0502 `on` 2028-05-01 lies outside the plan
      7:62 E0311 `shrug` is none of the words for this place
      8:8 E0417 `vague` does not say its `needs`
      9:55 E0508 `met` 2026-10-02 has not happened yet
      """#),
  DiagnosticCase(
    name: "a length and what does not go with it",
    source: #"""
      team t { people: 3 }
      initiative a { length: 6w, effort: 1pw..2pw..3pw }
      initiative b { length: 0d }
      initiative c { length: 6w, work x { effort: 1pw..2pw..3pw } }
      initiative d { work x { length: 2mo, remaining: 2pw } }
      initiative e { length: 6w, staff: 4 }
      """#,
    expected: #"""
      4:36 E0536 a work of fixed `length` has no `effort` of its own (4:24 its effort follows from this and its `staff`)
      5:24 E0419 a work takes a day at least
      6:24 E0418 an initiative with works leaves `length` to them (6:33 its first work)
      7:49 E0536 a work of fixed `length` has no `remaining` of its own (7:33 its effort follows from this and its `staff`)
      8:35 E0504 nobody can do this: it takes 4 people and `t` has at most 3 people
      """#),
  DiagnosticCase(
    name: "externals that hang on one another",
    source: #"""
      team t { people: 3 }
      external a { date: 2026-09-01, after: b }
      external b { date: 2026-09-01, after: c }
      external c { date: 2026-09-01, after: a }
      external d { date: 2026-09-01, after: [d] }
      external e { date: 2026-09-01, after: x + 1w }
      initiative x { effort: 1pw..2pw..3pw, after: e }
      """#,
    expected: #"""
      6:39 E0501 this waits for itself: `a -> b -> c -> a`
      7:40 E0501 this waits for itself: `d -> d`
      9:46 E0501 this waits for itself: `x -> e -> x` (9:46 `e` waits for `x`)
      """#),
  DiagnosticCase(
    name: "a promise that was missed",
    source: #"""
      team t { people: 3 }
      external gone { date: 2026-06-01, commitment: missed, fallback own { adds: 1pw } }
      external renewed { date: 2026-09-01, commitment: missed }
      external unwanted { date: 2026-06-01, commitment: missed }
      external replaced { date: 2026-06-01, commitment: missed, fallback ours { adds: 1pw } }
      initiative a { effort: 1pw..2pw..3pw, after: [gone, renewed] }
      initiative b { effort: 1pw..2pw..3pw, after: gone }
      initiative c { effort: 1pw..2pw..3pw, after: replaced, use: ours }
      """#,
    expected: #"""
      4:23 E0537 `gone` was missed on 2026-06-01, and no new day is said (8:12 waits for it)
      """#),
  DiagnosticCase(
    name: "two of one group that are settled, and one that needs another",
    source: #"""
      team t { people: 3 }
      initiative a { effort: 1pw..2pw..3pw, priority: must, exclusive: "search" }
      initiative b { effort: 1pw..2pw..3pw, started: 2026-07-01, exclusive: "search" }
      initiative c { effort: 1pw..2pw..3pw, exclusive: "search", after: a }
      initiative d { effort: 1pw..2pw..3pw, exclusive: "search", priority: wont }
      """#,
    expected: #"""
      5:71 E0538 of `search` one is done at most, and both `a` and `b` are settled (4:66 a `must`, or begun)
      6:67 E0539 `c` waits for `a`, and of `search` one is done at most (6:50 both are in this group)
      """#),
  DiagnosticCase(
    name:
      "what waits for two of one group, at once and in its works; another way may wait for the other",
    source: #"""
      team t { people: 3 }
      initiative a { effort: 1pw..2pw..3pw, exclusive: "search" }
      initiative b { effort: 1pw..2pw..3pw, exclusive: "search" }
      initiative c { effort: 1pw..2pw..3pw, exclusive: "prices" }
      initiative d { effort: 1pw..2pw..3pw, after: [a, c, b] }
      initiative e { work f { effort: 1pw..2pw..3pw, after: a }, work g { effort: 1pw..2pw..3pw, after: b } }
      initiative h { effort: 1pw..2pw..3pw, after: a, mode i { effort: 2pw..3pw..4pw, after: b } }
      initiative j { effort: 1pw..2pw..3pw, after: [a, b], priority: wont }
      """#,
    expected: #"""
      7:53 E0545 `d` waits for `a` and `b`, and of `search` one is done at most (7:47 one of the group)
      8:99 E0545 `e` waits for `a` and `b`, and of `search` one is done at most (8:55 one of the group)
      """#),
  DiagnosticCase(
    name: "slices with what only a whole has, of nothing, and with shares that are none",
    source: #"""
      team t { people: 3 }
      initiative a { effort: 1pw..2pw..3pw, spent: 1pw, slice b { part: 50% }, slice c { part: 50% } }
      initiative d { length: 2w, slice e { part: 100% } }
      initiative f { effort: 1pw..2pw..3pw, slice g { part: 0% }, slice h { worth: 100% } }
      initiative i { effort: 1pw..2pw..3pw, slice j { part: 120% }, slice { part: 50% } }
      initiative k { effort: 1pw..2pw..3pw, after: l.n, slice m { part: 100%, effort: 1pw } }
      initiative l { effort: 1pw..2pw..3pw, after: k, slice n { part: 100% } }
      slice o { part: 10% }
      """#,
    expected: #"""
      4:46 E0541 an initiative in slices leaves `spent` to them (4:57 its first slice)
      5:24 E0541 slices split an `effort`, and a fixed `length` has none of its own (5:34 its first slice)
      6:55 E0419 a slice takes some of the effort
      6:67 E0417 `h` does not say its `part`
      7:55 E0313 `part` takes a share from 0 % to 100 %
      7:63 E0415 a slice needs a name
      8:46 E0501 this waits for itself: `k -> l -> k` (9:46 `l` waits for `k`)
      8:73 E0410 `effort` is no property of `slice`
      10:1 E0412 a slice cannot stand at the top of a file
      """#),
  DiagnosticCase(
    name: "slices that do not add up",
    source: #"""
      team t { people: 3 }
      initiative a { effort: 1pw..2pw..3pw, slice b { part: 40% }, slice c { part: 40% } }
      initiative d { effort: 1pw..2pw..3pw, slice e { part: 40%, worth: 70% }, slice f { part: 60%, worth: 70% } }
      """#,
    expected: #"""
      4:12 W0524 the slices of `a` come to 80 % of its effort
      5:12 W0524 the slices of `d` come to 140 % of its worth
      """#),
  DiagnosticCase(
    name: "modes where none can be, of nothing, in a circle, and used by others",
    source: #"""
      team t { people: 3 }
      initiative a { work b { effort: 1pw..2pw..3pw }, mode c { effort: 1pw..1pw..1pw } }
      initiative d { effort: 1pw..2pw..3pw, slice e { part: 100% }, mode f { effort: 1pw..1pw..1pw } }
      initiative g { effort: 1pw..2pw..3pw, mode h { after: a } }
      initiative i { effort: 1pw..2pw..3pw, use: m }
      initiative j { effort: 1pw..2pw..3pw, use: [k, l], mode k { effort: 1pw..1pw..1pw }, mode l { effort: 1pw..1pw..1pw } }
      initiative n { effort: 1pw..2pw..3pw, mode m { effort: 1pw..1pw..1pw, team: t } }
      initiative o { effort: 1pw..2pw..3pw, use: n.m }
      """#,
    expected: #"""
      4:50 E0542 a mode is another way to do one work, and this initiative has works (4:21 its first work)
      5:63 E0542 a mode is another way to do one work, and this initiative has slices (5:45 its first slice)
      6:44 E0417 `h` does not say its `effort`
      7:44 E0202 there is no fallback or mode named `m`
      8:48 E0544 `j` is done in one mode, and `l` is a second
      9:71 E0410 `team` is no property of `mode`
      10:44 E0543 `m` is a mode of `n`, which says itself what it uses
      """#),
  DiagnosticCase(
    name: "a mode that waits for itself",
    source: #"""
      team t { people: 3 }
      initiative a { effort: 1pw..2pw..3pw, mode q { effort: 1pw..1pw..1pw, after: b } }
      initiative b { effort: 1pw..2pw..3pw, after: a }
      """#,
    expected: #"""
      4:78 E0501 this waits for itself: `a -> b -> a` (5:46 `b` waits for `a`)
      """#),
]
