internal import PlanModel
internal import PlanSyntax

// What amounts of other currencies are worth in the plan's own.
extension PropertyReader {
  /// What one unit of the currency that an `exchange` is named after is worth; `nil` when that was reported.
  ///
  /// The value of the block has to be an amount in the plan's currency: where the plan names none, it is the first amount
  /// that says what it is.
  func exchange(_ id: DeclarationID) -> (currency: Currency, worth: Rational)? {
    guard let name = table[id].name else { return nil }
    guard let currency = Currency.known.first(where: { $0.code.lowercased() == name.text }) else {
      let names = Currency.known.map { $0.code.lowercased() }
      diagnostics.append(
        .exchangeName(name, nearest: Spelling.nearest(to: name.text, among: names)))
      return nil
    }
    guard has(.price, of: id) else {
      diagnostics.append(.propertyMissing(.price, table[id]))
      return nil
    }
    guard let price = value(.price, of: id) else { return nil }
    guard case .quantity(let quantity) = price, case .money(let own) = quantity.unit,
      quantity.magnitude > .zero
    else {
      diagnostics.append(
        .outOfBounds(
          "an exchange is an amount of money, more than nothing", at: place(.price, of: id),
          label: "no amount above nothing",
          help: "write what one of it is worth, such as `\(PropertyWord.price.example)`"))
      return nil
    }
    guard own != currency else {
      diagnostics.append(.exchangeOfOwn(currency, at: name.span))
      return nil
    }
    return (currency, quantity.magnitude)
  }
}
