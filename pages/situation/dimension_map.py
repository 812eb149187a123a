"""One dimension: which districts have come how far, and how each came there month by month?"""

import pandas as pd
import streamlit as st

from app.charts import monthly_course
from app.indicators import (
    DIMENSIONS,
    NO_CELL,
    areas,
    indicator_of,
    months,
    province_code,
    series,
)
from app.map.explorer import by_month, district_explorer, subdistrict_explorer, title_of
from app.panels import heading, sources, table
from app.scale import scales
from app.selection import chooser, current
from app.sentences import course_sentence, map_sentence
from app.tables import cells_table, months_table
from app.warehouse import serving_build
from app.words import branch, month_name, text

build_id, selection = serving_build(), current()
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
st.session_state["dimension_choice"] = selection.dimension
st.segmented_control(
    words("dimension"),
    DIMENSIONS,
    required=True,
    format_func=titles.__getitem__,
    key="dimension_choice",
    on_change=chooser("dimension", "dimension_choice"),
    label_visibility="collapsed",
)
district_explorer(build_id, selection)
if selection.measure == "baseline":
    st.info(text(language, "baseline.caution"))

if selection.district is None:
    st.caption(words("subdistricts_choose"))
else:
    name = districts[selection.district].name(language)
    st.header(words("subdistricts", district=name), anchor=False)
    subdistrict_explorer(build_id, selection)
    st.caption(words("subdistricts_note"))


def figures() -> pd.DataFrame:
    return cells_table(selection, cells, districts)


table(build_id, selection, words("table"), indicator, figures)

if selection.measure != "baseline":
    st.header(words("course"), anchor=False)
    lines = {text(language, "map.province"): [in_province[m][province_area] for m in every_month]}
    if selection.district:
        lines[districts[selection.district].name(language)] = [
            by_district[m][selection.district] for m in every_month
        ]
    unit = scales()[selection.measure].unit
    what = title_of(selection, selection.measure)
    provincial = next(iter(lines.values()))
    st.markdown(course_sentence(selection, every_month, what, provincial))
    st.plotly_chart(
        monthly_course(
            [month_name(language, month, short=True) for month in every_month],
            {name: [cell.value for cell in line] for name, line in lines.items()},
            text(language, f"unit.{unit}"),
            100 if unit == "pct" else None,
        ),
        config={"displayModeBar": False},
        alt=words("course_alt"),
        key="monthly_course",
    )
    table(
        build_id,
        selection,
        words("table"),
        f"{indicator}_by_month",
        lambda: months_table(selection, list(every_month), lines),
    )
sources(build_id, selection, [indicator])
