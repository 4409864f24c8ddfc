/// The scenario that was laid over a plan, for the reports to name.
package struct PlanScenario: Hashable, Sendable {
  package var name: String
  package var label: String
  package var readers = Readers.everybody

  package init(name: String, label: String) {
    self.name = name
    self.label = label
  }
}
