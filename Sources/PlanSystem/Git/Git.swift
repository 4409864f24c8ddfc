#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Running `git` so that nothing is executed that a repository asks for.
///
/// A repository may be anybody's: its configuration names programs for diffs, pagers, hooks, signatures, transports and the
/// watching of files, and its attributes say where they are used. Each of them is switched off, no command is run that looks at the
/// work tree through filters, and nothing is fetched. What the user and the machine have configured stays.
enum Git {
  /// Runs one command to its end.
  ///
  /// - Parameters:
  ///   - arguments: The command and its arguments.
  ///   - folder: Where it runs.
  ///   - index: A file that stands for the repository's own index.
  /// - Returns: What it printed.
  /// - Throws: `GitFailure`.
  static func run(
    _ arguments: [String], in folder: String, index: String? = nil
  ) throws(GitFailure) -> [UInt8] {
    let ended = try end(arguments, in: folder, index: index)
    guard ended.status == 0 else { throw GitFailure(saying: ended.errors) }
    return ended.output
  }

  /// The same of a question that has no answer where the command fails.
  static func ask(_ arguments: [String], in folder: String) throws(GitFailure) -> [UInt8]? {
    let ended = try end(arguments, in: folder, index: nil)
    return ended.status == 0 ? ended.output : nil
  }

  /// Starts a command that is asked in step; what it complains of is heard by nobody unless it is said so.
  static func start(
    _ arguments: [String], in folder: String, index: String? = nil, hearsErrors: Bool = false
  ) throws(GitFailure) -> ChildProcess {
    let index = index.map { ["GIT_INDEX_FILE=\($0)"] } ?? []
    do throws(FileFailure) {
      return try ChildProcess(
        "git", ["-C", folder] + quiet + arguments, environment: environment + index,
        hearsErrors: hearsErrors, outlivesInterrupts: true)
    } catch {
      throw error.reason == "no such file" ? .notInstalled : GitFailure(error.reason)
    }
  }

  private static func end(
    _ arguments: [String], in folder: String, index: String?
  ) throws(GitFailure) -> ChildProcess.Ended {
    let process = try start(arguments, in: folder, index: index, hearsErrors: true)
    guard let ended = process.end(sizeMax: outputMax) else {
      throw GitFailure(
        "git says more than \(outputMax / 1_000_000) MB",
        help: "ask about fewer revisions")
    }
    return ended
  }

  /// Of lists of names and commits: a million commits with their subjects.
  private static let outputMax = 128_000_000

  private static let quiet =
    [
      "core.fsmonitor=false", "core.hooksPath=/dev/null", "core.pager=cat",
      "core.attributesFile=/dev/null", "core.alternateRefsCommand=false", "credential.helper=",
      "diff.external=", "gpg.program=false", "gpg.ssh.program=false", "gpg.x509.program=false",
      "i18n.logOutputEncoding=UTF-8", "log.showSignature=false", "protocol.allow=never",
      "protocol.ext.allow=never",
      "safe.bareRepository=explicit",
    ].flatMap { ["-c", $0] } + ["--no-pager", "--literal-pathspecs"]

  /// What of the environment a `git` needs to find itself, its user and what they configured; what a `git` that calls us says
  /// of its own repository is left out.
  private static let environment: [String] = {
    let names: [String] = [
      "PATH", "HOME", "XDG_CONFIG_HOME", "TMPDIR", "USER", "LOGNAME", "GIT_CEILING_DIRECTORIES",
      "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM",
    ]
    // To git an empty name of a configuration is a file that is not there.
    return Variables.settings(of: names, withEmpty: true) + [
      "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_PAGER=cat",
      // No transport at all: an object that a partial clone lacks would be fetched through a program of its choice.
      "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none",
    ]
  }()
}

/// Why git could not say something, in words a user can act on.
package struct GitFailure: Error, Equatable, Sendable {
  /// What is wrong: "this is no git repository".
  package let reason: String
  /// One thing to try.
  package let help: String?

  package init(_ reason: String, help: String? = nil) {
    self.reason = reason
    self.help = help
  }

  static let notInstalled = GitFailure(
    "`git` is not installed, or not in the PATH",
    help: "two files can be compared without it: `plan diff a.plan b.plan`")

  /// Of what lies where nobody has called `git init`.
  package static let noRepository = GitFailure(
    "the plan lies in no git repository",
    help: "two files can be compared without one: `plan diff a.plan b.plan`")

  /// Of a file that git does not look at.
  package static let outside = GitFailure(
    "the plan lies outside the work tree of its repository",
    help:
      "a link leads out of it, or `core.worktree` says where it is; two files can be compared as they are"
  )

  /// Of a repository that was only just made.
  package static let noCommit = GitFailure(
    "the repository has no commit yet",
    help: "commit the plan; until then `plan diff a.plan b.plan` compares two files")

  /// From what git complained of.
  init(saying text: String) {
    if text.contains("dubious ownership") {
      self.init(
        "the repository belongs to another user, and git does not trust it",
        help: "`git config --global --add safe.directory FOLDER` says that you do")
      return
    }
    if text.contains("not a git repository") {
      self.init(GitFailure.noRepository.reason, help: GitFailure.noRepository.help)
      return
    }
    let line = text.split(separator: "\n").first.map(String.init) ?? "git failed"
    let words = line.hasPrefix("fatal: ") ? String(line.dropFirst(7)) : line
    self.init("git says: \(words.count > 200 ? words.prefix(199) + "…" : words)")
  }
}
