/// A picture as a value: what it shows and what it says to those who do not see it.
///
/// `SVG.write` and the HTML back end lay it out; what they draw follows from this and from nothing else.
package struct Picture: Sendable, Equatable {
  /// What it is called where it is asked for or pointed at: `timeline`, `timeline-2`; of a document each once.
  package var id: String
  package var kind: Kind
  package var title: Prose
  /// How it is read, in a sentence or two.
  package var caption: Prose
  /// The same for readers and forms without pictures.
  package var alternative: Alternative
  /// Whether nothing beside it can be counted on to say the same, so that forms without pictures say it as well.
  package var isAlone = false
  package var chart: Chart

  /// - Parameters:
  ///   - kind: What it shows.
  ///   - page: Which of several of its kind it is, from 1; `nil` where there is one.
  ///   - title: A line above it.
  ///   - caption: How it is read.
  ///   - alternative: The same without a picture.
  ///   - chart: What is drawn.
  package init(
    _ kind: Kind, page: Int? = nil, title: Prose, caption: Prose, alternative: Alternative,
    chart: Chart
  ) {
    id = page.map { "\(kind.rawValue)-\($0)" } ?? kind.rawValue
    self.kind = kind
    self.title = title
    self.caption = caption
    self.alternative = alternative
    self.chart = chart
  }

  /// The pictures there are; those of a plan by the word that `--picture` takes.
  package enum Kind: String, Sendable, CaseIterable {
    /// When each initiative runs and how sure its end is.
    case timeline
    /// How full each team is, week by week.
    case load
    /// What waits for what.
    case map
    /// What putting off costs.
    case waiting
    /// How likely goals are met by each day.
    case chances
    /// What is lost in all against what is lost soon.
    case impact
    /// What kinds of work the effort goes to.
    case kinds
    /// How dates moved from revision to revision.
    case slips

    /// What a report of a plan may have; a history is another document.
    package static let ofPlans: [Kind] = allCases.filter { $0 != .slips }
  }

  package enum Alternative: Sendable, Equatable {
    /// Its figures, row by row.
    case table(Table)
    /// The same where it is drawn; where it is not, what stands in the document besides is enough.
    case key(Table)
    /// What it comes to, where rows would say less.
    case prose(Prose)
    /// The same drawn with letters, for forms that draw nothing else.
    case drawn([String])
    /// Nothing: tables or sentences beside it in the document say the same.
    case besides
  }

  /// What is drawn, a case a form of picture.
  package enum Chart: Sendable, Equatable {
    case timeline(TimelineChart)
    case weeks([WeeksChart])
    case map(MapChart)
    case bars(BarsChart)
    case curves([CurveChart])
    case scatter(ScatterChart)
    case shares(SharesChart)
    case slips(SlipsChart)
  }
}

extension Picture {
  /// What stands for it where nothing is drawn, under its title; `nil` where what stands beside it is enough.
  var words: Block? {
    switch alternative {
    case .besides: nil
    case .key(let table): isAlone ? .table(table) : nil
    case .table(let table): .table(table)
    case .prose(let prose): .paragraph(prose)
    case .drawn(let lines): .code(lines)
    }
  }
}

extension Block {
  /// In a document of which nobody knows what else is in it.
  var alone: Block {
    guard case .picture(var picture) = self else { return self }
    picture.isAlone = true
    return .picture(picture)
  }
}

extension Document {
  /// Its pictures, in the order in which they stand.
  package var pictures: [Picture] {
    (lead + sections.flatMap(\.blocks)).compactMap { block in
      if case .picture(let picture) = block { picture } else { nil }
    }
  }
}
