internal import PlanModel

extension Lint {
  /// A headcount that is passed and is not `hard`.
  static let headcountPassed = Lint(
    code: .headcountPassed, title: "more people, or dearer ones, than a headcount allows",
    reason: "a plan that counts on people nobody has approved is a plan of other people's money"
  ) { subject in
    zip(subject.plan.headcounts, subject.places.headcounts).flatMap { headcount, place in
      headcount.isHard
        ? [] : HeadcountFindings(headcount, place, subject.plan, subject.places).all
    }
  }
}
