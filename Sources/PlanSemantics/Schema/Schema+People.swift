// Who does the work.
extension Schema {
  static let team = BlockSchema(
    .team, "People who take work together, counted by heads.",
    children: [.skill, .hire, .away],
    properties: [
      Property(.people, "Heads at the plan's start.", isRequired: true),
      Property(
        .availability,
        "What on-call, meetings, support and toil leave over; of several, the mean.",
        default: "100%"),
      Property(.wip, "At most so many initiatives at once.", default: "no limit"),
      Property(.calendar, "Its days off.", default: "the plan's"),
      Property(.owner, "Who leads it.", status: .kept),
    ])

  static let skill = BlockSchema(
    .skill, "A pool of heads inside a team; pools do not overlap.",
    properties: [
      Property(.people, "Heads in the pool at the plan's start.", isRequired: true)
    ])

  static let hire = BlockSchema(
    .hire, "People who join a team.",
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
        .fee, "What finding them costs.", status: .unenforced,
        consequence: "it is in no figure, because budgets are not part of this version"),
      Property(.until, "Their last day.", status: .later),
      Property(.length, "How long they stay.", status: .later),
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
}
