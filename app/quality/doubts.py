"""Which figures are doubtful, and the mark beside them that leads to the reasons."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from app.indicators import areas, declarations
from app.selection import Selection
from app.warehouse import rows
from app.words import text

QUALITY_PAGE = "pages/data/quality.py"
MARK = "?"

Doubts = Mapping[str, Mapping[str, frozenset[str]]]  # indicator → month → districts


@st.cache_resource(max_entries=3, show_spinner=False)
def doubts(build_id: str) -> Doubts:
    """Indicator → month → the districts whose figure a rule found doubtful."""
    found: dict[str, dict[str, set[str]]] = {}
    for row in rows(build_id, "doubts"):
        months = found.setdefault(row["indicator"], {})
        months.setdefault(row["month"], set()).add(row["area_code"])
    return {
        indicator: {month: frozenset(codes) for month, codes in months.items()}
        for indicator, months in found.items()
    }


def doubtful(build_id: str, indicator: str, month: str) -> frozenset[str]:
    """The districts whose figure is doubtful in a month; of a survey, in its last edition."""
    months = doubts(build_id).get(indicator, {})
    if declarations(build_id)[indicator]["period"] == "edition" and months:
        return months[max(months)]
    return months.get(month, frozenset())


def ever_doubtful(build_id: str, indicator: str) -> frozenset[str]:
    """The districts whose figure is doubtful in any month."""
    return frozenset().union(*doubts(build_id).get(indicator, {}).values())


def doubt_mark(language: str) -> str:
    """The mark beside a doubtful figure, as HTML."""
    said = escape(text(language, "map.doubtful"))
    return f'<span class="kk_doubt" role="img" aria-label="{said}" title="{said}">{MARK}</span>'


def doubt_note(
    build_id: str,
    selection: Selection,
    indicators: Sequence[str],
    district: str | None = None,
    *,
    every_month: bool = False,
) -> None:
    """Figures on a page → one link that names the doubtful ones' districts; none if all is well.

    district is the only one that the page shows, where it shows but one; every_month holds where
    it shows more than the month that is chosen.
    """
    codes = set[str]()
    for indicator in indicators:
        codes |= (
            ever_doubtful(build_id, indicator)
            if every_month
            else doubtful(build_id, indicator, selection.month)
        )
    if district is not None:
        codes &= {district}
    if not codes:
        return
    districts = areas(build_id)["district"]
    names = [area.name(selection.lang) for code, area in districts.items() if code in codes]
    st.page_link(
        QUALITY_PAGE,
        label=text(selection.lang, "quality.mark", mark=MARK, districts=", ".join(names)),
        query_params=selection.codes(),
    )
