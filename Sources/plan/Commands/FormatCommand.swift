internal import ArgumentParser
internal import PlanSystem
internal import PlanWorkbench

/// `plan fmt`: the canonical layout.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Lay plans out as all plans are laid out.",
    discussion: """
      Blanks and indentation become regular; comments, the order and the lines that you chose stay. What cannot be read is left
      as it is, and the exit code is then 1.

      EXAMPLES
        plan fmt q3.plan              writes the file, if it has to change
        plan fmt Plans                every .plan file below a folder
        plan fmt --check Plans        writes nothing, lists what would change; for CI
        plan fmt --diff q3.plan       writes nothing, shows what would change
        plan fmt --upgrade q3.plan    moves it to the current language as well
        cat q3.plan | plan fmt -      from a pipe to a pipe
      """)

  @Argument(help: "Files and folders; - is standard input.")
  var paths: [String]

  @Flag(help: "Write nothing; list what is not laid out so, and end with 1 if there is something.")
  var check = false

  @Flag(help: "Write nothing; show what would change.")
  var diff = false

  @Flag(help: "Move to the current version of the language too.")
  var upgrade = false

  @OptionGroup var color: ColorOptions

  func validate() throws {
    if paths.contains("-"), paths.count > 1 {
      throw ValidationError("standard input can only be formatted by itself")
    }
  }

  func run() throws {
    var run = FormattingRun(writes: !check && !diff)
    for path in try files() {
      guard let file = run.read(path, upgrading: upgrade, color) else { continue }
      for remark in file.remarks { Streams.writeError("note: \(remark)\n") }
      if diff { try Output.print(file.difference(Output.style(color, Streams.outputDescriptor))) }
      if path == "-", !check, !diff { try Output.print(file.bytes) }
      if path != "-", file.isChanged {
        if check, !diff { try Output.print("\(path)\n") }
        if run.writes { run.write(file, to: path) }
      }
    }
    // Who pipes text through wants the text, and no word that it has changed.
    if paths != ["-"] || !run.writes { Streams.writeError(run.verdict) }
    if let status = run.status(isCheck: check) { throw status }
  }

  /// The files themselves, those of folders in their place, each once.
  private func files() throws -> [String] {
    var files: [String] = []
    for path in paths {
      guard path != "-", Files.isFolder(path) else {
        files.append(path)
        continue
      }
      do {
        let found = try Files.below(path, ending: ".plan")
        if found.isEmpty { Streams.writeError("note: `\(path)` holds no .plan file\n") }
        files += found
      } catch {
        Streams.writeError("error: cannot read `\(error.path)`: \(error.reason)\n")
        throw ExitStatus.calledWrongly
      }
    }
    var seen: Set<String> = []
    return files.filter { seen.insert($0).inserted }
  }
}

/// What has come of the files so far: the worst of it decides how the program ends.
private struct FormattingRun {
  let writes: Bool
  private var files = 0
  private var changed = 0
  private var hasMistakes = false
  private var hitLimit = false
  private var hasFailed = false
  private var lastPath = ""

  init(writes: Bool) { self.writes = writes }

  /// A file in its layout; `nil`, and said why, when it cannot be read.
  mutating func read(_ path: String, upgrading: Bool, _ color: ColorOptions) -> FormattedFile? {
    do throws(FileFailure) {
      let bytes = try Files.read(path, sizeMax: CheckOptions.fileSizeMax)
      let name = path == "-" ? Files.standardInputName : path
      let file = formatted(bytes, path: name, upgrading: upgrading)
      files += 1
      if file.isChanged { changed += 1 }
      hasMistakes = hasMistakes || file.hasMistakes
      hitLimit = hitLimit || file.hitLimit
      lastPath = name
      return file
    } catch {
      Output.sayUnreadable(error, asked: path, color)
      if error.kind == .limit { hitLimit = true } else { hasFailed = true }
      return nil
    }
  }

  mutating func write(_ file: FormattedFile, to path: String) {
    do throws(FileFailure) {
      try Files.writeAtomically([FileWrite(path: path, bytes: file.bytes, expected: file.old)])
    } catch {
      Streams.writeError("error: cannot write `\(error.path)`: \(error.reason)\n")
      changed -= 1
      hasFailed = true
    }
  }

  /// A line that says how many files there were, empty if there was none.
  var verdict: String {
    let done = writes ? "formatted" : "not formatted"
    switch (files, changed) {
    case (0, _): return ""
    case (1, 0): return "\(lastPath): nothing to change\n"
    case (1, _): return "\(lastPath): \(done)\n"
    case (_, 0): return "\(files) files: nothing to change\n"
    default: return "\(changed) of \(files) files \(done)\n"
    }
  }

  func status(isCheck: Bool) -> ExitCode? {
    if hasFailed { return ExitStatus.calledWrongly }
    if hitLimit { return ExitStatus.limitHit }
    return hasMistakes || isCheck && changed > 0 ? ExitStatus.planHasErrors : nil
  }
}
