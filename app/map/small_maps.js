const COURSE = { width: 220, height: 64, left: 2, right: 218, top: 6, bottom: 46 };

// Numbers of one measure over the months, as a line for the province and one for the district.
function drawCourse(figure, dimension, measure, data) {
  const scale = data.scales[measure];
  const courses = { province: dimension.course[measure], district: dimension.district_course?.[measure] };
  const shown = Object.values(courses).flat().filter(hasFigure).map((cell) => cell[0]);
  const top = scale.unit === "pct" ? 100 : Math.max(1, ...shown);
  const x = (place) => COURSE.left + ((COURSE.right - COURSE.left) * place) / Math.max(data.months.length - 1, 1);
  const y = (value) => COURSE.bottom - ((COURSE.bottom - COURSE.top) * value) / top;
  const parts = [make("svg:line", { class: "axis", x1: COURSE.left, x2: COURSE.right, y1: COURSE.bottom, y2: COURSE.bottom })];
  for (const [whose, cells] of Object.entries(courses)) {
    if (!cells) continue;
    const steps = cells.map((cell, place) => hasFigure(cell) && `${x(place).toFixed(1)} ${y(cell[0]).toFixed(1)}`);
    const drawing = steps.map((step, place) => step && `${steps[place - 1] ? "L" : "M"}${step}`).filter(Boolean);
    parts.push(make("svg:path", { class: `line ${whose}`, d: drawing.join("") }));
    const now = cells[data.month];
    if (hasFigure(now)) parts.push(make("svg:circle", { class: `now ${whose}`, r: 3.5, cx: x(data.month), cy: y(now[0]) }));
  }
  parts.push(make("svg:text", { x: COURSE.left, y: 60 }, data.months[0]));
  parts.push(make("svg:text", { x: COURSE.right, y: 60, "text-anchor": "end" }, data.months.at(-1)));
  const [first, last] = [courses.province[0], courses.province.at(-1)];
  const label = fill(data.words.course_label, {
    what: dimension.title,
    first: data.months[0],
    last: data.months.at(-1),
    first_value: shortOf(first, scale, data.words),
    last_value: shortOf(last, scale, data.words),
  });
  const box = `0 0 ${COURSE.width} ${COURSE.height}`;
  figure.querySelector(".course").replaceWith(make("svg:svg", { class: "course", role: "img", "aria-label": label, viewBox: box }, parts));
}

function buildBoard(frame, report) {
  const tip = makeTip(frame);
  const bar = make("div", { class: "bar_above" });
  const maps = make("div", { class: "maps" });
  frame.append(bar, maps);
  const choices = makeChoices(report);
  const board = { data: null, figures: new Map(), choices };

  board.repaint = () => {
    const { data } = board;
    const scale = data.scales[data.measure];
    setColours(frame, scale.side);
    const codes = data.areas.map((area) => area.code);
    const present = new Set(data.dimensions.flatMap((each) => [...looksOf(each.cells[data.measure], codes)]));
    if (!bar.firstChild) bar.append(measureSwitch(data), make("ul", { class: "legend" }));
    pressOnly(bar.firstChild, data.measure);
    bar.lastChild.replaceWith(legendOf(scale, data.words, present));
    for (const dimension of data.dimensions) paintFigure(dimension, scale);
  };

  function measureSwitch({ words, measures, measure }) {
    return switchOf(words.measure, measures, measure, (chosen) => {
      board.data.measure = chosen;
      board.repaint();
      choices.report("measure", chosen);
    });
  }

  function paintFigure(dimension, scale) {
    const { data } = board;
    const figure = board.figures.get(dimension.id) ?? addFigure(dimension);
    const cells = dimension.cells[data.measure];
    const province = dimension.province[data.measure];
    const unit = scale.unit === "pct" && hasFigure(province) ? " %" : "";
    figure.querySelector(".value").textContent = shortOf(province, scale, data.words) + unit;
    figure.querySelector(".share").textContent = shareOf(province, data.words);
    figure.querySelector(".chosen").textContent = data.selected ? toldOf(dimension, data.selected) : "";
    const label = fill(data.words.label, { what: `${dimension.title} · ${data.measure_titles[data.measure]}` });
    paintMap(figure.querySelector(".map"), label, cells, data.names, scale, data.words, data.selected);
    markDoubts(figure.querySelector(".map"), dimension);
    drawCourse(figure, dimension, data.measure, data);
  }

  function toldOf(dimension, code) {
    const { measure, scales, words, names } = board.data;
    const told = spokenOf(names[code], dimension.cells[measure][code], scales[measure], words);
    return dimension.doubtful[measure].includes(code) ? `${told} · ${words.doubtful}` : told;
  }

  function markDoubts(map, dimension) {
    const { areas, measure, view_box: box } = board.data;
    for (const old of map.querySelectorAll(".doubt")) old.remove();
    for (const { code, label } of areas.filter((area) => dimension.doubtful[measure].includes(area.code))) {
      map.querySelector(`.shapes [data-code="${code}"]`).setAttribute("aria-label", toldOf(dimension, code));
      const place = { x: label[0], y: label[1], class: "doubt", "font-size": box[3] / 16, "aria-hidden": "true" };
      map.append(make("svg:text", place, "?"));
    }
  }

  function addFigure(dimension) {
    const { data } = board;
    const map = drawMap(data.areas, data.view_box, {
      select(code) {
        board.data.selected = code === board.data.selected ? null : code;
        board.repaint();
        choices.report("district", board.data.selected ?? "");
      },
      point(code, event, shape) {
        const shown = board.data.dimensions.find((each) => each.id === dimension.id);
        tip.show(toldOf(shown, code), event, shape);
      },
      leave: tip.hide,
    });
    const title = make("button", { type: "button", class: "title", title: data.words.open }, dimension.title);
    title.addEventListener("click", () => report("open", dimension.id));
    const caption = make("figcaption", {}, [
      title,
      make("div", { class: "value" }),
      make("div", { class: "share" }),
    ]);
    const figure = make("figure", { "data-dimension": dimension.id }, [
      caption,
      map,
      make("div", { class: "chosen" }),
      make("svg:svg", { class: "course" }),
    ]);
    maps.append(figure);
    board.figures.set(dimension.id, figure);
    return figure;
  }
  return board;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const board = viewOf(parentElement, "board", data, (frame) => buildBoard(frame, setTriggerValue));
  board.data = {
    ...data,
    names: Object.fromEntries(data.areas.map((area) => [area.code, area.name])),
    measure: board.choices.standing("measure", data.measure),
    selected: board.choices.standing("district", data.selected ?? "") || null,
  };
  board.repaint();
}
