#!/usr/bin/env python3
"""The simulation again, written apart from it with numpy, and compared: crosscheck.py PLAN_PROGRAM

Each case is a plan and a few lines that simulate it from the definitions in the README of the language: PERT as a scaled beta,
one lognormal pace a team, weekdays only, gates, classes. Both sides are samples, and the plan's draws are fixed, so this fails always or
never. A percentile has to lie where two samples of so many trials may differ, four standard errors of its share to either side: a day
where outcomes are dense, and a week where they are not, such as at the P80 of what is given up in a fifth of the trials.
"""

import datetime
import json
import subprocess
import sys
import tempfile

import numpy

TRIALS = 40_000
NEVER = 10_000
START = datetime.date(2026, 7, 1)
HEADER = 'language: 1\nplan "Cross-check" { start: 2026-07-01, until: 2027-06-30, load: 100% }\n'
random = numpy.random.default_rng(20260701)


def pert(low, likely, high):
    width = high - low
    first, second = 1 + 4 * (likely - low) / width, 1 + 4 * (high - likely) / width
    return low + width * random.beta(first, second, TRIALS)


def pace():
    sigma = numpy.sqrt(numpy.log(1 + 0.2**2))
    return random.lognormal(-sigma**2 / 2, sigma, TRIALS)


def days(person_days):
    """Whole working days of one head."""
    return numpy.ceil(person_days - 1e-9)


def date(working_days):
    """The last of so many weekdays, the first being START."""
    day, left = START, int(working_days) - 1
    while left > 0:
        day += datetime.timedelta(days=1)
        left -= day.weekday() < 5
    return day


def quantile(sample, share):
    ordered = numpy.sort(sample)
    return ordered[int(numpy.ceil(share * TRIALS)) - 1]


def between(sample, share):
    """The days between which another sample of the same has this percentile; None for never."""
    error = 4 * numpy.sqrt(2 * share * (1 - share) / TRIALS)
    first, last = quantile(sample, share - error), quantile(sample, share + error)
    return date(first), None if last == NEVER else date(last)


def chain():
    """Three works of one team in a row; the pace is common to them."""
    plan = "team one { people: 1 }\n" + "".join(
        f"initiative i{n} {{ team: one, staff: 1, effort: 8pd..12pd..30pd{', after: i%d' % (n - 1) if n else ''} }}\n"
        for n in range(3)
    )
    common = pace()
    finish = sum(days(pert(8, 12, 30) * common) for _ in range(3))
    return plan, "i2", finish


def merge():
    """Two teams and a goal that waits for both."""
    plan = """team one { people: 1 }
team two { people: 1 }
goal both { by: 2026-09-30 }
initiative a { team: one, staff: 1, serves: both, effort: 20pd..30pd..70pd }
initiative b { team: two, staff: 1, serves: both, effort: 25pd..35pd..60pd }
"""
    first, second = days(pert(20, 30, 70) * pace()), days(pert(25, 35, 60) * pace())
    return plan, "both", numpy.maximum(first, second)


def risk():
    """A risk that strikes in a third of the trials, and then adds up to as much again."""
    plan = """team one { people: 1 }
initiative a {
  team: one, staff: 1, effort: 10pd..20pd..30pd
  risk trouble { chance: 33%, adds: 5pd..10pd..30pd }
}
"""
    strikes = random.random(TRIALS) < 0.33
    effort = pert(10, 20, 30) + strikes * pert(5, 10, 30)
    return plan, "a", days(effort * pace())


def availability():
    """One of three measured availabilities, each as likely."""
    plan = """team one { people: 1, availability: [100%, 80%, 50%] }
initiative a { team: one, staff: 1, effort: 15pd..20pd..40pd }
"""
    measured = random.choice([1.0, 0.8, 0.5], TRIALS)
    return plan, "a", days(pert(15, 20, 40) * pace() / measured)


def gate():
    """A gate that stays closed in three of ten trials, on the 15th working day; what is done by then is done."""
    plan = """team one { people: 1 }
initiative a {
  team: one, staff: 1, effort: 10pd..15pd..40pd
  gate look { on: 2026-07-21, needs: "somebody uses it", chance: 70% }
}
"""
    finish = days(pert(10, 15, 40) * pace())
    closed = random.random(TRIALS) >= 0.7
    return plan, "a", numpy.where(closed & (finish > 15), NEVER, finish)


def sort():
    """Two works of a class, whose uplift is off for both alike."""
    plan = """class moves { uplift: 130%, varies: 30% }
team one { people: 1 }
team two { people: 1 }
goal both { by: 2026-09-30 }
initiative a { class: moves, team: one, staff: 1, serves: both, effort: 20pd..25pd..40pd }
initiative b { class: moves, team: two, staff: 1, serves: both, effort: 15pd..25pd..45pd }
"""
    sigma = numpy.sqrt(numpy.log(1 + 0.3**2))
    common = 1.3 * random.lognormal(-sigma**2 / 2, sigma, TRIALS)
    first = days(pert(20, 25, 40) * pace() * common)
    second = days(pert(15, 25, 45) * pace() * common)
    return plan, "both", numpy.maximum(first, second)


def simulated(program, plan, name):
    with tempfile.NamedTemporaryFile("w", suffix=".plan") as file:
        file.write(HEADER + plan)
        file.flush()
        output = subprocess.run(
            [program, "simulate", file.name, "--trials", str(TRIALS), "--format", "json"],
            capture_output=True, check=True, text=True,
        ).stdout
    answer = json.loads(output)
    found = [each for each in answer["initiatives"] if each["initiative"] == name]
    found += [each for each in answer["goals"] if each["goal"] == name]
    return found[0]


def main():
    failures = 0
    for case in (chain, merge, risk, availability, gate, sort):
        plan, name, sample = case()
        answer = simulated(sys.argv[1], plan, name)
        for key, share in (("p10", 0.1), ("p50", 0.5), ("p80", 0.8), ("p90", 0.9)):
            if quantile(sample, share) == NEVER:
                good = key not in answer["finish"]
                failures += not good
                print(f"{case.__name__:12} {key} never {'' if good else 'FAR'}")
                continue
            expected = date(quantile(sample, share))
            first, last = between(sample, share)
            got = answer["finish"].get(key)
            got = None if got is None else datetime.date.fromisoformat(got)
            good = last is None if got is None else first <= got and (last is None or got <= last)
            failures += not good
            print(
                f"{case.__name__:12} {key} {got} numpy {expected} ({first} to {last}) {'' if good else 'FAR'}"
            )
        if "chance_per_mille" in answer:
            limit = datetime.date.fromisoformat(answer["by"])
            weekdays = sum(
                (START + datetime.timedelta(days=n)).weekday() < 5
                for n in range((limit - START).days + 1)
            )
            expected = 1000 * numpy.mean(sample <= weekdays)
            good = abs(answer["chance_per_mille"] - expected) < 12
            failures += not good
            print(f"{case.__name__:12} by  {answer['chance_per_mille']} numpy {expected:.0f} {'' if good else 'FAR'}")
    sys.exit(failures > 0)


if __name__ == "__main__":
    main()
