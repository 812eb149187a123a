"""What counted help cost for each household helped and for each that came to be above the line."""

from collections.abc import Mapping
from html import escape
from typing import NamedTuple

from app.agencies.figures import COLUMNS, Group, Help, Totals, help_of
from app.agencies.links import UNKNOWN, help_link
from app.agencies.register import FUND_SOURCES
from app.chain.stages import chains
from app.rows.linked import count_link_elsewhere
from app.selection import Selection
from app.words import number, text

CHAIN_PAGE = "chain"
HEADS = ("baht", "events_without_value", "helped", "per_helped", "above", "per_above")


class Cost(NamedTuple):
    """Counted help in a dimension, and the solved households whose income reached the line."""

    help: Help
    above_line: int

    @property
    def per_helped(self) -> float | None:
        """Baht per household helped; None without any."""
        return self.help.baht / self.help.households if self.help.households else None

    @property
    def per_above_line(self) -> float | None:
        """Baht per household above the line; None without any."""
        return self.help.baht / self.above_line if self.above_line else None


def costs_of(build_id: str, selection: Selection, found: Totals) -> Mapping[str, Cost]:
    """Totals of the selection's month and district → dimension or any → its cost."""
    ended = chains(build_id, selection.month, selection.district, None)
    return {
        dimension: Cost(help_of(found, Group(), dimension), ended[dimension].reached("above_line"))
        for dimension in COLUMNS
    }


def costs_markup(selection: Selection, costs: Mapping[str, Cost], count: str) -> str:
    """Costs → an HTML table, a row for each dimension below the one for all."""
    language = selection.lang
    heads = "".join(
        f'<th scope="col" class="number">{escape(text(language, f"agencies.cost_{head}"))}</th>'
        for head in HEADS
    )
    lines = "".join(_line(selection, dimension, cost, count) for dimension, cost in costs.items())
    first = escape(text(language, "table.dimension"))
    return (
        f'<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">{first}</th>{heads}'
        f"</tr></thead><tbody>{lines}</tbody></table></div>"
    )


def _line(selection: Selection, dimension: str, cost: Cost, count: str) -> str:
    is_whole = dimension == COLUMNS[0]
    name = text(
        selection.lang, "agencies.every_dimension" if is_whole else f"dimension.{dimension}"
    )
    cells = (
        help_link(selection, cost.help.baht, count, Group(), dimension),
        help_link(
            selection, cost.help.events_without_value, count, Group(), dimension, value=UNKNOWN
        ),
        count_link_elsewhere(
            CHAIN_PAGE, selection, cost.help.households, need=dimension, reached="helped"
        ),
        _baht(cost.per_helped),
        count_link_elsewhere(
            CHAIN_PAGE, selection, cost.above_line, need=dimension, reached="above_line"
        ),
        _baht(cost.per_above_line),
    )
    body = "".join(f'<td class="number">{cell}</td>' for cell in cells)
    kind = "whole" if is_whole else ""
    return f'<tr class="{kind}"><th scope="row">{escape(name)}</th>{body}</tr>'


def _baht(value: float | None) -> str:
    return "–" if value is None else number(value)


def funds_markup(selection: Selection, found: Totals, count: str) -> str:
    """Totals → an HTML table of baht by source and dimension, with what has no value apart."""
    language = selection.lang
    names = {COLUMNS[0]: text(language, "agencies.every_dimension")}
    titles = [names.get(each) or text(language, f"dimension.{each}") for each in COLUMNS]
    titles += [text(language, f"agencies.fund_{name}") for name in ("events", "without_value")]
    heads = "".join(f'<th scope="col" class="number">{escape(title)}</th>' for title in titles)
    lines = [_fund(selection, text(language, "agencies.every_fund"), Group(), found, count)]
    for fund in FUND_SOURCES:
        name = text(language, f"fund_source.{fund}")
        lines.append(_fund(selection, name, Group("fund_source", fund), found, count))
    first = escape(text(language, "agencies.fund"))
    return (
        f'<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">{first}</th>{heads}'
        f"</tr></thead><tbody>{''.join(lines)}</tbody></table></div>"
    )


def _fund(selection: Selection, name: str, group: Group, found: Totals, count: str) -> str:
    cells = []
    for dimension in COLUMNS:
        baht = help_of(found, group, dimension).baht
        shown = help_link(selection, baht, count, group, dimension)
        cells.append(f'<td class="number">{shown}</td>')
    own = help_of(found, group)
    events = help_link(selection, own.events, count, group)
    without = help_link(selection, own.events_without_value, count, group, value=UNKNOWN)
    cells += [f'<td class="number">{each}</td>' for each in (events, without)]
    kind = "whole" if group == Group() else ""
    return f'<tr class="{kind}"><th scope="row">{escape(name)}</th>{"".join(cells)}</tr>'
