internal import PlanModel

/// Which works compete, so that changing their order may change something.
struct Neighbours: ~Copyable {
  /// Works that some option lets use a resource.
  let worksOfResource: Rows<Int32>
  /// Works that count for a limit on work in progress.
  let worksOfLimit: Rows<Int32>
  /// How many initiatives have works that moves may touch.
  let movableInitiatives: Int
  /// Works that moves may touch.
  let movable: Table<Int32>
  /// Of those, the ones with a choice of staffing.
  let staffable: Table<Int32>
  /// Initiatives that moves may leave undone.
  let optional: Table<Int32>

  init(_ instance: borrowing Instance) {
    var users = [[Int32]](repeating: [], count: instance.resourceCount)
    var counted = [[Int32]](repeating: [], count: instance.wip.limitCount)
    var owners: Set<Int32> = []
    var movable: [Int32] = []
    var staffable: [Int32] = []
    for work in 0..<Int32(instance.workCount) where instance.works.fixed[work] < 0 {
      movable.append(work)
      owners.insert(instance.works.initiative[work])
      let pair = instance.works.pair[work]
      if pair >= 0 { counted[Int(instance.wip.limitOfPair[pair])].append(work) }
      if instance.optionRange(work).count > 1 { staffable.append(work) }
      for place in instance.resourcesOfWork.range(work) {
        users[Int(instance.resourcesOfWork[place])].append(work)
      }
    }
    var optional: [Int32] = []
    for initiative in 0..<Int32(instance.initiativeCount) where instance.hasWorks(initiative) {
      let isRunning = instance.initiatives.workRange(initiative).contains {
        instance.works.fixed[$0] >= 0
      }
      if !isRunning, instance.initiatives.selection[initiative] == Instance.Initiatives.free {
        optional.append(initiative)
      }
    }
    worksOfResource = Rows(users)
    worksOfLimit = Rows(counted)
    movableInitiatives = owners.count
    self.movable = Table(movable)
    self.staffable = Table(staffable)
    self.optional = Table(optional)
  }
}
