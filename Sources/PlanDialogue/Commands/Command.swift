internal import PlanWorkbench

/// A word that a session understands besides the language of plans.
struct Command: Sendable {
  let name: String
  /// How it is written, with the parts to fill in: `undo [STEPS]`.
  let form: String
  /// One sentence.
  let summary: String
  /// What can be typed as it is, on the plan that is open; `nil` where the plan has nothing to try it on.
  let example: @Sendable (Session) -> String?
  /// What may stand behind it, for completion.
  let takes: Subject
  /// More words than this are too many; `nil` where there may be any number.
  private let wordsMax: Int?
  private let body: @Sendable (inout Session, Words) throws(Refusal) -> Reply

  enum Subject: Sendable {
    case nothing
    case initiatives
    case declarations
    case scenarios
    case commands
    case files
    /// A report of the plan, or for an audience, and a file.
    case reports
    case sections

    var isPath: Bool { self == .files || self == .reports }
  }

  init(
    _ name: String, _ form: String, _ summary: String, takes: Subject = .nothing,
    wordsMax: Int? = 0,
    example: @escaping @Sendable (Session) -> String?,
    run: @escaping @Sendable (inout Session, Words) throws(Refusal) -> Reply
  ) {
    self.name = name
    self.form = form
    self.summary = summary
    self.takes = takes
    self.wordsMax = wordsMax
    self.example = example
    body = run
  }

  /// Does it with the words behind it.
  ///
  /// - Throws: Why it does nothing.
  func run(_ session: inout Session, _ words: Words) throws(Refusal) -> Reply {
    if let wordsMax, words.count > wordsMax { throw .tooMany(self) }
    return try body(&session, words)
  }
}

/// Every command, in the order in which `help` lists them.
enum CommandTable {
  static let all: [Command] = [
    .show, .why, .wait, .options, .levers, .simulate,
    .fund, .portfolio, .debts, .signals, .calibrate, .check,
    .branch, .switchBranch, .compare, .decide,
    .undo, .redo, .at, .log, .diff,
    .render, .save, .help, .quit,
  ]

  /// Statements of the language that are commands to whoever types them.
  static let statements: [(name: String, form: String, summary: String)] = [
    ("add", "add KIND NAME { … }", "Declares something more; without `add` as well."),
    (
      "change", "change NAME { PROPERTY: VALUE }",
      "Gives properties another value; `old` is the former one."
    ),
    ("drop", "drop NAME", "Takes something out."),
  ]

  static func command(_ word: String) -> Command? { byName[word] }

  /// The command that a single word may have been meant to be.
  static func meant(by text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let first = words.first, words.count <= 2 else { return nil }
    return nearest(to: String(first))
  }

  static func nearest(to word: String) -> String? {
    PlanWorkbench.nearest(to: word, among: all.map(\.name) + statements.map(\.name)).first
  }

  private static let byName: [String: Command] = {
    var byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
    byName["exit"] = .quit
    byName["explain"] = .why
    return byName
  }()
}

extension Refusal {
  static func unknownCommand(_ word: String) -> Refusal {
    Refusal(
      "`:\(word)` is no command",
      help: CommandTable.nearest(to: word).map { "did you mean `:\($0)`?" }
        ?? "`help` lists them all")
  }

  static func tooMany(_ command: Command) -> Refusal {
    Refusal("`\(command.name)` does not take that much", help: "write `\(command.form)`")
  }

  static func missing(_ what: String, _ command: Command) -> Refusal {
    Refusal("\(what) is missing", help: "write `\(command.form)`")
  }
}
