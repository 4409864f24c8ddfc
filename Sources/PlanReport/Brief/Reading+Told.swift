import PlanModel

// How initiatives are called where no technology may be named.
extension Reading {
  /// What an initiative is called for readers who lead or control a business; `nil` for groundwork, of which only the number is told.
  ///
  /// A plan does not say which of its words are technology. What it says is `outcome`, in words for these readers, and `kind`: what
  /// users get, a bet, an experiment and what lowers a risk are about the business, and go by their label; an enabler, a multiplier, a
  /// debt and the kinds that a plan declares itself are about how it is built, and do not.
  func told(_ initiative: Int) -> String? {
    let planned = plan.initiatives[initiative]
    if let outcome = planned.words.outcome { return cut(outcome) }
    return Reading.kindsOfBusiness.contains(planned.kind) ? cut(label(initiative)) : nil
  }

  private static let kindsOfBusiness: Set<String> = [
    "feature", "bet", "experiment", "risk_reducer",
  ]

  /// A few of some initiatives by what they are told as, and how many others there are: "a; b; and three more", or with all of them
  /// told "a; and two pieces of groundwork".
  func list(_ members: [Int], _ item: (_ initiative: Int, _ name: String) -> Prose) -> Prose {
    let named = members.compactMap { index in told(index).map { (index, $0) } }
    var parts = named.prefix(fit.named).map { item($0.0, $0.1) }
    let rest = members.count - parts.count
    if rest > 0 {
      let isGroundwork = named.count == parts.count
      let count = isGroundwork ? counted(rest, "piece") + " of groundwork" : inWords(rest) + " more"
      parts.append(Prose(parts.isEmpty ? count : "and " + count))
    }
    return parts.joined(separator: "; ")
  }

  /// Initiatives by their first goal that may be told of; those without one last.
  func streams(_ members: [Int]) -> [(title: String, members: [Int])] {
    var order: [GoalID] = []
    for index in members {
      if let goal = plan.initiatives[index].goals.first, !order.contains(goal) {
        order.append(goal)
      }
    }
    var streams = order.map { goal in
      (
        title: cut(label(goal)),
        members: members.filter { plan.initiatives[$0].goals.first == goal }
      )
    }
    let rest = members.filter { plan.initiatives[$0].goals.isEmpty }
    if !rest.isEmpty { streams.append(("Beside the goals", rest)) }
    return streams
  }
}
