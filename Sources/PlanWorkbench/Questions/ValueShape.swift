internal import PlanModel
internal import PlanReport
internal import PlanSemantics

/// A value as readers see it: a line, some lines, or rows under headings.
struct ValueShape: Sendable {
  let value: Value
  private let layout: Layout

  private enum Layout: Sendable {
    case line(String)
    /// A list of values that have no fields.
    case lines([Value])
    case record([Value.Field])
    case rows(headings: [String], cells: [[Value]])
  }

  /// - Parameters:
  ///   - value: What a question came to.
  ///   - fields: What to show of declarations.
  init(_ value: Value, fields: ([Reference]) -> [[Value.Field]]) {
    self.value = value
    switch value {
    case .table(let table): layout = .rows(headings: table.headings, cells: table.rows)
    case .record(let record): layout = .record(record)
    case .list(let elements): layout = ValueShape.layout(elements, fields)
    case .reference(let reference):
      layout = .record(fields([reference]).first ?? [])
    default: layout = .line(value.plainText)
    }
  }

  /// Elements with fields are rows, whose headings are all their fields in the order of first appearance.
  private static func layout(
    _ elements: [Value], _ fields: ([Reference]) -> [[Value.Field]]
  ) -> Layout {
    guard let records = records(elements) ?? references(elements).map(fields) else {
      return .lines(elements)
    }
    var headings: [String] = []
    var places: [String: Int] = [:]
    for field in records.joined() where places[field.name] == nil {
      places[field.name] = headings.count
      headings.append(field.name)
    }
    let cells = records.map { record in
      var row = [Value](repeating: .none, count: headings.count)
      for field in record { row[places[field.name] ?? 0] = field.value }
      return row
    }
    return headings.isEmpty ? .lines(elements) : .rows(headings: headings, cells: cells)
  }

  private static func records(_ elements: [Value]) -> [[Value.Field]]? {
    var records: [[Value.Field]] = []
    for element in elements {
      guard case .record(let record) = element else { return nil }
      records.append(record)
    }
    return records
  }

  private static func references(_ elements: [Value]) -> [Reference]? {
    var references: [Reference] = []
    for element in elements {
      guard case .reference(let reference) = element else { return nil }
      references.append(reference)
    }
    return references
  }

  // MARK: For people

  var blocks: [Block] {
    switch layout {
    case .line(let text):
      text.split(separator: "\n").map { .paragraph(Prose(String($0))) }
    case .lines(let values) where values.isEmpty: [.paragraph("\(emphasis: "nothing")")]
    case .lines(let values): [.list(values.map { cell($0) })]
    case .record(let fields):
      [
        .table(
          Table(
            columns: [Table.Column("Field"), Table.Column("Value")],
            rows: fields.map { [Prose($0.name, .code), cell($0.value)] }))
      ]
    case .rows(_, let cells) where cells.isEmpty: [.paragraph("\(emphasis: "nothing")")]
    case .rows(let headings, let cells): [.table(table(headings, cells))]
    }
  }

  private func table(_ headings: [String], _ cells: [[Value]]) -> Table {
    var columns: [Table.Column] = []
    var texts = cells.map { _ in [Prose]() }
    for (index, heading) in headings.enumerated() {
      let values = cells.map { $0[index] }
      let written = values.filter { $0 != Value.none }
      let isOfFigures = !written.isEmpty && written.allSatisfy(\.isFigure)
      columns.append(Table.Column(Prose(heading, .code), isOfFigures ? .trailing : .leading))
      let areWeeks = isOfFigures && written.allSatisfy(\.isReadInPersonWeeks)
      for row in cells.indices { texts[row].append(cell(values[row], inPersonWeeks: areWeeks)) }
    }
    return Table(columns: columns, rows: texts)
  }

  /// A value in a cell; efforts of a column are all in the same unit, so that they compare at a glance.
  private func cell(_ value: Value, inPersonWeeks: Bool = false) -> Prose {
    if inPersonWeeks, case .quantity(let effort) = value {
      return "\(figure: effort.personWeeksText)"
    }
    let text = value.plainText
    // Figures are not broken; texts are, at blanks.
    if value.isFigure { return "\(figure: text)" }
    guard text.utf8.count > ValueShape.cellBytesMax, text.count > ValueShape.cellLengthMax else {
      return Prose(text)
    }
    return Prose(text.prefix(ValueShape.cellLengthMax - 1) + "…")
  }

  /// Characters of a cell that a table shows: a page of it is read nowhere, and CSV and JSON have all of them.
  private static let cellLengthMax = 400
  private static let cellBytesMax = cellLengthMax

  // MARK: For spreadsheets

  /// Rows of cells, the headings first.
  ///
  /// A column whose figures share a unit has it in the heading and plain numbers below.
  var spreadsheet: [[String]] {
    switch layout {
    case .line: columns(["value"], [[value]])
    case .lines(let values): columns(["value"], values.map { [$0] })
    case .record(let fields): columns(fields.map(\.name), [fields.map(\.value)])
    case .rows(let headings, let cells): columns(headings, cells)
    }
  }

  private func columns(_ headings: [String], _ cells: [[Value]]) -> [[String]] {
    let units = headings.indices.map { column in commonUnit(of: cells.map { $0[column] }) }
    let head = zip(headings, units).map { heading, unit in
      unit.flatMap(\.columnName).map { "\(heading) (\($0))" } ?? heading
    }
    return [head]
      + cells.map { row in
        zip(row, units).map { value, unit in value.spreadsheetText(unit: unit) }
      }
  }

  /// The unit of all the figures of a column; `nil` when they differ or something else stands among them.
  private func commonUnit(of values: [Value]) -> Unit? {
    var common: Unit?
    for value in values where value != Value.none {
      guard case .quantity(let quantity) = value, common == nil || common == quantity.unit else {
        return nil
      }
      common = quantity.unit
    }
    return common
  }
}

extension Value {
  /// Whether it is an effort of which person-weeks with two decimals still say something.
  fileprivate var isReadInPersonWeeks: Bool {
    guard case .quantity(let quantity) = self, quantity.unit == .effort else { return false }
    return quantity.isZero || quantity.magnitude >= Rational(Effort.minutesPerPersonDay / 2)
  }

  /// Whether it is an amount, which stands at the right of its column and is never broken.
  fileprivate var isFigure: Bool { if case .quantity = self { true } else { false } }

  fileprivate func spreadsheetText(unit: Unit?) -> String {
    switch self {
    case .none: ""
    case .quantity(let quantity) where unit == quantity.unit: quantity.digits
    case .date(let period) where period.form == .day: period.first.description
    case .list(let values): values.map { $0.spreadsheetText(unit: nil) }.joined(separator: "; ")
    default: plainText
    }
  }
}

extension Quantity {
  /// An effort as `21.67pw`, with `≈` where that is not all of it.
  fileprivate var personWeeksText: String {
    guard let weeks = magnitude.divided(by: Rational(EffortUnit.personWeek.minutes)) else {
      return plainText
    }
    let isWhole = weeks.times(100)?.isWhole == true
    return (isWhole ? "" : "≈") + weeks.digits(decimals: 2) + EffortUnit.personWeek.rawValue
  }
}
