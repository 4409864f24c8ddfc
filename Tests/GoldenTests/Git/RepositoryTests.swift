import Foundation
import TestSupport
import Testing

/// Repositories as they are met: cut off, empty, renamed, broken, hostile.
@Suite struct RepositoryTests {
  private let plan = DiffTests.plan

  private func more(_ weeks: Int) -> String {
    plan.replacingOccurrences(of: "effort: 4pw", with: "effort: \(weeks)pw")
  }

  @Test("a repository without a commit has nothing to compare with, and says so")
  func noCommit() throws {
    let workshop = try Workshop()
    try workshop.write(plan, to: "q3.plan")
    let ended = try workshop.plan("diff", "main", "q3.plan")
    #expect(ended.status == 64)
    #expect(ended.errors.contains("the repository has no commit yet"))
    let history = try workshop.plan("history", "q3.plan")
    #expect(history.status == 64)
    #expect(history.errors.contains("the repository has no commit yet"))
    #expect(history.errors.contains("= help: commit the plan"))
  }

  @Test("where a plan is not there, or lies outside, that is what is said")
  func outside() throws {
    let workshop = try Workshop()
    try workshop.commit(plan)
    for command in [["diff", "main"], ["history"]] {
      let folder = try workshop.plan(command + ["nowhere/q3.plan"])
      #expect(folder.status == 64)
      #expect(folder.errors.contains("there is no folder `nowhere`"), "\(folder.errors)")
      let file = try workshop.plan(command + ["q4.plan"])
      #expect(file.status == 64)
      #expect(file.errors.contains("q4.plan`"), "\(file.errors)")
    }
    let other = try Workshop(branch: nil)
    try other.write(plan, to: "out.plan")
    try FileManager.default.createSymbolicLink(
      atPath: workshop.folder.appending(path: "link.plan").path(),
      withDestinationPath: other.folder.appending(path: "out.plan").path())
    let link = try workshop.plan("diff", "main", "link.plan")
    #expect(link.status == 64)
    #expect(link.errors.contains("outside the work tree"), "\(link.errors)")
    // What a repository says of where its files are is believed, and the plan is then not one of them.
    try workshop.git("config", "core.worktree", other.folder.path())
    let elsewhere = try workshop.plan("diff", "main", "q3.plan")
    #expect(elsewhere.status == 64)
    #expect(elsewhere.errors.hasPrefix("error: "), "\(elsewhere.errors)")
  }

  @Test("a repository of somebody else is not trusted, and the way out is said")
  func dubiousOwner() throws {
    let workshop = try Workshop()
    try workshop.commit(plan)
    // A git that takes every owner for another one.
    let git = try workshop.run("sh", ["-c", "command -v git"]).output
      .trimmingCharacters(in: .whitespacesAndNewlines)
    try workshop.write(
      "#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec \(git) \"$@\"\n", to: "bin/git")
    let shim = workshop.folder.appending(path: "bin")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: shim.appending(path: "git").path())
    for command in [["diff", "main", "q3.plan"], ["history", "q3.plan"], ["git-setup", "--yes"]] {
      let ended = try workshop.run(
        Program.path, command, environment: ["PATH": "\(shim.path()):/usr/bin:/bin"])
      #expect(ended.status == 64, "\(ended.output)")
      #expect(ended.output.contains("belongs to another user"), "\(ended.output)")
      #expect(ended.output.contains("safe.directory"))
    }
  }

  @Test("a folder without a repository, and a machine without git, are told apart")
  func noGit() throws {
    let workshop = try Workshop(branch: nil)
    try workshop.write(plan, to: "q3.plan")
    let ended = try workshop.plan("diff", "main", "q3.plan")
    #expect(ended.status == 64)
    #expect(ended.errors.contains("lies in no git repository"))
    let setup = try workshop.plan("git-setup", "--yes")
    #expect(setup.status == 64)
    #expect(setup.errors.contains("`git init` makes one"), "\(setup.errors)")
    let folder = try workshop.plan("diff", "main", "/")
    #expect(folder.status == 64)
    #expect(folder.errors.contains("`/` is a folder"), "\(folder.errors)")
    let other = try workshop.run(
      Program.path, ["diff", "main", "q3.plan"], environment: ["PATH": "/nowhere"])
    #expect(other.status == 64)
    #expect(other.output.contains("`git` is not installed"))
    for command in [["history", "q3.plan"], ["explain", "search", "q3.plan", "--since", "main"]] {
      let ended = try workshop.run(Program.path, command, environment: ["PATH": "/nowhere"])
      #expect(ended.status == 64)
      #expect(ended.output.contains("`git` is not installed"), "\(command)")
    }
  }

  @Test("a detached head is a revision like any other")
  func detachedHead() throws {
    let workshop = try Workshop()
    try workshop.commit(plan)
    try workshop.commit(more(5))
    try workshop.git("checkout", "-q", "HEAD~1")
    try workshop.write(more(6), to: "q3.plan")
    let ended = try workshop.plan("diff", "HEAD", "q3.plan")
    #expect(ended.output.contains("effort `4pw` → `6pw`"))
    let branch = try workshop.plan("diff", "HEAD", "main", "q3.plan")
    #expect(branch.output.contains("effort `4pw` → `5pw`"))
    let history = try workshop.plan("history", "q3.plan", "search")
    #expect(history.status == 0, "\(history.errors)")
    // The commit that is looked at, and the work tree.
    #expect(history.output.hasPrefix("# Quarter\n\nTwo revisions"), "\(history.output)")
  }

  @Test("a shallow clone says that its history is cut off")
  func shallow() throws {
    let workshop = try Workshop()
    try workshop.commit(plan)
    try workshop.commit(more(5))
    try workshop.git("clone", "-q", "--depth", "1", "file://\(workshop.folder.path())", "clone")
    let ended = try workshop.plan("diff", "HEAD~1", "q3.plan", in: "clone")
    #expect(ended.status == 64)
    #expect(ended.errors.contains("git fetch --unshallow"))
    let same = try workshop.plan("diff", "HEAD", "q3.plan", in: "clone")
    #expect(same.output.contains("Nothing: the two say the same"))
    let history = try workshop.plan("history", "q3.plan", in: "clone")
    #expect(history.status == 0)
    #expect(history.errors.contains("note: the history of this clone is cut off"))
    #expect(history.output.contains("One revision, "), "\(history.output)")
  }

  @Test("a file that was renamed is found under its old name, staged or committed")
  func renamed() throws {
    let workshop = try Workshop()
    try workshop.commit(plan, to: "plans/old.plan")
    try workshop.git("mv", "plans/old.plan", "q3.plan")
    let staged = try workshop.plan("diff", "main", "q3.plan")
    #expect(staged.output.contains("Nothing: the two say the same"), "\(staged.errors)")
    try workshop.commit(more(5), saying: "Renamed")
    let ended = try workshop.plan("diff", "HEAD~1", "q3.plan")
    #expect(ended.output.contains("effort `4pw` → `5pw`"))
    let range = try workshop.plan("diff", "HEAD~1..HEAD", "q3.plan")
    #expect(range.output.contains("effort `4pw` → `5pw`"))
    let history = try workshop.plan("history", "q3.plan", "search")
    #expect(history.output.contains("Two revisions"), "\(history.output)\(history.errors)")
    let since = try workshop.plan("explain", "search", "q3.plan", "--since", "HEAD~1")
    #expect(since.output.contains("`search.effort`"), "\(since.output)\(since.errors)")
  }

  @Test("what lies beside a plan at the top is that of the revision, whatever that is called")
  func besides() throws {
    let workshop = try Workshop()
    let team = "team web \"Web\" { people: 2, availability: 100% }\n"
    let root = plan.replacingOccurrences(of: team, with: "import \"teams.plan\"\n")
    try workshop.write(team, to: "teams.plan")
    try workshop.write(root, to: "q3.plan")
    #expect(try workshop.plan("freeze", "q3.plan", "--by", "Ann").status == 0)
    try workshop.commit(root)
    try workshop.git("update-ref", "refs/remotes/origin/main", "HEAD")
    try workshop.write(
      team.replacingOccurrences(of: "people: 2", with: "people: 1"), to: "teams.plan")
    for revision in ["main", "origin/main", "origin/main..."] {
      let ended = try workshop.plan("diff", revision, "q3.plan")
      // The edit in the other file is told apart, and what was agreed is no change.
      #expect(ended.output.contains("| `web.people` |"), "\(ended.output)")
      #expect(!ended.output.contains("agreed nothing"), "\(ended.output)")
    }
  }

  @Test("imports are those of the revision, wherever the plan lies and whatever it is called")
  func imports() throws {
    let workshop = try Workshop()
    let folder = "Pläne und Ziele/日本"
    let root = plan.replacingOccurrences(
      of: "team web \"Web\" { people: 2, availability: 100% }\n", with: "import \"../teams.plan\"\n"
    )
    try workshop.write(
      "team web \"Web\" { people: 2, availability: 100% }\n", to: "Pläne und Ziele/teams.plan")
    try workshop.commit(root, to: "\(folder)/q3 neu.plan")
    try workshop.write(
      "team web \"Web\" { people: 3, availability: 100% }\n", to: "Pläne und Ziele/teams.plan")
    let ended = try workshop.plan("diff", "main", "q3 neu.plan", in: folder)
    #expect(ended.output.contains("**web**: people `2` → `3`"), "\(ended.output)\(ended.errors)")
    #expect(ended.output.contains("`web.people`"))
    let top = try workshop.plan("diff", "main", "\(folder)/q3 neu.plan")
    #expect(top.output == ended.output)
    let history = try workshop.plan("history", "q3 neu.plan", "search", in: folder)
    #expect(history.output.contains("Two revisions"), "\(history.output)\(history.errors)")
  }

  @Test("what a revision with errors says is told as far as it can be read")
  func errors() throws {
    let workshop = try Workshop()
    try workshop.commit(plan.replacingOccurrences(of: "serves: europe", with: "serves: europa"))
    try workshop.write(more(5), to: "q3.plan")
    let ended = try workshop.plan("diff", "main", "q3.plan")
    #expect(ended.status == 0)
    #expect(ended.output.contains("effort `4pw` → `5pw`"))
    #expect(ended.output.contains("main has errors"))
    #expect(ended.errors.contains("main:q3.plan"))
    try workshop.write(
      plan.replacingOccurrences(of: "effort: 4pw", with: "effort: 4 pigs"), to: "q3.plan")
    let broken = try workshop.plan("diff", "main", "q3.plan")
    #expect(broken.status == 1)
  }

  @Test("a plan in a submodule is that of the submodule's repository")
  func submodule() throws {
    let inner = try Workshop()
    try inner.commit(plan)
    let workshop = try Workshop()
    try workshop.commit("nothing\n", to: "README")
    try workshop.git(
      "-c", "protocol.file.allow=always", "submodule", "add", "-q", inner.folder.path(), "plans")
    try workshop.git("commit", "-q", "-m", "A submodule")
    try workshop.write(more(7), to: "plans/q3.plan")
    let ended = try workshop.plan("diff", "HEAD", "plans/q3.plan")
    #expect(ended.output.contains("effort `4pw` → `7pw`"), "\(ended.errors)")
    let history = try workshop.plan("history", "plans/q3.plan", "search")
    #expect(history.output.contains("Two revisions"), "\(history.output)\(history.errors)")
    // A plan outside cannot import it in a revision: git has no files of another repository.
    try workshop.write(
      "language: 1\nimport \"plans/q3.plan\"\nteam more { people: 1 }\n", to: "all.plan")
    try workshop.git("add", "all.plan")
    try workshop.git("commit", "-q", "-m", "Over the border")
    let over = try workshop.plan("diff", "HEAD", "all.plan")
    #expect(over.status == 0)
    #expect(over.output.contains("HEAD has errors"), "\(over.output)")
    #expect(over.errors.contains("HEAD:all.plan:2"), "\(over.errors)")
  }

  @Test("a link out of the repository, and one in a circle, are not followed in a revision")
  func links() throws {
    let workshop = try Workshop()
    try workshop.write("import \"out.plan\"\n" + plan, to: "q3.plan")
    try FileManager.default.createSymbolicLink(
      atPath: workshop.folder.appending(path: "out.plan").path(), withDestinationPath: "/etc/passwd"
    )
    try FileManager.default.createSymbolicLink(
      atPath: workshop.folder.appending(path: "round.plan").path(),
      withDestinationPath: "round.plan")
    try workshop.git("add", "-A")
    try workshop.git("commit", "-q", "-m", "Links")
    let ended = try workshop.plan("diff", "main:q3.plan", "q3.plan")
    #expect(ended.errors.contains("main:q3.plan:1"))
    #expect(!ended.errors.contains("root:"))
    let round = try workshop.plan("diff", "main:round.plan", "q3.plan")
    #expect(round.status == 64)
  }

  @Test("nothing that a repository asks for is executed")
  func hostile() throws {
    let workshop = try Workshop()
    let mark = workshop.folder.appending(path: "executed").path()
    let trap = "sh -c 'touch \"\(mark)\"' --"
    try workshop.write("*.plan diff=trap filter=trap merge=trap\n", to: ".gitattributes")
    try workshop.commit(plan)
    try workshop.commit(more(5))
    for name in [
      "core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.gitProxy",
      "diff.external", "diff.trap.command", "diff.trap.textconv", "filter.trap.clean",
      "filter.trap.smudge", "filter.trap.process", "merge.trap.driver", "gpg.program",
      "gpg.ssh.program", "credential.helper", "core.alternateRefsCommand", "pager.log",
      "pager.diff", "interactive.diffFilter", "sequence.editor", "uploadpack.packObjectsHook",
    ] { try workshop.git("config", name, trap) }
    for alias in ["log", "rev-parse", "cat-file", "diff-tree", "config"] {
      try workshop.git("config", "alias.\(alias)", "!touch '\(mark)'")
    }
    try workshop.git("config", "log.showSignature", "true")
    try workshop.git("config", "core.worktree", workshop.folder.path())
    try workshop.git("config", "i18n.logOutputEncoding", "UTF-16")
    try workshop.git("config", "extensions.partialClone", "origin")
    try workshop.git("config", "remote.origin.url", "ext::touch \(mark)")
    try workshop.git("config", "remote.origin.promisor", "true")
    try workshop.git("config", "protocol.ext.allow", "always")
    let hooks = workshop.folder.appending(path: ".git/hooks")
    for hook in [
      "post-checkout", "fsmonitor-watchman", "reference-transaction", "post-index-change",
    ] {
      let file = hooks.appending(path: hook)
      try Data("#!/bin/sh\ntouch \"\(mark)\"\n".utf8).write(to: file)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: file.path())
    }
    try workshop.write(more(6), to: "q3.plan")
    let ended = try workshop.plan("diff", "HEAD~1", "q3.plan")
    #expect(ended.output.contains("effort `4pw` → `6pw`"), "\(ended.errors)")
    let missing = try workshop.plan("diff", "HEAD~1:gone.plan", "q3.plan")
    #expect(missing.status == 64)
    let history = try workshop.plan("history", "q3.plan", "search")
    #expect(history.output.contains("Three revisions"), "\(history.output)\(history.errors)")
    let since = try workshop.plan("explain", "search", "q3.plan", "--since", "HEAD~1")
    #expect(since.output.contains("Ann Lee"), "\(since.output)\(since.errors)")
    #expect(try workshop.plan("git-setup").status == 1)
    // An object that is not there would be fetched from whoever promised it.
    let blob = try workshop.git("rev-parse", "HEAD~1:q3.plan").prefix(40)
    try FileManager.default.removeItem(
      at: workshop.folder.appending(path: ".git/objects/\(blob.prefix(2))/\(blob.dropFirst(2))"))
    let lacking = try workshop.plan("diff", "HEAD~1", "q3.plan")
    #expect(lacking.status == 64, "\(lacking.output)")
    #expect(!FileManager.default.fileExists(atPath: mark))
    // The trap itself works, or the test would show nothing.
    _ = try workshop.run("git", ["diff", "--ext-diff", "HEAD"])
    #expect(FileManager.default.fileExists(atPath: mark))
    try FileManager.default.removeItem(atPath: mark)
    _ = try workshop.run("git", ["cat-file", "-p", String(blob)])
    #expect(FileManager.default.fileExists(atPath: mark))
  }

  @Test("of five thousand commits only those that change the plan are looked at")
  func longHistory() throws {
    let workshop = try Workshop()
    var stream = ""
    for number in 1...5_000 {
      let text = number % 2_500 == 1 ? more(number / 2_500 + 4) : "\(number)\n"
      let file = number % 2_500 == 1 ? "q3.plan" : "notes.txt"
      stream += """
        commit refs/heads/main
        committer Ann Lee <ann@example.org> \(1_780_000_000 + number * 600) +0000
        data 2
        a
        M 100644 inline \(file)
        data \(text.utf8.count)
        \(text)

        """
    }
    try workshop.write(stream, to: "stream")
    let imported = try workshop.run("sh", ["-c", "git fast-import --quiet < stream && rm stream"])
    #expect(imported.status == 0, "\(imported.output)")
    try workshop.git("checkout", "-q", "main")
    let ended = try workshop.plan("history", "q3.plan", "search")
    #expect(ended.status == 0, "\(ended.errors)")
    #expect(ended.output.contains("Two revisions"), "\(ended.output)")
    let diff = try workshop.plan("diff", "HEAD~4000", "q3.plan")
    #expect(diff.output.contains("effort `4pw` → `5pw`"), "\(diff.output)\(diff.errors)")
  }
}
