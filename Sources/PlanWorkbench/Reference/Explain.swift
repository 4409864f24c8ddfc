internal import PlanReport
internal import PlanSemantics
internal import PlanSyntax

// What `plan explain WORD` answers. Everything stands in the tables of `PlanSemantics`; here it is laid out.

/// What the language says about a word, which may be several things: `skill` is a block and a property.
///
/// - Parameter word: A code, a block, a property, a value's sort, one of a property's own words, a function or a word of statements
///   and expressions.
/// - Returns: The page, or `nil` when the word is none of these.
package func explain(_ word: String) -> Page? {
  if let entry = Catalogue.entry(word) {
    return Page(document: Document(title: entry.heading, lead: entry.blocks))
  }
  let entries = ReferenceEntry.all.filter { $0.words.contains(word) }
  guard let first = entries.first else { return nil }
  if entries.count == 1 {
    return Page(document: Document(title: first.title, lead: first.blocks))
  }
  return Page(
    document: Document(
      title: "\(code: word)",
      lead: [.paragraph("It is \(entries.map { $0.sense(of: word) }.joinedAsSentence()).")],
      sections: entries.map { Section(title: $0.title, blocks: $0.blocks) }))
}

/// Words of the reference that a misspelt one may have been meant to be, nearest first; codes for a code.
package func explained(near word: String) -> [String] {
  if Catalogue.isCode(word) { return Catalogue.codes(near: word) }
  return suggestions(for: word, among: ReferenceEntry.all.flatMap(\.words))
}

/// Every word there is a page for, by what it is: what `plan explain` alone prints.
package func explainIndex() -> Page {
  let sections = ReferenceEntry.Sort.allCases.map { sort in
    let words = ReferenceEntry.all.filter { $0.sort == sort }.map { Prose($0.word, .code) }
    return Section(
      title: Prose(sort.heading), blocks: [.paragraph(words.joined(separator: "  "))])
  }
  return Page(
    document: Document(
      title: "The words of plans",
      lead: [
        .paragraph(
          "\(code: "plan explain WORD") says what one of them means, \(code: "plan explain E0123") what an error or a lint is about."
        )
      ],
      sections: sections.filter { $0.blocks != [.paragraph(Prose())] }))
}

/// The whole reference as one page: `Grammar/reference.md`.
package func reference() -> Page {
  let sections = ReferenceEntry.Sort.allCases.compactMap { sort -> Section? in
    let entries = ReferenceEntry.all.filter { $0.sort == sort }
    if entries.isEmpty { return nil }
    return Section(
      title: Prose(sort.heading),
      blocks: entries.flatMap { [.heading($0.title)] + $0.blocks })
  }
  return Page(
    document: Document(
      title: "The words of the plan language",
      lead: [
        .paragraph(
          "Made from the tables in \(code: "Sources/PlanSemantics/") that plans are checked against, so it is never behind them. \(code: "plan explain WORD") prints the part about one word."
        )
      ], sections: sections))
}

/// The story of every code as one page: `Grammar/diagnostics.md`.
package func diagnosticsReference() -> Page {
  let sections = CatalogueArea.allCases.compactMap { area -> Section? in
    let entries = Catalogue.entries.filter { $0.area == area }
    if entries.isEmpty { return nil }
    return Section(
      title: Prose(area.heading), blocks: entries.flatMap { [.heading($0.heading)] + $0.blocks })
  }
  return Page(
    document: Document(
      title: "Every error and every lint",
      lead: [
        .paragraph(
          "Made from \(code: "Sources/PlanWorkbench/Catalogue/Stories/"); \(code: "plan explain E0123") prints the part about one code. Every example is run: what is refused here gives that code and no other, and what stands instead of it gives none."
        ),
        .paragraph(
          "Where an example has no \(code: "language") and no \(code: "plan"), these lines stand before it:"
        ), .code(["language: 1", "plan \"Example\" { start: 2026-07-01 }"]),
      ], sections: sections))
}
