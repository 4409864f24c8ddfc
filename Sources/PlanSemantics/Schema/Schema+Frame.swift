// What frames a plan: time, horizons, calendars, what happened since.
extension Schema {
  static let plan = BlockSchema(
    .plan, "The plan as a whole: its time, its money, its assumptions.", needsName: false,
    properties: [
      Property(.start, "Day 0 of the plan.", isRequired: true),
      Property(.until, "The last day of the plan.", default: "twelve months after `start`"),
      Property(.asOf, "Today: where progress is counted from.", default: "`start`"),
      Property(.calendar, "The days off of everybody who has no other.", default: "weekends"),
      Property(
        .cycle, "When deferred work is looked at again, and how long a deferral is.",
        default: "quarter"),
      Property(
        .tail, "How long work that started before the end may go on.", default: "one cycle"),
      Property(.fiscalMonth, "The month in which quarters begin.", default: "1"),
      Property(.currency, "The plan's one currency.", default: "the one its amounts use, or USD"),
      Property(.rate, "Loaded cost of people's time.", default: "4k/pw"),
      Property(
        .load, "The share of available time that is planned; the rest is a reserve.",
        default: "80%"),
      Property(
        .estimate, "The shape of estimates, and the point of them that sequencing uses.",
        default: "[pert, mean]"),
      Property(.kinds, "More kinds of initiative than the language has.", default: "[]"),
      Property(.seed, "Where random draws begin.", default: "1", status: .kept),
      Property(
        .churn,
        "What moving an agreed start of Now by more than five days costs, as a share of its remaining effort at `rate`.",
        default: "10%"),
      Property(.owner, "Who answers for the plan.", status: .kept),
    ])

  static let horizon = BlockSchema(
    .horizon, "A stretch of the plan and what it may claim.",
    properties: [
      Property(.span, "From when to when, counted from the plan's start.", isRequired: true),
      Property(.band, "How sure it has to be.", status: .reported),
    ])

  static let calendar = BlockSchema(
    .calendar, "Days on which nothing advances, besides weekends.",
    properties: [
      Property(.holidays, "Days off; a range is all of its days.", default: "[]")
    ])

  static let progress = BlockSchema(
    .progress, "What happened up to a day: changes to what is planned.", needsName: false,
    properties: [
      Property(.on, "The day this was the state of things.", isRequired: true)
    ])

  static let scenario = BlockSchema(
    .scenario, "Another version of the plan: what it adds, changes and drops.",
    properties: [
      Property(.extends, "The scenario that it goes on from.", default: "the plan itself")
    ])

  static let importedFile = BlockSchema(
    .importedFile, "A file whose names are reached through its own: `rates.senior`.",
    properties: [])

  static let goal = BlockSchema(
    .goal, "Something the business wants, which initiatives serve.",
    children: [.metric, .deadline, .health],
    properties: [
      Property(.by, "The day it shall be reached.", status: .reported),
      Property(
        .costOfDelay, "What waiting for it costs; it accrues until all of it is there."),
      Property(.window, "The only days on which its cost of delay accrues.", default: "always"),
      Property(.halfLife, "The time in which its cost of delay halves.", default: "never"),
      Property(
        .dropped, "The day it was given up: from then on waiting for it costs nothing.",
        default: "never"),
      Property(.owner, "Who answers for it.", status: .reported),
    ])

  static let metric = BlockSchema(
    .metric, "A measure, with where it stands and where it shall go.", children: [.reading],
    principal: .change,
    properties: [
      Property(.change, "Baseline and target.", isRequired: true, status: .reported),
      Property(.unit, "What it is counted in.", status: .reported),
      Property(.by, "The day it shall be reached.", status: .reported),
      Property(.owner, "Who measures it.", status: .reported),
    ])

  static let deadline = BlockSchema(
    .deadline, "A day by which it has to be done; met on its day.", principal: .by,
    needsName: false,
    properties: [
      Property(.by, "The last day on which it is met.", isRequired: true),
      Property(
        .costs, "What missing it costs, once.",
        default: "no way to miss it on a `must`, else effort × rate"),
    ])
}
