package import PlanModel
package import PlanSyntax

/// A lock file: what was agreed of a plan's schedule, a line an initiative or work, sorted by name.
///
/// The form is that of `Grammar/lock.md`. Lines that stand alone and have no date of their own are what git merges cleanly.
package struct LockFile: Sendable {
  /// In the order of the file.
  package var entries: [AgreedEntry]
  /// Of each entry, where its name stands.
  package var places: [Span]

  package init(entries: [AgreedEntry], places: [Span] = []) {
    self.entries = entries
    self.places = places
  }

  /// The number behind `lock` in the first line: that of this form.
  package static let version = 1

  /// What a plan's lock file is called: the plan's own name with this behind it.
  package static let ending = ".lock"

  /// The text of the file, sorted by name, whatever the order of the entries.
  ///
  /// A blank line stands before each initiative, because git takes changes of neighbouring lines for one change.
  package var text: String {
    var lines = ""
    var whole = ""
    for entry in entries.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
      if whole.isEmpty || !entry.name.hasPrefix(whole + ".") {
        whole = entry.name
        lines += "\n"
      }
      lines += entry.line + "\n"
    }
    return """
      lock \(LockFile.version)
      # What was agreed: a line an initiative or work, sorted by name. `plan freeze` writes it, `plan check` shows what has moved.

      """ + lines
  }
}

extension AgreedEntry {
  /// `fast_ci 2026-07-06..2026-08-14 staff 2 by "Ann"`, without an end of line.
  package var line: String {
    var parts = [name]
    parts.append(days.map { "\($0.lowerBound)..\($0.upperBound)" } ?? LockWord.undone.rawValue)
    if let staffTenths {
      parts.append(LockWord.staff.rawValue)
      parts.append(headsText(staffTenths))
    }
    if let by { parts += [LockWord.by.rawValue, quoted(by)] }
    if let on { parts += [LockWord.on.rawValue, "\(on)"] }
    if let because { parts += [LockWord.because.rawValue, quoted(because)] }
    return parts.joined(separator: " ")
  }
}

/// The words of lock files.
enum LockWord: String, CaseIterable {
  case lock
  case undone
  case staff
  case by
  case on
  case because
}

private func headsText(_ tenths: Int32) -> String {
  tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
}

/// In quotes on one line.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": result += "\\\(scalar)"
    case "\n", "\r": result += " "
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
