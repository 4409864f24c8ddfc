// What may go wrong with an initiative, when it is judged, and what came of it.
extension Schema {
  static let risk = BlockSchema(
    .risk, "Something that may go wrong and then adds effort or costs money.", children: [.lowered],
    properties: [
      Property(.chance, "How likely it is.", isRequired: true),
      Property(.adds, "The effort it adds when it happens; this or `costs` is needed."),
      Property(.costs, "The money it costs when it happens; lowering it is worth that much less."),
      Property(.over, "The time its chance is counted over.", default: "a year"),
      Property(.owner, "Who watches it.", status: .reported),
    ])

  static let lowered = BlockSchema(
    .lowered, "What is left of a risk once something is done: the loss avoided is worth money.",
    needsName: false,
    properties: [
      Property(.chance, "How likely it is then.", isRequired: true),
      Property(.once, "The initiative that lowers it.", isRequired: true),
    ])

  static let assume = BlockSchema(
    .assume, "Something taken to be true, and what it adds where it turns out not to be.",
    children: [.otherwise],
    properties: [
      Property(.chance, "How likely it holds.", isRequired: true),
      Property(.knownAfter, "What has to be done to know.", status: .reported),
      Property(.owner, "Who finds out.", status: .reported),
    ])

  static let otherwise = BlockSchema(
    .otherwise, "What follows where an assumption does not hold.", needsName: false,
    properties: [
      Property(.adds, "The effort it adds.", isRequired: true)
    ])

  static let gate = BlockSchema(
    .gate, "A day on which it is decided whether to go on; it moves nothing by itself.",
    properties: [
      Property(.on, "The day of the decision.", isRequired: true, status: .reported),
      Property(.needs, "What has to hold for going on.", isRequired: true, status: .reported),
      Property(.otherwise, "What happens where it does not.", default: "stop", status: .reported),
      Property(
        .chance,
        "How likely it is passed; trials in which it is not end the initiative on its day, if that is to `stop`.",
        default: "100%"),
      Property(.met, "The day on which it was passed.", status: .reported),
      Property(.owner, "Who decides.", status: .reported),
    ])

  static let reading = BlockSchema(
    .reading, "What a measure stood at on a day.", needsName: false,
    properties: [
      Property(.on, "The day it was read.", isRequired: true, status: .reported),
      Property(
        .value, "What was read, in the unit of the measure.", isRequired: true, status: .reported),
    ])

  static let health = BlockSchema(
    .health,
    "How something stands that is held to a date, where somebody knows better than the figures. The report says both, and the reason.",
    principal: .light, needsName: false,
    properties: [
      Property(.light, "How it stands.", isRequired: true, status: .reported),
      Property(.because, "What the figures do not know.", isRequired: true, status: .reported),
    ])

  static let cancelled = BlockSchema(
    .cancelled, "Why an initiative was given up; it has the status `cancelled` then.",
    needsName: false,
    properties: [
      Property(.on, "The day it was decided.", isRequired: true, status: .reported),
      Property(.because, "The reason.", isRequired: true, status: .reported),
      Property(.learned, "What was learned.", status: .reported),
      Property(.keeps, "What is of use to others.", status: .reported),
    ])
}
