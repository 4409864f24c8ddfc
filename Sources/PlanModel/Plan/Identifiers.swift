// Declarations are named by small typed integers, in the order in which the plan declares them. PlanSemantics owns the table
// from an id to its place in the source, so nothing here or downstream knows about text.

package protocol PlanID: Hashable, Comparable, Sendable {
  var raw: Int32 { get }
  init(raw: Int32)
}

extension PlanID {
  package init(_ index: Int) { self.init(raw: Int32(index)) }
  package var index: Int { Int(raw) }
  package static func < (left: Self, right: Self) -> Bool { left.raw < right.raw }
}

package struct TeamID: PlanID {
  package let raw: Int32
  package init(raw: Int32) { self.raw = raw }
}

package struct SkillID: PlanID {
  package let raw: Int32
  package init(raw: Int32) { self.raw = raw }
}

package struct CalendarID: PlanID {
  package let raw: Int32
  package init(raw: Int32) { self.raw = raw }
}

package struct HorizonID: PlanID {
  package let raw: Int32
  package init(raw: Int32) { self.raw = raw }
}

package struct GoalID: PlanID {
  package let raw: Int32
  package init(raw: Int32) { self.raw = raw }
}

package struct InitiativeID: PlanID {
  package let raw: Int32
  package init(raw: Int32) { self.raw = raw }
}

package struct WorkID: PlanID {
  package let raw: Int32
  package init(raw: Int32) { self.raw = raw }
}

package struct MilestoneID: PlanID {
  package let raw: Int32
  package init(raw: Int32) { self.raw = raw }
}

package struct ExternalID: PlanID {
  package let raw: Int32
  package init(raw: Int32) { self.raw = raw }
}

package struct FreezeID: PlanID {
  package let raw: Int32
  package init(raw: Int32) { self.raw = raw }
}

package struct BenefitID: PlanID {
  package let raw: Int32
  package init(raw: Int32) { self.raw = raw }
}

/// A reference class.
package struct ClassID: PlanID {
  package let raw: Int32
  package init(raw: Int32) { self.raw = raw }
}

package struct DebtID: PlanID {
  package let raw: Int32
  package init(raw: Int32) { self.raw = raw }
}
