internal import PlanWorkbench
internal import Synchronization

// What may take long, and whom nobody has to wait for.
extension Session {
  /// Asks something of the schedule at hand.
  func ask(
    _ question: @escaping @Sendable (SolvedPlan) throws(Misasked) -> Report
  ) throws(Refusal) -> Reply {
    let style = style
    return try onSchedule { solved throws(Misasked) in
      Reply(try question(solved).text(.terminal, style))
    }
  }

  /// The same of what is answered in another way.
  func onSchedule<Value: Sendable>(
    _ question: @escaping @Sendable (SolvedPlan) throws(Misasked) -> Value
  ) throws(Refusal) -> Value {
    guard let solved = situation.solved else {
      throw Refusal(
        "the plan has errors, so there is no schedule to ask", help: "`check` shows them")
    }
    guard solved.isFeasible else {
      throw Refusal(
        "no schedule keeps every demand of the plan",
        help: "`show conflicts` says which cannot hold together")
    }
    return try patiently { isUnwanted in
      Result { () throws(Misasked) in
        try question(solved.asked(until: isUnwanted))
      }.mapError { Refusal(verbatim: "\($0)") }
    }
  }

  /// Does what changes nothing and may take long; somebody who gives it up has an answer at once.
  ///
  /// - Parameter work: Ends soon once it is told that nobody waits; what it found by then is still taken where it comes in time.
  /// - Returns: What it answers.
  /// - Throws: What it throws, or that it was given up.
  func patiently<Value: Sendable>(
    _ work:
      @escaping @Sendable (_ isUnwanted: @escaping @Sendable () -> Bool) -> Result<
        Value, Refusal
      >
  ) throws(Refusal) -> Value {
    let answer = Answered<Result<Value, Refusal>>()
    let isDone = surroundings.wait { isUnwanted in answer.set(work(isUnwanted)) }
    guard isDone, let result = answer.value else {
      throw Refusal(verbatim: "interrupted: there is no answer yet, and nothing was changed")
    }
    return try result.get()
  }
}

/// A value that another thread finds.
private final class Answered<Value: Sendable>: Sendable {
  private let found = Mutex<Value?>(nil)

  var value: Value? { found.withLock { $0 } }

  func set(_ value: Value) { found.withLock { $0 = value } }
}
