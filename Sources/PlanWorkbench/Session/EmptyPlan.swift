extension CheckOptions {
  /// A plan of nothing that begins today, to type into.
  package var emptyPlan: [UInt8] {
    let start = (asOf ?? today).map { "\n  start: \($0.date)\n" } ?? ""
    return Array("language: 1\n\nplan \"A plan\" {\(start)}\n".utf8)
  }
}
