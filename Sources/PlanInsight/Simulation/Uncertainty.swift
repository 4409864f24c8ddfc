package import PlanModel

/// All that is not known for sure in a plan, each with the distribution that a trial draws it from.
///
/// A draw is a function of the plan's seed, the name of what is drawn and the number of the trial.
package struct Uncertainty: Sendable {
  /// What is drawn.
  package enum Source: Hashable, Sendable {
    case effort(WorkID)
    /// Whether a risk strikes; the index is that among its initiative's risks.
    case risk(InitiativeID, Int)
    /// How much effort a risk adds that strikes.
    case damage(InitiativeID, Int)
    case slip(ExternalID)
    case fallback(ExternalID)
    /// How fast a team turns out to be, in everything it does.
    case pace(TeamID)
    /// What of a team's time is left over for work, of what was measured.
    case availability(TeamID)
    /// How far what is known of a reference class is off.
    case referenceClass(ClassID)
    /// Whether a gate stays closed; the index is that among its initiative's gates.
    case gate(InitiativeID, Int)
    /// Whether and when a risk costs money; the index is that among its initiative's risks.
    case loss(InitiativeID, Int)
    /// When people have learnt a skill; the index is that among its learnings.
    case learner(SkillID, Int)
  }

  /// One thing that is drawn.
  struct Input: Sendable {
    let source: Source
    let random: Philox
    let draw: Draw
  }

  enum Draw: Sendable {
    case table(QuantileTable)
    /// Happens with this chance, in 2⁻³²; how hard, another input says, −1 for none.
    case strikes(UInt64, damage: Int32)
    /// A whole number below this, each as likely as the others.
    case below(UInt32)
    /// One of these, each as likely as the others.
    case oneOf([Double])
  }

  /// What a work's effort is made of in a trial.
  struct Effort: Sendable {
    /// Minutes without risks where they are known.
    var known: Double
    /// Index into `inputs` of the estimate; −1 where it is known.
    var estimate: Int32
    /// Indices into `inputs`.
    var risks: [(strikes: Int32, damage: Int32)]
    /// What of the whole is still to be done: 1 for what is not begun.
    var left: Double
    var team: Int32
    /// Row of the class in the factors; −1 where it has none.
    var referenceClass: Int32
    /// What a head has to deliver for a minute, in millionths of a person-day.
    var unitsPerMinute: Double
    /// Whether trials differ in it at all; what does not vary is as planned.
    var varies: Bool
  }

  let inputs: [Input]
  /// By position in the network.
  let efforts: [Effort]
  /// By team of the plan, and behind those by its classes: indices into `inputs` or −1.
  let paces: [Int32]
  let availabilities: [Int32]
  /// By number of what comes, as in `Arrivals`.
  let slips: [Int32]
  let fallbacks: [Fallback?]
  let stops: Stops
  let losses: Losses
  /// Where the draws began.
  package let seed: Int64
  /// What had to be taken for granted, in sentences.
  package let assumptions: [String]

  /// What is done instead of waiting any longer for an external.
  struct Fallback: Sendable {
    var input: Int32
    var known: Double
    var from: Int32
    /// Of the people who do it.
    var profile: Int32
    var team: Int32
  }
}

/// How the simulation is to run.
package struct SimulationOptions: Sendable {
  /// More would not fit the counters of a day, and tell no more: the error of a chance is under 0.4 % by then.
  package static let trialsMax = 60_000
  package static let trialsUsual = 10_000

  package var trials: Int
  /// Standard deviation of every pace, whose mean is 1, instead of what teams and classes say; `nil` for what they say.
  package var paceDeviation: Double?
  /// Whether externals whose slip nobody has said slip by their commitment.
  package var assumesSlips: Bool
  /// Where random draws begin, instead of the plan's seed.
  package var seed: Int64?
  package var threads: Int
  /// Asked between rounds of trials; what has been done by then is the answer.
  package var isCancelled: (@Sendable () -> Bool)?
  /// Told after each round how many trials are done.
  package var progress: (@Sendable (Int) -> Void)?

  package init(
    trials: Int = trialsUsual, paceDeviation: Double? = nil, assumesSlips: Bool = true,
    threads: Int = 1, isCancelled: (@Sendable () -> Bool)? = nil,
    progress: (@Sendable (Int) -> Void)? = nil
  ) {
    self.trials = min(max(trials, 1), Self.trialsMax)
    self.paceDeviation = paceDeviation
    self.assumesSlips = assumesSlips
    self.threads = threads
    self.isCancelled = isCancelled
    self.progress = progress
  }

  /// Trials after which a chance is known to `error` (0...1) in 95 of 100 runs, whatever it is: 0.25 × (1.96 / error)².
  package static func trials(forError error: Rational) -> Int {
    let wanted = 0.9604 / max(error.approximate * error.approximate, 1e-9)
    return min(trialsMax, Int(wanted.rounded(.up)))
  }
}
