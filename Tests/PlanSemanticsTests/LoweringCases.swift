internal import PlanModel

let loweringCases: [LoweringCase] = [
  LoweringCase(
    name: "a plan that says nothing",
    source: #"""
      initiative a { }
      initiative b { priority: must, after: a }
      """#,
    expected: #"""
      team everyone: 1 at 100%
      initiative a: feature should
        work a: 4.83pw by everyone × 1
      initiative b: feature must, 3866666 a year (assumed)
        work b: 4.83pw by everyone × 1, after a
      assumed everyone: no team said: one person, `everyone`, does it
      assumed a: no effort said: 1..4..12 person-weeks are taken, never promised
      assumed a: no staffing said: from one person to the square root of its person-weeks
      assumed b: no effort said: 1..4..12 person-weeks are taken, never promised
      assumed b: no staffing said: from one person to the square root of its person-weeks
      assumed b: nothing says what it is worth: twice its effort at the plan's rate, each year, is taken [value]
      """#),
  LoweringCase(
    name: "no urgency anywhere but a goal",
    source: #"""
      team t { people: 5, availability: 70% }
      goal g { cost_of_delay: $10k/week, deadline: 2027-01-15 }
      goal h { deadline: 2027-01-15 { costs: $5k } }
      initiative a { effort: 3pw..4pw..5pw, serves: g }
      initiative b { effort: 3pw..4pw..5pw, priority: could }
      initiative c { effort: 3pw..4pw..5pw, priority: must, deadline: 2026-Q4 }
      initiative d { effort: 3pw..4pw..5pw, deadline: 2026-Q4 }
      initiative e { effort: 3pw..4pw..5pw, priority: wont }
      """#,
    expected: #"""
        USD, a person-week 400000, money true
      team t: 5 at 70%
      goal g, 52000000 a year, by 2027-01-15 or 1600000 (assumed)
      goal h, by 2027-01-15 or 500000
      initiative a: feature should, serves g
        work a: 4.00pw by t × 1|2
      initiative b: feature could, 800000 a year (assumed)
        work b: 4.00pw by t × 1|2
      initiative c: feature must, by 2026-12-31 hard
        work c: 4.00pw by t × 1|2
      initiative d: feature should, by 2026-12-31 or 1600000 (assumed)
        work d: 4.00pw by t × 1|2
      initiative e: feature wont
        work e: 4.00pw by t × 1|2
      assumed a: no team said: the only one, `t`, does it
      assumed a: no staffing said: from one person to the square root of its person-weeks
      assumed b: no team said: the only one, `t`, does it
      assumed b: no staffing said: from one person to the square root of its person-weeks
      assumed c: no team said: the only one, `t`, does it
      assumed c: no staffing said: from one person to the square root of its person-weeks
      assumed d: no team said: the only one, `t`, does it
      assumed d: no staffing said: from one person to the square root of its person-weeks
      assumed e: no team said: the only one, `t`, does it
      assumed g: a deadline without costs: its effort at the plan's rate is taken [value]
      assumed d: a deadline without costs: its effort at the plan's rate is taken [value]
      assumed b: nothing says what it is worth: half its effort at the plan's rate, each year, is taken [value]
      assumed plan: no rate said: a person-week is taken to cost 4,000 [value]
      """#),
  LoweringCase(
    name: "fallbacks, risks and windows",
    source: #"""
      team t { people: 5, availability: 70% }
      team u { people: 2, availability: 70% }
      external e { date: 2026-09-15, slip: 2w, fallback own { adds: 5pw, team: u, from: 2026-08-01 } }
      initiative a {
        after: e, use: own
        cost_of_delay: $5k/week, window: 2026-Q4, half_life: 4w
        work big { team: t, effort: 9pw..10pw..11pw, risk r { chance: 50%, adds: 2pw }, milestone half: 50% }
        work small { team: t, effort: 1pw..2pw..3pw, with: big + 2w }
        risk s { chance: 10%, adds: 10pw }
        milestone most: 70%
      }
      """#,
    expected: #"""
        USD, a person-week 400000, money true
      team t: 5 at 70%
      team u: 2 at 70%
      external e: unknown 2026-09-15, slip 10..10..10d
        fallback own: 5.00pw
      initiative a: feature should, 26000000 a year in 2026-10-01..2026-12-31 halving in 28 days
        work big: 12.00pw by t × 1|2|3, after own
        work small: 2.00pw by t × 1, after own, with big + 10d
        work own: 5.00pw by u × 1|2, not before 2026-08-01
        risk s: 10% of 10.00pw on big
        risk r: 50% of 2.00pw on big
        milestone most: 70% of big small own
        milestone half: 50% of big
      assumed a.big: no staffing said: from one person to the square root of its person-weeks
      assumed a.small: no staffing said: from one person to the square root of its person-weeks
      assumed e.own: no staffing said: from one person to the square root of its person-weeks
      """#),
  LoweringCase(
    name: "staffing",
    source: #"""
      team t { people: 6, availability: 70%, hire h { people: 2, on: 2026-10-01 } }
      team half { people: 0.5, availability: 50% }
      initiative a { team: t, effort: 29pw..30pw..31pw }
      initiative b { team: t, effort: 29pw..30pw..31pw, staff: 6..20 }
      initiative c { team: t, effort: 29pw..30pw..31pw, staff: 0.5..2 }
      initiative d { team: t, effort: 29pw..30pw..31pw, staff: 0.3..0.6 }
      initiative e { team: half, effort: 2pw..3pw..4pw }
      """#,
    expected: #"""
      team t: 6 at 70%
        hire h: 2 on 2026-10-01, ramp 0d, mentoring 0%
      team half: 0.5 at 50%
      initiative a: feature should, 12000000 a year (assumed)
        work a: 30.00pw by t × 1|2|3|4|5
      initiative b: feature should, 12000000 a year (assumed)
        work b: 30.00pw by t × 6|7|8
      initiative c: feature should, 12000000 a year (assumed)
        work c: 30.00pw by t × 0.5|1|1.5|2
      initiative d: feature should, 12000000 a year (assumed)
        work d: 30.00pw by t × 0.3|0.4|0.5|0.6
      initiative e: feature should, 1200000 a year (assumed)
        work e: 3.00pw by half × 0.5
      assumed a: no staffing said: from one person to the square root of its person-weeks
      assumed e: no staffing said: from one person to the square root of its person-weeks
      assumed a: nothing says what it is worth: its effort at the plan's rate, each year, is taken [value]
      assumed b: nothing says what it is worth: its effort at the plan's rate, each year, is taken [value]
      assumed c: nothing says what it is worth: its effort at the plan's rate, each year, is taken [value]
      assumed d: nothing says what it is worth: its effort at the plan's rate, each year, is taken [value]
      assumed e: nothing says what it is worth: its effort at the plan's rate, each year, is taken [value]
      """#),
  LoweringCase(
    name: "teams",
    source: #"""
      team t {
        people: 4, availability: [62%, 55%, 58%]
        hire many { people: 3, spread: 2026-07..2026-09, ramp: 2w }
        skill k { people: 2 }
        away a { people: 1, from: 2026-08, to: 2026-W33, skill: k }
      }
      """#,
    expected: #"""
      team t: 4 at 58%
        skill k: 2
        hire many: 1 on 2026-07-01, ramp 10d, mentoring 0%
        hire many_2: 1 on 2026-07-31, ramp 10d, mentoring 0%
        hire many_3: 1 on 2026-08-31, ramp 10d, mentoring 0%
        away a: 1 2026-08-01 to 2026-08-16
      """#),
  LoweringCase(
    name: "progress",
    asOf: CivilDate(year: 2026, month: 8, day: 14),
    source: #"""
      team t { people: 5, availability: 70% }
      external e { date: 2026-09-15, slip: 2w }
      initiative a { effort: 8pw..10pw..12pw, milestone half: 50%, after: e }
      initiative b { work x { effort: 8pw..10pw..12pw }, work y { effort: 1pw..2pw..3pw } }
      initiative c { effort: 8pw..10pw..12pw }
      initiative d { status: done }
      progress { on: 2026-08-01, change a { started: 2026-07-13, spent: 3pw }, change b.x { finished: 2026-07-31 } }
      progress { on: 2026-07-20, change a { spent: 1pw }, change c { spent: 9.5pw }, change e { met: 2026-07-15 } }
      progress { on: 2026-08-14
        change a { spent: old + 2pw, remaining: 4pw..5pw..6pw }
        change a.half { met: 2026-08-12 }
        change b.y { finished: 2026-08-13 }
      }
      """#,
    expected: #"""
      plan Test: 2026-07-01 to 2027-06-30, as of 2026-08-14
      team t: 5 at 70%
      external e: met 2026-07-15, slip 10..10..10d
      initiative a: feature should, 2000000 a year (assumed)
        work a: 5.00pw by t × 1|2, after e, running since 2026-07-13, spent 5.00pw
        milestone half: 50% of a, met 2026-08-12
      initiative b: feature should done, finished 2026-08-13
        work x: 10.00pw by t × 1|2|3, finished 2026-07-31
        work y: 2.00pw by t × 1, finished 2026-08-13
      initiative c: feature should, 400000 a year (assumed)
        work c: 1.00pw by t × 1, running since 2026-08-14, spent 9.50pw
      initiative d: feature should done, finished 2026-08-14
        work d: 4.83pw by t × 1|2, finished 2026-08-14
      assumed a: no team said: the only one, `t`, does it
      assumed a: no staffing said: from one person to the square root of its person-weeks
      assumed b: no team said: the only one, `t`, does it
      assumed c: no team said: the only one, `t`, does it
      assumed c: it runs, and no start is said: today, 2026-08-14, is taken
      assumed c: no staffing said: from one person to the square root of its person-weeks
      assumed d: no team said: the only one, `t`, does it
      assumed d: done, and no day is said: today, 2026-08-14, is taken
      assumed a: nothing says what it is worth: its effort at the plan's rate, each year, is taken [value]
      assumed c: nothing says what it is worth: its effort at the plan's rate, each year, is taken [value]
      """#),
  LoweringCase(
    name: "lets, self and properties of others",
    source: #"""
      let base = 2pw
      let factor = if true then 2 else 3
      let crew = t
      team t { people: 4, availability: 70% }
      initiative a "A for \(t.people)" { team: crew, effort: base..base * 2..base * 4 }
      initiative b { team: t, effort: a.effort * factor, cost_of_delay: $1k/week * 2 }
      initiative c { effort: 1pw..2pw..3pw, staff: if (plan.load ?? 80%) > 50% then 2 else 1, not_before: plan.start + 2w, deadline: c.not_before + 3mo { costs: $10k } }
      """#,
    expected: #"""
        USD, a person-week 400000, money true
      team t: 4 at 70%
      initiative a: feature should, 1733333 a year (assumed)
        work a: 4.33pw by t × 1|2
      initiative b: feature should, 10400000 a year
        work b: 8.67pw by t × 1|2
      initiative c: feature should, not before 2026-07-15, by 2026-10-15 or 1000000
        work c: 2.00pw by t × 2, not before 2026-07-15
      assumed a: no staffing said: from one person to the square root of its person-weeks
      assumed b: no staffing said: from one person to the square root of its person-weeks
      assumed c: no team said: the only one, `t`, does it
      assumed a: nothing says what it is worth: its effort at the plan's rate, each year, is taken [value]
      assumed plan: no rate said: a person-week is taken to cost 4,000 [value]
      """#),
  LoweringCase(
    name: "what is kept and not honoured",
    source: #"""
      team t { people: 4, availability: 70%, hire h { people: 1, on: 2026-09-01, fee: $20k } }
      debt d { tax: 1pd/week, expires: 2026-12 }
      initiative a { effort: 1pw..2pw..3pw, money: $20k, confidential: true, status: paused, cost_of_delay: $1k/week }
      initiative b { effort: 1pw..2pw..3pw, confidential: false, pays: d }
      """#,
    expected: #"""
        USD, a person-week 400000, money true
      team t: 4 at 70%
        hire h: 1 on 2026-09-01, ramp 0d, mentoring 0%, fee 2000000
      debt d: 24960 minutes a year
      initiative a: feature should paused, 5200000 a year
        work a: 2.00pw by t × 1
      initiative b: feature should, tax of d 4160000 a year to 2026-12-31
        work b: 2.00pw by t × 1
      assumed a: no team said: the only one, `t`, does it
      assumed a: no staffing said: from one person to the square root of its person-weeks
      assumed b: no team said: the only one, `t`, does it
      assumed b: no staffing said: from one person to the square root of its person-weeks
      assumed plan: no rate said: a person-week is taken to cost 4,000 [value]
      unenforced status: paused a: it is scheduled like any other
      """#),
  LoweringCase(
    name: "horizons of its own",
    source: #"""
      horizon later { span: 3mo..12mo, band: 30%..50% }
      horizon soon { span: 0mo..3mo }
      team t { people: 4, availability: 70% }
      initiative a { effort: 1pw..2pw..3pw, in: soon, cost_of_delay: €1k/week }
      """#,
    expected: #"""
        EUR, a person-week 400000, money true
      horizon soon: 2026-07-01 to 2026-09-30
      horizon later: 2026-10-01 to 2027-06-30, 30%..50%
      team t: 4 at 70%
      initiative a: feature should, in soon, 5200000 a year
        work a: 2.00pw by t × 1
      assumed a: no team said: the only one, `t`, does it
      assumed a: no staffing said: from one person to the square root of its person-weeks
      """#),
  LoweringCase(
    name: "pinned to a horizon that every plan has",
    source: #"""
      team t { people: 4, availability: 70% }
      initiative a { effort: 1pw..2pw..3pw, in: next }
      """#,
    expected: #"""
      team t: 4 at 70%
      initiative a: feature should, in next, 800000 a year (assumed)
        work a: 2.00pw by t × 1
      assumed a: no team said: the only one, `t`, does it
      assumed a: no staffing said: from one person to the square root of its person-weeks
      assumed a: nothing says what it is worth: its effort at the plan's rate, each year, is taken [value]
      """#),
  LoweringCase(
    name: "dependencies of an initiative bind all of its works",
    source: #"""
      team t { people: 4, availability: 70% }
      external api { date: 2026-08-01 }
      initiative a { effort: 1pw..2pw..3pw, staff: 1, cost_of_delay: $1k/week, not_before: 2026-W30 }
      initiative b {
        team: t, staff: 1, after: [a - 2d, api + 1mo], cost_of_delay: $1k/week
        work x { effort: 1pw..2pw..3pw, not_before: 2026-08 }
        work y { effort: 1pw..2pw..3pw, after: x, with: a }
      }
      """#,
    expected: #"""
        USD, a person-week 400000, money true
      team t: 4 at 70%
      external api: unknown 2026-08-01, slip 0..0..0d
      initiative a: feature should, not before 2026-07-20, 5200000 a year
        work a: 2.00pw by t × 1, not before 2026-07-20
      initiative b: feature should, 5200000 a year
        work x: 2.00pw by t × 1, not before 2026-08-01, after a + -2d, after api + 1mo
        work y: 2.00pw by t × 1, after a + -2d, after api + 1mo, after x, with a
      assumed a: no team said: the only one, `t`, does it
      """#),
  LoweringCase(
    name: "a risk that is certain",
    source: #"""
      team t { people: 4, availability: 70% }
      initiative a { effort: 2pw..4pw..12pw, staff: 1, cost_of_delay: $1k/week, risk r { chance: 100%, adds: 2pw } }
      """#,
    expected: #"""
        USD, a person-week 400000, money true
      team t: 4 at 70%
      initiative a: feature should, 5200000 a year
        work a: 7.00pw by t × 1
        risk r: 100% of 2.00pw on a
      assumed a: no team said: the only one, `t`, does it
      """#),
]
