internal import PlanWorkbench

// Branches are scenarios of the plan.
extension Command {
  static let branch: Command = Command(
    "branch", "branch NAME [\"LABEL\"]",
    "Begins a scenario: what is changed from here on stands in it, and the plan itself stays.",
    wordsMax: 2,
    example: { session in session.freeName("what_if").map { "branch \($0)" } },
    run: { session, words throws(Refusal) in
      guard let name = words.first else { throw .missing("the name of the scenario", .branch) }
      guard name != Session.baseline, name.isName else {
        throw Refusal("`\(name)` is no name for a scenario", help: "names are like `ceo_ask`")
      }
      if session.situation.checked.scenarioNames.contains(name) {
        throw Refusal("there is a scenario `\(name)` already", help: "`switch \(name)` goes to it")
      }
      let label = words.count == 2 ? " \"\(words.all[1].filter { $0 != "\\" })\"" : ""
      let base = session.branch.map { "  extends: \($0)\n" } ?? ""
      return session.declareBranch(
        "scenario \(name)\(label) {\n\(base)}", name, entry: Log.entry("branch", words.all))
    })

  static let switchBranch: Command = Command(
    "switch", "switch NAME", "Goes to a scenario, or with `baseline` to the plan itself.",
    takes: .scenarios, wordsMax: 1,
    example: { session in
      session.situation.checked.scenarioNames.first { $0 != session.branch }.map { "switch \($0)" }
    },
    run: { session, words throws(Refusal) in
      guard let name = words.first else {
        throw .missing("the name of the scenario", .switchBranch)
      }
      let target = try session.scenario(name)
      guard target != session.branch else { return Reply("this is \(name) already\n") }
      return session.goOver(to: target, entry: Log.entry("switch", words.all))
    })

  static let compare: Command = Command(
    "compare", "compare [NAME …]",
    "Puts this version beside others: scenarios, and `baseline` for the plan itself; unless said, all.",
    takes: .scenarios, wordsMax: nil,
    example: { $0.situation.checked.scenarioNames.isEmpty ? nil : "compare" },
    run: { session, words throws(Refusal) in
      let own = session.branch ?? Session.baseline
      var names =
        words.isEmpty ? [Session.baseline] + session.situation.checked.scenarioNames : words.all
      if !words.isEmpty, !names.contains(own) { names.append(own) }
      guard names.count > 1 else {
        throw Refusal(
          "there is nothing to compare this with", help: "`branch NAME` begins a scenario")
      }
      return try session.comparison(names)
    })

  static let decide: Command = Command(
    "decide", "decide SCENARIO because \"WHY\"",
    "Writes down which scenario was chosen, and why.",
    takes: .scenarios, wordsMax: 3,
    example: { session in
      session.situation.checked.scenarioNames.first.map {
        "decide \($0) because \"it keeps the date\""
      }
    },
    run: { session, words throws(Refusal) in
      guard let name = words.first else { throw .missing("the scenario that was chosen", .decide) }
      guard words.count == 3, words.all[1] == "because" else {
        throw .missing("the reason", .decide)
      }
      guard let chosen = try session.scenario(name) else {
        throw Refusal(
          "`baseline` is no scenario that could be chosen",
          help: "what stays as it is needs no decision")
      }
      return session.decide(chosen, because: words.all[2], entry: Log.entry("decide", words.all))
    })
}

extension Session {
  /// What the plan itself is called among its scenarios.
  static let baseline = "baseline"

  /// A scenario by its name; `nil` for the plan itself.
  fileprivate func scenario(_ name: String) throws(Refusal) -> String? {
    if name == Session.baseline { return nil }
    let names = situation.checked.scenarioNames
    guard !names.contains(name) else { return name }
    let near = nearest(to: name, among: names + [Session.baseline])
    throw Refusal(
      "there is no scenario `\(name)`",
      help: near.first.map { "did you mean `\($0)`?" } ?? "`branch \(name)` begins one")
  }

  /// A name that nothing has.
  func freeName(_ stem: String) -> String? {
    ([stem] + (2...99).map { "\(stem)_\($0)" }).first { situation.declaration(of: $0) == nil }
  }

  /// Goes to another scenario, which is solved as every command solves it: nothing was changed, so nothing has to stay.
  fileprivate mutating func goOver(to target: String?, entry: String) -> Reply {
    visited.note(situation, as: copy.version(branch))
    let version = copy.version(target)
    var fault = ""
    do {
      situation = try PlanWorkbench.situation(
        copy.checked(target), knowing: visited.solution(of: version), surroundings.effort)
      visited.note(situation, as: version)
    } catch {
      situation = Situation(unsolved: copy.checked(target))
      fault = "\(error)\n"
    }
    timeline.append(
      Step(
        entry: entry, changes: [], branch: (branch, target), solution: situation.solution,
        added: []))
    branch = target
    return Reply(summary + "\n", problem: fault, journal: entry)
  }

  /// Writes a scenario and goes to it.
  fileprivate mutating func declareBranch(
    _ text: String, _ name: String, entry: String
  ) -> Reply {
    var next = copy
    do throws(EditRefusal) {
      let made = try next.lay(TypedText(text), on: nil, before: next.checked(nil))
      copy = next
      return settle(copy.checked(name), made.changes, to: name, entry: entry)
    } catch {
      return Reply(problem: error.text(style))
    }
  }

  /// Versions side by side; the one that is open has the schedule at hand.
  fileprivate mutating func comparison(_ names: [String]) throws(Refusal) -> Reply {
    var targets: [(name: String, scenario: String?)] = []
    for name in names { targets.append((name, try scenario(name))) }
    let (asked, session) = (targets, self)
    let (text, found) = try patiently { isUnwanted in
      Result { () throws(Refusal) in
        var found: [Situation] = []
        var versions: [(name: String, solved: SolvedPlan)] = []
        for (name, target) in asked {
          let version = try session.version(target, until: isUnwanted)
          guard let solved = version.solved else {
            throw Refusal("`\(name)` has errors", help: "`switch \(name)` and `check` say which")
          }
          found.append(version)
          versions.append((name, solved.asked(until: isUnwanted)))
        }
        return (PlanWorkbench.comparison(versions).text(.terminal, session.style), found)
      }
    }
    for (target, version) in zip(targets, found) where target.scenario != branch {
      visited.note(version, as: copy.version(target.scenario))
    }
    return Reply(text)
  }

  /// A version of the plan, solved unless it was before; `nil` names the plan itself.
  private func version(
    _ scenario: String?, until isUnwanted: @escaping @Sendable () -> Bool
  ) throws(Refusal) -> Situation {
    guard scenario != branch else { return situation }
    do {
      return try PlanWorkbench.situation(
        copy.checked(scenario), knowing: visited.solution(of: copy.version(scenario)),
        surroundings.effort.until(isUnwanted))
    } catch {
      throw Refusal(verbatim: "\(error)")
    }
  }

  fileprivate mutating func decide(
    _ scenario: String, because reason: String, entry: String
  ) -> Reply {
    let name = freeName("chose_\(scenario)") ?? "chose_\(scenario)"
    let others = situation.checked.scenarioNames.filter { $0 != scenario }
    let rejected = others.isEmpty ? "" : "\n  rejected: [\(others.joined(separator: ", "))]"
    let text = """
      decision \(name) {
        made: \(situation.asOf ?? ""), chose: \(scenario)\(rejected)
        because: "\(reason.filter { $0 != "\\" })"
      }
      """
    // A decision stands in the plan, whichever scenario is open.
    var next = copy
    do throws(EditRefusal) {
      let made = try next.lay(TypedText(text), on: nil, before: next.checked(nil))
      copy = next
      return settle(copy.checked(branch), made.changes, to: branch, entry: entry)
    } catch {
      return Reply(problem: error.text(style))
    }
  }
}

extension String {
  /// Whether it may be a name of a plan.
  fileprivate var isName: Bool {
    guard let first = unicodeScalars.first, first == "_" || first.properties.isAlphabetic else {
      return false
    }
    return unicodeScalars.allSatisfy {
      $0 == "_" || $0.properties.isAlphabetic || ("0"..."9").contains($0)
    }
  }
}
