internal import PlanReport

/// The story of one code.
package struct CatalogueEntry: Sendable {
  /// `E0123`; lints begin with W.
  package let code: String
  /// What is wrong, in a few words; lower case, no full stop, backticks round words of a plan.
  package let title: String
  package let area: CatalogueArea
  /// What is told, in its order.
  package let parts: [Part]

  package enum Part: Sendable, Equatable {
    /// Sentences in which backticks enclose words of a plan.
    case paragraph(String)
    case example(Example)
  }

  /// A plan that shows the code, or how it is mended.
  package struct Example: Sendable, Equatable {
    package var role: Role
    /// What stands in it; the lines that every plan begins with may be left out.
    package var lines: [String]
    /// Options that it is checked with, as they are typed: `--scenario ceo_ask`.
    package var options: String

    package enum Role: Sendable, Equatable {
      /// Raises the code and no other.
      case bad
      /// Raises nothing.
      case good
      /// A further file of the example before it, by the path it is imported by.
      case file(path: String)
      /// Is shown and not run: a form to fill in, a line of a shell.
      case shown
    }
  }

  /// Every sentence of the story, without its examples.
  package var story: [String] {
    parts.compactMap { part in
      guard case .paragraph(let text) = part else { return nil }
      return text
    }
  }

  package var examples: [Example] {
    parts.compactMap { part in
      guard case .example(let example) = part else { return nil }
      return example
    }
  }

  /// Whether it warns of a plan that can be used as it is.
  package var isWarning: Bool { code.hasPrefix("W") }
}

extension CatalogueEntry.Example {
  /// The example as a whole plan: with `language` and a `plan` block where it has none of its own.
  package var plan: String {
    var head: [String] = []
    if !lines.contains(where: { $0.hasPrefix("language") }) { head.append("language: 1") }
    if !lines.contains(where: { $0.hasPrefix("plan ") }) {
      head.append("plan \"Example\" { start: 2026-07-01 }")
    }
    return (isWhole ? lines : head + lines).joined(separator: "\n") + "\n"
  }

  /// Whether it is to be read as it is written; `whole` says so where what it shows is a missing head.
  private var isWhole: Bool { options.split(separator: " ").contains("whole") }

  /// What is typed behind `plan check example.plan`.
  package var arguments: [String] {
    options.split(separator: " ").map(String.init).filter { $0 != "whole" }
  }
}

extension CatalogueEntry {
  /// "`E0123`: a name that nothing has".
  var heading: Prose { "\(code: code): \(Prose(marked: title))" }

  /// The story laid out, without its heading.
  var blocks: [Block] {
    parts.flatMap { part -> [Block] in
      switch part {
      case .paragraph(let text): [.paragraph(Prose(marked: text))]
      case .example(let example): introduction(of: example) + [.code(example.lines)]
      }
    }
  }

  /// What stands above an example, so that nobody copies the wrong one.
  private func introduction(of example: Example) -> [Block] {
    let words: Prose
    switch example.role {
    case .bad: words = isWarning ? "Warned of" : "Refused"
    case .good: words = "Instead"
    case .file(let path): words = "\(code: path)"
    case .shown: return []
    }
    let options = example.arguments.joined(separator: " ")
    return [.paragraph(words + (options.isEmpty ? ":" : ", with \(code: options):"))]
  }
}
