/// A picture laid out for the room it may have.
enum Layout {
  /// Small drawings of one width, which flow into as many columns as there is room for.
  case panels([Drawing])
  /// One for a page, and one for a telephone.
  case page(wide: Drawing, narrow: Drawing)
  /// One for a page that a telephone shows a part of: made narrow it would not be read.
  case moved(Drawing)
  /// One whose numbers are explained: in a document by its table, on a sheet of its own by a list beside it.
  case keyed(Drawing, withKey: Drawing)

  /// Pixels across a page of a document.
  static let wide = 880.0
  /// Pixels across a telephone, less its margins.
  static let narrow = 328.0
  /// Pixels across a small drawing: three of them fit on a page, one on a telephone.
  static let panel = 280.0
  /// Pixels across a drawing that stands alone and is still read on a telephone.
  static let plot = 400.0

  /// - Complexity: That of the chart's own layout: linear but for a map's.
  init(_ chart: Picture.Chart) {
    switch chart {
    case .timeline(let chart):
      self = .page(wide: timelineDrawing(chart), narrow: narrowTimelineDrawing(chart))
    case .weeks(let charts): self = .panels(charts.map(weeksDrawing))
    case .map(let chart):
      self = .moved(mapDrawing(chart, LayeredGraph(chart)))
    case .bars(let chart):
      self = .page(wide: barsDrawing(chart), narrow: narrowBarsDrawing(chart))
    case .curves(let charts): self = .panels(charts.map(curveDrawing))
    case .scatter(let chart):
      self = .keyed(plotDrawing(chart), withKey: scatterDrawing(chart))
    case .shares(let chart):
      self = .panels([sharesDrawing(chart, width: Layout.plot)])
    case .slips(let chart):
      self = .page(
        wide: slipsDrawing(chart, width: Layout.wide),
        narrow: slipsDrawing(chart, width: Layout.narrow))
    }
  }
}
