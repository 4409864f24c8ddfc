internal import PlanSyntax

/// Templates that make themselves, directly or through others: refused before any is filled in, whether one is used or not.
struct TemplateCycles {
  /// Names of templates on a cycle.
  private(set) var members: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  private var uses: [String: [String]] = [:]
  private var isDone: Set<String> = []
  private var path: [String] = []
  private let templates: [String: TemplateStatement]

  /// - Complexity: O(size of the templates). As deep as templates follow one another, so with a stack of its own.
  init(_ templates: [String: TemplateStatement]) {
    self.templates = templates
    for (name, template) in templates {
      uses[name] = template.body.map { usedNames(in: $0) } ?? []
    }
    for name in templates.keys.sorted() where !isDone.contains(name) { search(from: name) }
  }

  private func usedNames(in body: Body) -> [String] {
    var names: [String] = []
    var pending = [body.syntax]
    while let node = pending.popLast() {
      if case .item(let item) = Statement(node), let name = item.value?.instantiation?.0.text,
        templates[name] != nil
      {
        names.append(name)
      }
      pending += node.children
    }
    return names
  }

  private mutating func search(from root: String) {
    var stack = [(name: root, next: 0)]
    path = [root]
    while let top = stack.last {
      let used = uses[top.name] ?? []
      guard top.next < used.count else {
        isDone.insert(top.name)
        stack.removeLast()
        path.removeLast()
        continue
      }
      stack[stack.count - 1].next += 1
      let next = used[top.next]
      if let first = path.firstIndex(of: next) {
        let cycle = path[first...]
        if members.isDisjoint(with: cycle) {
          diagnostics.append(.templateCycle(cycle.compactMap { templates[$0]?.name?.plain }))
        }
        members.formUnion(cycle)
      } else if !isDone.contains(next) {
        stack.append((next, 0))
        path.append(next)
      }
    }
  }
}
