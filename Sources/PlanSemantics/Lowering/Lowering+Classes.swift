internal import PlanModel
internal import PlanSyntax

// What work takes of its estimates: reference classes, and the pace of teams.
extension Lowering {
  mutating func lowerClasses() {
    for id in table.top(.referenceClass) {
      indices[id.index] = Int32(plan.classes.count)
      places.classes.append(table[id].place)
      var pace = Pace(varies: .zero)
      readPace(&pace, of: id)
      plan.classes.append(
        ReferenceClass(
          name: name(of: id), label: label(of: id), pace: pace,
          basedOn: reader.value(.basedOn, of: id)?.count))
    }
  }

  /// The pace that a team or a class says of itself.
  func readPace(_ pace: inout Pace, of id: DeclarationID) {
    if let varies = reader.value(.varies, of: id)?.share {
      pace.varies = varies
      pace.isAssumed = false
    }
    guard let uplift = reader.value(.uplift, of: id)?.share else { return }
    guard Pace.upliftLimits.contains(uplift) else {
      report(
        .outOfBounds(
          "work takes from 10 % to 1,000 % of what it is estimated to take", at: place(.uplift, id),
          label: uplift < .one ? "less than a tenth" : "more than ten times",
          help: "write what it takes of its estimates, such as `\(PropertyWord.uplift.example)`"))
      return
    }
    pace.uplift = uplift
  }

  /// The reference class of a work, its own or that of its initiative.
  func referenceClass(of source: WorkSource) -> ClassID? {
    let owner = [source.block, source.initiative].first { reader.has(.referenceClass, of: $0) }
    return owner.flatMap { references(.referenceClass, of: $0).first }.map { ClassID($0) }
  }

  /// Notes what the effort of a work is multiplied by: what is known of its class, else of its team.
  mutating func settleUplift(of index: Int) {
    let work = plan.works[index]
    let known = referenceClass(of: workSources[index])
    plan.works[index].referenceClass = known
    let pace = known.map { plan.classes[$0.index].pace } ?? plan.teams[work.team.index].pace
    plan.works[index].uplift = pace.uplift
  }
}
