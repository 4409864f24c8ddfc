import PlanInsight
import PlanModel

/// The page of an answer: of which plan and schedule it is, the answer, and how to read it.
///
/// Its title is what it is about; unless said, the plan.
func questionPage(
  _ reading: Reading, title: String? = nil, _ sections: [Section], remarks: [Prose]
) -> Document {
  Document(
    title: Prose(title ?? reading.plan.label), lead: lead(reading) + [.paragraph(outcome(reading))],
    sections: sections
      + [Section(title: "How to read this", blocks: [.list(remarks)])])
}

extension Reading {
  /// What differences of schedules mean, and until when money is counted.
  var remarkOnMoney: Prose {
    """
    Costs of delay are counted in \(plan.currency.code) until \(figure: lastDate.text): opportunity, not budget. Differences of \
    schedules have two digits; a longer search may move them, and they do not add up.
    """
  }

  /// That effort is priced at the plan's rate.
  var remarkOnRate: Prose {
    let price = plan.rate.price(of: Effort(personWeeks: 1))
    return """
      Effort becomes money at the plan's rate, \(figure: price.text(plan.currency)) a person-week, loaded: people who are paid \
      anyway, no money to be asked for.
      """
  }
}
