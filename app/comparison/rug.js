const MARKS = { higher: "M6 1L11.5 11H.5z", lower: "M6 11L.5 1H11.5z", like: "M6 3a3 3 0 1 1 0 6a3 3 0 1 1 0-6z" };
const PERCENT = { unit: "pct", decimals: 1 };
// The place of the column that rows are sorted by; the names stand before the first.
const NAME = -1;
const collators = { th: new Intl.Collator("th"), en: new Intl.Collator("en") };

// By name the first press sorts upwards; by a figure, the highest come first.
const firstOrder = (column) => (column === NAME ? "ascending" : "descending");

function profileOf(code, codes) {
  return `profile?${new URLSearchParams({ ...codes, district: code })}`;
}

function cellOf(cell, column, words, code) {
  const [, , , , standing, judged] = cell ?? [];
  const box = make("td", { class: judged ?? "", "data-indicator": column.id });
  if (!hasFigure(cell)) {
    box.append(make("span", { class: "missing" }, shortOf(cell, PERCENT, words)));
    return box;
  }
  if (standing) {
    const mark = { viewBox: "0 0 12 12", class: `mark ${standing}`, role: "img", "aria-label": words[standing] };
    box.append(make("svg:svg", mark, [make("svg:path", { d: MARKS[standing] })]));
  }
  box.append(
    make("span", { class: "value" }, shortOf(cell, PERCENT, words)),
    column.doubtful.includes(code) ? doubtMark(words) : "",
    make("span", { class: "share", title: shareOf(cell, words) }, `${whole.format(cell[1])}/${whole.format(cell[2])}`),
  );
  return box;
}

function legendOfMarks(words) {
  const items = ["higher", "lower", "like"].map((standing) =>
    make("li", {}, [
      make("svg:svg", { viewBox: "0 0 12 12", class: `mark ${standing}`, "aria-hidden": "true" }, [
        make("svg:path", { d: MARKS[standing] }),
      ]),
      make("span", {}, words[standing]),
    ]),
  );
  return make("ul", { class: "legend", "aria-label": words.legend }, items);
}

function buildRug(frame, report) {
  const bar = make("div", { class: "bar_above" });
  const head = make("thead");
  const body = make("tbody");
  const table = make("table", {}, [head, body]);
  frame.append(bar, make("div", { class: "scroll", tabindex: 0 }, [table]));
  const choices = makeChoices(report);
  const view = { data: null, sort: { column: NAME, order: firstOrder(NAME) }, choices };

  const sortBy = (column) => {
    const { sort } = view;
    const other = sort.order === "ascending" ? "descending" : "ascending";
    view.sort = { column, order: column === sort.column ? other : firstOrder(column) };
    view.repaint();
    head.querySelector(`[data-sort="${column}"] button`).focus();
  };

  function sortedRows({ rows, columns, language }) {
    const { column, order } = view.sort;
    const turn = order === "ascending" ? 1 : -1;
    const byName = (a, b) => collators[language].compare(a.name, b.name);
    if (column === NAME) return [...rows].sort((a, b) => turn * byName(a, b));
    const { cells } = columns[column];
    const isMissing = (row) => !hasFigure(cells[row.code]);
    const value = (row) => (isMissing(row) ? 0 : cells[row.code][0]);
    return [...rows].sort((a, b) => isMissing(a) - isMissing(b) || turn * (value(a) - value(b)) || byName(a, b));
  }

  function headCell(place, text, aside) {
    const order = view.sort.column === place ? view.sort.order : null;
    const button = make("button", { type: "button" }, [make("span", { class: "title" }, text)]);
    button.addEventListener("click", () => sortBy(place));
    const cell = make("th", { scope: "col", "data-sort": place, "aria-sort": order }, [button]);
    if (aside) button.append(make("span", { class: "aside" }, aside));
    return cell;
  }

  function rowOf(row, { columns, codes, selected, words }) {
    const link = make("a", { href: profileOf(row.code, codes), title: words.open_profile }, row.name);
    const line = make("tr", { "data-row": row.code, class: row.code === selected ? "chosen" : null }, [
      make("th", { scope: "row" }, [link]),
      ...columns.map((column) => cellOf(column.cells[row.code], column, words, row.code)),
    ]);
    // A link of its own, so that it can be copied or opened beside; pressed, no page is loaded.
    line.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || getSelection().toString()) return;
      event.preventDefault();
      report("open", row.code);
    });
    return line;
  }

  view.repaint = () => {
    const { data } = view;
    const { words, columns } = data;
    if (!bar.firstChild) {
      const choose = (measure) => {
        pressOnly(bar.firstChild, measure);
        choices.report("measure", measure);
      };
      bar.append(switchOf(words.measure, data.measures, data.measure, choose), legendOfMarks(words));
    }
    pressOnly(bar.firstChild, data.measure);
    const lacking = getComputedStyle(frame).getPropertyValue("--st-chart-diverging-colors").split(",")[1];
    frame.style.setProperty("--worse", lacking);
    table.setAttribute("aria-label", words.table);
    head.replaceChildren(
      make("tr", {}, [
        headCell(NAME, words.district, ""),
        ...columns.map(({ head: title, aside }, place) => headCell(place, title, aside)),
      ]),
    );
    body.replaceChildren(
      make("tr", { class: "whole" }, [
        make("th", { scope: "row" }, words.whole_province),
        ...columns.map((column) => cellOf(column.whole, column, words)),
      ]),
      ...sortedRows(data).map((row) => rowOf(row, data)),
    );
  };
  return view;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const described = { ...data, areas: data.rows, shape: "rug" };
  const view = viewOf(parentElement, "rug", described, (frame) => buildRug(frame, setTriggerValue));
  view.data = { ...data, measure: view.choices.standing("measure", data.measure) };
  view.repaint();
}
