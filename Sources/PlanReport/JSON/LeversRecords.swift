package import PlanInsight
import PlanModel

/// What levers are worth, for programs; conventions are those of `json`.
package func leversJSON(_ worths: Worths, _ answer: Answer) throws -> String {
  try questionJSON("levers", answer) { LeversRecord(worths, $0) }
}

private struct LeversRecord: Encodable {
  let from: String
  let contractFrom: String
  let weekPrice: Amount
  let people: [WorthRecord]
  let contractors: [WorthRecord]
  let availability: [WorthRecord]
  let limits: [WorthRecord]
  let weeks: [WorthRecord]
  let externals: [WorthRecord]
  let cheaperPlanSaves: MoneyRecord?

  init(_ worths: Worths, _ reading: Reading) {
    func records(_ group: [Worth]) -> [WorthRecord] { group.map { WorthRecord($0, reading) } }
    from = worths.from.record
    contractFrom = worths.contractFrom.record
    weekPrice = Amount(worths.weekPrice, reading.plan)
    people = records(worths.people)
    contractors = records(worths.contractors)
    availability = records(worths.availability)
    limits = records(worths.limits)
    weeks = records(worths.weeks)
    externals = records(worths.externals)
    cheaperPlanSaves = MoneyRecord(worths.cheaper?.saves, isProved: false, reading)
  }
}

private struct WorthRecord: Encodable {
  let kind: String
  let subject: String
  let text: String
  let saves: MoneyRecord?
  let price: Amount?
  let gainPerMille: Int64?
  let netReturnPerMille: Int64?
  let payback: String?
  /// Headcounts that do not allow it.
  let beyond: [String]

  init(_ worth: Worth, _ reading: Reading) {
    kind = reading.kind(worth.change)
    subject = reading.subject(worth.change)
    text = reading.phrase(worth.change).plainText
    saves = MoneyRecord(worth.saves, isProved: false, reading)
    price = worth.price.map { Amount($0, reading.plan) }
    gainPerMille = worth.gain?.perMille
    netReturnPerMille = worth.netReturn?.perMille
    payback = worth.payback.map { reading.model.date(ofDay: $0).record }
    beyond = reading.beyond(worth.change)
  }
}
