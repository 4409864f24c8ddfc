// What surrounds the work: other people's promises, debts and benefits, rules for the mix.
extension Schema {
  static let external = BlockSchema(
    .external, "Something that others deliver.", children: [.fallback],
    properties: [
      Property(.date, "The day it is promised for.", isRequired: true),
      Property(.slip, "How late it may be; its mean is planned.", default: "0w"),
      Property(.commitment, "How firm the promise is.", default: "unknown"),
      Property(.met, "The day it was delivered."),
      Property(.owner, "Who delivers it.", status: .reported),
      Property(.after, "What has to be finished before it can be delivered.", default: "none"),
    ])

  static let fallback = BlockSchema(
    .fallback, "What is done instead when an external fails.",
    properties: [
      Property(.adds, "The effort it takes.", isRequired: true),
      Property(.team, "Who would do it.", default: "the team of the initiative that uses it"),
      Property(.from, "The day from which it may be taken."),
    ])

  static let debt = BlockSchema(
    .debt, "Something that costs time until it is paid.",
    properties: [
      Property(.tax, "The time it costs.", isRequired: true),
      Property(.quadrant, "How it came about.", status: .reported),
      Property(.owner, "Who answers for it.", status: .reported),
      Property(.since, "When it was taken up.", status: .reported),
      Property(.expires, "The last day on which it costs anything.", default: "never"),
      Property(
        .growth, "By how much the tax grows, compounding monthly from the plan's start.",
        default: "0%/month"),
    ])

  static let benefit = BlockSchema(
    .benefit, "Something that is earned or saved once an initiative is done.",
    properties: [
      Property(.once, "The initiative that brings it.", isRequired: true),
      Property(.earns, "What it earns when all of it is there."),
      Property(.saves, "The time or money that it saves, instead of `earns`."),
      Property(
        .adoption, "The share of it that is had on the first day, and in the end.",
        default: "all of it"),
      Property(.ramp, "How long until all of it is there.", default: "0d"),
      Property(.over, "How long it lasts.", default: "as long as the plan looks ahead"),
      Property(
        .basis, "What the money stands for.", default: "revenue, or what `saves` saves",
        status: .reported),
      Property(.owner, "Who answers for it.", status: .kept),
    ])

  static let guardrail = BlockSchema(
    .guardrail, "A rule for the mix of work.", children: [.except],
    properties: [
      Property(.shareOf, "What the share is of.", default: "effort", status: .reported),
      Property(.where, "Which initiatives count.", isRequired: true),
      Property(.atLeast, "The least share."),
      Property(.atMost, "The greatest share."),
      Property(.each, "The stretch of time it holds in.", default: "quarter"),
      Property(
        .strength, "Whether it may be broken at a price.", default: "soft"),
    ])

  static let check = BlockSchema(
    .check, "A condition that the plan has to hold; `plan check` says where it does not.",
    properties: [
      Property(
        .all, "What it is asked of, one after the other.", default: "the plan as a whole",
        status: .asked),
      Property(.require, "The condition.", isRequired: true, status: .asked),
      Property(
        .say, "What to say where it does not hold.", default: "the condition itself",
        status: .asked),
      Property(.owner, "Who answers for it.", status: .kept),
    ])

  static let field = BlockSchema(
    .field, "A property of the plan's own, for its scores and its questions.",
    properties: [
      Property(.for, "The kinds of block that have it.", isRequired: true, status: .asked),
      Property(.type, "What it holds.", isRequired: true, status: .asked),
      Property(.default, "What holds where it is not written.", default: "none", status: .asked),
    ])

  static let except = BlockSchema(
    .except, "A time in which a guardrail is bent.",
    properties: [
      Property(.during, "The time.", isRequired: true),
      Property(.atLeast, "The least share meanwhile."),
      Property(.atMost, "The greatest share meanwhile."),
      Property(.because, "The reason.", status: .reported),
      Property(.catchUp, "When the missing share is made up for."),
    ])
}
