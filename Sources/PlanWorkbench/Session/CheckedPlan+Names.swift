package import PlanSemantics

extension CheckedPlan {
  /// What is declared, by path, with its kind and label.
  package var declaredNames: [(path: String, kind: Kind, label: String?)] {
    interpreter?.names ?? []
  }

  /// What a path leads to; `nil` where it leads nowhere.
  package func kind(of path: [String]) -> Kind? { interpreter?.site(of: path)?.kind }
}
