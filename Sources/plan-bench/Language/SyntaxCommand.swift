internal import ArgumentParser
internal import PlanModel
internal import PlanSemantics
internal import PlanSolver
internal import PlanSyntax
internal import PlanSystem

/// `plan-bench syntax`: how fast plans are read, laid out and checked, as a whole and after a keystroke.
struct SyntaxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "syntax",
    abstract: "Parsing, formatting and checking of a generated plan.",
    discussion: """
      The plan has teams, goals and initiatives with comments, as people write them. Times are the least of several runs; \
      those of keystrokes the median and the worst of many places in the file.

      EXAMPLES
        plan-bench syntax --megabytes 10
        plan-bench syntax --lines 10000 --keystrokes 200
      """)

  @Option(help: "Size of the plan that is read as a whole.")
  var megabytes = 10

  @Option(help: "Lines of the plan that is typed into.")
  var lines = 10_000

  @Option(help: "How many keystrokes, spread over the file.")
  var keystrokes = 100

  @Option(help: "How often each measurement is repeated.")
  var rounds = 5

  func validate() throws {
    guard (1...15).contains(megabytes) else {
      throw ValidationError("--megabytes takes 1 to 15: larger files are refused")
    }
    guard (10...300_000).contains(lines), (1...100_000).contains(keystrokes),
      (1...1_000).contains(rounds)
    else {
      throw ValidationError(
        "--lines takes 10 to 300000, --keystrokes 1 or more, --rounds 1 or more")
    }
  }

  func run() throws {
    try whole()
    try typing()
  }

  private func whole() throws {
    let source = source(GeneratedText(bytes: megabytes * 1_000_000).bytes)
    var parsed = PlanSyntax.parse(source)
    let parsing = Timing(rounds) { parsed = PlanSyntax.parse(source) }
    guard parsed.diagnostics.isEmpty else {
      throw ValidationError("the generated plan has mistakes, which is our fault")
    }
    var bytes: [UInt8] = []
    let formatting = Timing(rounds) { bytes = format(parsed) }
    try say("parse", source, parsing)
    try say("format", source, formatting)
    if bytes.isEmpty { throw ValidationError("the generated plan has no layout") }
  }

  private func say(_ what: String, _ source: SourceText, _ timing: Timing) throws {
    let megabytes = Double(source.bytes.count) / 1e6
    let rate = megabytes / timing.least.inSeconds
    try Streams.writeOutput(
      "\(what): \(tenths(megabytes)) MB in \(tenths(timing.least.inSeconds * 1e3)) ms, "
        + "\(tenths(rate)) MB/s\n")
  }

  private func typing() throws {
    let source = source(GeneratedText(lines: lines).bytes)
    let parsed = PlanSyntax.parse(source)
    let tokens = parsed.tree.tokenCount
    try Streams.writeOutput(
      "typing: \(source.lineStarts.count - 1) lines, \(source.bytes.count) bytes, \(tokens) tokens\n"
    )
    for (name, typed) in [("a letter", "x"), ("a brace", "{"), ("a quote", "\"")] {
      var random = RandomStream(seed: 1)
      var reparsing: [Duration] = []
      var checking: [Duration] = []
      var read = 0
      for round in 0..<keystrokes {
        let place = Int32(random.below(source.bytes.count))
        let edit = SourceEdit(TextRange(start: place, end: place), Array(typed.utf8))
        var after = parsed
        reparsing.append(Timing(rounds) { after = reparse(parsed, after: edit) }.least)
        read += after.tokensRead
        // An analysis takes long enough to be measured once, and not at every place.
        guard round.isMultiple(of: 10), after.isReadable else { continue }
        var found = 0
        checking.append(
          Timing(1) { found = analyse([after.tree], AnalysisOptions()).diagnostics.count }.least)
        if found < 0 { return }
      }
      try Streams.writeOutput(
        "\(name): parsed again in \(spread(reparsing)), \(read / keystrokes) tokens read of "
          + "\(tokens); checked in \(spread(checking))\n")
    }
  }

  private func spread(_ durations: [Duration]) -> String {
    let sorted = durations.sorted()
    guard let worst = sorted.last else { return "no time" }
    let median = tenths(sorted[sorted.count / 2].inSeconds * 1e3)
    return "\(median) ms (worst \(tenths(worst.inSeconds * 1e3)) ms)"
  }

  private func source(_ bytes: [UInt8]) -> SourceText {
    SourceText(file: FileID(raw: 0), path: "generated.plan", bytes: bytes)
  }

  private func tenths(_ number: Double) -> String {
    let tenths = Int64((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

/// The least time of several runs of one thing.
private struct Timing {
  private(set) var least = Duration.seconds(1_000_000)

  init(_ rounds: Int, _ body: () -> Void) {
    let clock = ContinuousClock()
    for _ in 0..<rounds { least = min(least, clock.measure(body)) }
  }
}

extension Duration {
  fileprivate var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
