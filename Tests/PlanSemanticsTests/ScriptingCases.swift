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
    name: "functions that run in circles",
    source: #"""
      fn a(x) = b(x) + 1
      fn b(x) = if x > 0 then c(x - 1) else 0
      fn c(x) = sum(map([x], y => a(y)))
      fn alone(x) = alone(x)
      fn before(x) = alone(x)
      print a(1) + before(2)
      """#,
    expected: #"""
      3:4 E0341 a function cannot call itself: `a -> b -> c -> a` (4:4 on the way; 5:4 on the way)
      6:4 E0341 a function cannot call itself: `alone -> alone`
      """#),
  DiagnosticCase(
    name: "calls that do not fit",
    source: #"""
      fn double(x) = x * 2
      print double(1, 2)
      print double()
      print doubel(1)
      print (double)(1)
      print map([1], 2)
      print map([1])
      print map([1], (a, b) => a)
      print x => x
      print double(x => x)
      print round(1.5, x => x)
      print double("a")
      """#,
    expected: #"""
      3:20 E0320 text times a number is nothing that a plan counts (3:16 this is text; 14:7 in this call)
      4:7 E0328 `double` takes 1 value and got 2 (3:4 declared here)
      5:7 E0328 `double` takes 1 value and got 0 (3:4 declared here)
      6:7 E0342 there is no function `doubel`
      7:7 E0342 only a name is called
      8:16 E0328 `map` takes `x => …` as its second value
      9:7 E0328 `map` does not take 1 value
      10:16 E0343 `map` passes one value on
      11:7 E0343 `=>` stands only in the call of a function that takes it
      12:14 E0343 `=>` stands only in the call of a function that takes it
      13:18 E0343 `=>` stands only in the call of a function that takes it
      """#),
  DiagnosticCase(
    name: "a name that could be two things",
    source: #"""
      team effort { people: 3 }
      team search { people: 3 }
      initiative a { effort: 1pw..2pw..3pw, team: effort }
      initiative risks { effort: 1pw..2pw..3pw, team: search }
      fn weigh(search) = search * 2
      print initiatives where effort > 1pw
      print initiatives where it.effort > 1pw
      print plan.effort.people
      print initiatives as effort where effort == a
      print weigh(3)
      print count(risks)
      print map([1], a => a + 1)
      """#,
    expected: #"""
      7:20 E0241 `search` could be a parameter and a team (7:10 declared here; 4:6 declared here; 12:7 in this call)
      8:25 E0241 `effort` could be the field of an initiative and a team (3:6 declared here)
      11:35 E0241 `effort` could be a parameter and the field of an initiative and a team (11:22 declared here; 3:6 declared here)
      13:13 E0241 `risks` could be the list of every risk and an initiative (6:12 declared here)
      14:21 E0241 `a` could be a parameter and an initiative (14:16 declared here; 5:12 declared here)
      """#),
  DiagnosticCase(
    name: "queries out of form",
    source: #"""
      initiative a { effort: 1pw..2pw..3pw, owner: "Ann" }
      print 3 where it > 2
      print effort of 3
      print initiatives as i as j where i.effort > 1pw
      print initiatives take 1.5
      print initiatives take 1pw
      print initiatives show label show name
      print initiatives group by kind group by team
      print effort of initiatives show label
      print initiatives where effort
      print initiatives where efort > 1pw
      print initiatives where kind == enabeler
      print initiatives where team == platfrom
      print initiatives sort by [effort, owner] take 1
      print initiatives.effort
      print a.effrt
      print [1, "a", 2pw] sort by it
      print count(3)
      """#,
    expected: #"""
      4:7 E0350 this goes through a list, and a number is none
      5:17 E0350 this goes through a list, and a number is none
      6:27 E0351 a query names its element once (6:22 named here already)
      7:24 E0351 `take` takes a whole number
      8:24 E0351 `take` takes a whole number
      9:35 E0351 a query shows once
      10:42 E0351 a query groups once
      11:7 E0351 `of` takes elements, not groups and not what `show` makes of them
      12:25 E0326 a condition is true or false
      13:25 E0202 there is nothing named `efort`
      14:33 E0311 `enabeler` is none of the words for this place
      15:33 E0202 there is no team named `platfrom`
      17:19 E0329 a list has no fields, its elements have (17:7 this is a list)
      18:9 E0202 `a` has nothing named `effrt`
      19:29 E0320 text and a number do not compare (19:29 this is text)
      20:13 E0328 `count` takes a list
      """#),
  DiagnosticCase(
    name: "what only a schedule knows",
    source: #"""
      let late = finish of b
      initiative a { effort: 1pw..2pw..3pw, not_before: b.finish }
      initiative b { effort: 1pw..2pw..3pw }
      initiative c { effort: 1pw..2pw..3pw, not_before: late }
      team t { people: 3, availability: if capacity(t, 2026-Q3) > 1pw then 80% else 70% }
      print late
      print b.deferral.net
      """#,
    expected: #"""
      3:12 E0352 `finish` is known only when the plan is scheduled (6:39 `c.not_before` is needed to make the schedule)
      4:53 E0352 `finish` is known only when the plan is scheduled (4:39 `a.not_before` is needed to make the schedule)
      7:38 E0352 `capacity` is known only when the plan is scheduled (7:21 `t.availability` is needed to make the schedule)
      """#),
  DiagnosticCase(
    name: "mistakes in functions that nobody calls",
    source: #"""
      field region { for: team, type: one_of(emea, apac) }
      let rate = 3
      fn a(x) = x * raet + y
      fn b(xs) = sum(xs, i => i.effort * j)
      fn c(xs) = xs as t where effort > 1pw and t.region == emea and unclear
      fn d(x) = if x == must then foo(x) else "\(nothing)"
      fn e(x) = plan.rate * self.x + it.y
      print e(1)
      """#,
    expected: #"""
      5:15 E0202 there is nothing named `raet`
      5:22 E0202 there is nothing named `y`
      6:36 E0202 there is nothing named `j`
      8:29 E0342 there is no function `foo`
      8:44 E0202 there is nothing named `nothing`
      9:16 E0241 `rate` could be a property of the plan and a `let` (4:5 declared here; 10:7 in this call)
      9:23 E0202 there is nothing named `self` (10:7 in this call)
      9:32 E0202 there is nothing named `it` (10:7 in this call)
      """#),
  DiagnosticCase(
    name: "mistakes behind what a schedule knows",
    source: #"""
      initiative a { effort: 1pw..2pw..3pw }
      print initiatives where horizon == now show [labl, finish, efort]
      print initiatives sort by finish where effort > 3
      print efort of initiatives where undone
      print initiatives where horizon == now and kind == enabeler
      print count(initiatives where undone) + 1pw
      """#,
    expected: #"""
      4:46 E0202 there is nothing named `labl`
      4:60 E0202 there is nothing named `efort`
      5:49 E0320 a range of effort and a number do not compare (5:40 this is a range of effort; 3:24 declared here as a range of effort)
      6:7 E0202 there is nothing named `efort`
      7:52 E0311 `enabeler` is none of the words for this place
      """#),
  DiagnosticCase(
    name: "parameters on two levels",
    source: #"""
      fn f(x) = sum(map([x], x => x + 1))
      print f(1)
      print map([1, 2], y => sum(map([y], z => z + y)))
      print [1, 2] as n where count([3] as n where n > 2) > 0
      """#,
    expected: #"""
      3:29 E0241 `x` names two parameters (3:6 declared here; 3:24 declared here; 4:7 in this call)
      6:46 E0241 `n` names two parameters (6:17 declared here; 6:38 declared here)
      """#),
  DiagnosticCase(
    name: "nesting",
    source: #"""
      fn a(x) = [x, x, [x]]
      print a(a(a(1)))
      fn b(x) = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
      print b(b(b(b(b(1)))))
      """#,
    expected: #"""
      5:20 E0942 `[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]…` nests lists more than 200 deep (6:7 in this call)
      """#),
  DiagnosticCase(
    name: "conditions of guardrails",
    source: #"""
      initiative a { effort: 1pw..2pw..3pw, serves: g }
      goal g { cost_of_delay: $1k/week }
      guardrail b { where: kind in [enabler, debt] and serves == g, at_least: 30% }
      guardrail c { where: horizon == now, at_least: 30% }
      guardrail d { where: effort, at_least: 30% }
      guardrail e { where: kind == enabeler, at_least: 30% }
      """#,
    expected: #"""
      6:22 E0352 `horizon` is known only when the plan is scheduled (6:15 `c.where` is needed to make the schedule)
      7:22 E0326 a condition is true or false
      8:30 E0311 `enabeler` is none of the words for this place
      """#),
  DiagnosticCase(
    name: "values that grow for ever",
    source: #"""
      fn wide(x) = flatten([x, x, x, x, x, x, x, x])
      fn wider(x) = wide(wide(wide(x)))
      fn long(x) = "\(x)\(x)\(x)\(x)\(x)\(x)\(x)\(x)"
      fn longer(x) = long(long(long(x)))
      print count(wider(wider(wider([1, 2, 3]))))
      print longer(longer(longer("for ever and ever")))
      print numbers(1, 9_000_000_000)
      """#,
    expected: #"""
      3:22 E0940 `[x, x, x, x, x, x, x, x]` makes a list of more than 1000000 values (4:25 in this call)
      5:14 E0941 `"\(x)\(x)\(x)\(x)\(x)\(x)\(x)\(x)"` makes a text of more than 1000000 bytes (6:16 in this call)
      9:7 E0940 `numbers(1, 9_000_000_000)` makes a list of more than 1000000 values
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
