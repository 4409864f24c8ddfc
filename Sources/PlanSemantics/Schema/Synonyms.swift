/// Words that other tools use for what a property says here.
///
/// Spelling finds no way from `depends_on` to `after`; whoever comes from another tool writes it all the same.
enum Synonyms {
  /// The property of a block that such a word means there; `nil` where the block has none.
  static func property(for word: String, in kind: Kind) -> PropertyWord? {
    (byWord[word] ?? []).first { Schema.property($0, of: kind) != nil }
  }

  /// Of several the first that the block has.
  private static let byWord: [String: [PropertyWord]] = [
    "depends_on": [.after], "depends": [.after], "requires": [.after], "needs": [.after],
    "blocked_by": [.after], "predecessors": [.after], "dependencies": [.after],
    "start": [.notBefore, .on, .from], "begins": [.notBefore, .on, .from], "starts": [.notBefore],
    "end": [.until, .to, .by], "ends": [.until, .to], "finish": [.until, .to],
    "due": [.by, .decideBy, .date], "deadline": [.by, .decideBy], "date": [.by, .on, .due],
    "goal": [.serves], "goals": [.serves], "objective": [.serves], "objectives": [.serves],
    "estimate": [.effort], "size": [.effort, .people], "duration": [.effort],
    "cost": [.costOfDelay, .costs, .price, .fee], "value": [.costOfDelay, .change],
    "worth": [.costOfDelay], "cod": [.costOfDelay],
    "lead": [.owner], "assignee": [.owner, .team], "assigned_to": [.team],
    "members": [.people], "headcount": [.people], "heads": [.people], "capacity": [.people],
    "focus": [.availability], "utilization": [.availability],
    "probability": [.chance], "likelihood": [.chance], "impact": [.adds],
    "reason": [.why, .because, .whyNot], "description": [.note], "comment": [.note],
    "fixes": [.pays], "repays": [.pays],
  ]
}
