/// How long the steps of a climb are: shorter where they no longer gain, and in time for its end.
struct Pace {
  private(set) var factor = 1.0
  private(set) var end: Double
  private let start: Double
  /// Where the phase at hand begins and ends, as shares of what may be used up.
  private var phaseStart: Double
  private var phaseEnd: Double
  private var phaseFactor = 1.0
  private var least = 0.02
  private var roundsWithoutGain = 0

  /// Rounds without a gain after which steps shrink.
  private static let patience = 20
  /// The part of a climb that goes into prices of capacity, before those of what is packed into it.
  private static let firstPhase = 0.25
  /// With fewer rounds than this in reach, prices gain more than a search would.
  private static let roundsForProof = 800.0
  /// Steps of a phase, after each of which the factor falls.
  private static let stages = 16

  init(start: Double, end: Double) {
    self.start = start
    self.end = end
    phaseStart = start
    phaseEnd = start + (end - start) * Self.firstPhase
  }

  mutating func note(isGain: Bool) {
    roundsWithoutGain = isGain ? 0 : roundsWithoutGain + 1
    guard roundsWithoutGain > Self.patience else { return }
    factor *= 0.8
    roundsWithoutGain = 0
  }

  /// Whether the phase is over; shortens steps on the way there.
  mutating func isOver(at share: Double) -> Bool {
    let passed = (share - phaseStart) / max(phaseEnd - phaseStart, 1e-9)
    // Multiplied out: a power of the platform may differ between machines.
    var limit = phaseFactor
    for stage in 0..<Self.stages where Double(stage + 1) <= passed * Double(Self.stages) {
      limit *= 0.75
    }
    factor = min(factor, limit)
    return factor < least || share >= phaseEnd
  }

  /// Keeps half for a search where so many rounds are in reach that it may come to an end, or surely.
  mutating func leaveTime(forProofAt share: Double, after rounds: Int, surely isSure: Bool) {
    let rest = (end - start) * Double(rounds)
    guard isSure || rest >= Self.roundsForProof * (share - start) else { return }
    end = start + (end - start) / 2
    phaseEnd = start + (end - start) * Self.firstPhase
  }

  mutating func startPacking(at share: Double) {
    phaseStart = share
    phaseEnd = end
    phaseFactor = 0.5
    factor = 0.5
    least = 0.002
    roundsWithoutGain = 0
  }
}
