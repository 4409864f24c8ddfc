internal import PlanWorkbench

extension Command {
  static let save: Command = Command(
    "save", "save [FILE]",
    "Writes what was changed into the files it belongs to, and solves the plan anew; to another file a copy.",
    takes: .files, wordsMax: 1,
    example: { _ in "save" },
    run: { session, words throws(Refusal) in
      if let path = words.first { return try session.save(as: path) }
      guard session.hasFile else {
        throw Refusal("the plan has no file yet", help: "`save roadmap.plan` gives it one")
      }
      return try session.save()
    })
}

extension Session {
  /// Writes every file that changed, or none.
  fileprivate mutating func save() throws(Refusal) -> Reply {
    let files = copy.unwritten
    guard !files.isEmpty else { return Reply("nothing to save\n") }
    var text = ""
    var others: [FileChange] = []
    var writes: [Surroundings.Write] = []
    for file in files {
      let present = try self.present(file)
      let name = situation.shownPath(file.realPath)
      let merge = try merged(file, present, name)
      if let change = merge.change {
        others.append(change)
        text += "\(name): what was written to it meanwhile is kept\n"
      }
      text += "\(name): \(merge.counts)\n"
      writes.append(
        Surroundings.Write(
          place: file.realPath.map { .path($0) } ?? .plan, bytes: merge.bytes, expected: present))
    }
    var next = copy
    next.apply(others)
    if !others.isEmpty { try check(next) }
    if let reason = surroundings.write(writes) {
      throw Refusal(
        "cannot save: \(reason); no file was changed",
        help: "nothing is lost; `save FILE` writes the plan elsewhere")
    }
    copy = next
    copy.settle()
    var reply = Reply(text)
    if !others.isEmpty {
      reply.append(
        settle(
          copy.checked(branch), others, to: branch,
          entry: "# merged with what was written to the files meanwhile"))
    }
    reply.append(solveAnew())
    reply.journal = ":save"
    return reply
  }

  /// What a file holds now; `nil` where it has gone.
  private func present(_ file: UnwrittenFile) throws(Refusal) -> [UInt8]? {
    switch surroundings.read(file.realPath) {
    case .bytes(let bytes): return bytes
    case .missing: return nil
    case .failure(let reason):
      throw Refusal(
        "cannot save: \(situation.shownPath(file.realPath)): \(reason)",
        help: "nothing is lost; `save FILE` writes the plan elsewhere")
    }
  }

  /// The bytes to write: what was changed here, and what somebody else wrote meanwhile.
  private func merged(
    _ file: UnwrittenFile, _ present: [UInt8]?, _ name: String
  ) throws(Refusal) -> FileMerge {
    if let merge = file.merged(with: present ?? file.old) { return merge }
    let theirs = UnwrittenFile(realPath: nil, old: file.old, new: present ?? [])
    throw Refusal(
      verbatim: """
        error: somebody else changed the same lines of `\(name)`; nothing was written
          = help: undo one of the two, or `save FILE` writes this one elsewhere

        here:
        \(file.difference(name, style))
        there:
        \(theirs.difference(name, style))
        """)
  }

  /// A plan that two have changed may not mean anything any more.
  private func check(_ next: WorkingCopy) throws(Refusal) {
    let checked = next.checked(branch)
    guard checked.hasErrors, !situation.checked.hasErrors else { return }
    throw Refusal(
      verbatim: checked.findings(.human, style)
        + "error: together with what was written meanwhile the plan has errors; nothing was written\n"
    )
  }

  /// A copy of the plan's own file, which becomes its file where it has none.
  fileprivate mutating func save(as path: String) throws(Refusal) -> Reply {
    let bytes = copy.root
    if let reason = surroundings.write([
      Surroundings.Write(place: .path(path), bytes: bytes, expected: [])
    ]) {
      throw Refusal("cannot write `\(path)`: \(reason)")
    }
    guard !hasFile else { return Reply("\(path): a copy; the plan is still \(copy.path)\n") }
    hasFile = true
    copy.settle(as: path)
    situation = situation.checkedAgain(copy.checked(branch))
    return Reply("\(path): written\n", journal: Log.entry("save", [path]))
  }

  /// The plan solved as every command solves it: what a session found is provisional.
  private mutating func solveAnew() -> Reply {
    let before = situation
    guard !before.isOptimal, !before.checked.hasErrors else { return Reply() }
    do {
      situation = try PlanWorkbench.situation(copy.checked(branch), surroundings.effort)
      timeline.resolve(situation.solution)
    } catch {
      return Reply("\(error)\n")
    }
    let text = effects(from: before, to: situation, style)
    return Reply(text.isEmpty ? "" : "solved anew:\n" + text)
  }
}
