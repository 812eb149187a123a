"""The counts of officers as HTML whose numbers choose the rows of the list: cards, districts."""

from collections.abc import Mapping
from html import escape

from app.indicators import areas, province_code
from app.officers.figures import Officers, together
from app.officers.reports import COUNTS, Reports
from app.rows.linked import count_link, link
from app.selection import Selection
from app.service_rule import ServiceRule
from app.words import number, text

PAGE_NAME = "officers"
CARDS = ("officers", "paired", "unpaired", "overloaded", "idle", "late", "missing", "gaps")
OFFICER_COLUMNS = ("officers", "paired", "unpaired", "overloaded", "idle", "gaps")

Reported = Mapping[str, Reports]  # area → its reports of a month


def codes_of(view: str, district_code: str | None) -> dict[str, str]:
    """A view and a district, None for all → every code of the page that a link to them sets."""
    return {"view": view, "district": district_code or "", "official": "", "order": ""}


def cards_markup(selection: Selection, found: Officers, rule: ServiceRule) -> str:
    """Counts → cards, each figure the link to its rows."""
    language = selection.lang
    figures = {
        "officers": found.officers,
        "paired": found.paired,
        "unpaired": found.unpaired,
        "overloaded": found.overloaded,
        "idle": found.idle,
        "late": found.late_reports,
        "missing": found.missing_reports,
        "gaps": found.gaps,
    }
    said = {
        "households": number(found.households),
        "most": number(rule.households_per_official),
        "days": number(rule.visit_gap_days),
    }
    cards = []
    for name in CARDS:
        figure = count_link(
            PAGE_NAME, selection, figures[name], **codes_of(name, selection.district)
        )
        line = escape(text(language, f"officers.card_{name}", **said))
        if name == "idle" and found.never_paired:
            never = text(language, "officers.never_paired", n=number(found.never_paired))
            line = link(PAGE_NAME, selection, never, **codes_of("never", selection.district))
        cards.append(
            f'<dl class="kk_card"><dt>{escape(text(language, f"officers.view_{name}"))}</dt>'
            f'<dd class="figure">{figure}</dd><dd>{line}</dd></dl>'
        )
    return f'<div class="kk_cards">{"".join(cards)}</div>'


def districts_markup(
    build_id: str, selection: Selection, found: Mapping[str, Officers], reports: Reported
) -> str:
    """Counts by district and reports of a month → a table, the whole province first."""
    language = selection.lang
    heads = "".join(
        f'<th scope="col" class="number">{escape(text(language, f"officers.head_{name}"))}</th>'
        for name in (*OFFICER_COLUMNS, *COUNTS)
    )
    whole = text(language, "map.whole_province")
    every = together(found.values())
    lines = [_line(selection, "", whole, every, reports[province_code(build_id)])]
    for code, area in areas(build_id)["district"].items():
        counts = found.get(code, together([]))
        lines.append(_line(selection, code, area.name(language), counts, reports[code]))
    return (
        '<div class="scroll" tabindex="0"><table><thead><tr>'
        f'<th scope="col">{escape(text(language, "level.district"))}</th>{heads}</tr></thead>'
        f"<tbody>{''.join(lines)}</tbody></table></div>"
    )


def _line(selection: Selection, code: str, name: str, found: Officers, reports: Reports) -> str:
    def counted_here(count: int, view: str) -> str:
        return count_link(PAGE_NAME, selection, count, **codes_of(view, code))

    cells = [counted_here(getattr(found, column), column) for column in OFFICER_COLUMNS]
    for column in COUNTS:
        count = getattr(reports, column)
        missing = f'<span class="quiet">{escape(reports.note(selection))}</span>'
        cells.append(missing if count is None else counted_here(count, column))
    body = "".join(f'<td class="number">{cell}</td>' for cell in cells)
    kind = "whole" if not code else "chosen" if code == selection.district else ""
    return f'<tr class="{kind}"><th scope="row">{escape(name)}</th>{body}</tr>'
