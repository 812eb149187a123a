"""The parts of the poverty page: how many fail how much, where, in what, and the income gap."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from app.charts import monthly_course
from app.figures import figure, share
from app.indicators import declarations, months
from app.panels import Card, cards, table
from app.poverty.markup import (
    STYLE,
    combinations_markup,
    contributions_markup,
    cutoff_name,
    cutoffs_markup,
)
from app.poverty.measures import (
    INCOME,
    MULTIDIMENSIONAL,
    Combination,
    Place,
    combinations,
    contributions,
    cutoff_cells,
    income_cells,
    income_line,
    places,
)
from app.poverty.tables import combinations_table, cutoffs_table
from app.selection import CUTOFFS, Selection, chooser
from app.tables import months_table
from app.words import month_name, number, percent, text, texts


def _words(selection: Selection, name: str, **fields: str) -> str:
    return text(selection.lang, f"poverty.{name}", **fields)


def cutoffs(build_id: str, selection: Selection, cutoff: str) -> None:
    """How many persons fail how many dimensions: H, A and M0 of each cutoff."""
    found = {place: cutoff_cells(build_id, place) for place in places(build_id, selection)}
    st.html(STYLE)
    st.html(cutoffs_markup(selection.lang, cutoff, found))
    st.caption(_words(selection, "cutoffs_note"))

    def figures() -> pd.DataFrame:
        return cutoffs_table(selection, found)

    title = _words(selection, "table_cutoffs")
    table(build_id, selection, title, "poverty_cutoffs", MULTIDIMENSIONAL, figures)


def cutoff_choice(selection: Selection, cutoff: str) -> None:
    """The fewest deprivations of those that the map counts."""
    st.session_state["cutoff_choice"] = cutoff
    st.segmented_control(
        _words(selection, "cutoff"),
        CUTOFFS,
        required=True,
        format_func=lambda each: cutoff_name(selection.lang, each),
        key="cutoff_choice",
        on_change=chooser("cutoff", "cutoff_choice"),
    )


def failed_together(build_id: str, selection: Selection) -> None:
    """What the poor fail in: each dimension's share, and every exact combination."""
    language = selection.lang
    chosen = places(build_id, selection)[-1]
    found = combinations(build_id, chosen.code)
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader(_words(selection, "contributions"), anchor=False)
        by_place = {each: contributions(build_id, each) for each in places(build_id, selection)}
        st.html(contributions_markup(language, by_place))
    with right:
        title = _words(selection, "combinations", area=chosen.name)
        st.subheader(title, anchor=False)
        st.markdown(_words(selection, "combinations_sentence", **_combined(found)))
        st.html(combinations_markup(language, found))

    def figures() -> pd.DataFrame:
        return combinations_table(selection, found)

    title = _words(selection, "table_combinations")
    table(build_id, selection, title, "poverty_combinations", MULTIDIMENSIONAL, figures)


def _combined(found: Sequence[Combination]) -> dict[str, str]:
    one = sum(each.persons for each in found if len(each.dimensions) == 1)
    every = sum(each.persons for each in found)
    return {"one": number(one), "several": number(every - one)}


def income(build_id: str, selection: Selection) -> None:
    """Headcount, gap and severity of the programme's households below the line, and the course."""
    language, every_month = selection.lang, months(build_id)
    chosen = places(build_id, selection)[-1]
    line_baht = income_line(build_id, selection.month)
    cards(_income_card(build_id, selection, indicator, chosen, line_baht) for indicator in INCOME)
    lines = {
        place.name: list(income_cells(build_id, INCOME[0], place).values())
        for place in places(build_id, selection)
    }
    st.plotly_chart(
        monthly_course(
            [month_name(language, month, short=True) for month in every_month],
            {name: [cell.value for cell in cells] for name, cells in lines.items()},
            text(language, "unit.pct"),
            texts(language)["map.value_pct"],
            100,
        ),
        config={"displayModeBar": False},
        alt=_words(selection, "income_alt"),
        key="income_course",
    )

    def figures() -> pd.DataFrame:
        return months_table(selection, list(every_month), lines)

    title = _words(selection, "table_income")
    table(build_id, selection, title, "income_poverty_headcount", INCOME, figures)


def _income_card(
    build_id: str, selection: Selection, indicator: str, place: Place, line_baht: float
) -> Card:
    language, declared = selection.lang, declarations(build_id)[indicator]
    cell = income_cells(build_id, indicator, place)[selection.month]
    title = _words(selection, indicator)
    if cell.value is None:
        return Card(title, figure(language, declared["unit"], cell), [], "", is_missing=True)
    meaning = _words(
        selection,
        f"{indicator}_meaning",
        pct=percent(100 * cell.value),
        baht=number(cell.value * line_baht),
        line=number(line_baht),
    )
    counts = share(language, cell, declared["numerator_parts"])
    known = _words(selection, "known_income", share=counts)
    return Card(title, figure(language, declared["unit"], cell), [known, meaning], "", False)
