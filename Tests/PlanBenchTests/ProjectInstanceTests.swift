import PlanModel
import PlanSolver
import Testing
import plan_bench

/// The format of PSPLIB on a project of three activities between two dummies: 2 and 3 share one unit, 4 needs both.
@Suite("PSPLIB") struct ProjectInstanceTests {
  private static let text = """
    ************************************************************************
    PRECEDENCE RELATIONS:
    jobnr.    #modes  #successors   successors
       1        1          2           2   3
       2        1          1           4
       3        1          1           4
       4        1          1           5
       5        1          0
    ************************************************************************
    REQUESTS/DURATIONS:
    jobnr. mode duration  R 1  R 2
    ------------------------------------------------------------------------
      1      1     0       0    0
      2      1     3       1    0
      3      1     2       1    0
      4      1     4       0    1
      5      1     0       0    0
    ************************************************************************
    RESOURCEAVAILABILITIES:
      R 1  R 2
       1    1
    ************************************************************************
    """

  @Test("one unit for two of three activities: five periods, and four after them")
  func findsTheMakespan() throws {
    let instance = try ProjectInstance(name: "tiny", text: Self.text).instance()
    let solution = solve(instance.problem)
    #expect(solution.isOptimal)
    #expect(try instance.evaluate(solution.schedule) == 9)
    #expect(instance.objective(solution.delayCost) == 9)
    #expect(instance.objective(solution.lowerBound) == 9)
  }

  @Test("with two units they run side by side")
  func countsResources() throws {
    let wider = Self.text.replacing("   1    1\n***", with: "   2    1\n***")
    let instance = try ProjectInstance(name: "tiny", text: wider).instance()
    #expect(try instance.evaluate(solve(instance.problem).schedule) == 7)
  }

  /// The evaluator reads the format, and is no second opinion of the same tables.
  @Test("a schedule that breaks the format is refused", arguments: 0..<4)
  func refuses(row: Int) throws {
    let rows: [([Int32?], String)] = [
      ([0, 0, 5], "overloads R1"), ([0, 3, 4], "before 3 ends"), ([0, 1, 5], "overloads R1"),
      ([0, nil, 5], "leaves activity"),
    ]
    let (starts, why) = rows[row]
    let instance = try ProjectInstance(name: "tiny", text: Self.text).instance()
    let lengths: [Int32] = [3, 2, 4]
    let schedule = Schedule(
      placements: zip(starts, lengths).map { start, length in
        start.map { Schedule.Placement(start: $0, finish: $0 + length - 1, option: 0) }
      })
    let error = #expect(throws: WrongResult.self) { try instance.evaluate(schedule) }
    #expect(error?.description.contains(why) == true, "\(String(describing: error))")
  }

  @Test(
    "a file that is none says what is wrong with it",
    arguments: [
      ("PRECEDENCE RELATIONS:", "", "no line `PRECEDENCE RELATIONS`"),
      ("2        1          1           4", "2        1          2           4", "cannot read"),
      ("2        1          1           4", "2        1          1           9", "do not fit"),
      ("4        1          1           5", "4        1          1           2", "in a circle"),
      ("3        1          1           4", "7        1          1           4", "cannot read"),
      ("2      1     3       1    0", "2      1    -3       1    0", "no duration of activity 2"),
      ("2      1     3       1    0", "2      1     3       1", "do not fit"),
      ("2      1     3       1    0", "2      1     3      -1    0", "cannot be"),
      ("2      1     3       1    0", "2      1 999999      1    0", "more than 100000 periods"),
      ("RESOURCEAVAILABILITIES", "RESOURCES", "no line `RESOURCEAVAILABILITIES`"),
      ("   1    1\n***", "   1\n***", "do not fit"),
    ])
  func refusesText(from: String, to: String, why: String) {
    #expect(Self.text.contains(from))
    let text = Self.text.replacing(from, with: to, maxReplacements: 1)
    let error = #expect(throws: FormatError.self) {
      try ProjectInstance(name: "tiny", text: text)
    }
    #expect(error?.description.hasPrefix("tiny: ") == true)
    #expect(error?.description.contains(why) == true, "\(String(describing: error))")
  }

  @Test("no text is a project", arguments: ["", "\n\n", "{}", "PRECEDENCE RELATIONS:\n"])
  func refusesNonsense(text: String) {
    #expect(throws: FormatError.self) { try ProjectInstance(name: "x", text: text) }
  }
}
