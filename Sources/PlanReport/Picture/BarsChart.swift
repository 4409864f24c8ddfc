/// Amounts as bars, the largest first.
package struct BarsChart: Sendable, Equatable {
  package var bars: [Bar]

  package init(bars: [Bar]) { self.bars = bars }

  package struct Bar: Sendable, Equatable {
    package var label: String
    /// What stands at its end: `at most $1.3M`.
    package var figure: String
    /// How long it is beside the others; `nil` for more than any amount.
    package var amount: Int64?
    /// Whether it may be less: drawn hatched.
    package var isUpperLimit: Bool
    package var text: String

    package init(
      label: String, figure: String, amount: Int64?, isUpperLimit: Bool, text: String
    ) {
      self.label = label
      self.figure = figure
      self.amount = amount
      self.isUpperLimit = isUpperLimit
      self.text = text
    }
  }
}
