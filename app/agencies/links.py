"""Links of the page of agencies: each names every code of the page, so that none is left over."""

from collections.abc import Mapping

from app.agencies.figures import ANY, Group, Grouping
from app.rows.linked import link
from app.selection import Selection

PAGE_NAME = "agencies"
CODE_OF: Mapping[Grouping, str] = {
    "agency": "agency",
    "agency_type": "type",
    "fund_source": "fund",
    "power": "power",
}


def events_link(
    selection: Selection, words: str, count: str, group: Group, dimension: str = ANY
) -> str:
    """Words and what they count → the words as a link to the events behind them."""
    codes = dict.fromkeys(CODE_OF.values(), "")
    if group.grouping != "all":
        codes[CODE_OF[group.grouping]] = group.code
    codes["need"] = "" if dimension == ANY else dimension
    return link(
        PAGE_NAME,
        selection,
        words,
        count=count,
        view="help",
        **codes,
        order="",
        **_district(selection),
    )


def view_link(selection: Selection, words: str, count: str, view: str, district_code: str) -> str:
    """Words and a view of the list → the words as a link to its rows in a district, or in all."""
    codes = dict.fromkeys((*CODE_OF.values(), "need"), "")
    return link(
        PAGE_NAME,
        selection,
        words,
        count=count,
        view=view,
        **codes,
        order="",
        district=district_code,
    )


def _district(selection: Selection) -> dict[str, str]:
    return {"district": selection.district or ""}
