"""The way of one measure through the months: a sentence, a chart and the same figures as rows."""

from collections.abc import Mapping

import streamlit as st

from app.charts import monthly_course
from app.indicators import Cell, areas, months, province_code
from app.map.explorer import title_of
from app.panels import table
from app.scale import scales
from app.selection import Selection
from app.sentences import course_sentence
from app.tables import months_table
from app.words import month_name, text, texts

Monthly = Mapping[str, Mapping[str, Cell]]


def course_lines(
    build_id: str, selection: Selection, province: Monthly, districts: Monthly
) -> dict[str, list[Cell]]:
    """Figures by month → name → cells in order of month: the province and the district chosen."""
    every_month, language = months(build_id), selection.lang
    whole, code = province_code(build_id), selection.district
    lines = {text(language, "map.province"): [province[month][whole] for month in every_month]}
    if code:
        name = areas(build_id)["district"][code].name(language)
        lines[name] = [districts[month][code] for month in every_month]
    return lines


def course(
    build_id: str, selection: Selection, indicator: str, lines: Mapping[str, list[Cell]]
) -> None:
    """Lines by name, the province first → the course of an indicator on screen."""
    every_month, language = months(build_id), selection.lang
    unit = scales()[selection.measure].unit
    what = title_of(selection, selection.measure)
    provincial = next(iter(lines.values()))
    st.header(text(language, "dimension_map.course"), anchor=False)
    st.markdown(course_sentence(selection, every_month, what, provincial))
    st.plotly_chart(
        monthly_course(
            [month_name(language, month, short=True) for month in every_month],
            {name: [cell.value for cell in line] for name, line in lines.items()},
            text(language, f"unit.{unit}"),
            texts(language)[f"map.value_{unit}"],
            100 if unit == "pct" else None,
        ),
        config={"displayModeBar": False},
        alt=text(language, "dimension_map.course_alt"),
        key="monthly_course",
    )
    table(
        build_id,
        selection,
        text(language, "dimension_map.table"),
        f"{indicator}_by_month",
        [indicator],
        lambda: months_table(selection, list(every_month), lines),
    )
