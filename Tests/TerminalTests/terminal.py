"""Drives `plan` on a pseudo-terminal, as somebody at a keyboard would: terminal.py PROGRAM

Prints one line a test and `N passed, N failed`; ends with 1 where one fails. Only the standard library is used.
"""

import fcntl, os, pty, random, re, resource, select, shutil, signal, struct, subprocess, sys, tempfile, termios, time

PROGRAM = os.path.abspath(sys.argv[1])
ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
# A loaded machine is slow, and a test that passes does not wait.
PATIENCE = 120
PLAN = """\
language: 1

plan "Shop" { start: 2026-07-01, until: 2026-12-31, rate: $4k/pw }

team web "Web" { people: 4, availability: 70% }
team orders "Orders" { people: 3 }

initiative login "Sign in" { cost_of_delay: $9k/week, team: web, effort: 3pw..5pw..9pw }
initiative refunds "Refunds" { cost_of_delay: $6k/week, after: login, team: orders, effort: 3pw..4pw..8pw }
"""


class Session:
  """A program on a terminal of its own."""

  def __init__(self, folder, *arguments, columns=100, rows=30, plan=PLAN, home=None, env=None, prepare=None, program=PROGRAM):
    self.folder = folder
    self.path = os.path.join(folder, "shop.plan")
    if plan is not None and not os.path.exists(self.path):
      with open(self.path, "w") as file:
        file.write(plan)
    environment = {
      "HOME": home or folder, "TERM": "xterm", "LANG": "C.UTF-8", "PATH": os.environ["PATH"], "NO_COLOR": "1",
    }
    environment.update(env or {})
    self.child, self.terminal = pty.fork()
    if self.child == 0:
      os.chdir(folder)
      if prepare:
        prepare()
      os.execve(program, ["plan", *(arguments or ("shop.plan",))], environment)
    self.output = ""
    self.resize(columns, rows)

  def resize(self, columns, rows):
    fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

  def send(self, text):
    data = text if isinstance(text, bytes) else text.encode()
    while data:
      # A terminal takes in a few thousand bytes at a time, and what it answers has to be read meanwhile.
      written = os.write(self.terminal, data[:1024])
      data = data[written:]
      self.read(0)

  def read(self, timeout):
    ready, _, _ = select.select([self.terminal], [], [], timeout)
    if not ready:
      return False
    try:
      data = os.read(self.terminal, 65536)
    except OSError:
      return None
    if not data:
      return None
    self.output += data.decode(errors="replace")
    return True

  def expect(self, pattern, timeout=PATIENCE):
    """Waits until something is written, and forgets everything before it."""
    end = time.monotonic() + timeout
    while True:
      found = re.search(pattern, self.output, re.S)
      if found:
        self.output = self.output[found.end():]
        return found
      if time.monotonic() > end or self.read(0.2) is None:
        raise AssertionError(f"{pattern!r} did not come; instead: {self.output[-2000:]!r}")

  def prompt(self):
    return self.expect(r"plan[\w\[\]*]*> (\x1b\[[0-9;?]*[A-Za-z])*$")

  def enter(self, text):
    self.send(text + "\r")

  def ask(self, text):
    """Enters a line; what is answered until the next prompt."""
    self.enter(text)
    self.expect(r"\n")
    return self.prompt_text()

  def prompt_text(self):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
      found = re.search(r"\r?(plan[\w\[\]*]*> )(\x1b\[[0-9;?]*[A-Za-z])*$", self.output)
      if found and self.read(0.15) is False:
        text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\r", "", self.output[:found.start()])
        self.output = ""
        return text
      if self.read(0.2) is None:
        raise AssertionError(f"it has ended: {self.output[-2000:]!r}")
    raise AssertionError(f"no prompt came: {self.output[-2000:]!r}")

  def end(self, timeout=PATIENCE):
    """Waits for the program to end; its exit code, or the signal below zero."""
    end = time.monotonic() + timeout
    while time.monotonic() < end:
      done, status = os.waitpid(self.child, os.WNOHANG)
      if done:
        os.close(self.terminal)
        return os.waitstatus_to_exitcode(status)
      self.read(0.1)
    os.kill(self.child, signal.SIGKILL)
    raise AssertionError("it did not end")

  def kill(self):
    os.kill(self.child, signal.SIGKILL)
    os.waitpid(self.child, 0)
    os.close(self.terminal)

  def file(self):
    with open(self.path) as file:
      return file.read()


# Tests: functions that take a folder of their own.


def test_a_change_is_answered_and_saved(folder):
  session = Session(folder)
  session.expect(r"Shop · 2 initiatives · 2 teams · proved optimal")
  session.prompt_text()
  assert "ends" in session.ask("change web { people: 2, availability: 40% }")
  assert "1 line changed" in session.ask("save")
  assert "people: 2, availability: 40%" in session.file()
  assert session.file().replace("people: 2, availability: 40%", "people: 4, availability: 70%") == PLAN
  session.enter("quit")
  assert session.end() == 0


def test_a_block_goes_on_over_lines_and_is_indented(folder):
  session = Session(folder)
  session.prompt_text()
  session.enter("initiative cards \"Cards\" {")
  session.expect(r"\.\.\.\.>   ")
  session.enter("team: orders")
  session.expect(r"\.\.\.\.>   ")
  session.enter("effort: 2pw..3pw..5pw }")
  assert "cards" in session.prompt_text()
  assert "  team: orders" in session.ask("diff")


def test_ctrl_c_gives_up_a_line_and_a_block(folder):
  session = Session(folder)
  session.prompt_text()
  session.send("change web { people: 1")
  session.send("\x03")
  session.prompt_text()
  session.enter("change web {")
  session.expect(r"\.\.\.\.>")
  session.send("\x03")
  session.prompt_text()
  assert session.ask("diff").strip() == ""
  session.send("\x04")
  assert session.end() == 0


def test_ctrl_c_stops_a_question_and_keeps_the_session(folder):
  shutil.copy(os.path.join(ROOT, "Plans", "insurer.plan"), os.path.join(folder, "insurer.plan"))
  session = Session(folder, "insurer.plan")
  session.prompt_text()
  session.enter("defer")
  time.sleep(0.5)
  session.send("\x03")
  assert "interrupted" in session.prompt_text()
  assert "68" in session.ask("count(initiatives)")
  # So does one for everything else that takes long, and what was typed before stands.
  session.ask("change platform { people: old + 1 }")
  for question in ("render", "options", "levers", "fund 4 with fraud", "compare", "simulate 1000000"):
    session.enter(question)
    time.sleep(0.3)
    session.send("\x03")
    session.prompt_text()
  assert "people" in session.ask("diff")


def test_cards_are_moved_by_keys(folder):
  session = Session(folder, rows=20)
  session.prompt_text()
  session.enter("fund 1")
  # The whole screen, with the first card above the line.
  session.expect(r"\x1b\[\?1049h")
  session.expect(r"1 of 1 slot.*Sign in.*1 slot ─.*Refunds")
  # What is needed comes along, and then there are too many.
  session.send("\x1b[B ")
  session.expect("2 of 1 slot, 1 too many")
  session.send("w")
  session.expect("1 has to go under the line")
  # Taken back; under the line goes what cannot be without it.
  session.send("u")
  session.expect("1 of 1 slot")
  session.send("\x1b")
  session.expect(r"\x1b\[\?1049l.*nothing was changed")
  session.prompt_text()
  assert session.ask("diff").strip() == ""
  session.enter("fund 1")
  session.expect("1 of 1 slot")
  session.resize(60, 12)
  session.send("w")
  session.expect(r"Not doing:.*Refunds: parked until")
  session.prompt_text()
  assert "priority: wont" in session.ask("diff")
  # Ctrl-C leaves it, and the line editor has the terminal back.
  session.enter("fund 1")
  session.expect("of 1 slot")
  session.send("\x03")
  session.expect("nothing was changed")
  session.prompt_text()
  session.send("1 + 4\x7f1\r")
  assert "2" in session.prompt_text()


def test_ctrl_d_leaves_and_the_session_is_offered_again(folder):
  session = Session(folder)
  session.prompt_text()
  session.ask("change web { people: 2 }")
  session.send("\x04")
  session.expect("offered again")
  assert session.end() == 0
  session = Session(folder)
  session.expect(r"`recover` does them again")
  session.prompt_text()
  assert "1 step done again" in session.ask("recover")
  assert "people: 2" in session.ask("diff")
  session.ask("save")
  session.enter("quit")
  assert session.end() == 0
  session = Session(folder)
  assert "recover" not in session.prompt_text()


def test_tab_completes(folder):
  session = Session(folder)
  session.prompt_text()
  # A command, and the name it takes.
  session.send("opt\tdrop refu\t\r")
  answer = session.prompt_text()
  assert "Ways to end it" in answer, answer
  # A name, a property of what it names, and a word that this takes.
  session.send("change lo\t { eff\t2pw..3pw..5pw, prio\tmu\t }\r")
  session.prompt_text()
  answer = session.ask("login.priority")
  assert "must" in answer, (answer, session.ask("diff"))
  assert "2pw..3pw..5pw" in session.ask("login.effort")
  # Files: behind a command that takes them, into a folder and out of it.
  os.makedirs(os.path.join(folder, "drafts", "old"))
  session.send("save draf\tq4.plan\r")
  assert "drafts/q4.plan: a copy" in session.prompt_text()
  # What several begin with is shown, with what each is.
  session.send("change refunds { team: \t\t")
  session.expect(r'orders +"Orders"')
  session.expect(r'web +"Web"')
  session.send("we\t }\r")
  session.prompt_text()
  answer = session.ask("refunds.team")
  assert "web" in answer, answer


def test_history_lasts_and_is_searched(folder):
  session = Session(folder)
  session.prompt_text()
  session.ask("count(teams)")
  session.ask("1 + 1")
  session.enter("quit")
  session.end()
  mode = os.stat(os.path.join(folder, ".local/state/plan/history")).st_mode & 0o777
  assert mode == 0o600, oct(mode)
  session = Session(folder)
  session.prompt_text()
  session.send("\x1b[A\x1b[A\x1b[A\r")
  assert "2" in session.prompt_text()
  session.send("\x121 +\r\r")
  assert "2" in session.prompt_text()


def test_editrc_chooses_vi_keys(folder):
  with open(os.path.join(folder, ".editrc"), "w") as file:
    file.write("bind -v\n")
  session = Session(folder)
  session.prompt_text()
  # Typed, then `b` moves back a word, and `cw` changes it.
  session.send("1 + 11\x1bbcw22\r")
  assert "23" in session.prompt_text()
  session.send("opt\tdrop login\r")
  assert "login" in session.prompt_text()


def test_wide_characters_are_typed_and_kept(folder):
  session = Session(folder)
  session.prompt_text()
  session.ask('change web { note: "日本語 ü 👩‍💻" }')
  assert "日本語 ü 👩‍💻" in session.ask("diff")
  # Going back over two of them with the keyboard.
  session.send('"日本語"\x1b[D\x1b[D\x7f\r')
  assert "日語" in session.prompt_text()
  session.ask("save")
  assert 'note: "日本語 ü 👩‍💻"' in session.file()


def test_a_locale_without_characters_changes_nothing(folder):
  session = Session(folder, env={"LANG": "C", "LC_ALL": "C"})
  session.prompt_text()
  session.ask('change web { note: "ü" }')
  session.ask("save")
  assert 'note: "ü"' in session.file()


def test_bytes_that_are_no_characters_do_no_harm(folder):
  session = Session(folder)
  session.prompt_text()
  session.send(b"count(teams)\xff\xfe\x08\x08\r")
  session.prompt_text()
  assert "2" in session.ask("count(teams)")


def paste(session, text):
  session.send("\x1b[200~" + text.replace("\n", "\r") + "\x1b[201~")


def test_a_paste_in_a_line_is_typed(folder):
  session = Session(folder)
  session.prompt_text()
  session.send("1 + ")
  paste(session, "41")
  session.send("\r")
  assert "42" in session.prompt_text()


def test_a_paste_of_a_block_is_one_change(folder):
  session = Session(folder)
  session.prompt_text()
  paste(session, 'initiative a "A" {\n\tteam: web\n\teffort: 2pw..3pw..5pw\n}\ninitiative b { effort: 1pw..2pw..3pw, team: web }\n')
  session.prompt_text()
  log = session.ask("log")
  assert log.count(":add initiative") == 2
  session.ask("undo")
  assert session.ask("diff").strip() == ""


def test_pastes_are_taken_under_vi_keys_as_well(folder):
  with open(os.path.join(folder, ".editrc"), "w") as file:
    file.write("bind -v\n")
  session = Session(folder)
  session.prompt_text()
  session.send("1 + ")
  paste(session, "41")
  session.send("\r")
  assert "42" in session.prompt_text()
  # Where keys are commands: at the cursor, which is on the 2.
  session.send("1 + 2\x1b")
  time.sleep(0.1)
  paste(session, "4")
  session.send("\r")
  assert "43" in session.prompt_text()
  paste(session, 'initiative a "A" {\n\tteam: web\n\teffort: 2pw..3pw..5pw\n}\n')
  session.prompt_text()
  assert ":add initiative a" in session.ask("log")
  # An escape by itself is still one, and a mark that comes in pieces is still a mark.
  session.send("1 + 11\x1bbcw22\r")
  assert "23" in session.prompt_text()
  session.send("\x1b[20")
  session.send("0~1 + 5\x1b[201~\r")
  assert "6" in session.prompt_text()


def test_a_paste_of_ten_thousand_lines(folder):
  session = Session(folder)
  session.prompt_text()
  items = [f'initiative n{i} "N {i}" {{\n  team: web, priority: wont\n  effort: 1pw..2pw..3pw\n  why_not: "later"\n}}\n' for i in range(2000)]
  paste(session, "".join(items))
  session.prompt_text()
  assert "2002" in session.ask("count(initiatives)")
  session.ask("save")
  assert session.file().count("initiative n") == 2000


def test_a_window_that_is_resized_lays_out_anew(folder):
  session = Session(folder, columns=120)
  session.prompt_text()
  wide = session.ask("help")
  session.send("count(")
  session.expect(r"count\(")
  session.resize(50, 30)
  time.sleep(0.3)
  session.send("teams)\r")
  assert "2" in session.prompt_text()
  narrow = session.ask("help")
  assert max(map(len, narrow.splitlines())) <= 50 < max(map(len, wide.splitlines()))


def test_every_command_answers(folder):
  session = Session(folder)
  session.prompt_text()
  commands = [
    "show", "show login", "show load", "why refunds", "defer by 2w", "defer login", "options drop login", "levers",
    "simulate 1000", "check", "portfolio", "debts", "signals", "fund 1 without refunds", "branch later", "change login { effort: 4pw..6pw..9pw }", "compare", "switch baseline",
    'decide later because "it is safer"', "undo", "redo", "at 1", "at 3", "log", "diff", "diff 1 2", "render", "help",
    "help diff", "initiative x { effort: 1pw..2pw..3pw, team: web }", "options", "drop x", "save", "1 + 1",
  ]
  for command in commands:
    answer = session.ask(command)
    assert "error:" not in answer and "error[" not in answer, (command, answer)
  session.enter("quit")
  assert session.end() == 0


def test_a_killed_session_is_offered_again(folder):
  rng = random.Random(7)
  for _ in range(3):
    session = Session(folder)
    session.prompt_text()
    steps = [f"change web {{ people: {2 + n}, note: \"{n}\" }}" for n in range(4)]
    for step in steps:
      session.enter(step)
      time.sleep(rng.random() * 0.2)
    session.kill()
    session = Session(folder)
    text = session.prompt_text()
    if "recover" in text:
      assert "done again" in session.ask("recover")
      people = int(session.ask("web.people").strip())
      assert 2 <= people <= 5
      assert session.ask("log").count(":change") == people - 1
    session.enter("quit now")
    session.end()
    assert session.file() == PLAN


def test_one_killed_while_it_saves_leaves_one_whole_file(folder):
  rng = random.Random(11)
  changed = PLAN.replace("people: 4", "people: 2")
  for _ in range(8):
    session = Session(folder)
    session.prompt_text()
    session.ask("change web { people: 2 }")
    session.enter("save")
    time.sleep(rng.random() * 0.08)
    session.kill()
    text = session.file()
    assert text in (PLAN, changed), text
    again = Session(folder)
    offered = "recover" in again.prompt_text()
    # What is not in the file is offered.
    assert offered or text == changed
    if offered and text == PLAN:
      again.ask("recover")
      assert "people: 2" in again.ask("diff")
    again.enter("quit now")
    again.end()
    with open(session.path, "w") as file:
      file.write(PLAN)


def test_a_full_disk_loses_nothing(folder):
  """As a limit on how large files may be, which is as much as a disk has left."""
  long = PLAN + "# long\n" * 2000
  session = Session(
    folder, plan=long, prepare=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8192, resource.RLIM_INFINITY)))
  session.prompt_text()
  session.ask("change web { people: 2 }")
  answer = session.ask("save")
  assert "cannot save" in answer and "larger than files may be" in answer, answer
  assert session.file() == long
  left = [name for name in os.listdir(folder) if name.startswith("shop.plan") and name != "shop.plan"]
  assert not left, left
  # The journal is full before the session is, which is said once.
  note = "x" * 3000
  answers = [session.ask(f'change web {{ note: "{note}{index}" }}') for index in range(4)]
  assert sum("journal cannot be written" in answer for answer in answers) == 1, answers
  # There is room again, and nothing was lost.
  resource.prlimit(session.child, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
  assert "shop.plan" in session.ask("save")
  assert "people: 2" in session.file() and f"{note}3" in session.file()


def test_a_file_that_is_read_only_stays_so(folder):
  def become_nobody():
    # Whoever may do everything may write to everything.
    if os.getuid() == 0:
      os.setgid(65534)
      os.setuid(65534)

  program = shutil.copy(PROGRAM, os.path.join(folder, "program"))
  os.chmod(folder, 0o777)
  path = os.path.join(folder, "shop.plan")
  with open(path, "w") as file:
    file.write(PLAN)
  os.chmod(path, 0o444)
  session = Session(folder, prepare=become_nobody, program=program)
  session.prompt_text()
  session.ask("change web { people: 2 }")
  answer = session.ask("save")
  assert "cannot save" in answer and "permission denied" in answer, answer
  assert session.file() == PLAN and os.stat(path).st_mode & 0o777 == 0o444
  assert "other.plan: a copy" in session.ask("save other.plan")
  with open(os.path.join(folder, "other.plan")) as file:
    assert "people: 2" in file.read()


def test_a_file_that_cannot_be_written_loses_nothing(folder):
  session = Session(folder)
  session.prompt_text()
  session.ask("change web { people: 2 }")
  os.rename(session.path, session.path + ".gone")
  os.mkdir(session.path)
  answer = session.ask("save")
  assert "cannot save" in answer, answer
  os.rmdir(session.path)
  os.rename(session.path + ".gone", session.path)
  assert "1 line changed" in session.ask("save")
  assert "people: 2" in session.file()


def test_a_vanished_folder_loses_nothing(folder):
  inner = os.path.join(folder, "inner")
  os.mkdir(inner)
  session = Session(inner, home=folder)
  session.prompt_text()
  session.ask("change web { people: 2 }")
  shutil.rmtree(inner)
  answer = session.ask("save")
  assert "cannot save" in answer, answer
  other = os.path.join(folder, "elsewhere.plan")
  answer = session.ask(f"save {other}")
  assert "a copy" in answer, answer
  with open(other) as file:
    assert "people: 2" in file.read()


def test_a_home_that_cannot_be_written_is_said(folder):
  home = os.path.join(folder, "file")
  with open(home, "w") as file:
    file.write("no folder\n")
  session = Session(folder, home=home)
  session.expect("no journal is kept")
  session.prompt_text()
  session.ask("change web { people: 2 }")
  session.ask("save")
  assert "people: 2" in session.file()


def test_a_plan_of_nothing_is_given_a_file(folder):
  session = Session(folder, "session", "--as-of", "2026-07-01", plan=None)
  session.prompt_text()
  session.ask('initiative first "The first thing" { effort: 1pw..2pw..4pw }')
  assert "written" in session.ask("save new.plan")
  with open(os.path.join(folder, "new.plan")) as file:
    assert "initiative first" in file.read()


def test_stopping_it_gives_the_terminal_back(folder):
  session = Session(folder)
  session.prompt_text()
  os.kill(session.child, signal.SIGTERM)
  session.end()


def test_a_pipe_is_a_script(folder):
  Session(folder).kill()
  ended = subprocess.run(
    [PROGRAM, "shop.plan"], input="1 + 1\nchange web { peple: 2 }\n2 + 2\n", cwd=folder, text=True,
    capture_output=True, env={"HOME": folder})
  assert ended.returncode == 1, ended
  assert ended.stdout == "2\n", ended.stdout
  assert "<stdin>:2: stopped here" in ended.stderr, ended.stderr


class Typist:
  """Somebody who types whatever comes to mind."""

  def __init__(self, seed):
    self.random = random.Random(seed)
    self.names = ["login", "refunds"]
    self.made = 0

  def edit(self):
    """An entry, each kind as likely as any other."""
    kinds = [
      lambda rng, some, count: "undo",
      lambda rng, some, count: f"redo {rng.randint(1, 3)}",
      lambda rng, some, count: f"branch s{rng.randrange(3)}",
      lambda rng, some, count: f"switch {rng.choice(['baseline', 's0', 's1', 's2'])}",
      lambda rng, some, count: self.one_more(count),
      lambda rng, some, count: f"drop {some}",
      lambda rng, some, count: f"change {some} {{ effort: old * {count * 20}% }}",
      lambda rng, some, count: f'change {some} {{ cost_of_delay: ${count}k/week, note: "ü {count}" }}',
      lambda rng, some, count: f"change web {{ people: {count}, wip: {count} }}",
      lambda rng, some, count: f"change orders {{ availability: {count * 10}%, people: old + 1 }}",
      lambda rng, some, count: f"change {some} {{ team: {rng.choice(['web', 'orders'])} }}",
      lambda rng, some, count: f"at {rng.randint(0, 30)}",
      lambda rng, some, count: f"change {some} {{ after: {rng.choice(self.names)} }}",
    ]
    rng = self.random
    return rng.choice(kinds)(rng, rng.choice(self.names), rng.randint(1, 9))

  def one_more(self, count):
    if len(self.names) == 12:
      return f"drop {self.names.pop(0)}"
    self.made += 1
    self.names.append(f"n{self.made}")
    return f'initiative n{self.made} "N {self.made}" {{ team: web, effort: {count}pw..{count + 1}pw..{count + 3}pw }}'


def test_git_setup_asks_before_it_writes(folder):
  subprocess.run(["git", "init", "-q", "-b", "main"], cwd=folder, check=True)
  attributes = os.path.join(folder, ".gitattributes")
  for answer, is_written in [("n\r", False), ("\r", False), ("y\r", True)]:
    session = Session(folder, "git-setup")
    session.expect(r"merge\.plan\.driver")
    session.expect(r"write this\? \[y/N\] ")
    assert not os.path.exists(attributes)
    session.send(answer)
    session.expect("written; commit" if is_written else "nothing was written")
    session.end()
    assert os.path.exists(attributes) == is_written


def test_how_far_a_history_is_can_be_seen_and_stopped(folder):
  def git(*arguments, **more):
    who = {f"GIT_{role}_{what}": "a@b.c" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    subprocess.run(["git", *arguments], cwd=folder, check=True, env={**os.environ, "HOME": folder, **who}, **more)

  git("init", "-q", "-b", "main")
  with open(os.path.join(ROOT, "Plans", "insurer.plan")) as file:
    plan = file.read()
  for weeks in range(2, 42):
    with open(os.path.join(folder, "shop.plan"), "w") as file:
      file.write(f"{plan}\nteam extra_{weeks} {{ people: 1 }}\n"
                 f"initiative more {{ team: extra_{weeks}, effort: {weeks}pw, cost_of_delay: €1k/week }}\n")
    git("add", "-A")
    git("commit", "-q", "-m", f"{weeks} weeks")
  session = Session(folder, "history", "shop.plan", "more", columns=120)
  session.expect("solving revisions [█░]+ [0-9]+ %  Ctrl-C: the best so far")
  session.send("\x03")
  session.expect("later revisions are missing; asked again, it goes on there|interrupted before a revision was solved")
  session.end()


def test_a_thousand_edits_are_logged_and_saved(folder):
  session = Session(folder)
  session.prompt_text()
  typist = Typist(3)
  for _ in range(1000):
    session.ask(typist.edit())
  session.ask("switch baseline")
  log = session.ask("log")
  session.ask("save")
  question = "initiatives sort by name show [name, team, start, finish, undone]"
  table = session.ask(question)
  session.enter("quit")
  session.end()
  saved = session.file()
  # The log does the same again, byte for byte.
  again = os.path.join(folder, "again")
  os.mkdir(again)
  with open(os.path.join(again, "shop.plan"), "w") as file:
    file.write(PLAN)
  with open(os.path.join(again, "meeting.planlog"), "w") as file:
    file.write(log + "\nsave\n")

  def run(*arguments):
    environment = {"HOME": again, "LANG": "C.UTF-8", "COLUMNS": "100"}
    return subprocess.run([PROGRAM, *arguments], cwd=again, text=True, capture_output=True, env=environment)

  ended = run("shop.plan", "--script", "meeting.planlog")
  assert ended.returncode == 0, ended.stderr
  with open(os.path.join(again, "shop.plan")) as file:
    assert file.read() == saved
  # What was saved is a plan, and what the session showed of it at the end is what every command finds.
  assert run("check", "shop.plan").returncode == 0
  cold = run("query", question, "shop.plan", "--no-cache")
  assert cold.returncode == 0, cold.stderr
  assert cold.stdout.split() == table.split(), (cold.stdout, table)


def main():
  failed = 0
  chosen = sys.argv[2:]
  tests = [(n, f) for n, f in globals().items() if n.startswith("test_") and (not chosen or any(c in n for c in chosen))]
  for name, test in tests:
    folder = tempfile.mkdtemp(prefix="plan-terminal-")
    start = time.monotonic()
    try:
      test(folder)
      print(f"ok    {name[5:].replace('_', ' ')} ({time.monotonic() - start:.1f} s)", flush=True)
    except Exception as error:
      failed += 1
      print(f"FAIL  {name[5:].replace('_', ' ')}: {type(error).__name__}: {error}", flush=True)
    finally:
      shutil.rmtree(folder, ignore_errors=True)
  print(f"{len(tests) - failed} passed, {failed} failed")
  sys.exit(1 if failed else 0)


if __name__ == "__main__":
  main()
