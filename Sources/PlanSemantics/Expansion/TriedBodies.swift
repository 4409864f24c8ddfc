internal import PlanSyntax

/// Which bodies of templates, loops and conditions something was made of.
///
/// What was never made was never looked at: a template that nobody uses, a branch that is not taken, a loop over nothing. They
/// are remembered here, and looked at when everything else has been made (`Expander.tryTheRest`).
struct TriedBodies {
  /// A body that something could be made of.
  struct Candidate {
    let body: Body
    /// The variable of its loop.
    let variable: Word?
    let parent: Draft.NodeID
    let locals: LocalScope.ID
  }

  /// Whether what nothing was made of is being looked at.
  var isTrying = false
  /// Whether an overlay is being laid; what its loops hold could not be made without it.
  var isOverlay = false
  private var made: Set<Span> = []
  private var left: [Candidate] = []
  private var known: Set<Span> = []

  mutating func note(_ body: Body) { if !isTrying { made.insert(body.span) } }

  /// Something was made of it.
  func isMade(_ body: Body) -> Bool { made.contains(body.span) }

  /// Nothing was made of a body this time.
  mutating func leave(
    _ body: Body, _ variable: Word?, in parent: Draft.NodeID, _ locals: LocalScope.ID
  ) {
    guard !isTrying, !isOverlay, known.insert(body.span).inserted else { return }
    left.append(Candidate(body: body, variable: variable, parent: parent, locals: locals))
  }

  /// The same for all that stands behind an `else`.
  mutating func leave(
    _ otherwise: IfStatement.Otherwise?, in parent: Draft.NodeID, _ locals: LocalScope.ID
  ) {
    var next = otherwise
    while let current = next {
      next = nil
      switch current {
      case .body(let body): leave(body, nil, in: parent, locals)
      case .conditional(let conditional):
        if let body = conditional.body { leave(body, nil, in: parent, locals) }
        next = conditional.otherwise
      }
    }
  }

  /// Those that nothing was made of at all, in the order in which they were met.
  var untried: [Candidate] { left.filter { !isMade($0.body) } }
}
