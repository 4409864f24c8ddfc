// What is asked for, compared, decided and limited, and who answers for it.
extension Schema {
  static let ask = BlockSchema(
    .ask, "A decision or a means that somebody outside has to give.",
    properties: [
      Property(.whom, "Who decides.", status: .reported),
      Property(.decideBy, "The last useful day of the decision.", status: .reported),
      Property(.price, "What it costs.", status: .reported),
      Property(.why, "What it is for.", status: .reported),
      Property(
        .unblocks,
        "The initiatives that cannot begin without it: when they begin is the last moment for it, and what they lose is what waiting costs.",
        default: "none", status: .reported),
    ])

  static let decision = BlockSchema(
    .decision, "Something that has been decided, and what was accepted with it.",
    properties: [
      Property(.made, "The day of the decision.", isRequired: true, status: .reported),
      Property(.owner, "Who decided.", status: .reported),
      Property(.chose, "The scenario, initiative or option that was taken.", status: .reported),
      Property(.rejected, "Those that were not.", default: "[]", status: .reported),
      Property(.because, "The reason.", status: .reported),
      Property(.accepts, "What follows that nobody wanted.", default: "[]", status: .reported),
      Property(.revisit, "The day it is looked at again.", status: .reported),
    ])

  static let choice = BlockSchema(
    .choice, "Ways to have the same thing, of which one is to be chosen.", children: [.option],
    properties: [
      Property(.over, "The time over which they are compared.", default: "3y", status: .reported),
      Property(.core, "Whether it is what sets the business apart.", status: .reported),
      Property(.owner, "Who chooses.", status: .reported),
      Property(.decideBy, "The last useful day of the choice.", status: .reported),
    ])

  static let option = BlockSchema(
    .option, "One way of a choice, and what it costs.",
    properties: [
      Property(.effort, "The work to have it.", default: "none", status: .reported),
      Property(
        .team, "Who would do that work.", default: "the team that loses least by it",
        status: .reported),
      Property(.price, "What is paid for it, once or again and again.", status: .reported),
      Property(
        .upkeep, "What keeping it takes, as a share of its effort.", default: "0%/year",
        status: .reported),
      Property(.covers, "The share of the need that it meets.", default: "100%", status: .reported),
      Property(.exit, "The work to be rid of it again.", status: .reported),
    ])

  static let budget = BlockSchema(
    .budget,
    "An upper limit on what the work costs: its effort at the plan's rate, and the money that is paid when it starts.",
    properties: [
      Property(.money, "The limit.", isRequired: true),
      Property(.each, "The stretch of time it holds in.", default: "the whole plan"),
      Property(.where, "Which initiatives it is for.", default: "all"),
      Property(.owner, "Who answers for it.", status: .kept),
    ])

  static let headcount = BlockSchema(
    .headcount,
    "An upper limit on how many people there are, or on what those who join cost. Who joins is written in the plan, so it binds no schedule.",
    properties: [
      Property(
        .people, "People under contract at once; newcomers and who is away count whole.",
        status: .reported),
      Property(
        .money,
        "What those who join may cost, from their first day on: the `salary`, or else the plan's `rate`, and the `fee`.",
        status: .reported),
      Property(
        .each, "The stretch of time that it is told for, and that `money` is for.",
        default: "all of it", status: .reported),
      Property(.during, "The days it holds on.", default: "the whole plan", status: .reported),
      Property(.teams, "Whose people count.", default: "every team", status: .reported),
      Property(.where, "Which of these teams count.", default: "all", status: .reported),
      Property(
        .counts, "Which of their people count.", default: "everybody", status: .reported),
      Property(
        .strength, "Whether passing it is a warning or an error.", default: "soft",
        status: .reported),
      Property(.owner, "Who answers for it.", status: .kept),
    ])

  static let changeFreeze = BlockSchema(
    .changeFreeze,
    "A time in which teams may not change anything. What runs already is not held by it.",
    properties: [
      Property(.during, "The time.", isRequired: true),
      Property(.teams, "Whom it holds.", default: "every team"),
      Property(.forbids, "What may not happen.", default: "finishing"),
      Property(.why, "The reason.", status: .reported),
    ])

  static let person = BlockSchema(
    .person,
    "Somebody who answers for something. Nobody's time is planned by it: teams, skills and heads are what is counted.",
    properties: [
      Property(.team, "The team they belong to.", status: .reported)
    ])

  static let exchange = BlockSchema(
    .exchange,
    "What one unit of another currency is worth. Its name is the currency's, in lower case; its label says whose rate it is.",
    principal: .price,
    properties: [
      Property(.price, "One unit of it, in the plan's currency.", isRequired: true),
      Property(.on, "The day of the rate.", status: .kept),
    ])

  static let allow = BlockSchema(
    .allow,
    "Silences a lint, with the reason: in the block that it stands in, or at the top in the whole plan. Its name is the lint's code.",
    properties: [
      Property(.because, "Why it is right here.", isRequired: true, status: .asked)
    ])

  static let deny = BlockSchema(
    .deny, "Makes a lint an error in this plan. Its name is the lint's code.",
    properties: [])

  static let report = BlockSchema(
    .report,
    "A report that is wanted: for whom, and with what in it. Its label is its title. `plan render --report NAME` writes it.",
    children: [.paragraph],
    properties: [
      Property(
        .audience, "For whom: how much is said, in which words, and what is kept back.",
        default: "those who plan, who see everything", status: .reported),
      Property(
        .title, "Its title, where that has figures in it.", default: "its label", status: .asked),
      Property(
        .sections, "What is in it, in this order.", default: "what its audience has",
        status: .reported),
      Property(.where, "Which initiatives it tells of.", default: "all", status: .asked),
    ])

  static let paragraph = BlockSchema(
    .paragraph,
    "Words of one's own in a report. Figures stand in them as `\\(…)`, with `funded`, `parked` and `declined` for the initiatives that the schedule does, leaves for later and leaves out by decision.",
    principal: .says,
    properties: [
      Property(.says, "What it says.", isRequired: true, status: .asked),
      Property(
        .before, "The section that it stands before.", default: "the first of them",
        status: .reported),
    ])
}
