import PlanModel
import PlanSemantics
import PlanSyntax
import TestSupport
import Testing

/// What may be done to a plan without changing what it means: laying it out anew, and saying on the command line what the
/// file could say.
@Suite struct InvarianceTests {
  /// Plans to learn from, and every case that is a whole plan.
  private static let sources: [String] = {
    let plans = Repository.files(below: "Plans", ending: ".plan")
      .compactMap { try? Repository.read($0) }
    let cases = GoldenCase.all(below: "Tests/GoldenTests/Cases")
      .map { Annotations.strip($0.source) }
    return plans + cases
  }()

  /// The layout of a file says nothing: formatted it has the same plan, the same answers and the same mistakes.
  @Test func formattingChangesNothing() {
    var compared = 0
    for source in Self.sources {
      let parsed = parse(SourceText(source))
      guard parsed.diagnostics.isEmpty else { continue }
      let laidOut = String(decoding: format(parsed), as: UTF8.self)
      #expect(meaning(of: laidOut) == meaning(of: source), Comment(rawValue: source))
      compared += 1
    }
    #expect(compared > 100)
  }

  /// `--set path=value` is the file with that value in it, whatever the value: its own, or one that another block has there.
  @Test func whatIsSetIsWhatIsEdited() {
    var compared = 0
    for source in Self.sources where source.utf8.count < 6000 {
      let text = SourceText(source)
      let parsed = parse(text)
      guard parsed.diagnostics.isEmpty else { continue }
      let properties = settable(in: parsed.tree)
      let own = meaning(of: source)
      // A mistake that is replaced is one all the same, so plans with mistakes differ.
      guard own.first?.hasPrefix("E0") == false else { continue }
      // Every third: each is two plans more to read.
      for (index, property) in properties.enumerated() where index % 3 == 0 {
        let value = text.text(property.value)
        guard !value.contains("\n") else { continue }
        let same = meaning(of: source, setting: "\(property.path)=\(value)")
        #expect(same == own, "\(property.path)=\(value)")
        let others = properties[(index + 1)...].filter { $0.word == property.word }
        guard let other = others.last.map({ text.text($0.value) }), !other.contains("\n") else {
          continue
        }
        var edited = Array(source.utf8)
        edited.replaceSubrange(
          Int(property.value.start)..<Int(property.value.end), with: Array(other.utf8))
        let set = meaning(of: source, setting: "\(property.path)=\(other)")
        #expect(
          set == meaning(of: String(decoding: edited, as: UTF8.self)), "\(property.path)=\(other)")
        compared += 1
      }
    }
    #expect(compared > 100)
  }

  // MARK: What a plan means

  /// The plan and the values of its questions; of a plan with mistakes what they are, without their places.
  private func meaning(of source: String, setting override: String? = nil) -> [String] {
    let overrides = override.map {
      [Override(SourceText(file: FileID(raw: 7), path: "--set", bytes: Array($0.utf8)))]
    }
    let analysis = analyse(
      [parse(SourceText(source)).tree], AnalysisOptions(overrides: overrides ?? []))
    let wrong = analysis.diagnostics.filter { $0.severity == .error }
      .map { "\($0.code.text) \($0.headline)" }
    guard var plan = analysis.plan, let interpreter = analysis.interpreter else {
      return Set(wrong).sorted()
    }
    let answers = interpreter.prints.map { interpreter.evaluate($0, facts: nil).value.planText }
    plan.overrides = []
    // All of it, as Swift describes it: what a dump left out could differ unseen.
    return ["\(plan)"] + answers
  }

  // MARK: What can be set

  private struct Settable {
    let path: String
    let word: String
    let value: TextRange
  }

  /// The properties of blocks that have names on the whole way down, outside of loops and templates.
  private func settable(in tree: SyntaxTree) -> [Settable] {
    var found: [Settable] = []
    var pending: [(item: Item, path: String)] = tree.file.items.compactMap { item in
      guard let name = item.name?.plain?.text ?? (item.word.text == "plan" ? "plan" : nil),
        !["scenario", "field", "allow", "deny", "let"].contains(item.word.text)
      else { return nil }
      return (item, name)
    }
    while let (item, path) = pending.popLast() {
      for inner in item.body?.items ?? [] {
        if inner.hasColon, inner.name == nil, inner.body == nil, let value = inner.value {
          found.append(
            Settable(
              path: "\(path).\(inner.word.text)", word: inner.word.text, value: value.span.range))
        } else if let name = inner.name?.plain?.text, inner.word.text != "allow" {
          pending.append((inner, "\(path).\(name)"))
        }
      }
    }
    return found
  }
}
