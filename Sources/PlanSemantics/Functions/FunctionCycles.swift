import PlanSyntax

/// Functions that call themselves, directly or through others: refused before anything is evaluated, so that every plan
/// halts.
struct FunctionCycles {
  /// Indices of functions on a cycle, or that lead to one only through themselves.
  private(set) var members: Set<Int> = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Finds every cycle once.
  ///
  /// A search in depth with a stack of its own, because a chain of calls may be as long as the plan.
  ///
  /// - Complexity: O(size of the functions).
  init(_ functions: [FunctionDeclaration]) {
    var indices: [String: Int] = [:]
    for (index, function) in functions.enumerated() where indices[function.name.text] == nil {
      indices[function.name.text] = index
    }
    let calls = functions.map { function in
      function.body.calledNames.compactMap { indices[$0.text] }
    }
    var isDone = Array(repeating: false, count: functions.count)
    var place = Array(repeating: -1, count: functions.count)
    for root in functions.indices where !isDone[root] {
      var path = [(function: root, next: 0)]
      place[root] = 0
      while let top = path.last {
        guard top.next < calls[top.function].count else {
          isDone[top.function] = true
          place[top.function] = -1
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let callee = calls[top.function][top.next]
        if place[callee] >= 0 {
          let cycle = path[place[callee]...].map(\.function)
          if members.isDisjoint(with: cycle) {
            diagnostics.append(.functionCycle(cycle.map { functions[$0].name }))
          }
          members.formUnion(cycle)
        } else if !isDone[callee] {
          place[callee] = path.count
          path.append((callee, 0))
        }
      }
    }
  }
}
