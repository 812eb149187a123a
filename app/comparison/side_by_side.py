"""Up to four districts beside one another: can each be told apart from the first?"""

from collections.abc import Iterator, Sequence
from html import escape

import streamlit as st

from app.comparison.rug import columns_of, month_shown
from app.comparison.standings import Standing, higher_is_better, judged, standings
from app.indicators import NO_CELL, areas, declarations, series
from app.map.geometry import drawing
from app.selection import MOST_COMPARED, Selection, chooser
from app.tables import note_in_words
from app.words import month_name, number, percent, text

KEY = "districts_choice"
MARKS = {"higher": "▲", "lower": "▼", "like": "●"}


def side_by_side(build_id: str, selection: Selection) -> None:
    """A selection → the choice of districts, a sentence for each of the others, and a table."""
    language, districts = selection.lang, areas(build_id)["district"]
    codes = compared_districts(selection)
    st.session_state[KEY] = list(codes)
    st.multiselect(
        text(language, "compare.districts"),
        list(districts),
        format_func=lambda code: districts[code].name(language),
        max_selections=MOST_COMPARED,
        placeholder=text(language, "compare.districts_choose"),
        key=KEY,
        on_change=chooser("districts", KEY),
    )
    if len(codes) < 2:
        st.markdown(text(language, "compare.beside_choose"))
        return
    first, *others = codes
    for other in others:
        st.markdown(beside_sentence(build_id, selection, first, other))
    st.html(_markup(build_id, selection, codes))
    st.caption(text(language, "compare.beside_note"))


def compared_districts(selection: Selection) -> tuple[str, ...]:
    """The districts that were chosen, or the chosen one and those that it borders on."""
    if selection.compared or selection.district is None:
        return selection.compared
    bordering = drawing("district").shapes[selection.district].neighbours
    return (selection.district, *bordering)[:MOST_COMPARED]


def beside_sentence(build_id: str, selection: Selection, first: str, other: str) -> str:
    """In which indicators a district is truly above or below another, in one sentence."""
    language, districts = selection.lang, areas(build_id)["district"]
    sides: dict[str, list[str]] = {"better": [], "worse": [], "like": []}
    for indicator, found in _standings(build_id, selection):
        if first in found and other in found:
            kind = _against(build_id, indicator, found[first], found[other])[1]
            sides[kind].append(declarations(build_id)[indicator][f"title_{language}"])
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


def _standings(build_id: str, selection: Selection) -> Iterator[tuple[str, dict[str, Standing]]]:
    for indicator in columns_of(selection):
        month = month_shown(build_id, selection, indicator)
        yield indicator, dict(standings(build_id).get(indicator, {}).get(month, {}))


def _against(build_id: str, indicator: str, one: Standing, other: Standing) -> tuple[str, str]:
    """Two districts → on which side of the other the one truly lies, and if that is better."""
    side = "like"
    if one.is_apart_from(other):
        side = "higher" if one.value > other.value else "lower"
    return side, judged(side, higher_is_better=higher_is_better(build_id, indicator))


def _markup(build_id: str, selection: Selection, codes: Sequence[str]) -> str:
    language, districts = selection.lang, areas(build_id)["district"]
    heads = "".join(
        f'<th scope="col">{escape(districts[code].name(language))}</th>' for code in codes
    )
    lines = "".join(
        f'<tr><th scope="row">{escape(_title(build_id, selection, indicator))}</th>'
        + "".join(_cell(build_id, selection, indicator, found, codes, code) for code in codes)
        + "</tr>"
        for indicator, found in _standings(build_id, selection)
    )
    return (
        '<div class="kk_beside" tabindex="0"><table><thead>'
        f"<tr><td></td>{heads}</tr></thead><tbody>{lines}</tbody></table></div>"
    )


def _title(build_id: str, selection: Selection, indicator: str) -> str:
    month = month_shown(build_id, selection, indicator)
    title: str = declarations(build_id)[indicator][f"title_{selection.lang}"]
    if month == selection.month:
        return title
    return f"{title} ({month_name(selection.lang, month, short=True)})"


def _cell(
    build_id: str,
    selection: Selection,
    indicator: str,
    found: dict[str, Standing],
    codes: Sequence[str],
    code: str,
) -> str:
    if code not in found:
        month = month_shown(build_id, selection, indicator)
        cells = series(build_id, (indicator,), "district")[indicator].get(month, {})
        return f"<td>{escape(note_in_words(selection, cells.get(code, NO_CELL)))}</td>"
    each = found[code]
    share = text(selection.lang, "map.share", n=number(each.numerator), d=number(each.denominator))
    verdict = ""
    if code != codes[0] and codes[0] in found:
        side, kind = _against(build_id, indicator, each, found[codes[0]])
        words = text(selection.lang, f"compare.verdict_{side}")
        verdict = (
            f'<span class="verdict {kind}"><span aria-hidden="true">{MARKS[side]}</span> '
            f"{escape(words)}</span>"
        )
    return (
        f"<td><strong>{percent(each.value)}</strong> "
        f'<span class="share">{escape(share)}</span>{verdict}</td>'
    )
