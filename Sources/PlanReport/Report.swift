package import PlanInsight
import PlanModel

/// The Now, Next and Later report of a plan.
///
/// It tells a story and never says what the model does not know. A plan that cannot be carried out gets a report that
/// says so, and which demands cannot hold.
///
/// - Parameters:
///   - answer: The schedule and what was asked of it.
///   - checks: What came of the plan's own checks.
/// - Returns: The document, in the order in which it is read.
package func report(_ answer: Answer, checks: [CheckOutcome] = []) -> Document {
  var reading = Reading(answer)
  reading.checks = checks
  let kinds = answer.solution.isFeasible ? SectionKind.story : SectionKind.conflict
  var document = Document(
    title: Prose(answer.plan.label), lead: lead(reading),
    sections: kinds.flatMap { $0.build(reading) })
  document.topics = reading.topics
  return document
}
