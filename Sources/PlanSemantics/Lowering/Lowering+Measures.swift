internal import PlanModel
internal import PlanSyntax

// The measures of goals and initiatives, and what they stood at.
extension Lowering {
  func metrics(of owner: DeclarationID) -> [Metric] {
    table.children(of: owner, .metric).compactMap { id in
      require(.change, of: id)
      let readings = readings(of: id)
      guard let texts = reader.value(.change, of: id)?.changeTexts else { return nil }
      let unit = unitText(of: id)
      var metric = Metric(
        name: name(of: id), label: label(of: id), baseline: texts.baseline + unit,
        target: texts.target + unit)
      metric.by = day(.by, of: id)
      metric.owner = text(.owner, of: id)
      metric.readings = readings
      metric.readers = self.readers(of: id)
      return metric
    }
  }

  private func unitText(of metric: DeclarationID) -> String {
    text(.unit, of: metric).map { " " + $0 } ?? ""
  }

  /// By day; of one day in the order in which they stand.
  private func readings(of metric: DeclarationID) -> [MetricReading] {
    let found = table.children(of: metric, .reading).compactMap { reading($0, of: metric) }
    return found.enumerated().sorted { ($0.element.on, $0.offset) < ($1.element.on, $1.offset) }
      .map(\.element)
  }

  private func reading(_ id: DeclarationID, of metric: DeclarationID) -> MetricReading? {
    require(.on, of: id)
    require(.value, of: id)
    let day = happened(.on, of: id)
    guard case .quantity(let value) = reader.value(.value, of: id),
      case .change(let baseline, let target) = reader.value(.change, of: metric)
    else { return nil }
    guard let amount = value.magnitude(in: baseline.unit) else {
      report(
        .readingOfOtherUnit(
          value, at: place(.value, id), baseline, place(.change, metric)))
      return nil
    }
    guard let day else { return nil }
    var reading = MetricReading(
      on: day, value: value.text + unitText(of: metric),
      attainment: share(of: amount, from: baseline, to: target))
    reading.readers = readers(of: id)
    return reading
  }

  /// How far an amount has come on the way; `nil` where there is no way to go.
  private func share(of amount: Rational, from baseline: Quantity, to target: Quantity) -> Rational?
  {
    guard let goal = target.magnitude(in: baseline.unit), let way = goal.minus(baseline.magnitude),
      way != .zero
    else { return nil }
    return amount.minus(baseline.magnitude)?.divided(by: way)
  }
}

extension Quantity {
  /// Its magnitude in another unit; nothing is nothing in any.
  fileprivate func magnitude(in unit: Unit) -> Rational? {
    converted(to: unit)?.magnitude ?? (isZero ? .zero : nil)
  }
}
