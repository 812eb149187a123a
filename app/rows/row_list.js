const SIGNS = { urgent: "M1 1h10v10H1z", open: "M2 2h8v8H2z", done: "M1.5 6.5l3 3 6-7" };
// The first press sorts words upwards; of figures and dates the highest come first.
const firstSign = { text: "", mark: "-", number: "-", date: "-" };

const columnOf = (order) => order.replace(/^-/, "");
const directionOf = (order) => (order.startsWith("-") ? "descending" : "ascending");

function signOf(tone) {
  const box = { viewBox: "0 0 12 12", class: `sign ${tone}`, "aria-hidden": "true" };
  return make("svg:svg", box, [make("svg:path", { d: SIGNS[tone] })]);
}

function contentOf([words, quiet, tone]) {
  const lines = [make("span", { class: "words" }, [tone ? signOf(tone) : "", words])];
  if (quiet) lines.push(make("span", { class: "quiet" }, quiet));
  return lines;
}

function buildRowList(frame, report) {
  const caption = make("caption");
  const head = make("thead", { role: "rowgroup" });
  const body = make("tbody", { role: "rowgroup" });
  const table = make("table", { role: "table" }, [caption, head, body]);
  const shown = make("p", { class: "shown", role: "status" });
  const pager = make("nav");
  frame.append(table, make("div", { class: "below" }, [shown, pager]));
  const choices = makeChoices(report);
  const view = { data: null, choices };

  function choose(codes) {
    frame.setAttribute("aria-busy", "true");
    const told = { page: "1", ...codes };
    for (const [name, code] of Object.entries(told).slice(1)) choices.choose(name, code);
    choices.report("page", told.page);
    // The next press counts from what was chosen, not from what the server has answered yet.
    view.data = { ...view.data, ...told, page: Number(told.page) };
    view.repaint();
  }

  function headCell(column) {
    const { order } = view.data;
    const isSorted = columnOf(order) === column.id;
    const cell = make("th", {
      scope: "col",
      role: "columnheader",
      class: column.kind,
      "data-column": column.id,
      "aria-sort": isSorted && column.is_sortable ? directionOf(order) : null,
      style: column.width_rem ? `width: ${column.width_rem}rem` : null,
    });
    if (!column.is_sortable) {
      cell.textContent = column.head;
      return cell;
    }
    const button = make("button", { type: "button", "data-control": column.id }, column.head);
    button.addEventListener("click", () => {
      const turned = view.data.order.startsWith("-") ? column.id : `-${column.id}`;
      choose({ order: isSorted ? turned : firstSign[column.kind] + column.id });
    });
    // A browser prints no buttons in the heads that it repeats on further sheets.
    cell.append(button, make("span", { class: "on_paper", "aria-hidden": "true" }, column.head));
    return cell;
  }

  function rowOf(row, columns) {
    const cells = columns.map((column, place) => {
      const content = contentOf(row.cells[place]);
      const isBlank = !row.cells[place][0] && !row.cells[place][1];
      const label = { "data-label": column.head, class: isBlank ? `${column.kind} blank` : column.kind };
      if (place > 0) return make("td", { role: "cell", ...label }, content);
      const title = row.href ? [make("a", { href: row.href }, content)] : content;
      return make("th", { scope: "row", role: "rowheader", ...label }, title);
    });
    const line = make("tr", { role: "row", "data-row": row.id, class: row.href ? "opens" : null }, cells);
    // A link of its own, so that it can be copied or opened beside; pressed, no page is loaded.
    line.addEventListener("click", (event) => {
      if (!row.href || event.ctrlKey || event.metaKey || event.shiftKey || getSelection().toString()) return;
      event.preventDefault();
      report("open", row.id);
    });
    return line;
  }

  // A button that cannot be pressed keeps the focus, so that the keyboard does not lose its place.
  function pageButton(name, page) {
    const { words, page: current, pages } = view.data;
    const isOff = page < 1 || page > pages || page === current;
    const button = make(
      "button",
      { type: "button", "data-control": name, "aria-disabled": isOff ? "true" : null },
      words[name],
    );
    button.addEventListener("click", () => {
      if (!isOff) choose({ page: String(page) });
    });
    return button;
  }

  function sizeChoice() {
    const { words, sizes, size } = view.data;
    const options = sizes.map((each) =>
      make("option", { value: each, selected: each === size ? "" : null }, each),
    );
    const select = make("select", { "data-control": "size" }, options);
    select.addEventListener("change", () => choose({ size: select.value }));
    return make("label", {}, [make("span", {}, words.size), select]);
  }

  body.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const links = [...body.querySelectorAll("a")];
    const place = links.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    if (!links[place]) return;
    event.preventDefault();
    links[place].focus();
  });

  view.repaint = () => {
    const { data } = view;
    const { columns, rows, words, page, pages } = data;
    const held = frame.contains(document.activeElement) && document.activeElement.dataset.control;
    caption.textContent = data.caption;
    head.replaceChildren(make("tr", { role: "row" }, columns.map(headCell)));
    body.replaceChildren(
      ...(rows.length
        ? rows.map((row) => rowOf(row, columns))
        : [
            make("tr", { role: "row", class: "empty" }, [
              make("td", { role: "cell", colspan: columns.length }, words.empty),
            ]),
          ]),
    );
    shown.textContent = rows.length ? data.shown : words.empty;
    shown.hidden = !rows.length;
    pager.setAttribute("aria-label", words.pages);
    pager.replaceChildren(
      pageButton("first", 1),
      pageButton("previous", page - 1),
      pageButton("next", page + 1),
      pageButton("last", pages),
      sizeChoice(),
    );
    pager.hidden = pages === 1 && data.size === "50";
    if (held) frame.querySelector(`[data-control="${held}"]`)?.focus();
  };
  return view;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const described = { ...data, areas: [], shape: "row_list" };
  const view = viewOf(parentElement, "row_list", described, (frame) => buildRowList(frame, setTriggerValue));
  const standing = (name, answer) => view.choices.standing(name, answer);
  view.data = {
    ...data,
    page: Number(standing("page", String(data.page))),
    order: standing("order", data.order),
    size: standing("size", data.size),
  };
  const isAnswered = view.data.page === data.page && view.data.order === data.order && view.data.size === data.size;
  parentElement.querySelector(".kk").setAttribute("aria-busy", String(!isAnswered));
  view.repaint();
}
