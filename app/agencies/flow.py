"""The flow of money from its source to the dimension as a drawing, widths being baht."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple

from app.agencies.figures import Group, Totals, help_of
from app.agencies.links import help_link
from app.agencies.register import FUND_SOURCES
from app.indicators import DIMENSIONS
from app.selection import Selection
from app.words import text

# A drawing as high as its money and the labels need: pixels, the width is that of the page.
MONEY_HEIGHT_PX, LABEL_HEIGHT_PX, GAP_PX, WIDTH = 300, 44, 6, 100


class Node(NamedTuple):
    """A source or a dimension: where its place begins and its money in it, pixels from the top."""

    top: float
    place: float
    start: float


class Band(NamedTuple):
    """Money from a source to a dimension: the upper edges at both ends, and the width, pixels."""

    source: str
    dimension: str
    left: float
    right: float
    width: float


Flows = Mapping[tuple[str, str], float]  # source, dimension → baht


def flows_of(found: Totals) -> dict[tuple[str, str], float]:
    """Totals → baht from each source to each dimension; those without money left out."""
    every = {
        (fund, dimension): help_of(found, Group("fund_source", fund), dimension).baht
        for fund in FUND_SOURCES
        for dimension in DIMENSIONS
    }
    return {pair: baht for pair, baht in every.items() if baht}


def places(totals: Mapping[str, float], whole: float) -> dict[str, Node]:
    """Baht by name, in order, and the whole → where each is drawn, with room for its label."""
    found, top = {}, 0.0
    for name, baht in totals.items():
        height = MONEY_HEIGHT_PX * baht / whole
        place = max(height, LABEL_HEIGHT_PX)
        found[name] = Node(top, place, top + (place - height) / 2)
        top += place + GAP_PX
    return found


def bands(flows: Flows) -> list[Band]:
    """Flows → bands that lie at each end one below the other, and none over another's end."""
    whole = sum(flows.values())
    left = {name: node.start for name, node in places(_by(flows, 0, FUND_SOURCES), whole).items()}
    right = {name: node.start for name, node in places(_by(flows, 1, DIMENSIONS), whole).items()}
    found = []
    for (source, dimension), baht in flows.items():
        width = MONEY_HEIGHT_PX * baht / whole
        found.append(Band(source, dimension, left[source], right[dimension], width))
        left[source] += width
        right[dimension] += width
    return found


def flow_markup(selection: Selection, found: Totals, count: str) -> str:
    """Totals → the drawing between the names of the sources and those of the dimensions, HTML."""
    flows = flows_of(found)
    if not flows:
        return ""
    language = selection.lang
    sources, dimensions = _by(flows, 0, FUND_SOURCES), _by(flows, 1, DIMENSIONS)
    whole = sum(flows.values())
    left, right = places(sources, whole), places(dimensions, whole)
    height = max(node.top + node.place for node in (*left.values(), *right.values()))

    def label(name: str, words: str, node: Node, group: Group, dimension: str, baht: float) -> str:
        amount = help_link(selection, baht, count, group, dimension)
        return (
            f'<li style="--top:{node.top:.1f}px;--place:{node.place:.1f}px" data-name="{name}">'
            f"<span>{escape(words)}</span><span>{amount}</span></li>"
        )

    names = "".join(
        label(
            each,
            text(language, f"fund_source.{each}"),
            node,
            Group("fund_source", each),
            "any",
            sources[each],
        )
        for each, node in left.items()
    )
    ends = "".join(
        label(each, text(language, f"dimension.{each}"), node, Group(), each, dimensions[each])
        for each, node in right.items()
    )
    shapes = "".join(_path(band) for band in bands(flows))
    said = escape(text(language, "agencies.flow_alt"))
    return (
        f'<div class="flow" style="--height:{height:.0f}px"><ul class="sources">{names}</ul>'
        f'<svg viewBox="0 0 {WIDTH} {height:.1f}" preserveAspectRatio="none" role="img" '
        f'aria-label="{said}">{shapes}</svg><ul class="ends">{ends}</ul></div>'
    )


def _by(flows: Flows, end: int, order: Sequence[str]) -> dict[str, float]:
    totals = {
        name: sum(baht for pair, baht in flows.items() if pair[end] == name) for name in order
    }
    return {name: baht for name, baht in totals.items() if baht}


def _path(band: Band) -> str:
    half, left, right = WIDTH / 2, band.left, band.right
    upper = f"M0 {left:.2f}C{half} {left:.2f} {half} {right:.2f} {WIDTH} {right:.2f}"
    left, right = left + band.width, right + band.width
    lower = f"V{right:.2f}C{half} {right:.2f} {half} {left:.2f} 0 {left:.2f}Z"
    return f'<path class="{band.source}" d="{upper}{lower}"/>'
