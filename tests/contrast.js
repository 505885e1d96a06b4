// Measures a page as a reader sees it: every text and every line or shape that means something.
// Gives { faults, measured }: what has too little contrast, and how much was looked at of each kind.
(printed) => {
  const BODY = 7, TEXT = 4.5, GRAPHICS = 3;
  const SHAPES = "path, rect, circle, ellipse, line, polyline, polygon";
  const faults = new Set();
  const measured = {};

  // Colours: [red, green, blue, alpha], 0 to 255 and 0 to 1.
  const parsed = (text) => {
    const numbers = text.match(/^rgba?\(([^)]+)\)$/)?.[1].split(/[\s,/]+/).map(Number);
    if (!numbers) throw new Error(`not a colour that this test can read: ${text}`);
    return [numbers[0], numbers[1], numbers[2], numbers[3] ?? 1];
  };
  const over = (top, below) =>
    [0, 1, 2].map((n) => top[n] * top[3] + below[n] * (1 - top[3])).concat(1);
  const luminance = (colour) => {
    const [red, green, blue] = colour.slice(0, 3).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };

  // What stands behind the content of an element; printers leave backgrounds out.
  const grounds = new Map();
  const ground = (element) => {
    if (printed || !element) return [255, 255, 255, 1];
    if (!grounds.has(element)) {
      const style = getComputedStyle(element);
      if (style.backgroundImage !== "none") faults.add(`${name(element)}: a picture behind the text`);
      if (style.opacity !== "1") faults.add(`${name(element)}: see-through`);
      const own = parsed(style.backgroundColor);
      const below = ground(element.parentElement);
      grounds.set(element, own[3] === 1 ? own : over(own, below));
    }
    return grounds.get(element);
  };
  const name = (element) => `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}">`;
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });
  const judge = (kind, what, colour, below, least) => {
    measured[kind] = (measured[kind] ?? 0) + 1;
    const found = contrast(over(colour, below), below);
    if (found < least) faults.add(`${kind} ${what}: ${found.toFixed(2)} of ${least}`);
  };

  // Texts.
  const least = (element) => (element.closest("main") && !element.closest(".kv-button") ? BODY : TEXT);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const words = texts.currentNode.data.trim();
    if (!words || element.closest("script, style, noscript") || !seen(element)) continue;
    const style = getComputedStyle(element);
    const what = `${name(element)} ${words.slice(0, 30)}`;
    if (element.closest("svg")) {
      const box = element.getBoundingClientRect();
      const inside = (shape) => {
        const around = shape.getBoundingClientRect();
        return around.left <= box.left && around.right >= box.right && around.top <= box.top && around.bottom >= box.bottom;
      };
      const boxes = [...element.closest("svg").querySelectorAll("rect")].filter(inside);
      const fills = boxes.map((shape) => parsed(getComputedStyle(shape).fill));
      for (const fill of [ground(element), ...fills]) judge("drawn text", what, parsed(style.fill), fill, least(element));
    } else {
      judge("text", what, parsed(style.color), ground(element), least(element));
    }
  }
  for (const field of document.querySelectorAll("input, select, textarea")) {
    if (!seen(field)) continue;
    const style = getComputedStyle(field);
    if (field.type === "radio" || field.type === "checkbox") {
      judge("control", name(field), parsed(style.accentColor), ground(field.parentElement), GRAPHICS);
    } else {
      judge("text", name(field), parsed(style.color), ground(field), least(field));
    }
  }

  // Lines: thinner ones only part what spaces part already.
  const lines = (element, style, outside, kind) => {
    for (const side of ["Top", "Right", "Bottom", "Left"]) {
      const colour = style[`border${side}Style`] === "none" ? [0, 0, 0, 0] : parsed(style[`border${side}Color`]);
      if (parseFloat(style[`border${side}Width`]) < 2 || colour[3] === 0) continue;
      judge(kind, `${name(element)} ${side}`, colour, outside, GRAPHICS);
    }
  };
  for (const element of document.body.querySelectorAll("*")) {
    if (!seen(element) || element.closest("svg")) continue;
    const kind = `line of ${element.getAttribute("class")?.split(" ")[0] || element.tagName.toLowerCase()}`;
    lines(element, getComputedStyle(element), ground(element.parentElement), kind);
    for (const pseudo of ["::before", "::after"]) {
      const style = getComputedStyle(element, pseudo);
      if (style.content === "none" || style.display === "none") continue;
      const list = element.parentElement.getAttribute("class")?.split(" ")[0] || element.parentElement.tagName.toLowerCase();
      lines(element, style, ground(element), `mark in ${list}`);
      if (/[^" ]/.test(style.content)) {
        judge("text", `${name(element)} ${pseudo}`, parsed(style.color), ground(element), least(element));
      }
    }
  }

  // Drawings: what is seen of a shape is its outline or its filling. The grid only helps the eye.
  for (const shape of document.body.querySelectorAll("svg :is(" + SHAPES + ")")) {
    if (!seen(shape)) continue;
    const style = getComputedStyle(shape);
    if (shape.closest(".kv-grid, .kv-leader, .kv-band")) continue;
    const below = ground(shape.closest("svg"));
    const colours = [style.stroke, style.fill].filter((paint) => paint !== "none").map(parsed);
    const best = colours.sort((a, b) => contrast(over(b, below), below) - contrast(over(a, below), below))[0];
    const owner = shape.closest(".kv-diagram, .kv-plot, .kv-sparkline, .kv-shape")?.classList[0] ?? "icon";
    if (best) judge(`shape in ${owner}`, name(shape), best, below, GRAPHICS);
    else faults.add(`${name(shape)}: a shape without colour`);
  }
  return { faults: [...faults], measured };
}
