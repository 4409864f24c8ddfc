internal import PlanSyntax

extension CheckedPlan {
  /// What messages call each of its files, the plan's own first.
  package var filePaths: [String] { sources.map(\.path) }

  /// Whether its own file has a `plan` block, and so is more than a part of another plan.
  package var declaresPlan: Bool {
    trees.first?.file.items.contains { $0.word.text == "plan" && $0.body != nil } ?? false
  }
}
