// Who does the work.
extension Schema {
  static let team = BlockSchema(
    .team, "People who take work together, counted by heads.",
    children: [.skill, .hire, .away, .upkeep],
    properties: [
      Property(.people, "Heads at the plan's start.", isRequired: true),
      Property(
        .availability,
        "What on-call, meetings, support and toil leave over; of several, the mean.",
        default: "100%"),
      Property(.wip, "At most so many initiatives at once.", default: "no limit"),
      Property(
        .uplift,
        "What its work takes of what it is estimated to take, as `plan calibrate` finds it.",
        default: "100%"),
      Property(
        .varies,
        "How far its pace may be off, in everything it does: a standard deviation, which the simulation draws.",
        default: "20%"),
      Property(.calendar, "Its days off.", default: "the plan's"),
      Property(.owner, "Who leads it.", status: .kept),
    ])

  static let skill = BlockSchema(
    .skill, "A pool of heads inside a team; pools do not overlap.", children: [.learn],
    properties: [
      Property(.people, "Heads in the pool at the plan's start.", isRequired: true)
    ])

  static let hire = BlockSchema(
    .hire, "People who join a team, for good or for a while.",
    properties: [
      Property(.people, "How many.", isRequired: true),
      Property(.on, "Their first day; needed unless `spread` says it."),
      Property(.spread, "The days over which they join one by one."),
      Property(.ramp, "How long until they count whole.", default: "0d"),
      Property(
        .mentoring, "The share of a head that each takes from the team meanwhile.", default: "0%"),
      Property(.skill, "The pool they join.", default: "none"),
      Property(.salary, "What one of them costs.", status: .reported),
      Property(
        .fee, "What all of them cost besides, paid once on their first day.", status: .reported),
      Property(.until, "Their last day.", default: "they stay"),
      Property(.length, "How long each of them stays, instead of `until`."),
    ])

  static let away = BlockSchema(
    .away, "People who are absent for a while.",
    properties: [
      Property(.people, "How many.", isRequired: true),
      Property(.from, "The first day.", isRequired: true),
      Property(.to, "The last day.", isRequired: true),
      Property(.skill, "The pool they are missing from.", default: "heads of no pool first"),
      Property(.why, "The reason.", status: .reported),
    ])

  static let learn = BlockSchema(
    .learn, "People of the team who acquire the skill, and join its pool when they have it.",
    properties: [
      Property(.people, "How many.", isRequired: true),
      Property(
        .lasts, "How long it takes; of a range the middle is planned.", isRequired: true),
      Property(.on, "The day they begin.", default: "the plan's start"),
      Property(
        .mentoring, "The share of a head that each takes from the team meanwhile.", default: "0%"),
    ])

  static let upkeep = BlockSchema(
    .upkeep, "What a team keeps running besides what is planned.",
    properties: [
      Property(.share, "The share of its available time that this takes.", isRequired: true),
      Property(.owner, "Who answers for it.", status: .kept),
    ])

  static let lend = BlockSchema(
    .lend, "People whom one team gives to another for a while.",
    properties: [
      Property(.people, "How many.", isRequired: true),
      Property(.giver, "The team they come from.", isRequired: true),
      Property(.taker, "The team they go to.", isRequired: true),
      Property(.skill, "The pool of the giver that they leave.", default: "heads of no pool"),
      Property(.on, "Their first day there.", isRequired: true),
      Property(.until, "Their last day there.", default: "they stay"),
      Property(.length, "How long they are there, instead of `until`."),
      Property(.ramp, "How long until they count whole there.", default: "0d"),
      Property(.why, "The reason.", status: .reported),
    ])

  static let referenceClass = BlockSchema(
    .referenceClass,
    "A reference class: work of one sort, and what such work took of what it was estimated to take.",
    properties: [
      Property(
        .uplift, "What such work takes of its estimate; it stands in for the `uplift` of the team.",
        default: "100%"),
      Property(
        .varies,
        "How far that may be off for all such work alike: a standard deviation, which the simulation draws.",
        default: "0%"),
      Property(.basedOn, "How many finished works it comes of.", status: .reported),
      Property(.owner, "Who looks after it.", status: .kept),
    ])
}
