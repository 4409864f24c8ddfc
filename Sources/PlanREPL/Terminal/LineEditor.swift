internal import CEdit
internal import PlanDialogue

/// libedit: lines with history, completion and the user's own keys.
final class LineEditor {
  private let edit: OpaquePointer
  /// What may stand at the end of a text: how many characters give way, and to what.
  var completions: (String) -> (replaced: Int, choices: [Completion]) = { _ in (0, []) }

  /// What a reading ended with.
  enum Input {
    case line(String)
    /// Several lines that were pasted.
    case paste(String)
    /// Ctrl-C.
    case interrupted
    /// Ctrl-D, or nobody is there any more.
    case closed
  }

  /// `nil` where standard input and output are no terminal.
  init?() {
    guard let edit = cedit_open("plan") else { return nil }
    self.edit = edit
    cedit_set_completer(
      edit,
      { context, _ in
        guard let context else { return }
        Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue().complete()
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit { cedit_close(edit) }

  /// - Parameters:
  ///   - prompt: What stands before the line.
  ///   - prefill: What stands on it already.
  /// - Returns: What was typed.
  func read(_ prompt: String, prefill: String) -> Input {
    switch cedit_read(edit, prompt, prefill) {
    case CEDIT_LINE: .line(String(cString: cedit_text(edit)))
    case CEDIT_PASTE: .paste(String(cString: cedit_text(edit)))
    case CEDIT_INTERRUPTED: .interrupted
    default: .closed
    }
  }

  func remember(_ entry: String) { cedit_remember(edit, entry) }

  // MARK: Keys

  /// One key that is pressed.
  enum Key: Hashable {
    case character(Character)
    case enter
    case escape
    case up, down, home, end, pageUp, pageDown
    /// The window has another size, or it is no key that anything is made of.
    case other
  }

  /// Reads keys as they are pressed, without showing them.
  ///
  /// - Parameter body: Asks for one after the other; Ctrl-C and Ctrl-D are `escape`, and `nil` comes once nobody is there.
  func withKeys(_ body: (_ next: () -> Key?) -> Void) {
    cedit_begin_keys(edit)
    defer { cedit_end_keys(edit) }
    body {
      let key = cedit_key(edit)
      switch key {
      case CEDIT_KEY_CLOSED: return nil
      case CEDIT_KEY_UP: return .up
      case CEDIT_KEY_DOWN: return .down
      case CEDIT_KEY_HOME: return .home
      case CEDIT_KEY_END: return .end
      case CEDIT_KEY_PAGE_UP: return .pageUp
      case CEDIT_KEY_PAGE_DOWN: return .pageDown
      case CEDIT_KEY_ESCAPE: return .escape
      case CEDIT_KEY_RESIZED, CEDIT_KEY_OTHER: return .other
      case 3, 4: return .escape
      case 10, 13: return .enter
      default:
        return UInt32(exactly: key).flatMap(Unicode.Scalar.init).map { .character(Character($0)) }
          ?? .other
      }
    }
  }

  // MARK: Tab

  /// Puts in what all choices begin with, and shows them where that is nothing new.
  private func complete() {
    let (replaced, choices) = completions(String(cString: cedit_before_cursor(edit)))
    guard let first = choices.first else { return }
    if choices.count == 1 {
      cedit_delete_before(edit, Int32(clamping: replaced))
      cedit_insert(edit, first.text + first.ending)
      return
    }
    let common = choices.dropFirst().reduce(first.text) { common, choice in
      String(zip(common, choice.text).prefix { $0 == $1 }.map(\.0))
    }
    if common.count > replaced {
      cedit_delete_before(edit, Int32(clamping: replaced))
      cedit_insert(edit, common)
      return
    }
    let width = choices.prefix(Self.choicesShownMax).map(\.shown.count).max() ?? 0
    var lines = choices.prefix(Self.choicesShownMax).map { choice in
      choice.note.isEmpty
        ? "  \(choice.shown)"
        : "  \(choice.shown)\(String(repeating: " ", count: width - choice.shown.count))  \(choice.note)"
    }
    if choices.count > Self.choicesShownMax {
      lines.append("  and \(choices.count - Self.choicesShownMax) more")
    }
    cedit_show_below(edit, lines.joined(separator: "\r\n") + "\r\n")
  }

  /// A screen of them; who types one letter more has fewer.
  private static let choicesShownMax = 24
}

/// Ctrl-C while lines are read and while a session thinks.
enum SessionInterrupts {
  /// From now on it is noted, as often as it comes.
  static func note() { cedit_catch_interrupts() }
  static var areAsked: Bool { cedit_was_interrupted() }
  static func forget() { cedit_forget_interrupt() }
  /// Whether the program is to end.
  static var isTerminated: Bool { cedit_was_terminated() }
}
