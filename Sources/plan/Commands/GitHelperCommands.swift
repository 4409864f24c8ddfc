internal import ArgumentParser
internal import PlanSystem
internal import PlanWorkbench

// What git calls once `plan git-setup` has told it to; nobody types these.

/// `plan textconv FILE`: what a file says, for `git diff`.
struct TextconvCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "textconv",
    abstract: "Print what a plan's file says, a property a line, for `git diff`.",
    shouldDisplay: false)

  @Argument(help: "The file.")
  var file: String

  func run() throws {
    do throws(FileFailure) {
      let bytes = try Files.read(file, sizeMax: CheckOptions.fileSizeMax)
      try Streams.writeOutput(resolvedText(bytes, path: file))
    } catch {
      Streams.writeError("error: cannot read `\(error.path)`: \(error.reason)\n")
      throw ExitStatus.calledWrongly
    }
  }
}

/// `plan merge-driver BASE OURS THEIRS`: merges by entity and property, for `git merge`.
struct MergeDriverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge-driver",
    abstract: "Merge two versions of a plan's file into the second file, for `git merge`.",
    shouldDisplay: false)

  @Argument(help: "As both had it.") var base: String
  @Argument(help: "As one has made it; the result goes here.") var ours: String
  @Argument(help: "As the other has made it.") var theirs: String
  @Argument(help: "How long the marks of conflicts are.") var markLength: Int = 7
  @Argument(help: "What the file is called.") var path: String?

  func run() throws {
    do {
      let files = try [base, ours, theirs].map {
        try Files.read($0, sizeMax: CheckOptions.fileSizeMax)
      }
      let merge = PlanMerge(
        base: files[0], ours: files[1], theirs: files[2],
        markLength: min(max(markLength, 1), Self.markLengthMax))
      let conflicts: Int
      if let merge {
        try Files.writeAtomically(merge.bytes, to: ours)
        conflicts = merge.conflicts
      } else {
        // What cannot be read as a plan is text, and merged as such.
        conflicts = try GitRepository.mergeLines(
          ours: ours, base: base, theirs: theirs, markLength: markLength)
      }
      guard conflicts > 0 else { return }
      Streams.writeError(
        "\(path ?? ours): \(conflicts) \(conflicts == 1 ? "conflict" : "conflicts") left to you\n")
    } catch let error as FileFailure {
      Streams.writeError("error: cannot merge `\(error.path)`: \(error.reason)\n")
      throw ExitCode(Self.failed)
    } catch let error as GitFailure {
      Streams.writeError("error: \(error.reason)\n")
      throw ExitCode(Self.failed)
    }
    throw ExitStatus.planHasErrors
  }

  /// Git takes more than 128 for a driver that could not do its work, and leaves the file as it was.
  private static let failed: Int32 = 129
  /// Longer than any line.
  private static let markLengthMax = 200
}

/// `plan pre-commit`: whether the plans that are about to be committed have errors.
struct PreCommitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pre-commit",
    abstract: "Check the plans that are about to be committed, for git's hook.",
    shouldDisplay: false)

  func run() throws {
    let broken: [CheckedPlan]
    do throws(GitFailure) {
      broken = try StagedPlans().broken
    } catch {
      Streams.writeError("error: \(error.reason)\n")
      throw ExitStatus.calledWrongly
    }
    for plan in broken {
      Streams.writeError(
        plan.findings(.human, Output.style(.auto, Streams.errorDescriptor)) + plan.verdict() + "\n")
    }
    guard broken.isEmpty else {
      Streams.writeError(
        "nothing was committed; `git commit --no-verify` commits all the same\n")
      throw ExitStatus.planHasErrors
    }
  }
}

extension Output {
  fileprivate static func style(_ color: ColorChoice, _ descriptor: Int32) -> TextStyle {
    var options = ColorOptions()
    options.color = color
    return style(options, descriptor)
  }
}
