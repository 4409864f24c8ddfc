internal import PlanModel
internal import PlanSyntax

// Messages about decisions, choices and money of several currencies.
extension Diagnostic {
  static func chosenAndRejected(_ name: String, at place: Span, chosen: Span) -> Diagnostic {
    Diagnostic(
      .chosenAndRejected, "`\(name.shortened)` is chosen and rejected", at: place,
      label: "rejected here",
      secondary: [Label(chosen, "chosen here")], helps: ["take it out of one of them"])
  }

  static func choiceWithoutOptions(_ choice: Declaration) -> Diagnostic {
    Diagnostic(
      .choiceWithoutOptions, "there is nothing to choose from", at: choice.place,
      label: "no `option` in it",
      helps: ["write what there is: `option build \"In house\" { effort: 18pw }`"])
  }

  static func optionWithoutCost(_ option: Declaration) -> Diagnostic {
    Diagnostic(
      .optionWithoutCost, "an option has an `effort` or a `price`", at: option.place,
      label: "this one costs nothing",
      helps: ["write `effort: 18pw`, `price: $1.5k/month`, or `price: $0` if it is so"])
  }

  static func upkeepWithoutEffort(at place: Span) -> Diagnostic {
    Diagnostic(
      .optionWithoutCost, "`upkeep` is a share of the `effort`, and there is none", at: place,
      label: "a share of nothing",
      helps: ["write `effort`, or put what keeping it costs into `price`"])
  }

  static func exchangeName(_ name: Word, nearest: [String]) -> Diagnostic {
    Diagnostic(
      .exchangeName, "`\(name.text.shortened)` is no currency", at: name.span,
      label: "not known",
      helps: ["an exchange has the name of its currency in lower case: `exchange eur: $1.08`"]
    ).asking(nearest, at: name.span)
  }

  static func exchangeOfOwn(_ currency: Currency, at place: Span) -> Diagnostic {
    Diagnostic(
      .exchangeOfOwn, "\(currency.code) is the plan's own currency", at: place,
      label: "worth itself",
      helps: ["leave it out; an exchange is for amounts of another currency"])
  }
}
