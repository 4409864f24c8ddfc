/// What the words that properties take say, for the reference.
package enum WordMeanings {
  /// A sentence; `nil` for a word that the property does not take.
  package static func meaning(of word: String, for property: PropertyWord) -> String? {
    if property == .currency, property.type.words.contains(word) {
      return "The currency `\(word)`."
    }
    return table[property]?[word]
  }

  private static let sections: [String: String] = [
    "summary": "Where we are, the gap, how we close it.", "goals": "What the business wants.",
    "money": "What waiting costs, what is spent, what is asked for.",
    "features": "What users get, when, and how sure that is.",
    "enablers": "What makes other things possible, and which.",
    "works": "Who works on what, and when, a team at a time.",
    "measures": "How far what is measured has come.",
    "deadlines": "Dates that cost money or cannot be missed.",
    "checks": "Which of the plan's own checks do not hold.",
    "changes": "What has moved since the plan was agreed.",
    "timeline": "When everything runs, and how sure its end is: a picture.",
    "now": "What we commit to.",
    "next": "What comes after that.", "later": "Where it goes.",
    "milestones": "What was to be reached when.", "gates": "When it is decided whether to go on.",
    "signals": "Work that calls for a decision whether it goes on.",
    "not_doing": "What is left out, and why.", "waiting": "What each deferral costs.",
    "impact": "What matters against what presses: a picture.", "load": "How full the teams are.",
    "kinds": "What kinds of work the effort goes to: a picture.",
    "guardrails": "How the rules for the mix come out.",
    "budgets": "What is spent of the budgets.", "people": "How the teams change.",
    "freezes": "Times in which nothing may change.", "chain": "What decides the end.",
    "map": "What waits for what: a picture.",
    "risks": "What may go wrong.", "dependencies": "What others deliver.",
    "benefits": "What is earned and saved, and what debts cost.",
    "decisions": "What was decided.", "choices": "What is still to be chosen.",
    "asks": "What others have to decide or give.", "doubts": "What would change our mind.",
    "unenforced": "What the plan says and the schedule does not follow.",
    "assumptions": "What was taken where the plan is silent.",
    "method": "How to read the figures.",
  ]

  private static let table: [PropertyWord: [String: String]] = [
    .kind: [
      "feature": "Something that users get.",
      "bet": "Something that may pay much or nothing.",
      "enabler": "Something that makes other work possible; its worth is what waits for it.",
      "risk_reducer": "Something that makes a loss less likely.",
      "multiplier": "Something that makes all work faster.",
      "experiment": "Something done to learn.",
      "debt": "Paying for what was done too quickly before.",
    ],
    .priority: [
      "must":
        "It has to be done, and so has all it waits for; a plan in which it cannot be done is infeasible.",
      "should": "It is done where that costs least.",
      "could": "As `should`; assumed to be worth less where the plan states no worth.",
      "wont": "It is not done; give the reason with `why_not`, or a `revisit`.",
    ],
    .status: [
      "proposed": "Not begun.",
      "active": "Begun; when and how far say `started`, `spent` and `remaining`.",
      "paused":
        "Begun and resting; it is scheduled like any other all the same, and every output names it.",
      "done": "Finished; it is outside the sum.",
      "cancelled": "Given up; what waits for it can never start.",
    ],
    .commitment: [
      "unknown": "Nobody has asked.",
      "asked": "They know the wish.",
      "aware": "They know of it, and have promised nothing.",
      "agreed": "They mean to do it.",
      "committed": "They answer for the date.",
      "met": "It is there.",
      "missed": "The date has passed without it.",
    ],
    .quadrant: [
      "prudent_deliberate": "Taken on knowingly, for a reason, with a plan to pay.",
      "prudent_inadvertent": "Found out later: now we know how it should have been done.",
      "reckless_deliberate": "Taken on knowingly, without counting the price.",
      "reckless_inadvertent": "Taken on without knowing better.",
    ],
    .basis: [
      "revenue": "What customers pay.", "margin": "What is left of it.",
      "cost": "What need not be paid.", "hours": "Time of people, at the plan's rate.",
    ],
    .forbids: [
      "starting": "No work may start.", "running": "No work may run.",
      "finishing": "No work may finish.",
    ],
    .audience: [
      "exec": "Those who lead the business.", "board": "Those who control it.",
      "product": "Those who decide on what is built.", "engineering": "Those who build it.",
    ],
    .sections: sections,
    .before: sections,
    .confidential: [
      "exec": "Those who lead the business may see it.",
      "board": "Those who control it may see it.",
      "product": "Those who decide on what is built may see it.",
      "engineering": "Those who build it may see it.",
    ],
    .light: [
      "green": "It will be there in time.", "amber": "It may be late.", "red": "It will be late.",
    ],
    .strength: [
      "soft":
        "It may be broken: a guardrail at the price of the missing effort, a headcount with a warning.",
      "hard": "It may not be broken.",
    ],
    .counts: [
      "everybody": "Whoever is under contract.", "staff": "Those who stay.",
      "contractors": "Those who join for a while: a `hire` with `until` or `length`.",
    ],
    .otherwise: [
      "stop": "The work ends, and the people are free for something else.",
      "pause": "The work rests until what it needs holds.",
      "shrink": "It goes on with less in it.",
      "decide": "What then is decided on the day.",
    ],
    .estimate: [
      "pert":
        "The shape of Malcolm and others' PERT (1959): a beta curve, its likely point four times as heavy as its ends.",
      "triangular": "A shape with straight sides: more weight on the ends.",
      "lognormal": "A shape with a long tail towards late.",
      "mean": "Sequence by the mean.",
      "p50": "Sequence by the point that half of all outcomes stay below.",
      "p80": "Sequence by the point that four of five outcomes stay below.",
    ],
    .shareOf: ["effort": "The effort that is scheduled."],
    .catchUp: ["next_cycle": "What is missing now is added to the next cycle."],
    .confidence: ["low": "50 %.", "medium": "80 %.", "high": "100 %."],
    .reversibility: [
      "low": "Hard to undo.", "medium": "Undone with some work.", "high": "Easily undone.",
    ],
    .blastRadius: [
      "low": "Damage stays where it happens.", "medium": "Damage reaches some others.",
      "high": "Damage reaches everybody.",
    ],
    .urgency: [
      "low": "It can wait.", "medium": "It should not wait long.", "high": "It cannot wait.",
    ],
    .impact: [
      "low": "It changes little.", "medium": "It changes something.", "high": "It changes much.",
    ],
    .cycle: periods, .tail: periods, .each: periods,
  ]

  private static let periods = [
    "week": "Five working days.", "month": "A month of the calendar.",
    "quarter": "Three months.", "year": "Twelve months.",
  ]
}
