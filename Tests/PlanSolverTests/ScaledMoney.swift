import PlanModel

extension Problem {
  /// The same with so many times the money, budgets and the price of effort included.
  func scalingMoney(by factor: Int64) -> Problem {
    var scaled = self
    scaled.labourPrice = labourPrice.times(Rational(factor)) ?? labourPrice
    for index in budgets.indices {
      scaled.budgets[index].limit *= factor
      scaled.budgets[index].fees = budgets[index].fees.map { $0 * factor }
    }
    for index in initiatives.indices {
      scaled.initiatives[index].cost = initiatives[index].cost.changed { $0 * factor }
      scaled.initiatives[index].undoneCost *= factor
      scaled.initiatives[index].agreement?.churn *= factor
    }
    for index in goals.indices {
      scaled.goals[index].cost = goals[index].cost.changed { $0 * factor }
      scaled.goals[index].undoneCost *= factor
    }
    return scaled
  }
}
