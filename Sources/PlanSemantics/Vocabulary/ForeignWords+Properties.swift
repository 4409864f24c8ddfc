// Words before a colon.
extension ForeignWords {
  static let properties: [Row] = relations + dates + sizes + people + texts + absent

  private static let relations: [Row] = [
    same(
      "depends_on depends dependson depend_on requires blocked_by blockedby is_blocked_by waits_for waits_on"
        + " predecessor predecessors dependencies depends_upon starts_after finish_to_start",
      .property(.after)),
    near("needs dependency follows prerequisite prerequisites blocker", .property(.after)),
    near("start_to_start", .property(.with)),
    nothing(
      "blocks blocking precedes successor successors is_blocking",
      advice: "what waits says it: `after: …` stands in the other one"),
    same("objective objectives goal goals serves_goal", .property(.serves)),
    near("theme themes outcome outcomes okr okrs strategy", .property(.serves), .block(.goal)),
    same("fixes repays pays_off", .property(.pays)),
    near("fiscal_year_start", .property(.fiscalMonth)),
  ]

  private static let dates: [Row] = [
    near(
      "start_date startdate start begin begins starts starts_on begin_date planned_start"
        + " not_earlier_than start_no_earlier_than earliest_start minstart project_start_date start_on from",
      .property(.start), .property(.notBefore), .property(.on), .property(.from)),
    near("actual_start started_on", .property(.started)),
    near("actual_end actual_finish completed_on done_on resolved", .property(.finished)),
    near(
      "end_date enddate end ends ends_on finish finish_date target_end planned_end maxend to",
      .property(.until), .property(.to), .property(.by), .property(.due), .block(.deadline)),
    near(
      "due due_date duedate due_by due_on target_date targetdate delivery_date finish_by done_by must_finish_by must_finish_on"
        + " finish_no_later_than deadline_date complete_by",
      .block(.deadline), .property(.by), .property(.decideBy), .property(.due), .property(.date)),
    near("deadline", .property(.by), .property(.due), .property(.decideBy), .property(.date)),
    near("date when day", .property(.on), .property(.by), .property(.due), .property(.made)),
    near("today now status_date", .property(.asOf)),
    near("period timeframe time_frame horizon timebox", .property(.in), .property(.during)),
  ]

  private static let sizes: [Row] = [
    same("estimate estimates original_estimate effort_estimate time_estimate", .property(.effort)),
    near("size man_days person_days mandays man_weeks person_weeks loe work", .property(.effort)),
    near(
      "duration", .property(.length), .property(.lasts), .property(.ramp), .property(.effort)),
    instead(
      "story_points storypoints points point sp complexity t_shirt t_shirt_size tshirt_size tshirt shirt_size",
      of: .property(.effort),
      advice:
        "points and sizes are no time; how long one takes is yours to say: `effort: 2pw..3pw..5pw`"
    ),
    near("remaining_effort remaining_estimate todo left", .property(.remaining)),
    near("actual_effort actuals time_spent logged worklog", .property(.spent)),
    near(
      "cost costs price expense expenses spend budget capex opex fixed_cost total_cost",
      .property(.money),
      .property(.costs), .property(.price), .property(.fee), .property(.costOfDelay)),
    near("business_value value worth cod benefit roi", .property(.costOfDelay), .property(.earns)),
    near(
      "revenue income", .property(.earns),
      advice:
        "what is earned is said by a `benefit`: `benefit arr { earns: $500k/year, once: sso }`"),
    near("penalty fine", .property(.costs)),
    near(
      "hourly_rate day_rate daily_rate weekly_rate cost_rate standard_rate std_rate overtime_rate",
      .property(.rate), .property(.salary),
      advice: "what people cost is said once, by the `rate` of the plan: `rate: $4k/pw`"),
    near("probability likelihood risk_probability odds", .property(.chance)),
    near("impact consequence", .property(.adds), .property(.costs)),
    near("target baseline current goal_value", .property(.change), .property(.value)),
  ]

  private static let people: [Row] = [
    same("responsible dri owned_by owner_of", .property(.owner)),
    near(
      "assignee assignees lead manager product_owner pm po project_manager team_lead contact head po_name"
        + " tech_lead champion",
      .property(.owner)),
    near("assigned_to assigned resource resources resource_names allocate", .property(.team)),
    same("squad crew tribe", .property(.team)),
    near("department group unit_name", .property(.team)),
    near("requester requested_by reporter sponsor reported_by", .property(.askedBy)),
    near("stakeholder stakeholders watchers", .property(.informed)),
    same("wip_limit max_wip wiplimit", .property(.wip)),
    near(
      "members headcount heads capacity fte ftes team_size team_members developers engineers devs size people"
        + " staffing squads",
      .property(.people), .property(.staff),
      advice: "people are counted, not named: `people: 3`"),
    near(
      "focus focus_factor utilization utilisation allocation efficiency max_units productivity",
      .property(.availability)),
    near("skills expertise competence role", .property(.skill)),
    instead(
      "working_hours hours_per_day hours_per_week day_length dailyworkinghours yearlyworkingdays workinghours",
      of: .property(.availability),
      advice: "a day has eight hours; what is left of it for planned work is the `availability`"),
    near(
      "exceptions", .property(.holidays),
      advice: "who is absent is said by `away august { people: 1, from: …, to: … }`"),
    near(
      "vacation vacations pto days_off non_working_days", .property(.holidays),
      advice: "who is absent is said by `away august { people: 1, from: …, to: … }`"),
  ]

  private static let texts: [Row] = [
    near(
      "reason rationale justification", .property(.why), .property(.because), .property(.whyNot)),
    near("description comment comments details remark remarks notes text", .property(.note)),
    near("labels components component tag epic_link", .property(.tags)),
    same("issue_key issue_id ticket_id jira_key external_id jira", .property(.key)),
    near("id wbs uid code number", .property(.key)),
    same("url href hyperlink", .property(.link)),
    near("type issue_type issuetype category class work_type", .property(.kind)),
    same("prio moscow", .property(.priority)),
    near("importance rank severity", .property(.priority)),
    near("state stage resolution", .property(.status)),
    near(
      "acceptance_criteria definition_of_done dod exit_criteria success_criteria",
      .property(.doneWhen)),
    near("not_in_scope exclusions scope_exclusions", .property(.outOfScope)),
    near("units uom", .property(.unit)),
    nothing(
      "title name summary label caption",
      advice: "the title is the label in the header: `initiative checkout \"Checkout\" { … }`"),
    nothing("version", advice: "the language's number stands first in the file: `language: 1`"),
  ]

  /// What a plan computes or has no need of.
  private static let absent: [Row] = [
    nothing(
      "sprint sprints iteration iterations fix_version fixversion release pi program_increment quarter",
      advice:
        "nothing is put into a sprint: order and dates follow from effort and cost of delay; `in: now` pins to a horizon, `not_before` to a date"
    ),
    nothing(
      "complete percent_complete percentage_complete pct_complete percent_done done progress",
      advice: "how far it is, is said in effort: `spent: 3pw` and `remaining: 5pw`"),
    nothing(
      "velocity points_per_sprint burn_rate",
      advice: "what a team gets done follows from `people` and `availability`"),
    nothing(
      "successor_lag lag lead_time slack float gaplength gapduration",
      advice: "a lag stands behind the name of what is waited for: `after: storage + 1w`"),
    nothing(
      "parent parent_link parent_issue",
      advice: "what belongs to something stands in its braces, as a `work` in an `initiative`"),
    nothing(
      "relates_to related_to linked_to duplicates clones",
      advice: "a link of no consequence is a `note` or a `link`; what has to wait says `after`"),
    nothing(
      "constraint constraint_type",
      advice: "all work starts as early as it pays; `not_before`, `deadline` and `after` bind it"),
    nothing(
      "baseline baseline_start baseline_finish",
      advice: "what was agreed is kept by version control: two versions of a plan are compared"),
    nothing(
      "charge chargeset",
      advice: "nothing is booked to accounts: `money: $40k` is what a work costs besides its people"
    ),
    nothing(
      "journalentry journal", advice: "what readers should know stands in a `note: \"…\"`"),
    nothing(
      "actual_cost",
      advice: "what has been spent is said in effort: `spent: 3pw`"),
    nothing(
      "wsjf rice ice score",
      advice: "scores are computed: `print initiatives show [label, wsjf(it)]`"),
    nothing(
      "row column order position sort_order",
      advice: "the order follows from cost of delay, deadlines and what waits for what"),
  ]
}
