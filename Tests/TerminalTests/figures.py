"""How fast a session answers: figures.py PROGRAM PLAN [EDITS [MORE]]

Types changes of teams and initiatives at a pseudo-terminal and prints the time from Enter to the next prompt, on the clock and
as the processor counts it; then the memory after some more edits. Of a machine that does something else besides, only the second
is to be believed.
"""

import os, random, re, sys, tempfile

PROGRAM, PLAN = sys.argv[1], os.path.abspath(sys.argv[2])
EDITS = int(sys.argv[3]) if len(sys.argv) > 3 else 100
MORE = int(sys.argv[4]) if len(sys.argv) > 4 else 0
sys.argv = [sys.argv[0], PROGRAM]
from terminal import Session  # noqa: E402  (reads the program from the arguments)
import time  # noqa: E402

TICK = os.sysconf("SC_CLK_TCK")


def processor(process):
  fields = open(f"/proc/{process}/stat").read().rsplit(")", 1)[1].split()
  return (int(fields[11]) + int(fields[12])) / TICK


def memory(process):
  return int(re.search(r"VmRSS:\s+(\d+)", open(f"/proc/{process}/status").read()).group(1)) / 1024


def prompted(session):
  """Until the next prompt, without waiting whether more comes."""
  while not re.search(r"plan[\w\[\]*]*> (\x1b\[[0-9;?]*[A-Za-z])*$", session.output):
    if session.read(0.05) is None:
      raise SystemExit(session.output)
  session.output = ""


def main():
  text = open(PLAN).read()
  teams = re.findall(r"^team (\w+)", text, re.M)
  initiatives = re.findall(r"^initiative (\w+)", text, re.M)
  folder = tempfile.mkdtemp(prefix="plan-figures-")
  start = time.monotonic()
  session = Session(folder, plan=text)
  prompted(session)
  print(f"start to prompt: {(time.monotonic() - start) * 1000:.0f} ms, {processor(session.child) * 1000:.0f} ms of processor")
  rng = random.Random(1)
  times, work = [], []

  def edit():
    if rng.random() < 0.3:
      line = f"change {rng.choice(teams)} {{ people: {rng.randint(2, 9)} }}"
    elif rng.random() < 0.5:
      line = f"change {rng.choice(initiatives)} {{ cost_of_delay: €{rng.randint(1, 40)}k/week }}"
    else:
      low = rng.randint(1, 9)
      line = f"change {rng.choice(initiatives)} {{ effort: {low}pw..{low + 2}pw..{low + 6}pw }}"
    session.send(line)
    session.read(0.02)
    session.output = ""
    before, began = processor(session.child), time.monotonic()
    session.send("\r")
    prompted(session)
    times.append(time.monotonic() - began)
    work.append(processor(session.child) - before)

  for _ in range(EDITS):
    edit()
  for name, values in (("on the clock", sorted(times)), ("of processor", sorted(work))):
    print(f"Enter to answer, {name}: median {values[len(values) // 2] * 1000:.0f} ms, worst {values[-1] * 1000:.0f} ms of {EDITS}")
  for _ in range(MORE):
    edit()
  print(f"memory after {EDITS + MORE} edits: {memory(session.child):.0f} MB")
  session.kill()


main()
