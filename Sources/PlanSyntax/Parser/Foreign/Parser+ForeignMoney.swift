// Money with its sign or code on the wrong side, or with points and commas as half of Europe writes them.
extension Parser {
  func foreignMoney() -> ForeignValue? {
    if let code = currencyCode(0), let amount = plainNumber(1) {
      // `USD 4000`.
      return money(sign: nil, code: code, amount.text, tokenCount: amount.end)
    }
    if let sign = currencySign(0), let amount = plainNumber(1) {
      // `€ 4000`.
      return money(sign: sign, code: nil, amount.text, tokenCount: amount.end)
    }
    if let sign = currencySign(0), propertyWord == "currency", let code = Self.code(of: sign) {
      return ForeignValue(
        code: .foreignMoney, tokenCount: 1,
        headline: "is a sign, and a currency is told by its code",
        label: "here it is `\(code)`", mends: [.init(text: code)])
    }
    guard let amount = plainNumber(0) else { return nil }
    if let sign = currencySign(amount.end) {
      // `4000 €`, `4.000,50 €`, `60.000 €/week`.
      var text = amount.text
      var end = amount.end + 1
      if !amount.isGrouped, text.split(separator: ".").last?.utf8.count == 3, text.contains(".") {
        text = text.filter(\.isNumber)
      }
      if isKind(.slash, end), isTight(end), isTight(end + 1), let word = foreignWord(end + 1) {
        text += "/" + (WrittenUnit.period(word) ?? word)
        end += 2
      }
      return money(sign: sign, code: nil, text, tokenCount: end)
    }
    if amount.isGrouped, let code = currencyCode(amount.end) {
      return money(sign: nil, code: code, amount.text, tokenCount: amount.end + 1)
    }
    return nil
  }

  private func money(
    sign: String?, code: String?, _ amount: String, tokenCount: Int
  ) -> ForeignValue {
    let text = sign.map { $0 + amount } ?? "\(amount) \(code ?? "")"
    return ForeignValue(
      code: .foreignMoney, tokenCount: tokenCount, headline: "is not how an amount is written",
      label: sign == nil
        ? "a code stands behind the amount" : "a sign stands before the amount, without a blank",
      mends: [.init(text: text)])
  }

  /// A number, whose thousands may be told by points or commas and its cents by the other: `4.000,50` is `4000.50`.
  private func plainNumber(_ distance: Int) -> (text: String, end: Int, isGrouped: Bool)? {
    guard let first = foreignNumber(distance),
      first.utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") || $0.isMagnitude })
    else { return nil }
    var text = first
    var end = distance + 1
    while isKind(.comma, end), isTight(end), isTight(end + 1), let next = foreignNumber(end + 1),
      next.utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") })
    {
      text += "," + next
      end += 2
    }
    guard end > distance + 1 else { return (text, end, false) }
    return (Self.withoutGroups(text), end, true)
  }

  /// The last of the two signs tells the cents, unless three digits stand behind it.
  private static func withoutGroups(_ text: String) -> String {
    let last = text.lastIndex { $0 == "," || $0 == "." }
    guard let last else { return text }
    let cents = text[text.index(after: last)...]
    let whole = text[..<last].filter(\.isNumber)
    return cents.count == 3 ? whole + cents : "\(whole).\(cents)"
  }

  private static func code(of sign: String) -> String? {
    ["$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"][sign]
  }

  private func currencySign(_ distance: Int) -> String? {
    guard isKind(.unknown, distance) else { return nil }
    let text = source.text(tokens.range(position + distance))
    return CurrencySign.all.contains { $0.sign == text } ? text : nil
  }

  /// Three capitals; every currency has such a code, and no name is written like that.
  private func currencyCode(_ distance: Int) -> String? {
    guard isKind(.identifier, distance) else { return nil }
    let range = tokens.range(position + distance)
    guard range.count == 3 else { return nil }
    let text = source.text(range)
    return text.utf8.allSatisfy { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") } ? text : nil
  }
}

extension UInt8 {
  fileprivate var isMagnitude: Bool {
    [UInt8(ascii: "k"), UInt8(ascii: "M"), UInt8(ascii: "B")].contains(self)
  }
}
