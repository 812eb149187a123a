const STEP_MS = 900;
const collators = { th: new Intl.Collator("th"), en: new Intl.Collator("en") };

function cellsAt(data) {
  const months = data.cells[data.measure];
  return months[data.months[data.month].id] ?? months.always ?? {};
}

function doubtsAt(data) {
  const months = data.doubts[data.measure] ?? {};
  return new Set(months[data.months[data.month].id] ?? months.always ?? []);
}

function provinceAt(data) {
  const months = data.whole[data.measure];
  return months[data.months[data.month].id] ?? months.always;
}

function sorted(data) {
  const cells = cellsAt(data);
  const rank = (row) => (hasFigure(cells[row.code]) ? cells[row.code][0] : -1);
  const count = (row) => (hasFigure(cells[row.code]) ? cells[row.code][1] : -1);
  const compare = collators[data.language].compare;
  return [...data.rows].sort((a, b) => rank(b) - rank(a) || count(b) - count(a) || compare(a.name, b.name));
}

function longest(data) {
  const scale = data.scales[data.measure];
  if (scale.unit === "pct" && scale.side === "achieved") return 100;
  const values = Object.values(data.cells[data.measure]).flatMap(Object.values).filter(hasFigure);
  return Math.max(...values.map((cell) => cell[0]), Number.MIN_VALUE);
}

function buildExplorer(frame, report) {
  const tip = makeTip(frame);
  const bar = make("div", { class: "bar_above" });
  const whole = make("div", { class: "whole", "aria-live": "polite" });
  const canvas = make("div", { class: "canvas" });
  const side = make("div", { class: "side" });
  const split = make("div", { class: "split" }, [canvas, side]);
  frame.append(bar, whole, split);
  const choices = makeChoices(report);
  const view = { data: null, timer: null, rows: new Map(), choices };

  const select = (code) => {
    view.data.selected = code === view.data.selected ? null : code;
    view.repaint();
    choices.report("district", view.data.selected ?? "");
  };

  view.start = (data) => {
    view.data = data;
    if (data.measures.length > 1) {
      const switcher = switchOf(data.words.measure, data.measures, data.measure, (measure) => {
        view.data.measure = measure;
        view.repaint();
        choices.report("measure", measure);
      });
      bar.append(switcher);
    }
    split.classList.toggle("short", data.is_short);
    canvas.classList.toggle("short", data.is_short);
    const map = drawMap(data.areas, data.view_box, {
      select: (code) => data.is_selectable && select(code),
      point(code, event, shape) {
        const { measure, scales, words } = view.data;
        tip.show(spokenOf(view.names[code], cellsAt(view.data)[code], scales[measure], words), event, shape);
      },
      leave: tip.hide,
    }, data.is_short ? "short" : "tall");
    canvas.append(map, make("ul", { class: "legend" }));
    if (data.months.length > 1) canvas.append(monthControl(data));
    side.append(make("p", { class: "list_title" }), make("ol", { class: "rows" }));
    for (const row of data.rows) addRow(row);
  };

  function monthControl(data) {
    const slider = make("input", { type: "range", min: 0, max: data.months.length - 1, step: 1, "aria-label": data.words.month });
    const player = make("button", { type: "button", "data-play": "" }, data.words.play);
    slider.addEventListener("input", () => showMonth(Number(slider.value)));
    slider.addEventListener("change", () => reportMonth());
    player.addEventListener("click", () => (view.timer ? view.stop(true) : play()));
    return make("div", { class: "month_control" }, [player, slider, make("output")]);
  }

  function showMonth(month) {
    view.data.month = month;
    view.repaint();
    choices.choose("month", view.data.months[month].id);
  }

  function reportMonth() {
    choices.report("month", view.data.months[view.data.month].id);
  }

  function play() {
    const last = view.data.months.length - 1;
    if (view.data.month === last) showMonth(0);
    view.timer = setInterval(() => {
      if (view.data.month < last) showMonth(view.data.month + 1);
      if (view.data.month === last) view.stop(true);
    }, STEP_MS);
    view.repaint();
  }

  view.stop = (isReported = false) => {
    clearInterval(view.timer);
    view.timer = null;
    if (isReported) {
      view.repaint();
      reportMonth();
    }
  };

  function addRow(row) {
    const name = make("span", { class: "name" }, row.name);
    name.append(doubtMark(view.data.words));
    if (!row.has_polygon) name.append(make("span", { class: "aside" }, view.data.words.no_polygon));
    const parts = [
      name,
      make("span", { class: "track", "aria-hidden": "true" }, [make("span")]),
      make("span", { class: "figure" }),
      make("span", { class: "share" }),
    ];
    const isButton = view.data.is_selectable;
    const holder = make(isButton ? "button" : "div", isButton ? { type: "button" } : { class: "row" }, parts);
    if (isButton) holder.addEventListener("click", () => select(row.code));
    view.rows.set(row.code, make("li", { "data-row": row.code }, [holder]));
  }

  function paintRows(scale) {
    const { data } = view;
    const [cells, most, doubts] = [cellsAt(data), longest(data), doubtsAt(data)];
    const list = side.querySelector(".rows");
    const focused = document.activeElement;
    const order = sorted(data).map((row) => view.rows.get(row.code));
    if (order.some((item, place) => list.children[place] !== item)) list.replaceChildren(...order);
    if (list.contains(focused)) focused.focus();
    for (const row of data.rows) {
      const [item, cell] = [view.rows.get(row.code), cells[row.code]];
      const figure = item.querySelector(".figure");
      figure.textContent = shortOf(cell, scale, data.words);
      figure.classList.toggle("missing", !hasFigure(cell));
      item.querySelector(".kk_doubt").hidden = !doubts.has(row.code);
      item.querySelector(".share").textContent = shareOf(cell, data.words);
      item.querySelector(".track").hidden = !hasFigure(cell);
      item.querySelector(".track span").style.width = hasFigure(cell) ? `${(100 * cell[0]) / most}%` : "0";
      item.querySelector("button")?.setAttribute("aria-pressed", String(row.code === data.selected));
    }
  }

  view.repaint = () => {
    const { data } = view;
    const scale = data.scales[data.measure];
    setColours(frame, scale.side);
    frame.classList.toggle("side_lacking", scale.side === "lacking");
    const cells = cellsAt(data);
    const title = data.titles[data.measure];
    paintMap(canvas.querySelector(".map"), fill(data.map_label, { what: title }), cells, view.names, scale, data.words, data.selected);
    canvas.querySelector(".legend").replaceWith(legendOf(scale, data.words, looksOf(cells, data.areas.map((area) => area.code))));
    const province = provinceAt(data);
    const unit = scale.unit === "pct" && hasFigure(province) ? " %" : "";
    whole.replaceChildren(
      make("strong", {}, shortOf(province, scale, data.words) + unit),
      document.createTextNode([data.whole_name, shareOf(province, data.words), title].filter(Boolean).join(" · ")),
    );
    side.querySelector(".list_title").textContent = `${data.list_title} (${data.words[`unit_${scale.unit}`]})`;
    if (bar.firstChild) pressOnly(bar.firstChild, data.measure);
    const control = canvas.querySelector(".month_control");
    if (control) {
      const slider = control.querySelector("input");
      slider.value = data.month;
      slider.setAttribute("aria-valuetext", data.months[data.month].label);
      control.querySelector("output").textContent = data.months[data.month].label;
      control.querySelector("button").textContent = view.timer ? data.words.pause : data.words.play;
      control.hidden = !data.months.some((month) => month.id in data.cells[data.measure]);
    }
    paintRows(scale);
  };
  return view;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const view = viewOf(parentElement, "explorer", data, (frame) => buildExplorer(frame, setTriggerValue));
  view.names = Object.fromEntries(data.rows.map((row) => [row.code, row.name]));
  if (!view.data) view.start(data);
  const month = view.choices.standing("month", data.months[data.month].id);
  view.data = {
    ...data,
    month: data.months.findIndex((each) => each.id === month),
    measure: view.choices.standing("measure", data.measure),
    selected: view.choices.standing("district", data.selected ?? "") || null,
  };
  view.repaint();
  return () => view.stop();
}
