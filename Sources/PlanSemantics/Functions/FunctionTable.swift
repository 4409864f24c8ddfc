import PlanSyntax

/// The functions of a plan over those of the library: one of the plan's takes the place of its namesake everywhere.
struct FunctionTable: Sendable {
  private var lookups: [String: FunctionLookup] = [:]
  /// In the order of their declaration, the library's last.
  private(set) var names: [String] = []
  let diagnostics: [Diagnostic]

  init(_ functions: [FunctionDeclaration]) {
    let replaced = Set(functions.map(\.name.text))
    let library = Library.functions.map(\.declaration)
      .filter { !replaced.contains($0.name.text) }
    let all = functions + library
    let cycles = FunctionCycles(all)
    diagnostics = cycles.diagnostics
    for (index, function) in all.enumerated() where lookups[function.name.text] == nil {
      lookups[function.name.text] =
        cycles.members.contains(index) ? .cyclic : .function(function)
      names.append(function.name.text)
    }
  }

  func function(named name: String) -> FunctionLookup { lookups[name] ?? .unknown }
}
