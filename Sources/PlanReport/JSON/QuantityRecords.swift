import PlanInsight
import PlanModel

// Quantities as programs get them: exact, and beside it as people read them.

struct MoneyRecord: Encodable {
  let minorUnits: Int64
  let currency: String
  let text: String

  /// `nil` for a plan that prints no money.
  init?(_ minorUnits: Int64?, isProved: Bool, _ reading: Reading) {
    guard let minorUnits, reading.plan.printsMoney else { return nil }
    self.minorUnits = minorUnits
    currency = reading.plan.currency.code
    text = reading.money(minorUnits, isProved: isProved)
  }
}

struct EffortRecord: Encodable {
  let minutes: Int64
  let text: String

  init(_ effort: Effort) {
    minutes = effort.minutes
    text = effort.text
  }
}

struct ElapsedRecord: Encodable {
  let workingDays: Int32?
  let months: Int32?
  let text: String

  init(_ elapsed: Elapsed) {
    switch elapsed {
    case .workingDays(let count):
      workingDays = count
      months = nil
    case .months(let count):
      workingDays = nil
      months = count
    }
    text = elapsed.text
  }
}

extension Rational {
  /// In thousandths, rounded half up.
  var perMille: Int64 { times(1000)?.rounded ?? 0 }
}

extension Reading {
  /// The date of a day of the problem, as every date in the output.
  func record(ofDay day: Int32?) -> String? { day.map { model.date(ofDay: $0).record } }
}

extension CivilDate {
  /// As every date in the output: `2026-07-01`.
  var record: String { description }
}
