"""One indicator in all districts: level, possible ranks, and the change since a month."""

import pandas as pd
import streamlit as st

from app.comparison.charts import KINDS, Row, rows_of_differences, rows_with_intervals
from app.comparison.rug import month_shown
from app.comparison.sentences import (
    decimals_of,
    falling_sentence,
    groups_sentence,
    level_sentence,
    ranks_in_words,
)
from app.comparison.standings import (
    Standing,
    Standings,
    higher_is_better,
    judged,
    standings,
)
from app.comparison.tables import standings_table
from app.indicators import Cell, areas, cell, months, province_code
from app.panels import table
from app.selection import Selection, chooser
from app.words import month_name, number, percent, signed, text

MONTHS_LOOKED_BACK = 3
KEY = "since_choice"


def level(build_id: str, selection: Selection, indicator: str) -> None:
    """An indicator → sentences, dot plot with ranks, change beside it, and the rows of both."""
    month = month_shown(build_id, selection, indicator)
    by_month, districts = standings(build_id)[indicator], areas(build_id)["district"]
    found = by_month[month]
    province = cell(build_id, indicator, month, province_code(build_id))
    st.markdown(level_sentence(selection, month, province, found, districts))
    st.markdown(groups_sentence(selection, found, districts))
    order = _order(build_id, indicator, found)
    before = [each for each in months(build_id) if each < month and each in by_month]
    levels, *beside = st.columns([3, 2], gap="large") if before else [st.container()]
    with levels:
        st.subheader(text(selection.lang, "compare.level_title"), anchor=False)
        _dots(build_id, selection, indicator, order, found, province)
    for differences in beside:
        with differences:
            st.subheader(text(selection.lang, "compare.change_title"), anchor=False)
            since = _since(selection, before)
            _differences(build_id, selection, indicator, order, month, since)

    def rows() -> pd.DataFrame:
        return standings_table(selection, {code: found[code] for code in order}, districts)

    title = text(selection.lang, "compare.table")
    table(build_id, selection, title, f"{indicator}_compared", [indicator], rows)


def _order(build_id: str, indicator: str, found: Standings) -> list[str]:
    """Codes from the best to the worst share; those with more cases first where shares tie."""
    turn = -1 if higher_is_better(build_id, indicator) else 1
    return sorted(
        found, key=lambda code: (turn * found[code].value, -found[code].denominator, code)
    )


def _dots(
    build_id: str,
    selection: Selection,
    indicator: str,
    order: list[str],
    found: Standings,
    province: Cell,
) -> None:
    language = selection.lang
    better, districts = higher_is_better(build_id, indicator), areas(build_id)["district"]
    rows = [
        Row(
            name=districts[code].name(language),
            value=found[code].value,
            kind=judged(found[code].standing, higher_is_better=better),
            shape=found[code].standing,
            told=told(selection, districts[code].name(language), found[code]),
            aside=ranks_in_words(selection, found[code].rank_best, found[code].rank_worst),
            lower=found[code].lower_pct,
            upper=found[code].upper_pct,
            is_chosen=code == selection.district,
        )
        for code in order
    ]
    st.plotly_chart(
        rows_with_intervals(
            rows,
            province.value or 0,
            text(language, "map.whole_province"),
            text(language, "compare.rank"),
            kinds_in_words(language),
        ),
        config={"displayModeBar": False},
        alt=text(language, "compare.level_alt"),
        key="level_chart",
    )
    st.caption(text(language, "compare.level_note"))


def kinds_in_words(language: str) -> dict[str, str]:
    """The names of what is better, worse and like the province."""
    return {kind: text(language, f"compare.{kind}") for kind in KINDS}


def told(selection: Selection, name: str, standing: Standing) -> str:
    """All that is known of a district of this name beside the others, in one line."""
    decimals = decimals_of(standing.value)
    return text(
        selection.lang,
        "compare.told",
        district=name,
        value=percent(standing.value, decimals),
        n=number(standing.numerator),
        d=number(standing.denominator),
        lower=percent(standing.lower_pct, decimals),
        upper=percent(standing.upper_pct, decimals),
        ranks=ranks_in_words(selection, standing.rank_best, standing.rank_worst),
        standing=text(selection.lang, f"standing.{standing.standing}"),
    )


def _since(selection: Selection, before: list[str]) -> str:
    """The months that there are → the one that changes count from, chosen on the page."""
    usual = before[-min(MONTHS_LOOKED_BACK, len(before))]
    since = selection.since if selection.since in before else usual
    st.session_state[KEY] = since
    st.selectbox(
        text(selection.lang, "compare.since"),
        list(reversed(before)),
        format_func=lambda each: month_name(selection.lang, each),
        key=KEY,
        on_change=chooser("since", KEY),
        width=220,
    )
    return since


def _differences(
    build_id: str,
    selection: Selection,
    indicator: str,
    order: list[str],
    month: str,
    since: str,
) -> None:
    language, districts = selection.lang, areas(build_id)["district"]
    now, earlier = (standings(build_id)[indicator][each] for each in (month, since))
    moved = {code: now[code].value - earlier[code].value for code in order if code in earlier}
    turn = 1 if higher_is_better(build_id, indicator) else -1
    whole = cell(build_id, indicator, month, province_code(build_id)).value or 0
    fallen = [
        code
        for code, points in moved.items()
        if turn * points < 0 and turn * (now[code].value - whole) < 0
    ]
    st.markdown(falling_sentence(selection, since, fallen, districts))
    rows = [
        Row(
            name=districts[code].name(language),
            value=points,
            kind="like" if not points else "better" if turn * points > 0 else "worse",
            shape="like" if not points else "higher" if points > 0 else "lower",
            told=text(
                language,
                "compare.change_told",
                district=districts[code].name(language),
                points=signed(points, 1),
                since=month_name(language, since),
                n=number(earlier[code].numerator),
                d=number(earlier[code].denominator),
            ),
            is_chosen=code == selection.district,
        )
        for code, points in moved.items()
    ]
    st.plotly_chart(
        rows_of_differences(rows, kinds_in_words(language)),
        config={"displayModeBar": False},
        alt=text(language, "compare.change_alt"),
        key="change_chart",
    )
    st.caption(text(language, "compare.change_note"))
