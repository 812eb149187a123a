const BOX = { width: 100, height: 40, left: 3, right: 97, top: 4, bottom: 36 };

function highestOf({ cells, province, scale }) {
  if (scale.unit === "pct" && scale.side === "achieved") return 100;
  const figures = [province, ...Object.values(cells)].flat().filter(hasFigure).map((cell) => cell[0]);
  return Math.max(...figures, Number.MIN_VALUE);
}

// A month without a figure, and a change of method, leave a gap; a month alone is a point.
function lineOf(cells, kind, highest, labels, now) {
  const x = (turn) => BOX.left + ((BOX.right - BOX.left) * (labels.length < 2 ? 0.5 : turn / (labels.length - 1)));
  const y = (cell) => BOX.bottom - ((BOX.bottom - BOX.top) * cell[0]) / highest;
  const steps = cells.map((cell, turn) => hasFigure(cell) && `${x(turn).toFixed(1)} ${y(cell).toFixed(1)}`);
  const drawing = steps.map((step, turn) => step && `${steps[turn - 1] ? "L" : "M"}${step}`).filter(Boolean);
  const parts = [make("svg:path", { class: `line ${kind}`, d: drawing.join("") })];
  cells.forEach((cell, turn) => {
    const isAlone = !steps[turn - 1] && !steps[turn + 1];
    if (!hasFigure(cell) || !(isAlone || turn === now)) return;
    // The end of a line, for a circle would be stretched with the tile.
    parts.push(make("svg:path", { class: `now ${kind}`, d: `M${x(turn).toFixed(1)} ${y(cell).toFixed(1)}h0` }));
  });
  return parts;
}

function breaksOf({ province, labels }) {
  const x = (turn) => BOX.left + ((BOX.right - BOX.left) * turn) / (labels.length - 1);
  return province.flatMap((cell, turn) =>
    cell === null ? [make("svg:line", { class: "break", x1: x(turn), x2: x(turn), y1: 0, y2: BOX.height })] : [],
  );
}

function spokenCourse(name, cells, data) {
  const known = cells.flatMap((cell, turn) => (hasFigure(cell) ? [turn] : []));
  const { scale, words, labels } = data;
  if (!known.length) return `${name}: ${words.no_data}`;
  const told = (turn) => shortOf(cells[turn], scale, words);
  const [first, last] = [known[0], known.at(-1)];
  return fill(words.course_label, {
    what: name, first: labels[first], last: labels[last], first_value: told(first), last_value: told(last),
  });
}

function buildGrid(frame, report) {
  const grid = make("div", { class: "grid", role: "group" });
  frame.append(grid);
  const choices = makeChoices(report);
  const view = { data: null, choices };

  const press = (code) => {
    const { selected, most } = view.data;
    const without = selected.filter((each) => each !== code);
    view.data.selected = without.length < selected.length ? without : [...selected, code].slice(-most);
    view.repaint();
    choices.report("districts", view.data.selected.join(","));
  };

  view.start = (data) => {
    for (const place of data.places) {
      const tile = make("button", { type: "button", "data-place": place.code, class: "tile" });
      tile.style.setProperty("--column", place.column);
      tile.style.setProperty("--row", place.row);
      tile.addEventListener("click", () => press(place.code));
      grid.append(tile);
    }
  };

  view.repaint = () => {
    const { data } = view;
    const highest = highestOf(data);
    grid.setAttribute("aria-label", data.label);
    for (const place of data.places) {
      const tile = grid.querySelector(`[data-place="${place.code}"]`);
      const cells = data.cells[place.code];
      const shown = data.now === null ? cells.findLast(hasFigure) : cells[data.now];
      tile.setAttribute("aria-pressed", String(data.selected.includes(place.code)));
      const isDoubtful = data.doubtful.includes(place.code);
      const spoken = spokenCourse(place.name, cells, data);
      tile.setAttribute("aria-label", isDoubtful ? `${spoken} · ${data.words.doubtful}` : spoken);
      tile.replaceChildren(
        make("span", { class: "name" }, [place.name, ...(isDoubtful ? [doubtMark(data.words)] : [])]),
        make("span", { class: "value" }, shortOf(shown, data.scale, data.words)),
        make("svg:svg", { viewBox: `0 0 ${BOX.width} ${BOX.height}`, "aria-hidden": "true", preserveAspectRatio: "none" }, [
          make("svg:line", { class: "axis", x1: 0, x2: BOX.width, y1: BOX.bottom, y2: BOX.bottom }),
          ...breaksOf(data),
          ...lineOf(data.province, "province", highest, data.labels, null),
          ...lineOf(cells, "district", highest, data.labels, data.now),
        ]),
      );
    }
  };
  return view;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const described = { ...data, areas: data.places, shape: "course_grid" };
  const view = viewOf(parentElement, "course_grid", described, (frame) => buildGrid(frame, setTriggerValue));
  if (!view.data) view.start(data);
  const chosen = view.choices.standing("districts", data.selected.join(","));
  view.data = { ...data, selected: chosen ? chosen.split(",") : [] };
  view.repaint();
}
