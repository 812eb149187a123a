"""Groups beside the rest as HTML and SVG: a dot and an interval for each, on one axis."""

from html import escape
from pathlib import Path

from app.equity.sentences import group_name
from app.equity.shares import GROUPS, MEASURES, MEMBERSHIPS, Comparison, Share, Shares
from app.figures import digits
from app.rows.linked import count_link
from app.selection import Selection
from app.words import percent, text

STYLE = Path(__file__).resolve().parent / "markup.css"
PAGE = "equity"
SIDES = ("yes", "no")
HEIGHT_PX, MIDDLE_PX, DOT_PX = 36, {"yes": 11, "no": 26}, 5
TICKS = (0, 25, 50, 75, 100)


def equity_markup(selection: Selection, need: str, found: Shares, smallest: int) -> str:
    """Shares → a section for each group; those of fewer households than smallest are hidden."""
    language = selection.lang
    legend = "".join(
        f'<li><svg width="16" height="16" aria-hidden="true"><g class="{side}">'
        f'<circle cx="8" cy="8" r="{DOT_PX}"/></g></svg>'
        f"{escape(text(language, f'equity.side_{side}'))}</li>"
        for side in SIDES
    )
    sections = "".join(
        _group(selection, need, group, found, smallest) for group in GROUPS if group in found
    )
    return f'<div class="kk_equity"><ul class="legend">{legend}</ul>{sections}</div>'


def _group(selection: Selection, need: str, group: str, found: Shares, smallest: int) -> str:
    language, of_group = selection.lang, found[group]
    counts = " · ".join(
        f"{escape(text(language, f'equity.side_{membership}'))} "
        + _count(selection, need, group, membership, "need", share.denominator, smallest)
        for membership in MEMBERSHIPS
        if (share := of_group.get("need", {}).get(membership))
    )
    rows = "".join(
        _row(selection, need, group, measure, found, smallest)
        for measure in MEASURES
        if measure in of_group
    )
    ticks = "".join(f'<text x="{tick}%" y="12" class="tick_{tick}">{tick}</text>' for tick in TICKS)
    return (
        f"<section><h3>{escape(group_name(language, group))}</h3>"
        f'<p class="quiet">{counts}</p><ul class="rows">{rows}'
        f'<li class="axis" aria-hidden="true"><span></span><svg height="16">{ticks}</svg></li>'
        f"</ul></section>"
    )


def _row(
    selection: Selection, need: str, group: str, measure: str, found: Shares, smallest: int
) -> str:
    language, of_measure = selection.lang, found[group][measure]
    sides = {side: of_measure[side] for side in SIDES if side in of_measure}
    is_hidden = any(share.denominator < smallest for share in sides.values())
    told = "".join(
        f'<span class="{side}"><span class="said">{escape(text(language, f"equity.side_{side}"))}'
        f"</span> {_figure(selection, need, group, side, measure, share, is_hidden)}</span>"
        for side, share in sides.items()
    )
    verdict = ""
    if len(sides) == len(SIDES) and not is_hidden:
        is_clear = Comparison(group, measure, sides["yes"], sides["no"]).is_more_than_chance
        name = "clear" if is_clear else "unclear"
        verdict = f'<span class="verdict {name}">{escape(text(language, f"equity.{name}"))}</span>'
    drawn = "" if is_hidden else "".join(_dot(side, share) for side, share in sides.items())
    grid = "".join(f'<line class="grid" x1="{x}%" x2="{x}%" y2="{HEIGHT_PX}"/>' for x in TICKS)
    return (
        f'<li><span class="measure">{escape(text(language, f"equity.measure_{measure}"))}</span>'
        f'<svg height="{HEIGHT_PX}" aria-hidden="true">{grid}{drawn}</svg>'
        f'<span class="told">{told}</span>{verdict}</li>'
    )


def _dot(side: str, share: Share) -> str:
    y = MIDDLE_PX[side]
    return (
        f'<g class="{side}"><line x1="{share.lower_pct:.2f}%" x2="{share.upper_pct:.2f}%" '
        f'y1="{y}" y2="{y}"/><circle cx="{share.value:.2f}%" cy="{y}" r="{DOT_PX}"/></g>'
    )


def _figure(
    selection: Selection,
    need: str,
    group: str,
    side: str,
    measure: str,
    share: Share,
    is_hidden: bool,
) -> str:
    language = selection.lang
    if is_hidden:
        return escape(text(language, "map.short_suppressed"))
    value = escape(text(language, "map.value_pct", value=digits("pct", share.value)))
    of_base = (selection, need, group, side, measure)
    counts = text(
        language,
        "map.share",
        n=_count(*of_base, share.numerator, 0, part="numerator"),
        d=_count(*of_base, share.denominator, 0),
    )
    interval = text(
        language,
        "equity.interval",
        lower=percent(share.lower_pct),
        upper=percent(share.upper_pct),
    )
    return f'{value} <span class="quiet">({counts}; {escape(interval)})</span>'


def _count(
    selection: Selection,
    need: str,
    group: str,
    membership: str,
    measure: str,
    households: int,
    smallest: int,
    part: str = "denominator",
) -> str:
    """A number as the link to its households; hidden where it is small."""
    if 0 < households < smallest:
        return escape(text(selection.lang, "map.short_suppressed"))
    return count_link(
        PAGE,
        selection,
        households,
        need=need,
        group=group,
        membership=membership,
        measured=measure,
        counted=part,
    )
