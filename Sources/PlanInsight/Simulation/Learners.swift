internal import PlanModel

/// People who are still learning, and the work that cannot do without them.
///
/// A schedule counts them from the middle of the days on which they may be done. Who started because they counted waits for
/// them in a trial; who had enough people anyway does not.
struct Learners: Sendable {
  /// Those of whom it is not known when they are done.
  let all: [Learner]
  /// By work of the problem: whom it waits for, as indices into `all`.
  let awaited: [[Int]]

  struct Learner: Sendable {
    var skill: SkillID
    /// In `Skill.learnings`.
    var index: Int
    var learning: Learning
  }

  /// - Complexity: O(works of their pools²).
  init(_ model: SchedulingModel, _ schedule: Schedule) {
    var all: [Learner] = []
    var awaited = [[Int]](repeating: [], count: model.problem.works.count)
    for (index, skill) in model.plan.skills.enumerated() {
      let first = all.count
      for (place, learning) in skill.learnings.enumerated()
      where learning.earliest < learning.latest {
        all.append(Learner(skill: SkillID(index), index: place, learning: learning))
      }
      guard all.count > first else { continue }
      // Who counts last is who is missed first.
      let learners = (first..<all.count).sorted {
        (all[$1].learning.counts, $1) < (all[$0].learning.counts, $0)
      }
      let pool = Pool(SkillID(index), model, schedule)
      for holder in pool.holders where pool.isFree(holder.work, model) {
        var spare = pool.spare(on: holder.start, model)
        for learner in learners where model.day(of: all[learner].learning.counts) <= holder.start {
          spare -= all[learner].learning.peopleTenths
          if spare < 0 { awaited[Int(holder.work)].append(learner) }
        }
      }
    }
    self.all = all
    self.awaited = awaited
  }
}

/// The heads of a skill, and who holds them.
private struct Pool {
  struct Holder {
    var work: Int32
    var start: Int32
    var finish: Int32
    var tenths: Int32
  }

  let holders: [Holder]
  private let skill: SkillID

  init(_ skill: SkillID, _ model: SchedulingModel, _ schedule: Schedule) {
    self.skill = skill
    holders = model.workIDs.indices.compactMap { index in
      guard model.plan.works[model.workIDs[index].index].skill == skill,
        let placed = schedule.placements[index]
      else { return nil }
      return Holder(
        work: Int32(index), start: placed.start, finish: placed.finish,
        tenths: model.problem.works[index].options[Int(placed.option)].staffTenths)
    }
  }

  /// Running work has its people.
  func isFree(_ work: Int32, _ model: SchedulingModel) -> Bool {
    model.problem.works[Int(work)].fixedStart == nil
  }

  /// Tenths of heads that nobody holds on a day.
  func spare(on day: Int32, _ model: SchedulingModel) -> Int32 {
    let team = model.plan.skills[skill.index].team
    guard let place = model.plan.teams[team.index].skills.firstIndex(of: skill) else { return 0 }
    let heads = model.capacities[team.index].pools[place].headsTenths[Int(day)]
    return holders.reduce(heads) { $1.start <= day && day <= $1.finish ? $0 - $1.tenths : $0 }
  }
}
