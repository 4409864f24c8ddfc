// What a page is asked once it is shown. Each answer is a list of complaints.
({
  // Labels of pictures that lie on one another, or that stick out of their picture.
  texts() {
    const found = [];
    for (const picture of document.querySelectorAll("svg.pic")) {
      const frame = picture.getBoundingClientRect();
      if (frame.width === 0 || picture.classList.contains("defs")) continue;
      const boxes = [...picture.querySelectorAll("text")]
        .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0);
      // Lines of type are less high than their boxes, which have room for every accent there is.
      const inner = ({ box }) => ({
        left: box.left, right: box.right, top: box.top + box.height * 0.2, bottom: box.bottom - box.height * 0.2,
      });
      boxes.forEach((one, place) => {
        const a = inner(one);
        if (a.left < frame.left - 1.5 || a.right > frame.right + 1.5 || a.top < frame.top - 1.5 || a.bottom > frame.bottom + 1.5)
          found.push(`\`${one.text}\` sticks out of its picture`);
        for (const two of boxes.slice(place + 1)) {
          const b = inner(two);
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (across > 1 && down > 1) found.push(`\`${one.text}\` lies on \`${two.text}\``);
        }
      });
    }
    return found;
  },

  // What is wider than the window, and letters too small to read.
  layout() {
    const found = [];
    const root = document.documentElement;
    if (root.scrollWidth > window.innerWidth) {
      found.push(`the page is ${root.scrollWidth} wide in a window of ${window.innerWidth}`);
      for (const each of document.querySelectorAll("body *")) {
        const box = each.getBoundingClientRect();
        if (box.right > window.innerWidth + 1 && !each.closest(".scroll") && found.length < 6)
          found.push(`<${each.localName} class="${each.getAttribute("class")}"> ends at ${box.right}`);
      }
    }
    for (const text of document.querySelectorAll("svg.pic text")) {
      const scale = text.getCTM()?.a ?? 1;
      const size = parseFloat(getComputedStyle(text).fontSize) * scale;
      if (text.getBoundingClientRect().width > 0 && size < 8.5) found.push(`\`${text.textContent}\` is set in ${size} px`);
    }
    return found.slice(0, 8);
  },

  // Text that stands out too little from what is behind it (WCAG 2.2, 1.4.3).
  contrast() {
    const parse = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
    const luminance = ([r, g, b]) => {
      const [x, y, z] = [r, g, b].map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const behind = (element) => {
      for (let each = element; each; each = each.parentElement) {
        const colour = parse(getComputedStyle(each).backgroundColor);
        if (colour.length === 3 || colour[3] > 0) return colour;
      }
      return [255, 255, 255];
    };
    const found = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (!walker.currentNode.textContent.trim() || element.closest("script,style,title,desc,.skip,option")) continue;
      if (element.getBoundingClientRect().width === 0) continue;
      const style = getComputedStyle(element);
      const isPicture = element.namespaceURI.endsWith("svg");
      const front = parse(isPicture ? style.fill : style.color);
      // Numbers on dots stand on the dot beside them.
      let back = behind(element);
      if (element.classList.contains("ti")) back = parse(getComputedStyle(element.parentElement.querySelector("circle")).fill);
      const [light, dark] = [luminance(front), luminance(back)].sort((a, b) => b - a);
      const ratio = (light + 0.05) / (dark + 0.05);
      if (ratio < 4.5) found.add(`\`${walker.currentNode.textContent.trim().slice(0, 30)}\` has a contrast of ${ratio.toFixed(2)}`);
    }
    return [...found].slice(0, 8);
  },

  // Shapes that mean something and stand out too little (WCAG 2.2, 1.4.11).
  shapes() {
    const parse = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
    const luminance = ([r, g, b]) => {
      const [x, y, z] = [r, g, b].map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const paper = luminance(parse(getComputedStyle(document.body).backgroundColor));
    const found = new Set();
    for (const look of ["c0", "c1", "c2", "cc", "tk", "ov", "lm", "gn", "ls", "cv", "dt", "wt", "lk", "lc", "bx", "bc", "bu", "bo", "s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7"]) {
      const shape = document.querySelector(`.pic .${look}`);
      if (!shape) continue;
      const style = getComputedStyle(shape);
      const ratios = [style.fill, style.stroke].filter((colour) => colour.startsWith("rgb")).map((colour) => {
        const [light, dark] = [luminance(parse(colour)), paper].sort((a, b) => b - a);
        return (light + 0.05) / (dark + 0.05);
      });
      if (Math.max(...ratios) < 3) found.add(`.${look} has a contrast of ${Math.max(...ratios).toFixed(2)}`);
    }
    return [...found];
  },

  // Pictures that are higher than a page, so that they have to be cut.
  cuts(pageHeight) {
    return [...document.querySelectorAll("figure svg")]
      .map((picture) => ({ id: picture.closest("figure").id, height: picture.getBoundingClientRect().height }))
      .filter(({ height }) => height > pageHeight)
      .map(({ id, height }) => `\`${id}\` is ${Math.round(height)} high on a page of ${pageHeight}`);
  },
});
