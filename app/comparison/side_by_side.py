"""Up to four districts beside one another: can each be told apart from the first?"""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

import streamlit as st

from app.comparison.districts_choice import districts_choice
from app.comparison.rug import columns_of, month_shown
from app.comparison.standings import Standings, higher_is_better, judged, standings
from app.indicators import NO_CELL, areas, declarations, series
from app.map.geometry import drawing
from app.selection import MOST_COMPARED, Selection
from app.tables import note_in_words
from app.words import month_name, number, percent, text

MARKS = {"higher": "▲", "lower": "▼", "like": "●"}


def side_by_side(build_id: str, selection: Selection) -> None:
    """A selection → the choice of districts, a sentence for each of the others, and a table."""
    language = selection.lang
    codes = compared_districts(selection)
    districts_choice(build_id, selection, codes)
    if len(codes) < 2:
        st.markdown(text(language, "compare.beside_choose"))
        return
    compared = _compared(build_id, selection)
    first, *others = codes
    for other in others:
        st.markdown(beside_sentence(build_id, selection, compared, first, other))
    st.html(_markup(build_id, selection, compared, codes))
    st.caption(text(language, "compare.beside_note"))


def compared_districts(selection: Selection) -> tuple[str, ...]:
    """The districts that were chosen, or the chosen one and those that it borders on."""
    if selection.compared or selection.district is None:
        return selection.compared
    bordering = drawing("district").shapes[selection.district].neighbours
    return (selection.district, *bordering)[:MOST_COMPARED]


class Compared(NamedTuple):
    """One indicator: its month, where the districts stand, and which side is the better one."""

    indicator: str
    title: str
    month: str
    standings: Standings
    higher_is_better: bool

    def against(self, one: str, other: str) -> tuple[str, str]:
        """Two districts → on which side of the other the one truly lies, and if that is better."""
        found = self.standings
        side = "like"
        if found[one].is_apart_from(found[other]):
            side = "higher" if found[one].value > found[other].value else "lower"
        return side, judged(side, higher_is_better=self.higher_is_better)


def _compared(build_id: str, selection: Selection) -> list[Compared]:
    declared, by_indicator = declarations(build_id), standings(build_id)
    found = []
    for indicator in columns_of(selection):
        month = month_shown(build_id, selection, indicator)
        title = declared[indicator][f"title_{selection.lang}"]
        if month != selection.month:
            title = f"{title} ({month_name(selection.lang, month, short=True)})"
        found.append(
            Compared(
                indicator,
                title,
                month,
                by_indicator.get(indicator, {}).get(month, {}),
                higher_is_better(build_id, indicator),
            )
        )
    return found


def beside_sentence(
    build_id: str, selection: Selection, compared: Sequence[Compared], first: str, other: str
) -> str:
    """In which indicators a district is truly above or below another, in one sentence."""
    language, districts = selection.lang, areas(build_id)["district"]
    sides: dict[str, list[str]] = {"better": [], "worse": [], "like": []}
    for each in compared:
        if first in each.standings and other in each.standings:
            sides[each.against(first, other)[1]].append(each.title)
    between = text(language, "compare.between_names")
    told = [
        text(language, f"compare.beside_{kind}", indicators=between.join(sides[kind]))
        for kind in ("better", "worse")
        if sides[kind]
    ]
    if sides["like"]:
        name = "compare.beside_like" if told else "compare.beside_all_like"
        told.append(text(language, name, count=number(len(sides["like"]))))
    return text(
        language,
        "compare.beside",
        district=districts[first].name(language),
        other=districts[other].name(language),
        told=" ".join(told),
    )


def _markup(
    build_id: str, selection: Selection, compared: Sequence[Compared], codes: Sequence[str]
) -> str:
    language, districts = selection.lang, areas(build_id)["district"]
    heads = "".join(
        f'<th scope="col">{escape(districts[code].name(language))}</th>' for code in codes
    )
    lines = "".join(
        f'<tr><th scope="row">{escape(each.title)}</th>'
        + "".join(_cell(build_id, selection, each, codes[0], code) for code in codes)
        + "</tr>"
        for each in compared
    )
    return (
        '<div class="kk_beside" tabindex="0"><table><thead>'
        f"<tr><td></td>{heads}</tr></thead><tbody>{lines}</tbody></table></div>"
    )


def _cell(build_id: str, selection: Selection, compared: Compared, first: str, code: str) -> str:
    found = compared.standings
    if code not in found:
        cells = series(build_id, (compared.indicator,), "district")[compared.indicator]
        missing = cells.get(compared.month, {}).get(code, NO_CELL)
        return f"<td>{escape(note_in_words(selection, missing))}</td>"
    each = found[code]
    share = text(selection.lang, "map.share", n=number(each.numerator), d=number(each.denominator))
    verdict = ""
    if code != first and first in found:
        side, kind = compared.against(code, first)
        words = text(selection.lang, f"compare.verdict_{side}")
        verdict = (
            f'<span class="verdict {kind}"><span aria-hidden="true">{MARKS[side]}</span> '
            f"{escape(words)}</span>"
        )
    return (
        f"<td><strong>{percent(each.value)}</strong> "
        f'<span class="share">{escape(share)}</span>{verdict}</td>'
    )
