/// The plan that the language was designed around, word for word.
let flagshipPlan = ##"""
  # Acme: three European markets in nine months, while engineering grows from 15 to 40.
  language: 1

  plan "Engineering roadmap, Q3 2026" {
    start: 2026-07-01
    until: 2027-06-30  # inclusive, like every written date
    as_of: 2026-07-01  # where progress is counted from
    calendar: us
    cycle: quarter  # when deferred work is looked at again
    currency: USD
    rate: $4k/pw  # loaded cost of a person-week
    load: 80%  # a reserve for the unforeseen; with availability this leaves 50-60 %, which is what teams measure
  }

  horizon now "Now" { span: 0mo..3mo, band: 80%..90% }
  horizon next "Next" { span: 3mo..6mo, band: 50%..70% }
  horizon later "Later" { span: 6mo..12mo, band: 30%..50% }

  calendar us { holidays: [2026-07-03, 2026-09-07, 2026-11-26, 2026-12-25, 2027-01-01] }

  team platform "Platform" {
    people: 6
    availability: 70%  # what on-call, meetings, support and toil leave over
    wip: 2  # more at once is thrashing
    skill kubernetes { people: 3 }
    skill databases { people: 3 }
    hire autumn { people: 2, on: 2026-09-01, ramp: 8w, mentoring: 20%, salary: $220k/year }
    away august { people: 1, from: 2026-08-03, to: 2026-08-14, why: "parental leave" }
  }
  team payments "Payments" { people: 5, availability: 70% }

  goal europe "Sell in three European markets" {
    by: 2027-Q1
    cost_of_delay: $60k/week  # only when all of it is there
    metric arr "European ARR": $0 -> $4M
  }

  initiative leave_legacy_db "Move off the legacy database" {
    serves: europe
    kind: enabler
    owner: "data platform lead"
    effort: 6pw..10pw..20pw  # best..likely..worst
    team: platform
    staff: 2..3
    skill: databases
    metric writes "write throughput": 1x -> 10x
    milestone dual_writes "Dual writes on": 40%
    risk procedures "Stored procedures nobody owns" { chance: 30%, adds: 4pw }
  }

  initiative residency "EU data residency" {
    serves: europe, kind: enabler, priority: must
    after: [leave_legacy_db.dual_writes, vendor_kms]
    deadline: 2027-01-15 { costs: $1.2M }
    work storage "Regional storage" { team: platform, effort: 5pw..8pw..14pw }
    work billing "Regional invoices" { team: payments, effort: 3pw..4pw..6pw, after: storage + 1w }
  }

  external vendor_kms "Vendor's regional key management" {
    owner: "Vendor KMS", commitment: aware, date: 2026-09-15, slip: 0w..2w..8w
    fallback own_kms "Run our own KMS" { adds: 5pw, team: platform }
  }

  debt slow_ci "CI takes 45 minutes" {
    tax: 8/day * 15min  # builds a day, productive minutes lost in each
    quadrant: prudent_deliberate
  }
  initiative fast_ci "Cut CI to 10 minutes" { kind: multiplier, pays: slow_ci, team: platform, effort: 2pw..2pw..4pw }

  guardrail foundations "Thirty percent for foundations" {
    share_of: effort, where: kind in [enabler, risk_reducer, multiplier, debt], at_least: 30%, each: quarter, strength: soft
    except launch_quarter { during: 2026-Q4, at_least: 15%, because: "launch", catch_up: next_cycle }
  }
  """##
