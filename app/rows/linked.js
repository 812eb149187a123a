const GENTLY = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";

// The same markup is not written again, so that the keyboard keeps its place.
function buildLinked(frame, report) {
  const place = make("div");
  const view = { data: null };
  let written = null;
  frame.append(place);
  place.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-codes]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    report("choice", Object.fromEntries(new URLSearchParams(link.dataset.codes)));
    document.querySelector(`.st-key-${view.data.list}`)?.scrollIntoView({ behavior: GENTLY, block: "start" });
  });
  view.repaint = () => {
    const { markup } = view.data;
    if (markup === written) return;
    const held = place.contains(document.activeElement) && document.activeElement.dataset.codes;
    place.innerHTML = markup;
    written = markup;
    if (held) [...place.querySelectorAll("a")].find((link) => link.dataset.codes === held)?.focus({ preventScroll: true });
  };
  return view;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const view = viewOf(parentElement, "linked", { areas: [], shape: "linked" }, (frame) => buildLinked(frame, setTriggerValue));
  view.data = data;
  view.repaint();
}
