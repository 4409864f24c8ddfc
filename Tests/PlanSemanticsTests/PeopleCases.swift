// Teams, money and decisions. Each way to get them wrong stands in the golden cases of `check`; here is one of each code.
let peopleCases: [DiagnosticCase] = [
  DiagnosticCase(
    name: "more people than a hard headcount allows",
    source: #"""
      team t { people: 3, hire h { people: 2, on: 2026-09-01 } }
      headcount c { people: 4, strength: hard }
      """#,
    expected: #"""
      4:23 E0546 `c` allows 4 people, and on 2026-09-01 there are more (3:26 the last to join, on 2026-09-01)
      """#),
  DiagnosticCase(
    name: "contractors who stay in two ways",
    source: #"""
      team t { people: 2, hire h { people: 1, on: 2026-08-01, until: 2026-10-30, length: 6w } }
      """#,
    expected: #"""
      3:84 E0521 people stay `until` a day or for a `length`, not both (3:64 `until` is here)
      """#),
  DiagnosticCase(
    name: "more lent than there are",
    source: #"""
      team t { people: 5, skill s { people: 3 } }
      team u { people: 2 }
      lend l { people: 3, giver: t, taker: u, on: 2026-07-13 }
      """#,
    expected: #"""
      5:18 E0522 `t` has 2 people outside its skills on 2026-07-13, and 3 people to lend
      """#),
  DiagnosticCase(
    name: "a benefit of two kinds",
    source: #"""
      initiative a { effort: 1pw..2pw..3pw }
      benefit b { earns: $500k/year, saves: 1pw/year, once: a }
      benefit c { earns: $500k/year, adoption: 30% -> 80%, once: a }
      """#,
    expected: #"""
      4:39 E0523 a benefit `earns` or `saves`, not both (4:20 `earns` is here)
      5:42 E0524 `adoption` rises over a `ramp`, and there is none
      """#),
  DiagnosticCase(
    name: "decisions and choices",
    source: #"""
      initiative a { effort: 1pw..2pw..3pw }
      decision d { made: 2026-07-08, chose: a, rejected: [a] }
      choice c { option free { covers: 90% }, option kept { price: $5, upkeep: 20%/year } }
      choice e { }
      """#,
    expected: #"""
      4:53 E0525 `a` is chosen and rejected (4:39 chosen here)
      5:19 E0527 an option has an `effort` or a `price`
      5:74 E0527 `upkeep` is a share of the `effort`, and there is none
      6:8 E0526 there is nothing to choose from
      """#),
  DiagnosticCase(
    name: "exchanges",
    source: #"""
      exchange usd: $1
      exchange eure: $1.08
      """#,
    expected: #"""
      3:10 E0529 USD is the plan's own currency
      4:10 E0528 `eure` is no currency
      """#),
]
