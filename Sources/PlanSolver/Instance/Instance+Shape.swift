internal import PlanModel

// Questions about a plan change some dates, what must be done and what things cost, and of what is compiled most stays the same.

extension Problem {
  /// Whether this is another problem with other dates, costs, demands and rules at most: who can do what in which ways, how long
  /// that takes from any day, and what waits for what are the same.
  ///
  /// - Complexity: O(works + links + days), and where one was copied from the other O(works).
  func hasShape(of other: Problem) -> Bool {
    lastDay == other.lastDay && horizonDay == other.horizonDay && works.count == other.works.count
      && initiatives.count == other.initiatives.count && goals.count == other.goals.count
      && wipLimits == other.wipLimits && freezes == other.freezes && links == other.links
      && milestones == other.milestones && lags == other.lags && yields == other.yields
      && resources == other.resources
      && works.indices.allSatisfy { works[$0].hasShape(of: other.works[$0]) }
      && initiatives.indices.allSatisfy {
        initiatives[$0].works == other.initiatives[$0].works
          && initiatives[$0].partOf == other.initiatives[$0].partOf
      }
      && goals.indices.allSatisfy {
        goals[$0].members == other.goals[$0].members && goals[$0].choices == other.goals[$0].choices
      }
  }
}

extension Problem.Work {
  fileprivate func hasShape(of other: Problem.Work) -> Bool {
    initiative == other.initiative && wip == other.wip && fixedStart == other.fixedStart
      && options == other.options && freezes == other.freezes
  }
}

extension Instance {
  /// Compiles a problem that has the shape of one that is compiled already.
  ///
  /// - Complexity: O(works + initiatives), and the days of costs that are too large to be summed as they are.
  init(_ problem: Problem, shapeOf known: CompiledProblem) {
    workCount = known.instance.pointee.workCount
    initiativeCount = known.instance.pointee.initiativeCount
    goalCount = known.instance.pointee.goalCount
    resourceCount = known.instance.pointee.resourceCount
    dayCount = known.instance.pointee.dayCount
    hasManyWorks = known.instance.pointee.hasManyWorks
    hasLeads = known.instance.pointee.hasLeads
    capacity = known.instance.pointee.capacity.shared(by: known)
    cumulative = known.instance.pointee.cumulative.shared(by: known)
    nextStart = known.instance.pointee.nextStart.shared(by: known)
    finish = known.instance.pointee.finish.shared(by: known)
    lag = known.instance.pointee.lag.shared(by: known)
    options = known.instance.pointee.options.shared(by: known)
    links = known.instance.pointee.links.shared(by: known)
    modes = known.instance.pointee.modes.shared(by: known)
    milestones = known.instance.pointee.milestones.shared(by: known)
    wip = known.instance.pointee.wip.shared(by: known)
    goalsOfInitiative = known.instance.pointee.goalsOfInitiative.shared(by: known)
    choiceGoalsOfInitiative = known.instance.pointee.choiceGoalsOfInitiative.shared(by: known)
    resourcesOfWork = known.instance.pointee.resourcesOfWork.shared(by: known)
    works = known.instance.pointee.works.shared(
      by: known, release: Self.releases(problem), spread: Self.spreads(problem))
    exclusives = Exclusives(problem)
    rules = Rules(problem)
    costShift = safeShift(problem)
    agreements = Agreements(problem, shift: costShift)
    initiatives = Self.initiatives(problem, shift: costShift)
    goals = Self.goals(problem, shift: costShift)
  }
}

extension Instance.Works {
  fileprivate func shared(
    by owner: AnyObject, release: [Int32], spread: [Int64]
  ) -> Instance.Works {
    Instance.Works(
      initiative: initiative.shared(by: owner), pair: pair.shared(by: owner),
      release: Table(release), fixed: fixed.shared(by: owner), spread: Table(spread),
      tail: tail.shared(by: owner), firstOption: firstOption.shared(by: owner))
  }
}

extension Instance.Options {
  fileprivate func shared(by owner: AnyObject) -> Instance.Options {
    Instance.Options(
      staff: staff.shared(by: owner), credit: credit.shared(by: owner),
      profileRow: profileRow.shared(by: owner), startRow: startRow.shared(by: owner),
      finishRow: finishRow.shared(by: owner), demands: demands.shared(by: owner),
      needed: needed.shared(by: owner))
  }
}

extension Instance.Links {
  fileprivate func shared(by owner: AnyObject) -> Instance.Links {
    Instance.Links(
      incoming: incoming.shared(by: owner), outgoing: outgoing.shared(by: owner),
      afterInitiative: afterInitiative.shared(by: owner),
      afterMilestone: afterMilestone.shared(by: owner), successors: successors.shared(by: owner),
      predecessors: predecessors.shared(by: owner))
  }
}

extension Instance.Milestones {
  fileprivate func shared(by owner: AnyObject) -> Instance.Milestones {
    Instance.Milestones(
      initiative: initiative.shared(by: owner), contributions: contributions.shared(by: owner),
      needed: needed.shared(by: owner), ofWork: ofWork.shared(by: owner))
  }
}

extension Instance.Wip {
  fileprivate func shared(by owner: AnyObject) -> Instance.Wip {
    Instance.Wip(
      limitCount: limitCount, limit: limit.shared(by: owner),
      limitOfPair: limitOfPair.shared(by: owner), isRunning: isRunning.shared(by: owner),
      worksOfPair: worksOfPair.shared(by: owner), counterRow: counterRow.shared(by: owner),
      counterSize: counterSize)
  }
}

extension Modes {
  fileprivate func shared(by owner: AnyObject) -> Modes {
    Modes(
      isEmpty: isEmpty, isChoice: isChoice.shared(by: owner), release: release.shared(by: owner),
      incoming: incoming.shared(by: owner), followers: followers.shared(by: owner))
  }
}
