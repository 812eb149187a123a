const SVG = "http://www.w3.org/2000/svg";
const NOTES = ["suppressed", "not_collected", "not_yet", "not_applicable"];
const number = new Intl.NumberFormat("en-US");
const oneDecimal = new Intl.NumberFormat("en-US", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

function make(tag, attributes = {}, text = null) {
  const node = tag.startsWith("svg:")
    ? document.createElementNS(SVG, tag.slice(4))
    : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) node.setAttribute(name, value);
  }
  if (text !== null) node.textContent = text;
  return node;
}

function fill(template, fields) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => fields[name] ?? whole);
}

// A cell is [value, numerator, denominator, note]; a missing cell is "no data".
function look(cell, breaks) {
  if (!cell || (cell[0] === null && !cell[3])) return "no_data";
  if (cell[3]) return NOTES.includes(cell[3]) ? cell[3] : "no_data";
  if (cell[0] === 0) return "zero";
  return `class_${breaks.filter((edge) => cell[0] >= edge).length + 1}`;
}

function shownValue(cell, words) {
  const kind = look(cell, []);
  if (kind === "zero" || kind.startsWith("class_")) return oneDecimal.format(cell[0]);
  return words[`short_${kind}`];
}

function spoken(name, cell, words) {
  const kind = look(cell, []);
  if (kind !== "zero" && !kind.startsWith("class_")) return `${name}: ${words[kind]}`;
  return `${name}: ${fill(words.value, { value: oneDecimal.format(cell[0]) })} (${share(cell, words)})`;
}

function share(cell, words) {
  return fill(words.share, { n: number.format(cell[1]), d: number.format(cell[2]) });
}

function setColours(root, scale) {
  const host = root.host ?? root;
  const palette = getComputedStyle(host).getPropertyValue("--st-chart-diverging-colors").split(",");
  const colours = scale === "lacking" ? palette.slice(0, 5).reverse() : palette.slice(5);
  const frame = root.querySelector(".frame");
  colours.forEach((colour, position) => frame.style.setProperty(`--class_${position + 1}`, colour.trim()));
}

// Patterns, so that the three kinds of "no figure" differ without colour.
function patterns() {
  const defs = make("svg:defs");
  const drawings = {
    no_data: "M0 8L8 0M-2 2L2 -2M6 10L10 6",
    suppressed: "M2 2h2v2h-2zM6 6h2v2h-2z",
    not_applicable: "M0 4h8",
    not_yet: "M4 0v8",
  };
  for (const [kind, drawing] of Object.entries(drawings)) {
    const pattern = make("svg:pattern", {
      id: `pattern_${kind}`, width: 8, height: 8, patternUnits: "userSpaceOnUse",
    });
    pattern.append(make("svg:rect", { width: 8, height: 8, class: "pattern_ground" }));
    pattern.append(make("svg:path", { d: drawing, class: `pattern_line pattern_${kind}` }));
    defs.append(pattern);
  }
  return defs;
}

function drawMap(areas, viewBox, label, labelled, act) {
  const svg = make("svg:svg", {
    viewBox: viewBox.join(" "), role: "group", "aria-label": label, class: "map",
  });
  svg.append(patterns());
  const shapes = make("svg:g", { class: "shapes" });
  const labels = make("svg:g", { class: "labels", "aria-hidden": "true" });
  for (const area of areas) {
    const path = make("svg:path", {
      d: area.path, "data-code": area.code, role: "button", tabindex: -1, "aria-pressed": "false",
    });
    path.addEventListener("click", () => act.select(area.code));
    path.addEventListener("pointerenter", (event) => act.point(area.code, event));
    path.addEventListener("pointermove", (event) => act.point(area.code, event));
    path.addEventListener("pointerleave", () => act.leave());
    path.addEventListener("focus", () => act.point(area.code, null, path));
    path.addEventListener("blur", () => act.leave());
    shapes.append(path);
    if (labelled) {
      labels.append(make("svg:text", { x: area.label[0], y: area.label[1], "data-label": area.code }));
    }
  }
  svg.append(shapes, labels);
  svg.addEventListener("keydown", (event) => moveFocus(event, areas, shapes, act));
  shapes.firstChild?.setAttribute("tabindex", 0);
  return svg;
}

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// One tab stop per map; arrows go to the nearest area in their direction.
function moveFocus(event, areas, shapes, act) {
  const code = event.target.getAttribute?.("data-code");
  const here = areas.find((area) => area.code === code);
  if (!here) return;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    act.select(code);
    return;
  }
  if (event.key === "Escape") {
    act.leave();
    return;
  }
  const direction = DIRECTIONS[event.key];
  let next = event.key === "Home" ? areas[0] : event.key === "End" ? areas[areas.length - 1] : null;
  if (direction) {
    let best = Infinity;
    for (const area of areas) {
      const across = area.label[0] - here.label[0];
      const down = area.label[1] - here.label[1];
      const ahead = across * direction[0] + down * direction[1];
      const aside = Math.abs(across * direction[1]) + Math.abs(down * direction[0]);
      if (area !== here && ahead > 0 && ahead + 2 * aside < best) {
        best = ahead + 2 * aside;
        next = area;
      }
    }
  }
  if (!next) return;
  event.preventDefault();
  focusOn(shapes, next.code);
}

function focusOn(shapes, code) {
  for (const path of shapes.children) {
    path.setAttribute("tabindex", path.getAttribute("data-code") === code ? 0 : -1);
  }
  shapes.querySelector(`[data-code="${code}"]`)?.focus();
}

function paintMap(svg, cells, names, breaks, words, selected) {
  const shapes = svg.querySelector(".shapes");
  for (const path of shapes.children) {
    const code = path.getAttribute("data-code");
    const kind = look(cells[code], breaks);
    path.setAttribute("class", `area look_${kind}${code === selected ? " selected" : ""}`);
    path.setAttribute("aria-label", spoken(names[code], cells[code], words));
    path.setAttribute("aria-pressed", code === selected ? "true" : "false");
    const label = svg.querySelector(`[data-label="${code}"]`);
    if (label) label.textContent = shownValue(cells[code], words);
  }
  // Drawn last, so that its outline is not covered by its neighbours.
  const chosen = [...shapes.children].find((path) => path.getAttribute("data-code") === selected);
  svg.querySelector(".outline")?.remove();
  if (chosen) {
    svg.insertBefore(
      make("svg:path", { d: chosen.getAttribute("d"), class: "outline", "aria-hidden": "true" }),
      svg.querySelector(".labels"),
    );
  }
}

function drawLegend(legend, words, present) {
  const list = make("ul", { class: "legend", "aria-label": words.legend });
  const entry = (kind, text) => {
    const item = make("li");
    const swatch = make("svg:svg", { viewBox: "0 0 18 12", "aria-hidden": "true", class: "swatch" });
    swatch.append(patterns(), make("svg:rect", { width: 18, height: 12, class: `area look_${kind}` }));
    item.append(swatch, make("span", {}, text));
    list.append(item);
  };
  entry("zero", words.zero);
  legend.forEach((text, position) => entry(`class_${position + 1}`, text));
  for (const kind of ["no_data", ...NOTES]) {
    if (kind === "no_data" || present.has(kind)) entry(kind, words[kind]);
  }
  return list;
}

function looksPresent(manyCells) {
  const present = new Set();
  for (const cells of manyCells) for (const cell of Object.values(cells)) present.add(look(cell, []));
  return present;
}

function placeTip(tip, frame, text, event, path) {
  tip.textContent = text;
  tip.hidden = false;
  const bounds = frame.getBoundingClientRect();
  const box = path?.getBoundingClientRect();
  const x = (event ? event.clientX : box.left + box.width / 2) - bounds.left;
  const y = (event ? event.clientY : box.top + box.height / 2) - bounds.top;
  tip.style.left = `${Math.min(Math.max(x + 12, 0), Math.max(bounds.width - tip.offsetWidth - 4, 0))}px`;
  tip.style.top = `${Math.max(y - tip.offsetHeight - 12, 0)}px`;
}
