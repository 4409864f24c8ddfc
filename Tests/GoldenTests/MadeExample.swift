import PlanWorkbench

/// An example of the catalogue that is no plan to be written out: bytes, a question, or something too large to be read.
struct MadeExample: Sendable {
  /// The codes that the mistake raises, and those that are left once it is mended.
  let findings: @Sendable () throws -> (bad: [String], good: [String])

  private init(_ findings: @escaping @Sendable () throws -> (bad: [String], good: [String])) {
    self.findings = findings
  }

  /// By code.
  static let all: [String: MadeExample] = [
    "E0001": MadeExample {
      (codes(of: head.utf8 + [0x23, 0xE4, 0x0A]), codes(of: head.utf8 + [0x23, 0xC3, 0xA4, 0x0A]))
    },
    "E0003": question(bad: "  ", good: "count(initiatives)"),
    "E0004": MadeExample {
      (codes(of: "Name, Team, Weeks\nSearch, Web, 6\n"), codes(of: head))
    },
    "E0138": question(bad: "count(initiatives) count(teams)", good: "[count(teams)]"),
    "E0010": MadeExample {
      let missing = unreadable(
        path: "q3.paln", reason: "no such file", isLimit: false, neighbours: ["q3.plan"])
      return (GoldenTests.codes(missing), [])
    },
    "E0910": MadeExample {
      let large = unreadable(
        path: "q3.plan", reason: "it is larger than 16 MB", isLimit: true, neighbours: [])
      return (GoldenTests.codes(large), [])
    },
    "E0901": grown(201, 20) { head + "let a = " + $0.times("[") + "1" + $0.times("]") + "\n" },
    "E0902": grown(1_001, 400) { head + "let a = 1" + $0.times(" + 1") + "\n" },
    "E0034": MadeExample {
      let forbidden = FileProvider(
        find: { path, _ in .file(real: path, shown: path) },
        read: { _, _ in .failure(reason: "permission denied", isLimit: false) })
      return (codes(of: head, files: forbidden), codes(of: head))
    },
    "E0911": imported { path, _ in
      path == "large.plan"
        ? .failure(reason: "it is larger than 16 MB", isLimit: true) : .bytes(Array("".utf8))
    },
    "E0912": MadeExample {
      let endless = FileProvider(
        find: plansOnly,
        read: { path, _ in
          let next = (Int(path.prefix { $0 != "." }) ?? 0) + 1
          return .bytes(Array("language: 1\nimport \"\(next).plan\"\n".utf8))
        })
      return (codes(of: head + "import \"1.plan\"\n", files: endless), [])
    },
    "E0922": grown(202, 20) { count in
      head
        + (0..<count).map { "external e\($0) { date: 2026-09-15, after: e\($0 + 1) }\n" }.joined()
        + "external e\(count) { date: 2026-09-15 }\n"
    },
    "E0930": grown(700, 20) { chain($0) { "\($0) + 1" } },
    "E0940": grown(1_000_001, 10) { head + "let a = numbers(1, \($0))\n" },
    "E0941": grown(9, 2) { count in
      chain(count, from: "\"twenty bytes of text\"") { name in
        "\"" + 10.times("\\(\(name))") + "\""
      }
    },
    "E0942": grown(210, 20) { chain($0) { "[\($0)]" } },
  ]

  /// Codes that take more than a test has time for; each with the suite that shows it under a lower limit.
  static let elsewhere: [String: String] = [
    "E0920": "Tests/PlanSemanticsTests/ExpansionLimitTests.swift",
    "E0931": "Tests/PlanSemanticsTests/TerminationTests.swift",
    "E0950": "Tests/GoldenTests/Cases/check/loops.cases",
  ]
}

private let head = "language: 1\nplan \"Example\" { start: 2026-07-01 }\n"

/// A plan as large as it takes, and one within the limit.
private func grown(
  _ tooMany: Int, _ few: Int, _ plan: @escaping @Sendable (Int) -> String
) -> MadeExample {
  .init(bad: { codes(of: plan(tooMany)) }, good: { codes(of: plan(few)) })
}

private func question(bad: String, good: String) -> MadeExample {
  @Sendable func ask(_ text: String) throws -> [String] {
    let checked = check(Array(head.utf8), path: "example.plan", CaseTests.options)
    let told = try query(text, checked, .quick).findings(.human, CaseTests.style)
    return told.split(separator: "error[").dropFirst(told.hasPrefix("error[") ? 0 : 1)
      .map { String($0.prefix { $0 != "]" }) }
  }
  return .init(bad: { try ask(bad) }, good: { try ask(good) })
}

/// Whatever is asked for is there, but no lock file.
@Sendable private func plansOnly(_ path: String, _ importer: String) -> FileProvider.Place {
  path.hasSuffix(".plan")
    ? .file(real: path, shown: path) : .nowhere(reason: "no such file", neighbours: [])
}

/// A plan that imports `large.plan`.
private func imported(
  _ read: @escaping @Sendable (String, Int) -> FileProvider.Content
) -> MadeExample {
  let files = FileProvider(find: plansOnly, read: read)
  return .init(
    bad: { codes(of: head + "import \"large.plan\"\n", files: files) }, good: { codes(of: head) })
}

/// `let`s each of which is made of the one before.
private func chain(
  _ count: Int, from first: String = "1", _ next: (_ name: String) -> String
) -> String {
  // The last first, so that none has its value when it is wanted.
  let steps = (1...count).reversed().map { "let v\($0) = \(next("v\($0 - 1)"))\n" }
  return head + steps.joined() + "let v0 = \(first)\n"
}

private func codes(of text: String, files: FileProvider = .none) -> [String] {
  codes(of: Array(text.utf8), files: files)
}

private func codes(of bytes: some Sequence<UInt8>, files: FileProvider = .none) -> [String] {
  var options = CaseTests.options
  options.files = files
  return codes(check(Array(bytes), path: "example.plan", options))
}

extension MadeExample {
  fileprivate init(
    bad: @escaping @Sendable () throws -> [String], good: @escaping @Sendable () throws -> [String]
  ) {
    self.init { (bad: try bad(), good: try good()) }
  }
}

extension Int {
  fileprivate func times(_ text: String) -> String { String(repeating: text, count: self) }
}
