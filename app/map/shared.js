const SVG = "http://www.w3.org/2000/svg";
const NOTES = ["not_collected", "not_yet", "suppressed", "not_applicable"];
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const whole = new Intl.NumberFormat("en-US");
const decimal = [1, 2, 3, 4].map(
  (digits) => new Intl.NumberFormat("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits }),
);
// How many times the height of a label goes into the width and the height of a map.
const LABELS_ACROSS = 44;
const LABELS_DOWN = { tall: 46, short: 28 };
let instances = 0;

function make(tag, attributes = {}, content = null) {
  const node = tag.startsWith("svg:")
    ? document.createElementNS(SVG, tag.slice(4))
    : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) node.setAttribute(name, value);
  }
  if (typeof content === "string") node.textContent = content;
  else if (content) node.append(...content);
  return node;
}

function fill(template, fields) {
  return template.replace(/\{(\w+)\}/g, (found, name) => fields[name] ?? found);
}

// A cell is [value, numerator, denominator, note]; a missing cell is "no data".
function lookOf(cell, edges) {
  if (!cell || (cell[0] === null && !cell[3])) return "no_data";
  if (cell[3]) return NOTES.includes(cell[3]) ? cell[3] : "no_data";
  if (cell[0] === 0) return "zero";
  return `class_${edges.filter((edge) => cell[0] >= edge).length + 1}`;
}

function hasFigure(cell) {
  return Boolean(cell) && cell[0] !== null && !cell[3];
}

function figureOf(value, scale) {
  return scale.decimals ? decimal[scale.decimals - 1].format(value) : whole.format(value);
}

function shortOf(cell, scale, words) {
  return hasFigure(cell) ? figureOf(cell[0], scale) : words[`short_${lookOf(cell, [])}`];
}

function shareOf(cell, words) {
  if (!hasFigure(cell) || cell[2] === null) return "";
  return fill(words.share, { n: whole.format(cell[1]), d: whole.format(cell[2]) });
}

function spokenOf(name, cell, scale, words) {
  if (!hasFigure(cell)) return `${name}: ${words[lookOf(cell, [])]}`;
  const share = shareOf(cell, words);
  const value = fill(words[`value_${scale.unit}`], { value: figureOf(cell[0], scale) });
  return `${name}: ${value}${share ? ` (${share})` : ""}`;
}

// Beside the name of an area whose figure is doubtful.
function doubtMark(words) {
  return make("span", { class: "kk_doubt", role: "img", "aria-label": words.doubtful, title: words.doubtful }, "?");
}

// Each kind of missing figure has a pattern of its own, so none depends on colour.
function definePatterns(holder) {
  instances += 1;
  const drawings = {
    no_data: "M0 8L8 0M-2 2L2 -2M6 10L10 6",
    not_collected: "M0 0L8 8M-2 6L2 10M6 -2L10 2",
    suppressed: "M2 2h2v2h-2zM6 6h2v2h-2z",
    not_applicable: "M0 4h8",
    not_yet: "M4 0v8",
  };
  const definitions = make("svg:defs");
  for (const [kind, drawing] of Object.entries(drawings)) {
    const id = `kk-${instances}-${kind}`;
    definitions.append(
      make("svg:pattern", { id, width: 8, height: 8, patternUnits: "userSpaceOnUse" }, [
        make("svg:rect", { width: 8, height: 8, class: "pattern_ground" }),
        make("svg:path", { d: drawing, class: `pattern_line pattern_${kind}` }),
      ]),
    );
    holder.style.setProperty(`--${kind}`, `url("#${id}")`);
  }
  return definitions;
}

// A pattern is as coarse on a small map as on a large one, and as in the legend.
function keepPatternsInScale(map) {
  new ResizeObserver(() => {
    const scale = 1 / (map.getScreenCTM()?.a || 1);
    for (const pattern of map.querySelectorAll("pattern")) {
      pattern.setAttribute("patternTransform", `scale(${scale})`);
    }
  }).observe(map);
}

function setColours(frame, side) {
  const palette = getComputedStyle(frame).getPropertyValue("--st-chart-diverging-colors").split(",");
  const colours = side === "lacking" ? palette.slice(0, 5).reverse() : palette.slice(5);
  colours.forEach((colour, place) => frame.style.setProperty(`--class_${place + 1}`, colour.trim()));
}

function drawMap(areas, viewBox, act, height = "tall") {
  const size = Math.max(viewBox[2] / LABELS_ACROSS, viewBox[3] / LABELS_DOWN[height]);
  const shapes = make("svg:g", { class: "shapes" });
  const labels = make("svg:g", { class: "labels", "aria-hidden": "true", "font-size": size });
  for (const area of areas) {
    const shape = make("svg:path", { d: area.path, "data-code": area.code, role: "button", tabindex: -1 });
    shape.addEventListener("click", () => act.select(area.code));
    shape.addEventListener("pointermove", (event) => act.point(area.code, event));
    shape.addEventListener("pointerleave", () => act.leave());
    shape.addEventListener("focus", () => act.point(area.code, null, shape));
    shape.addEventListener("blur", () => act.leave());
    shapes.append(shape);
    labels.append(make("svg:text", { x: area.label[0], y: area.label[1], "data-label": area.code }));
  }
  const map = make("svg:svg", { viewBox: viewBox.join(" "), role: "group", class: "map" }, [shapes, labels]);
  map.prepend(definePatterns(map));
  keepPatternsInScale(map);
  map.addEventListener("keydown", (event) => moveFocus(event, areas, shapes, act));
  shapes.firstChild?.setAttribute("tabindex", 0);
  return map;
}

// One tab stop for a map; arrows go to the nearest area in their direction.
function moveFocus(event, areas, shapes, act) {
  const code = event.target.getAttribute?.("data-code");
  const here = areas.find((area) => area.code === code);
  if (!here) return;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    act.select(code);
    return;
  }
  if (event.key === "Escape") act.leave();
  const next =
    { Home: areas[0], End: areas[areas.length - 1] }[event.key] ??
    nearest(areas, here, DIRECTIONS[event.key]);
  if (!next) return;
  event.preventDefault();
  for (const shape of shapes.children) {
    const isNext = shape.getAttribute("data-code") === next.code;
    shape.setAttribute("tabindex", isNext ? 0 : -1);
    if (isNext) shape.focus();
  }
}

function nearest(areas, here, direction) {
  if (!direction) return null;
  let [best, next] = [Infinity, null];
  for (const area of areas) {
    const [across, down] = [area.label[0] - here.label[0], area.label[1] - here.label[1]];
    const ahead = across * direction[0] + down * direction[1];
    const aside = Math.abs(across * direction[1]) + Math.abs(down * direction[0]);
    if (ahead > 0 && ahead + 2 * aside < best) [best, next] = [ahead + 2 * aside, area];
  }
  return next;
}

function paintMap(map, label, cells, names, scale, words, selected) {
  map.setAttribute("aria-label", label);
  const shapes = map.querySelector(".shapes");
  for (const shape of shapes.children) {
    const code = shape.getAttribute("data-code");
    const look = lookOf(cells[code], scale.edges);
    shape.setAttribute("class", `area look_${look}`);
    shape.setAttribute("aria-label", spokenOf(names[code], cells[code], scale, words));
    shape.setAttribute("aria-pressed", code === selected ? "true" : "false");
    const label = map.querySelector(`[data-label="${code}"]`);
    label.setAttribute("class", `on_${look}`);
    label.textContent = hasFigure(cells[code]) ? shortOf(cells[code], scale, words) : "";
  }
  // Drawn over the others, so that no neighbour covers the line around an area.
  for (const old of map.querySelectorAll(".edge, .halo, .outline")) old.remove();
  const line = (shape, kind) => {
    const drawing = { d: shape.getAttribute("d"), class: kind, "aria-hidden": "true" };
    map.insertBefore(make("svg:path", drawing), map.querySelector(".labels"));
  };
  for (const shape of shapes.children) {
    const cell = cells[shape.getAttribute("data-code")];
    if (!hasFigure(cell) || cell[0] === 0) line(shape, "edge");
  }
  const chosen = [...shapes.children].find((shape) => shape.getAttribute("data-code") === selected);
  if (chosen) ["halo", "outline"].forEach((kind) => line(chosen, kind));
}

function legendOf(scale, words, present) {
  const entries = [
    ["zero", words.zero],
    ...scale.legend.map((text, place) => [`class_${place + 1}`, text]),
    ...["no_data", ...NOTES].filter((kind) => present.has(kind)).map((kind) => [kind, words[kind]]),
  ];
  const items = entries.map(([kind, text]) =>
    make("li", {}, [
      make("svg:svg", { viewBox: "0 0 18 12", "aria-hidden": "true", class: "swatch" }, [
        make("svg:rect", { x: 0.5, y: 0.5, width: 17, height: 11, class: `area look_${kind}` }),
      ]),
      make("span", {}, text),
    ]),
  );
  items.unshift(make("li", {}, words[`unit_${scale.unit}`]));
  return make("ul", { class: "legend", "aria-label": words.legend }, items);
}

function looksOf(cells, codes) {
  return new Set(codes.map((code) => lookOf(cells[code], [])));
}

function switchOf(label, options, current, choose) {
  const buttons = options.map(([id, text]) => {
    const button = make("button", { type: "button", "data-option": id, "aria-pressed": String(id === current) }, text);
    button.addEventListener("click", () => choose(id));
    return button;
  });
  return make("div", { class: "switch", role: "group", "aria-label": label }, buttons);
}

function pressOnly(switcher, id) {
  for (const button of switcher.children) {
    button.setAttribute("aria-pressed", String(button.getAttribute("data-option") === id));
  }
}

function makeTip(frame) {
  const tip = make("div", { class: "tip", hidden: "", "aria-hidden": "true" });
  frame.append(tip);
  return {
    show(text, event, shape) {
      tip.textContent = text;
      tip.hidden = false;
      const bounds = frame.getBoundingClientRect();
      const box = shape?.getBoundingClientRect();
      const x = (event ? event.clientX : box.left + box.width / 2) - bounds.left;
      const y = (event ? event.clientY : box.top + box.height / 2) - bounds.top;
      const room = Math.max(bounds.width - tip.offsetWidth - 4, 0);
      tip.style.left = `${Math.min(Math.max(x + 12, 0), room)}px`;
      tip.style.top = `${Math.max(y - tip.offsetHeight - 12, 0)}px`;
    },
    hide() {
      tip.hidden = true;
    },
  };
}

// What the reader has chosen stands until the server has answered it: answers to earlier choices,
// which are still under way when the reader moves on, put nothing back, and all that is not
// answered yet is reported together.
function makeChoices(report) {
  const [answers, trails] = [{}, {}];
  const choices = {
    choose(name, value) {
      trails[name] = [...(trails[name] ?? [answers[name]]), value];
    },
    report(name, value) {
      choices.choose(name, value);
      const open = Object.entries(trails).map(([each, trail]) => [each, trail.at(-1)]);
      report("choice", Object.fromEntries(open));
    },
    standing(name, answer) {
      answers[name] = answer;
      const trail = trails[name] ?? [];
      if (trail.includes(answer) && answer !== trail.at(-1)) return trail.at(-1);
      delete trails[name];
      return answer;
    },
  };
  return choices;
}

// The frame is drawn again only when its areas or words change; else it is repainted in place.
function viewOf(parentElement, kind, data, build) {
  const identity = JSON.stringify([data.language, data.areas.map((area) => area.code), data.shape]);
  if (parentElement.view?.identity !== identity) {
    parentElement.view?.stop?.();
    parentElement.querySelector(".kk")?.remove();
    const frame = make("div", { class: `kk ${kind}` });
    parentElement.append(frame);
    const hidden = { width: 0, height: 0, class: "swatch_patterns", "aria-hidden": "true" };
    frame.append(make("svg:svg", hidden, [definePatterns(frame)]));
    parentElement.view = Object.assign(build(frame), { identity });
  }
  return parentElement.view;
}
