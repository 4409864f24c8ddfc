internal import PlanDialogue
internal import PlanSystem
package import PlanWorkbench

/// A session that is read instead of typed: from a file, or from a pipe.
package struct ScriptShell {
  private let opening: Opening
  private let style: TextStyle
  private let write: (String) -> Bool

  /// How a script ended.
  package enum End: Sendable {
    case done
    /// Something could not be done, which has been said.
    case stopped
    /// Whoever read what it writes has gone.
    case unread
    /// A schedule of ours is none.
    case fault(String)
  }

  /// - Parameters:
  ///   - opening: The plan.
  ///   - style: How replies are laid out.
  ///   - write: Takes what is answered; answers whether to go on.
  package init(_ opening: Opening, _ style: TextStyle, write: @escaping (String) -> Bool) {
    self.opening = opening
    self.style = style
    self.write = write
  }

  /// Does what a script says, and stops at the first entry that cannot be done.
  ///
  /// - Parameters:
  ///   - script: Entries, each on a line or in a block.
  ///   - name: What messages call it.
  /// - Returns: How it ended.
  package func run(_ script: String, name: String) -> End {
    var session: Session
    do {
      session = try opening.session(style)
    } catch {
      return .fault(error.description)
    }
    Streams.writeError(session.mistakes)
    for entry in EntryReader(script).entries {
      let reply = session.enter(entry.text)
      guard reply.text.isEmpty || write(reply.text) else { return .unread }
      guard !reply.isRefusal else {
        Streams.writeError(reply.problem)
        Streams.writeError("\(name):\(entry.line): stopped here; what stands below was not done\n")
        return .stopped
      }
      if session.isOver { return .done }
    }
    if session.isUnsaved {
      Streams.writeError(
        "\(opening.path): what was changed is not saved; the script has no `save`\n")
    }
    return .done
  }
}
