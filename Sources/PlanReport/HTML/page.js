// Everything that the page does beyond showing itself. It reads the page and nothing else.
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // Pictures: one stop for the tab key each, arrows go from mark to mark, and what is pointed at is said below.
  for (const figure of all("figure")) {
    const said = document.createElement("p");
    said.className = "said";
    said.setAttribute("aria-hidden", "true");
    let has = false;
    // The same marks stand in a drawing for pages and in one for telephones, of which the first says what they are: by a title,
    // or where its texts say the same by those (`Drawing.Mark.isWritten`).
    const texts = all(".wide .m,.wide .s>*", figure).map((mark) => {
      const title = mark.querySelector("title");
      return title ? title.textContent : all("text", mark).map((text) => text.textContent).join(": ");
    });
    for (const picture of all("svg", figure)) {
      const marks = all(".m,.s>*", picture);
      marks.forEach((mark, place) => {
        has = true;
        const title = mark.querySelector("title");
        mark.setAttribute("role", "img");
        mark.setAttribute("aria-label", title ? title.textContent : texts[place]);
        mark.setAttribute("tabindex", place ? "-1" : "0");
      });
      const go = (from, to) => {
        if (!marks[to]) return;
        from.setAttribute("tabindex", "-1");
        marks[to].setAttribute("tabindex", "0");
        marks[to].focus();
      };
      picture.addEventListener("keydown", (event) => {
        const here = marks.indexOf(event.target);
        if (here < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
        const to = {
          ArrowRight: here + 1, ArrowDown: here + 1, ArrowLeft: here - 1, ArrowUp: here - 1,
          Home: 0, End: marks.length - 1,
        }[event.key];
        if (to === undefined) return;
        event.preventDefault();
        go(marks[here], to);
      });
      const say = (event) => {
        const mark = event.target.closest("[aria-label]");
        if (mark && mark !== picture) said.textContent = mark.getAttribute("aria-label");
      };
      picture.addEventListener("pointerover", say);
      picture.addEventListener("focusin", say);
    }
    if (has) {
      // How it is done is said once.
      if (!document.querySelector(".said"))
        said.textContent = "Point at anything to read it, or press Tab and then the arrow keys.";
      figure.append(said);
    }
  }

  // The filter: rows go, marks fade.
  const form = document.querySelector(".filter");
  if (!form) return;
  const known = all("[data-k]");
  const words = new Map();
  // Figures are held together by blanks that nobody types.
  const plain = (text) => text.replaceAll("\u00a0", " ").toLowerCase();
  for (const each of known) {
    const key = each.dataset.k;
    words.set(key, (words.get(key) || "") + " " + plain(each.textContent));
  }
  const found = document.getElementById("found");
  const chosen = (id) => {
    const list = document.getElementById(id);
    return list && list.value ? new Set(list.value.split(" ")) : null;
  };
  const filter = () => {
    const text = plain(document.getElementById("find").value.trim());
    const sets = [chosen("by-team"), chosen("by-goal")].filter(Boolean);
    const fits = (key) =>
      sets.every((set) => set.has(key)) && (!text || words.get(key).includes(text));
    const keys = [...words.keys()].filter(fits);
    const kept = new Set(keys);
    for (const each of known) {
      const isOut = !kept.has(each.dataset.k);
      if (each.ownerSVGElement) each.classList.toggle("dim", isOut);
      else each.hidden = isOut;
    }
    for (const table of all(".rows,.scroll")) {
      const rows = all("tbody tr", table);
      table.toggleAttribute("data-none", rows.length > 0 && rows.every((row) => row.hidden));
    }
    const isAll = keys.length === words.size;
    found.textContent = isAll ? "" : `${keys.length} of ${words.size} initiatives`;
  };
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
})();
