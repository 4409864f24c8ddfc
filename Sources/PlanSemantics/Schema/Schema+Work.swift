// What is to be decided on and done.
extension Schema {
  static let initiative = BlockSchema(
    .initiative, "One thing to decide on: done as a whole or left undone.",
    children: [
      .work, .slice, .mode, .milestone, .risk, .assume, .metric, .deadline, .gate, .cancelled,
      .health,
    ],
    properties: [
      Property(.serves, "The goals it helps to reach.", default: "none"),
      Property(.kind, "What sort of investment it is.", default: "feature"),
      Property(.priority, "How much it is wanted.", default: "should"),
      Property(.status, "Where it stands.", default: "proposed"),
    ] + doing + [
      Property(.in, "The horizon its start is pinned to.", default: "free"),
      Property(
        .use, "Fallbacks taken instead of waiting for an external, and modes decided on.",
        default: "none"),
      Property(.costOfDelay, "What each week of waiting for it costs."),
      Property(.window, "The only days on which its cost of delay accrues.", default: "always"),
      Property(.halfLife, "The time in which its cost of delay halves.", default: "never"),
      Property(.pays, "The debts whose tax ends with it.", default: "none"),
      Property(.optional, "Whether its goal is complete without it.", default: "false"),
      Property(.confidence, "How sure its value is.", status: .reported),
      Property(
        .money, "What it costs besides people, paid when it starts; budgets count it.",
        status: .reported),
      Property(
        .exclusive, "The group of which one is done at most; the others are left out.",
        default: "none"),
      Property(.reversibility, "How easily it is undone.", status: .asked),
      Property(.blastRadius, "How far damage would reach.", status: .asked),
      Property(.urgency, "How urgent it feels, for scores.", status: .asked),
      Property(.impact, "How much it would change, for scores.", status: .asked),
      Property(.owner, "Who answers for it.", status: .reported),
      Property(.accountable, "Who is accountable.", status: .reported),
      Property(.consulted, "Who is asked before.", status: .reported),
      Property(.informed, "Who is told after.", status: .reported),
      Property(.askedBy, "Who asked for it.", status: .reported),
      Property(.why, "Why it is worth doing.", status: .reported),
      Property(
        .outcome,
        "What the business has when it is done, in words for those who do not know the technology; reports for `exec` and `board` call it by this.",
        status: .reported),
      Property(.whyNot, "Why it is declined.", status: .reported),
      Property(.revisit, "The day it is looked at again.", status: .reported),
      Property(.revisitWhen, "What makes it worth looking at again.", status: .reported),
      Property(.doneWhen, "How one sees that it is done.", status: .reported),
      Property(.outOfScope, "What it leaves out.", default: "[]", status: .reported),
    ])

  static let work = BlockSchema(
    .work, "What one team does for an initiative, without interruption.",
    children: [.mode, .risk, .assume, .milestone],
    properties: doing + [
      Property(
        .protected, "Whether it is never offered as scope to cut.", default: "false",
        status: .reported),
      Property(.owner, "Who answers for it.", status: .kept),
    ])

  static let slice = BlockSchema(
    .slice,
    "A part of the initiative's effort that is worth something by itself; slices are done in a row, and a later one may be left undone.",
    properties: [
      Property(.part, "Its share of the initiative's effort.", isRequired: true),
      Property(.worth, "Its share of what the initiative is worth.", default: "its `part`"),
      Property(
        .staff, "Heads at the same time, the same from start to finish.",
        default: "the initiative's"),
      Property(
        .after, "What has to be finished before it starts, besides the slice before it.",
        default: "none"),
      Property(.with, "What has to have started before it starts.", default: "none"),
      Property(.notBefore, "The first day it may start.", default: "today"),
      Property(.started, "The day it really started."),
      Property(.finished, "The day it was finished."),
      Property(.spent, "The effort that has gone into it.", default: "0h"),
      Property(
        .remaining, "The effort it still needs.",
        default: "its part of the estimate less what is spent, at least a tenth of it"),
      Property(.optional, "Whether its goal is complete without it.", default: "false"),
      Property(.owner, "Who answers for it.", status: .kept),
    ])

  static let mode = BlockSchema(
    .mode,
    "Another way to do the work, chosen where it costs less in all; what it does not say is as in the block it stands in.",
    properties: [
      Property(.effort, "How much work it is then.", isRequired: true),
      Property(
        .staff, "Heads at the same time, the same from start to finish.",
        default: "the usual way's"),
      Property(
        .after, "What has to be finished before it starts, instead of what its block says.",
        default: "the usual way's"),
      Property(
        .with, "What has to have started before it starts, instead of what its block says.",
        default: "the usual way's"),
    ])

  /// What an initiative of one work and a work share.
  private static let doing: [Property] = [
    Property(.team, "Who does it.", default: "the only team, or one person"),
    Property(.skill, "The pool of the team that does it.", default: "any head"),
    Property(.effort, "How much work it is.", default: "1pw..4pw..12pw, never promised"),
    Property(
      .referenceClass,
      "The reference class whose `uplift` its effort is multiplied by, in place of the team's.",
      default: "none"),
    Property(
      .staff, "Heads at the same time, the same from start to finish.",
      default: "1..√pw, at least 1"),
    Property(.after, "What has to be finished before it starts.", default: "none"),
    Property(.with, "What has to have started before it starts.", default: "none"),
    Property(.notBefore, "The first day it may start.", default: "today"),
    Property(.started, "The day it really started."),
    Property(.finished, "The day it was finished."),
    Property(.spent, "The effort that has gone into it.", default: "0h"),
    Property(
      .remaining, "The effort it still needs.",
      default: "the estimate less what is spent, at least a tenth of it"),
    Property(
      .length, "A fixed calendar length; it takes its heads so long, whatever they yield.",
      default: "what `effort` takes"),
  ]

  static let milestone = BlockSchema(
    .milestone, "The day on which a share of the effort has been delivered.", principal: .share,
    properties: [
      Property(.share, "The share.", isRequired: true),
      Property(.due, "The day it is expected.", status: .reported),
      Property(.met, "The day it was met."),
      Property(.owner, "Who says that it is met.", status: .reported),
    ])
}
