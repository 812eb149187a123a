"""The households that a share of a group counts, and the codes of the link that name it."""

from collections.abc import Mapping

from app.access import household_part
from app.chain.households import COLUMNS, SORTED_BY, columns, household_line
from app.chain.names import need_name
from app.chain.stages import NEEDS
from app.equity.sentences import group_name
from app.equity.shares import GROUPS, MEASURES, MEMBERSHIPS, Shares
from app.rows.opened_household import open_household
from app.rows.paging import paging
from app.rows.row_list import row_list
from app.selection import Allowed, Selection
from app.words import text

KEY, ROW_KEY, USUAL_ORDER = "equity_list", "household_number", "village_code"
COUNTED = ("denominator", "numerator")
CODES: Allowed = {
    "need": NEEDS,
    "group": GROUPS,
    "membership": MEMBERSHIPS,
    "measured": MEASURES,
    "counted": COUNTED,
}
IS_MEMBER = {"yes": True, "no": False, "unknown": None}
LIST_COLUMNS = [name for name in COLUMNS if name != "stage"]
ORDERS = SORTED_BY


def equity_households(
    build_id: str,
    selection: Selection,
    need: str,
    found: Shares,
    smallest: int,
    codes: Mapping[str, str],
) -> None:
    """The share that the codes name → the households of its numerator or of all its base.

    Nothing is listed of a base smaller than smallest, whose figures are hidden.
    """
    language = selection.lang
    group, membership = codes.get("group", GROUPS[0]), codes.get("membership", MEMBERSHIPS[0])
    measure, counted = codes.get("measured", MEASURES[0]), codes.get("counted", COUNTED[0])
    share = found.get(group, {}).get(measure, {}).get(membership)
    is_shown = share is not None and share.denominator >= smallest
    total = getattr(share, counted) if is_shown else 0
    shown = paging(codes, total, USUAL_ORDER)
    rows = household_part(
        build_id,
        "equity_households",
        shown.part(ROW_KEY),
        month=selection.month,
        district_code=selection.district,
        dimension=need,
        group=group,
        is_member=IS_MEMBER[membership],
        measure=measure,
        is_counted=counted == "numerator",
    )
    title = (
        group_name(language, group),
        text(language, f"equity.side_{membership}"),
        need_name(language, need),
        text(language, f"equity.measure_{measure}")
        if counted == "numerator"
        else text(language, f"equity.base_{measure}"),
    )
    opened = row_list(
        KEY,
        selection,
        columns(language, LIST_COLUMNS),
        [household_line(build_id, selection, row) for row in rows] if is_shown else [],
        shown,
        " · ".join(title),
    )
    if opened:
        open_household(selection, "equity", opened)
