private import PlanModel

/// A word that may stand before a colon.
///
/// A word has one type and one example wherever it stands; what it means in a block is the block's business.
package enum PropertyWord: String, CaseIterable, Sendable {
  // Everywhere
  case note
  case link
  case tags
  case key
  case was
  case confidential
  // Time
  case start
  case until
  case asOf = "as_of"
  case cycle
  case tail
  case fiscalMonth = "fiscal_month"
  case span
  case holidays
  case on
  case from
  case to
  case by
  case date
  case due
  case during
  case notBefore = "not_before"
  case window
  case halfLife = "half_life"
  case length
  case decideBy = "decide_by"
  case revisit
  case since
  case made
  case expires
  case dropped
  case slip
  case ramp
  case spread
  case lasts
  // Progress
  case started
  case finished
  case met
  case spent
  case remaining
  // People
  case people
  case availability
  case load
  case wip
  case uplift
  case varies
  case basedOn = "based_on"
  case mentoring
  case teams
  case giver
  case taker
  case staff
  case team
  case skill
  case calendar
  case referenceClass = "class"
  // Effort
  case effort
  case adds
  case tax
  case exit
  case upkeep
  case covers
  case adoption
  case share
  case part
  case worth
  case chance
  case value
  // Money
  case currency
  case rate
  case salary
  case saves
  case earns
  case fee
  case price
  case costs
  case costOfDelay = "cost_of_delay"
  case money
  // Relations
  case after
  case with
  case `in`
  case serves
  case pays
  case use
  case exclusive
  case once
  case chose
  case rejected
  case knownAfter = "known_after"
  case unblocks
  case extends
  // Words
  case kind
  case kinds
  case priority
  case status
  case confidence
  case reversibility
  case blastRadius = "blast_radius"
  case urgency
  case impact
  case commitment
  case quadrant
  case basis
  case forbids
  case audience
  case sections
  case light
  case before
  case strength
  case counts
  case estimate
  case shareOf = "share_of"
  case `where`
  case all
  case require
  case say
  case `for`
  case type
  case `default`
  case atLeast = "at_least"
  case atMost = "at_most"
  case each
  case catchUp = "catch_up"
  case band
  case change
  case unit
  case optional
  case core
  case protected
  case seed
  case churn
  case growth
  case over
  // Sentences
  case owner
  case accountable
  case consulted
  case informed
  case askedBy = "asked_by"
  case whom
  case why
  case outcome
  case title
  case says
  case whyNot = "why_not"
  case revisitWhen = "revisit_when"
  case because
  case accepts
  case learned
  case keeps
  case needs
  case otherwise
  case doneWhen = "done_when"
  case outOfScope = "out_of_scope"

  /// The property word that is written like this; `nil` for any other word.
  ///
  /// - Complexity: O(1); the synthesized `init(rawValue:)` compares one case after the other.
  package init?(word: String) {
    guard let property = PropertyWord.byWord[word] else { return nil }
    self = property
  }

  private static let byWord = Dictionary(
    uniqueKeysWithValues: PropertyWord.allCases.map { ($0.rawValue, $0) })
}

extension PropertyWord {
  package var type: ValueType { form.type }

  /// A value as a plan would write it.
  package var example: String { form.example }

  private var form: (type: ValueType, example: String) {
    switch self {
    case .note, .why, .whyNot, .because, .revisitWhen: (.text, "\"the reason\"")
    case .outcome: (.text, "\"merchants are paid in euros\"")
    case .doneWhen, .needs: (.text, "\"p95 is under 5 minutes\"")
    case .learned: (.text, "\"nobody reads it within a minute\"")
    case .keeps: (.text, "\"the event schema\"")
    case .link: (.text, "\"https://example.org/42\"")
    case .key: (.text, "\"ENG-412\"")
    case .was: (.text, "\"old_name\"")
    case .owner, .accountable, .askedBy, .whom: (.personOrText, "\"VP Engineering\"")
    case .consulted, .informed: (.list(of: .personOrText), "[\"Legal\", \"Sales\"]")
    case .accepts: (.list(of: .text), "\"billing moves to Next\"")
    case .outOfScope: (.list(of: .text), "[\"templates\"]")
    case .unit: (.text, "\"req/s\"")
    case .exclusive: (.text, "\"search\"")
    case .tags: (.list(of: .text), "[\"q3\", \"eu\"]")
    case .optional, .core, .protected: (.boolean, "true")
    case .confidential: (.either([.boolean, .list(of: .symbol(of: Vocabulary.audiences))]), "true")

    case .start, .from, .on, .notBefore, .since, .made, .revisit, .asOf, .started:
      (.firstDay, "2026-07-01")
    case .until, .to, .by, .due, .decideBy, .expires, .dropped, .date, .finished, .met:
      (.lastDay, "2027-06-30")
    case .holidays: (.list(of: .dateRange), "[2026-12-25, 2027-01-01]")
    case .during, .window, .spread: (.dateRange, "2026-10-01..2026-12-31")
    case .cycle, .tail, .each:
      (.either([.symbol(of: Vocabulary.periods), .elapsed]), "quarter")
    case .span: (.offsetRange, "0mo..3mo")
    case .slip: (.slip, "0w..2w..8w")
    case .lasts: (.elapsedRange, "3mo..6mo")
    case .ramp, .halfLife, .length, .over: (.elapsed, "8w")

    case .people: (.heads, "6")
    case .staff: (.headsRange, "2..3")
    case .availability: (.list(of: .share), "70%")
    case .load, .mentoring, .share, .part, .worth, .chance, .atLeast, .atMost, .churn, .covers,
      .varies:
      (.share, "30%")
    case .band: (.shareRange, "80%..90%")
    case .uplift: (.percent, "118%")
    case .wip, .seed, .fiscalMonth, .basedOn: (.count, "2")

    case .teams: (.list(of: .reference(to: ["team"])), "[platform]")
    case .team, .giver, .taker: (.reference(to: ["team"]), "platform")
    case .skill: (.reference(to: ["skill"]), "databases")
    case .calendar: (.reference(to: ["calendar"]), "us")
    case .referenceClass: (.reference(to: ["class"]), "migrations")
    case .in: (.reference(to: ["horizon"]), "now")
    case .serves: (.list(of: .reference(to: ["goal"])), "europe")
    case .extends: (.reference(to: ["scenario"]), "ceo_ask")
    case .pays: (.list(of: .reference(to: ["debt"])), "slow_ci")
    case .chose: (.reference(to: Vocabulary.decidable), "other")
    case .rejected: (.list(of: .reference(to: Vocabulary.decidable)), "other")
    case .once: (.reference(to: ["initiative"]), "fast_ci")
    case .unblocks: (.list(of: .reference(to: ["initiative"])), "fast_ci")
    case .knownAfter:
      (.reference(to: ["initiative", "work", "milestone"]), "spike")
    case .use: (.list(of: .reference(to: ["fallback", "mode"])), "own_kms")
    case .after, .with:
      (
        .list(of: .dependency(on: ["initiative", "work", "slice", "milestone", "external"])),
        "[storage + 1w, vendor_kms]"
      )

    case .effort, .adds, .exit, .remaining: (.effort, "3pw..5pw..10pw")
    case .spent: (.effortAmount, "3pw")
    case .adoption: (.shareChange, "30% -> 80%")
    case .tax: (.effortRate, "15h/week")
    case .upkeep: (.percentRate, "20%/year")
    case .growth: (.percentRate, "5%/month")

    case .currency: (.symbol(of: Currency.known.map(\.code)), "USD")
    case .rate: (.labourRate, "$4k/pw")
    case .saves: (.either([.effortRate, .moneyRate]), "3pw * 8/year")
    case .earns: (.moneyRate, "$500k/year")
    case .salary: (.moneyRate, "$220k/year")
    case .costOfDelay: (.moneyRate, "$60k/week")
    case .fee, .costs, .money: (.money, "$40k")
    case .price: (.either([.money, .moneyRate]), "$30k/month")

    case .kind: (.symbol(of: Vocabulary.initiativeKinds), "enabler")
    case .kinds: (.list(of: .text), "[research]")
    case .priority: (.symbol(of: Initiative.Priority.allCases.map(\.rawValue)), "must")
    case .status: (.symbol(of: Initiative.Status.allCases.map(\.rawValue)), "active")
    case .commitment: (.symbol(of: External.Commitment.allCases.map(\.rawValue)), "aware")
    case .quadrant: (.symbol(of: Vocabulary.quadrants), "prudent_deliberate")
    case .basis: (.symbol(of: Benefit.Basis.allCases.map(\.rawValue)), "revenue")
    case .forbids:
      (.symbol(of: ChangeFreeze.Forbids.allCases.map(\.rawValue)), "finishing")
    case .audience: (.symbol(of: Vocabulary.audiences), "board")
    case .sections: (.list(of: .symbol(of: Vocabulary.sections)), "[summary, goals, now]")
    case .before: (.symbol(of: Vocabulary.sections), "goals")
    case .light: (.symbol(of: Health.Light.allCases.map(\.rawValue)), "amber")
    case .strength: (.symbol(of: ["soft", "hard"]), "soft")
    case .counts: (.symbol(of: Headcount.Counted.allCases.map(\.rawValue)), "staff")
    case .estimate: (.list(of: .symbol(of: Vocabulary.estimates)), "p80")
    case .otherwise: (.symbol(of: Gate.Otherwise.allCases.map(\.rawValue)), "stop")
    case .shareOf: (.symbol(of: ["effort"]), "effort")
    case .catchUp: (.symbol(of: ["next_cycle"]), "next_cycle")
    case .where: (.any, "kind in [enabler, debt]")
    case .for: (.any, "initiative")
    case .type: (.any, "number")
    case .default: (.any, "0")
    case .all: (.any, "initiatives where horizon == now")
    case .require: (.any, "count(metrics) > 0")
    case .title: (.any, "\"\\(plan.label) for the board\"")
    case .says:
      (.any, "\"\\(funded.count) of \\(initiatives.count) are funded.\"")
    case .say: (.any, "\"\\(label) has no metric\"")
    case .confidence: (.either([.symbol(of: Vocabulary.levels), .share]), "80%")
    case .reversibility, .blastRadius, .urgency, .impact:
      (.either([.symbol(of: Vocabulary.levels), .number]), "high")
    case .value: (.measure, "185ms")
    case .change: (.change, "800ms -> 200ms")
    }
  }
}
