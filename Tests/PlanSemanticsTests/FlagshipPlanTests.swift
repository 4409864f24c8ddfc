internal import PlanSemantics
internal import Testing

@Suite struct FlagshipPlanTests {
  @Test func becomesAPlanWithoutAWord() throws {
    let (analysis, problems) = analysed(flagshipPlan)
    #expect(problems.joined(separator: "\n") == "")
    let plan = try #require(analysis.plan)
    #expect(
      dump(plan) == """
        plan Engineering roadmap, Q3 2026: 2026-07-01 to 2027-06-30, as of 2026-07-01
          cycle 3mo, tail 3mo, load 80%
          USD, a person-week 400000, money true
        horizon now: 2026-07-01 to 2026-09-30, 80%..90%
        horizon next: 2026-10-01 to 2026-12-31, 50%..70%
        horizon later: 2027-01-01 to 2027-06-30, 30%..50%
        team platform: 6 at 70%, wip 2
          skill kubernetes: 3
          skill databases: 3
          hire autumn: 2 on 2026-09-01, ramp 40d, mentoring 20%
          away august: 1 2026-08-03 to 2026-08-14
        team payments: 5 at 70%
        goal europe, 312000000 a year
          metric arr: $0 to $4M
        external vendor_kms: aware 2026-09-15, slip 0..10..40d
          fallback own_kms: 5.00pw
        debt slow_ci: 31200 minutes a year
        initiative leave_legacy_db: enabler should, serves europe
          work leave_legacy_db: 12.20pw by platform.databases × 2|3
          risk procedures: 30% of 4.00pw on leave_legacy_db
          milestone dual_writes: 40% of leave_legacy_db
          metric writes: 1x to 10x
        initiative residency: enabler must, serves europe, by 2027-01-15 or 120000000
          work storage: 8.50pw by platform × 1|2, after dual_writes, after vendor_kms
          work billing: 4.17pw by payments × 1|2, after dual_writes, after vendor_kms, after storage + 5d
        initiative fast_ci: multiplier should, tax of slow_ci 5200000 a year
          work fast_ci: 2.33pw by platform × 1
        guardrail foundations: kind in [enabler, risk_reducer, multiplier, debt]
          except Launch quarter: at least 15 % during 2026-10-01..2026-12-31, made up for
        assumed residency.storage: no staffing said: from one person to the square root of its person-weeks
        assumed residency.billing: no staffing said: from one person to the square root of its person-weeks
        assumed fast_ci: no staffing said: from one person to the square root of its person-weeks
        """)
  }
}
