/// What keeps a brief report on one page that is read in three minutes.
package enum Brief {
  /// Three minutes at 220 words a minute, at which people read prose (Brysbaert, "How many words do we read per minute?", 2019, has
  /// 238 for English; tables and figures are slower).
  package static let wordsMax = 660

  /// How much each list and each text of a page may take.
  struct Fit {
    /// Items of a list.
    var items: Int
    /// Initiatives of a goal that are named in a horizon.
    var named: Int
    /// Goals, and streams of a horizon.
    var goals: Int
    /// Decisions that are asked for.
    var asks: Int
    /// Whether what is committed to says how it is measured; the goals have measures of their own.
    var hasMeasures = false
    /// Whether what comes after that is named, and what the order is worth is told; that it comes, and in which weeks, is the least.
    var isAmple = true
  }

  /// What is tried in this order until all of it is one page.
  ///
  /// Four items of a stream are what a reader keeps in mind (Cowan, "The magical number 4 in short-term memory", 2001), and who
  /// has to decide more than six things in one sitting decides none.
  static let fits = [
    Fit(items: 4, named: 4, goals: 5, asks: 6, hasMeasures: true),
    Fit(items: 4, named: 4, goals: 5, asks: 6),
    Fit(items: 3, named: 3, goals: 5, asks: 6),
    Fit(items: 3, named: 2, goals: 5, asks: 6, isAmple: false),
    Fit(items: 2, named: 2, goals: 5, asks: 6, isAmple: false),
    Fit(items: 2, named: 1, goals: 5, asks: 5, isAmple: false),
    Fit(items: 2, named: 1, goals: 4, asks: 4, isAmple: false),
    Fit(items: 1, named: 1, goals: 4, asks: 4, isAmple: false),
    Fit(items: 1, named: 1, goals: 3, asks: 3, isAmple: false),
  ]
  static let widest = fits[0]

  /// What a page does without first, where even the narrowest is too long; the full report has all of it.
  static let leastNeeded = [
    SectionKind.doubts, .later, .changes, .next, .assumptions, .risks, .money, .notDoing,
  ].map(\.rawValue)

  /// Words of a document as people count them, figures among them.
  static func words(_ sections: [Section]) -> Int {
    markdown(sections).split(whereSeparator: \.isWhitespace).count { word in
      word.contains { $0.isLetter || $0.isNumber }
    }
  }
}

extension [SectionKind] {
  /// What they say; for those who have three minutes, with fewer items and shorter texts until it is one page, and where that is not
  /// enough without what is least needed.
  ///
  /// - Parameters:
  ///   - reading: What is told.
  ///   - head: What stands on the page before them.
  /// - Returns: The sections, in their order.
  func sections(of reading: Reading, below head: Section) -> [Section] {
    guard reading.audience?.isBrief ?? false else { return flatMap { $0.build(reading) } }
    let room = Brief.wordsMax - Brief.words([head])
    var shorter = reading
    var sections: [Section] = []
    for fit in Brief.fits {
      shorter.fit = fit
      sections = flatMap { $0.build(shorter) }
      if Brief.words(sections) <= room { return sections }
    }
    for id in Brief.leastNeeded where Brief.words(sections) > room {
      sections.removeAll { $0.id == id }
    }
    return sections
  }
}
