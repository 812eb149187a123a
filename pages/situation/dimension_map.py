"""One dimension: which districts have come how far, and how each came there month by month?"""

import pandas as pd
import streamlit as st

from app.course import course, course_lines
from app.indicators import (
    NO_CELL,
    areas,
    indicator_of,
    months,
    province_code,
    series,
)
from app.map.explorer import by_month, district_explorer, subdistrict_explorer
from app.panels import dimension_choice, heading, sources, table
from app.quality.doubts import doubt_note
from app.selection import current, shown_build
from app.sentences import map_sentence
from app.tables import cells_table
from app.words import branch, text

PROFILE_PAGE = "pages/districts/profile.py"
build_id, selection = shown_build(), current()
language = selection.lang
districts, every_month = areas(build_id)["district"], months(build_id)
province_area = province_code(build_id)
indicator = indicator_of(selection.dimension, selection.measure)
by_district = by_month(series(build_id, (indicator,), "district")[indicator], selection.measure)
in_province = by_month(series(build_id, (indicator,), "province")[indicator], selection.measure)
cells = by_district.get(selection.month, by_district.get("always", {}))
whole = in_province.get(selection.month, in_province.get("always", {})).get(province_area, NO_CELL)


def words(name: str, **fields: str) -> str:
    return text(language, f"dimension_map.{name}", **fields)


titles = branch(language, "dimension")
title = f"{words('title')}: {titles[selection.dimension]}"
heading(build_id, selection, title, map_sentence(selection, whole, cells, districts))
dimension_choice(selection)
district_explorer(build_id, selection)
doubt_note(build_id, selection, [indicator])
if selection.measure == "baseline":
    st.info(text(language, "baseline.caution"))

if selection.district is None:
    st.caption(words("subdistricts_choose"))
else:
    name = districts[selection.district].name(language)
    st.header(words("subdistricts", district=name), anchor=False)
    st.page_link(PROFILE_PAGE, label=text(language, "profile.open"), query_params=selection.codes())
    subdistrict_explorer(build_id, selection)
    st.caption(words("subdistricts_note"))


def figures() -> pd.DataFrame:
    return cells_table(selection, cells, districts)


table(build_id, selection, words("table"), indicator, [indicator], figures)

if selection.measure != "baseline":
    lines = course_lines(build_id, selection, in_province, by_district)
    course(build_id, selection, indicator, lines)
sources(build_id, selection, [indicator])
