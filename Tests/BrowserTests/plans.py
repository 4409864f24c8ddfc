"""Plans of any size, with titles that pictures have to cope with; the same in every run."""

import random

# Short and long, of several scripts and directions, with pictures, and one that would be markup if anybody let it.
TITLES = [
    "Sign-in", "One pipeline that deploys to several regions", "Checkout in one step", "漢字の計画を立てる",
    "Zahlungsdienstleistungsaufsichtsgesetzeskonformität", "שלום עולם ומסמכים", "مرحبا بالعالم", "🎉 Launch party 👨‍👩‍👧",
    "<script>alert(1)</script> & \\\"friends\\\"", "Größere Überweisungen für Łódź", "Ещё один отчёт для аудиторов",
    "결제 시스템 현대화", "An initiative whose title goes on for very much longer than anybody would say it aloud, because "
    "somebody pasted the whole first paragraph of the proposal into it and nobody took it out again",
]


def plan(count, seed=1):
    """The text of a plan of so many initiatives."""
    draw = random.Random(seed)
    teams = max(2, min(8, count // 6))
    lines = [
        "language: 1",
        f'plan "A plan of {count}" {{ start: 2026-07-01, until: 2027-06-30, as_of: 2026-07-01, cycle: quarter }}',
        'horizon now "Now" { span: 0mo..3mo, band: 80%..90% }',
        'horizon next "Next" { span: 3mo..6mo, band: 50%..70% }',
        'horizon later "Later" { span: 6mo..12mo, band: 30%..50% }',
    ]
    people = max(2, count // teams)
    for team in range(teams):
        lines.append(
            f'team t{team} "Team {TITLES[(team * 3) % 9]}" {{ people: {people}, availability: 70%\n'
            f"  hire autumn {{ people: 2, on: 2026-1{team % 3}-05, ramp: 8w }}\n"
            f'  away leave {{ people: 1, from: 2026-08-03, to: 2026-08-{14 + team}, why: "leave" }}\n}}')
    for goal in range(3):
        lines.append(f'goal g{goal} "Goal {goal}: {TITLES[goal + 1]}" {{ by: 2027-0{goal + 1}-15, cost_of_delay: ${goal + 1}0k/week }}')
    for index in range(count):
        low = draw.randint(1, 6)
        parts = [
            f"serves: g{draw.randrange(3)}", f"team: t{draw.randrange(teams)}",
            f"kind: {draw.choice(['feature', 'enabler', 'bet', 'debt', 'risk_reducer'])}",
            f"effort: {low}pw..{low * 2}pw..{low * 4}pw", f"cost_of_delay: ${draw.randint(1, 30)}k/week",
        ]
        if index > 2 and draw.random() < 0.5:
            # A few before it, so that chains are as long as those of real plans.
            parts.append(f"after: i{max(0, index - draw.randint(1, 25))}")
        if draw.random() < 0.1:
            parts.append(f"deadline: 2026-{draw.randint(9, 12):02}-15 {{ costs: $200k }}")
        title = TITLES[index % len(TITLES)]
        lines.append(f'initiative i{index} "{title} {index}" {{ {", ".join(parts)} }}')
    return "\n".join(lines) + "\n"
