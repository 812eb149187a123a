"""Where does the province stand, what moved since last month, and where to go first?"""

import pandas as pd
import streamlit as st

from app.findings import changes, month_before, where_to_look_first
from app.headline import INDICATORS as HEADLINE
from app.headline import headline_cards
from app.indicators import DIMENSIONS, PROGRESS, areas, cell, months, province_code, series
from app.map.board import INDICATORS, dimension_board
from app.panels import cards, heading, sources, table
from app.quality.doubts import doubt_note
from app.selection import current, shown_build
from app.sentences import board_sentence, change_sentence, finding_sentence, summary_sentence
from app.tables import dimensions_table
from app.words import month_name, number, text

MAP_PAGE, PROFILE_PAGE = "pages/situation/dimension_map.py", "pages/districts/profile.py"
build_id, selection = shown_build(), current()
language, month = selection.lang, selection.month
districts, every_month = areas(build_id)["district"], months(build_id)
province_area = province_code(build_id)
needed = (*INDICATORS, "any_need", "any_helped", "any_solved", *HEADLINE)
province = series(build_id, needed, "province")
by_district = series(build_id, needed, "district")


def words(name: str, **fields: str) -> str:
    return text(language, f"overview.{name}", **fields)


any_helped = cell(build_id, "any_helped", month, province_area)
any_solved = cell(build_id, "any_solved", month, province_area)
heading(build_id, selection, words("title"), summary_sentence(selection, any_helped, any_solved))
cards(headline_cards(build_id, selection))

st.header(words("dimensions"), anchor=False)
measure = selection.measure if selection.measure in PROGRESS else PROGRESS[0]
in_province = {each: province[f"{each}_{measure}"][month][province_area] for each in DIMENSIONS}
st.markdown(board_sentence(selection, measure, in_province))
opened = dimension_board(build_id, selection)
if opened:
    st.switch_page(MAP_PAGE, query_params={**selection.codes(), "dimension": opened})
st.caption(words("dimensions_hint"))
doubt_note(build_id, selection, [*HEADLINE, *INDICATORS])
if selection.district:
    st.page_link(PROFILE_PAGE, label=text(language, "profile.open"), query_params=selection.codes())

look, moved = st.columns(2, gap="large")
with look:
    st.header(words("look_first"), anchor=False)
    found = where_to_look_first(province, by_district, every_month, month)
    for finding in found:
        codes = {
            "district": finding.district,
            "dimension": finding.dimension or selection.dimension,
        }
        st.page_link(
            MAP_PAGE,
            label=finding_sentence(selection, finding, districts),
            query_params={**selection.codes(), **codes},
        )
    if not found:
        st.markdown(words("look_first_none"))
    targets = province["target_households"][month][province_area].numerator or 0
    st.caption(words("chance", households=number(targets / len(districts))))
with moved:
    before = month_before(every_month, month)
    if before is None:
        st.header(words("changes_first"), anchor=False)
    else:
        st.header(words("changes", month=month_name(language, before)), anchor=False)
        for change in changes(province, by_district, month, before):
            st.markdown(change_sentence(selection, change, districts))


def figures() -> pd.DataFrame:
    return dimensions_table(selection, by_district, districts)


table(build_id, selection, words("table"), "five_dimensions", INDICATORS, figures)
sources(build_id, selection, HEADLINE)
