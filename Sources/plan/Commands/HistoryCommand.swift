internal import ArgumentParser
internal import PlanSystem
internal import PlanWorkbench

/// `plan history`: how the dates of a plan moved through its revisions.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Say how dates, scope and costs moved through the revisions of a plan in git.",
    discussion: """
      Each revision of the plan is solved as it was, from the schedule of the one before it, along the first parents: what \
      a branch tried before it was merged was never the plan. Slips in a row are moves to a later day, one after the other. \
      Effort is the sum of the P50 of the works; what grew by scope are works that came. What was solved is kept, so that \
      the next time only new revisions are; Ctrl-C keeps it as well.

      EXAMPLES
        plan history q3.plan
        plan history q3.plan residency            one, revision by revision
        plan history q3.plan --score              what horizons promised and kept
        plan history q3.plan --chart slips.svg    the slip chart as a picture
        plan history q3.plan --last 20
      """)

  @Argument(help: "The plan; unless said, the only one here.")
  var file: String?

  @Argument(help: "An initiative; unless said, all.")
  var name: String?

  @Flag(help: "Say of what each horizon promised when a cycle began how much was delivered.")
  var score = false

  @Option(help: ArgumentHelp("Write the slip chart to a file as SVG.", valueName: "file"))
  var chart: String?

  @Option(help: ArgumentHelp("How many revisions to look at, the latest.", valueName: "count"))
  var last: Int = HistoryCommand.lastUsual

  @OptionGroup var version: VersionOptions
  @OptionGroup var searching: SearchOptions
  @OptionGroup var output: OutputOptions

  /// Four years of weekly changes.
  private static let lastUsual = 200
  /// Each is solved, and somebody waits.
  private static let lastMax = 5_000
  /// So many are solved in vain at most, where they are not in the cache.
  private static let beginsEvery = 50

  func validate() throws {
    if !(1...Self.lastMax).contains(last) {
      throw ValidationError("--last is a number from 1 to \(Self.lastMax)")
    }
    if file == "-" { throw ValidationError("a plan from a pipe has no history") }
  }

  func run() throws {
    try output.refuseFormsOfWholePlans()
    var (file, name) = (file, name)
    // `plan history residency` asks of the only plan here.
    if name == nil, let word = file, !word.hasSuffix(".plan"), !Files.isThere(word) {
      (file, name) = (nil, word)
    }
    do {
      guard let file = file ?? Files.only(ending: ".plan") else {
        throw VersionFailure(
          "this folder has no plan, or several", help: "name it: `plan history q3.plan`")
      }
      try run(file, name)
    } catch let failure as VersionFailure {
      try failure.end()
    } catch let fault as BrokenRule {
      Streams.writeError("\(fault)\n")
      throw ExitStatus.ourFault
    } catch let error as Misasked {
      Streams.writeError("\(error)\n")
      throw ExitStatus.calledWrongly
    }
  }

  private func run(_ file: String, _ name: String?) throws {
    let log = try RevisionLog(file, version)
    let all = try log.revisions()
    let first = max(0, all.count - last)
    // Where the reading begins stays the same from commit to commit, so that what was solved yesterday is known today.
    let begin = first / Self.beginsEvery * Self.beginsEvery
    let present = try log.uncommitted(after: all.last)
    var reading = HistoryReading(
      searching.search, count: all.count - begin + (present == nil ? 0 : 1))
    for index in begin..<all.count { try reading.add(all[index], isTold: index >= first) }
    if let present { try reading.add(present) }
    ProgressLine.clear()
    if reading.isEmpty, reading.isStopped {
      Streams.writeError("interrupted before a revision was solved\n")
      throw ExitStatus.interrupted
    }
    for note in notes(of: all.count, from: first, log) { Streams.writeError("note: \(note)\n") }
    let (report, picture) = try reading.report(name, isScored: score, path: file)
    if let chart { try Output.write(picture, to: chart) }
    try Output.deliver(report, to: output)
    guard reading.isStopped else { return }
    Streams.writeError("interrupted: later revisions are missing; asked again, it goes on there\n")
    throw ExitStatus.interrupted
  }

  private func notes(of count: Int, from first: Int, _ log: RevisionLog) -> [String] {
    var notes: [String] = []
    if first > 0 {
      notes.append(
        "the latest \(count - first) of \(count) revisions; `--last \(count)` looks at all")
    }
    if log.isShallow { notes.append(GitRepository.shallowRemark) }
    return notes
  }
}
