function part(tag, attributes, ...content) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...content);
  return node;
}

function entryOf(entry, choose) {
  const figure = part("span", { class: "figure" }, entry.figure);
  const button = part("button", { type: "button", "data-indicator": entry.id }, part("span", {}, entry.title), figure);
  button.addEventListener("click", () => choose(entry.id));
  return part("li", {}, button);
}

function build(data, choose) {
  const families = data.families.map((family) =>
    part(
      "details",
      { "data-family": family.id },
      part("summary", {}, family.title, part("span", { class: "count" }, String(family.entries.length))),
      part("ul", {}, ...family.entries.map((entry) => entryOf(entry, choose))),
    ),
  );
  return part("nav", { class: "kk_indicators", "aria-label": data.label }, ...families);
}

// The family of the chosen indicator is opened; what the reader has opened beside it stays open.
function mark(list, indicator) {
  for (const button of list.querySelectorAll("button")) {
    const isChosen = button.dataset.indicator === indicator;
    button.toggleAttribute("aria-current", isChosen);
    if (isChosen) button.closest("details").open = true;
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const identity = JSON.stringify([data.label, data.families]);
  const choose = (indicator) => {
    mark(parentElement.list, indicator);
    setTriggerValue("choice", { indicator });
  };
  if (parentElement.identity !== identity) {
    const opened = [...(parentElement.list?.querySelectorAll("details[open]") ?? [])];
    const open = new Set(opened.map((family) => family.dataset.family));
    parentElement.list?.remove();
    parentElement.list = build(data, choose);
    parentElement.append(parentElement.list);
    parentElement.identity = identity;
    for (const family of parentElement.list.children) family.open = open.has(family.dataset.family);
  }
  mark(parentElement.list, data.indicator);
}
