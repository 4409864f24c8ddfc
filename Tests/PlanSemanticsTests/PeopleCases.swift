// Teams, money and decisions. Each way to get them wrong stands in the golden cases of `check`; here is one of each code.
let peopleCases: [DiagnosticCase] = [
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
]
