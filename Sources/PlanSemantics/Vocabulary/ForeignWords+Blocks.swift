// Words that open a block.
extension ForeignWords {
  static let blocks: [Row] = work + wanted + surroundings + absentBlocks

  private static let work: [Row] = [
    same("epic epics feature_request", .block(.initiative), .block(.work)),
    near(
      "feature features story stories user_story userstory task tasks ticket issue item work_item workitem"
        + " deliverable backlog_item card requirement todo bug defect spike job activity change_request capability issues tickets items projects"
        + " workpackage work_package",
      .block(.initiative), .block(.work)),
    same("subtask sub_task subtasks", .block(.work), .block(.initiative)),
    near("step phase stage part", .block(.work), .block(.initiative)),
    near("project program programme portfolio roadmap", .block(.plan), .block(.initiative)),
    near("checkpoint", .block(.milestone)),
  ]

  private static let wanted: [Row] = [
    near("objective okr outcome theme vision strategy goals objectives", .block(.goal)),
    near("kpi measure key_result kr keyresult indicator", .block(.metric)),
    near("due due_date", .block(.deadline)),
    near("policy rule constraint", .block(.guardrail)),
    near("tradeoff trade_off", .block(.choice)),
    near("request", .block(.ask)),
    near("benefits value saving", .block(.benefit)),
  ]

  private static let surroundings: [Row] = [
    same("squad tribe crew", .block(.team)),
    near(
      "department group chapter unit org resource developer employee user", .block(.team),
      .block(.skill),
      advice: "people are counted, not named: `team web \"Web\" { people: 4 }`"),
    near("member members people_pool role", .block(.skill), .block(.person)),
    near(
      "vacation leave leaves absence pto holiday holidays", .block(.away), .block(.calendar),
      advice: "days off are the `holidays` of a `calendar`; who is absent is an `away` in a `team`"),
    near("hiring new_hire newhire joiner recruit contractor", .block(.hire)),
    near("dependency vendor third_party supplier blocker external_dependency", .block(.external)),
    near("technical_debt tech_debt techdebt", .block(.debt)),
    near("assumption", .block(.assume)),
    near("freeze code_freeze blackout", .block(.changeFreeze)),
    near("period swimlane lane column", .block(.horizon)),
    near(
      "taskreport resourcereport textreport accountreport tracereport icalreport dashboard view",
      .block(.report)),
    near("whatif what_if variant", .block(.scenario)),
  ]

  private static let absentBlocks: [Row] = [
    nothing("include", advice: "another file is joined by `import \"teams.plan\"`"),
    nothing(
      "macro def supplement extend",
      advice: "a piece to be used again is a `template`, a value a `let`"),
    nothing("var const", advice: "a value gets a name with `let name = …`"),
    nothing("function func", advice: "a function is written `fn name(x) = …`"),
    nothing("while foreach loop", advice: "a loop is written `for m in markets { … }`"),
    nothing(
      "sprint iteration release version",
      advice:
        "work is not put into sprints; a stretch of the plan is a `horizon next { span: 3mo..6mo }`"
    ),
    nothing(
      "timeformat numberformat currencyformat timezone formats columns flags trackingscenario",
      advice: "nothing is formatted in a plan; reports choose their own form"),
    nothing(
      "workinghours timesheet shift shifts limits dailymax weeklymax monthlymax",
      advice: "hours and shifts are not planned: `availability` and `load` say what time is left"),
    nothing(
      "account accounts balance charge chargeset purge",
      advice: "nothing is booked to accounts: `money: $40k` is what a work costs besides its people"
    ),
    nothing(
      "booking bookings statussheet",
      advice:
        "what was done is told by `progress { on: 2026-07-08, change search { spent: 2pw } }`"),
    nothing(
      "journalentry journal", advice: "what readers should know stands in a `note: \"…\"`"),
    nothing(
      "allocate alternative",
      advice: "who works on it is a team and how many: `team: web`, `staff: 2`"),
    nothing(
      "email phone",
      advice: "people are counted, not listed; who answers for something is its `owner`"),
  ]
}
