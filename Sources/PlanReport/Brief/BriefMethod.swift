import PlanInsight
import PlanModel

/// How to read the figures, in two or three sentences, with what every report has to say.
func briefMethod(_ reading: Reading) -> Section? {
  var sentences: [Prose] = []
  if let simulation = reading.answer.simulation {
    let trials = Rational(Int64(simulation.trials)).text(decimals: 0)
    sentences.append(
      "Dates and chances come from \(figure: trials) simulated trials.")
  } else {
    sentences.append("Dates are scheduled, not simulated.")
  }
  if reading.hasVerdicts {
    sentences.append(
      """
      \(strong: "Off track"): late, left out, or in time in under half as many trials as our standard asks; \
      \(strong: "at risk"): in fewer than it asks.
      """)
  }
  if reading.answer.solution.isFeasible { sentences.append(proof(reading)) }
  if let kept = reading.keptBack { sentences.append(kept) }
  if !reading.plan.unenforced.isEmpty {
    let count = reading.plan.unenforced.count
    sentences.append(
      "\(capitalised(counted(count, "thing"))) that the plan says \(count == 1 ? "does" : "do") not bend the schedule."
    )
  }
  sentences.append("The full report names what is only counted here.")
  return Section(title: "How to read this", blocks: [.paragraph(sentences.joined(separator: " "))])
}

/// The rules by which something is on track, at risk or off track.
let rulesOfVerdicts: Prose = """
  \(strong: "Off track") is what the schedule has too late or leaves out, or what is in time in under half as many trials as our standard \
  asks for; \(strong: "at risk") is what is in time in fewer than that; the rest is \(strong: "on track"). Where somebody knows better, \
  the reason stands beside it.
  """

extension Reading {
  /// That something is left out which is not for these readers, where that is so; nothing of what it is.
  var keptBack: Prose? {
    guard audience != nil, hidesAnything else { return nil }
    var text: Prose = "Some of the plan is not meant for these readers and left out"
    text += hidesWorth ? "; sums are of what is shown" : ""
    return text + ". How full the teams are counts all of their work."
  }
}
