"""Links of the page of agencies: each names every code of the page, so that none is left over."""

from collections.abc import Mapping

from app.agencies.figures import ANY, Group, Grouping
from app.rows.linked import count_link, link
from app.selection import Selection

PAGE_NAME = "agencies"
UNKNOWN = "unknown"
CODE_OF: Mapping[Grouping, str] = {
    "agency": "agency",
    "agency_type": "type",
    "fund_source": "fund",
    "power": "power",
}


def help_link(
    selection: Selection,
    figure: float,
    count: str,
    group: Group,
    dimension: str = ANY,
    **codes: str,
) -> str:
    """A figure and what it is of → the link to the rows behind it: events of help if not named."""
    of_group = {CODE_OF[group.grouping]: group.code} if group.grouping != "all" else {}
    need = "" if dimension == ANY else dimension
    own = {**of_group, "need": need, **codes}
    return count_link(PAGE_NAME, selection, figure, **_codes(selection, count, **own))


def outside_link(selection: Selection, words: str, count: str) -> str:
    """Words on the help that no figure counts → the link to its events."""
    return link(PAGE_NAME, selection, words, **_codes(selection, count, view="outside"))


def movements_link(
    selection: Selection, figure: float, count: str, district_code: str, direction: str = ""
) -> str:
    """A figure of a district's fund → the link to its movements, of one direction or both."""
    own = {"view": "movements", "direction": direction, "district": district_code}
    return count_link(PAGE_NAME, selection, figure, **_codes(selection, count, **own))


def _codes(selection: Selection, count: str, **own: str) -> dict[str, str]:
    every = dict.fromkeys((*CODE_OF.values(), "need", "value", "direction", "order"), "")
    place = selection.district or ""
    return {"count": count, "view": "help", **every, "district": place, **own}
