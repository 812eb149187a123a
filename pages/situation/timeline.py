"""How has a figure moved through the year, in the province and in each district?"""

import pandas as pd
import streamlit as st

from app.comparison.districts_choice import districts_choice
from app.indicators import declarations
from app.map.indicator_map import indicator_map
from app.panels import heading, sources, table
from app.quality.doubts import doubt_note
from app.selection import current, shown_build
from app.tables import months_table
from app.timeline.course import USUAL, course_of, group_of, shown_districts
from app.timeline.course_grid import course_grid
from app.timeline.sections import (
    breaks_sentence,
    course_chart,
    every_line,
    timeline_indicator,
    timeline_sentence,
)
from app.words import text

build_id, selection = shown_build(), current()
asked = selection.indicator or USUAL
group = group_of(build_id, selection.month, asked)
indicator = asked if group else USUAL
course = course_of(build_id, indicator, group or "all")
title = declarations(build_id)[indicator][f"title_{selection.lang}"]


def words(name: str) -> str:
    return text(selection.lang, f"timeline.{name}")


heading(build_id, selection, words("title"), timeline_sentence(build_id, selection, course))
if group is None:
    st.info(words("only_parts"))
choice, beside = st.columns(2, gap="large")
with choice:
    timeline_indicator(build_id, selection, indicator)
with beside:
    districts_choice(build_id, selection, shown_districts(selection))
if len(course.months) > 1:
    course_chart(build_id, selection, course)
    st.caption(breaks_sentence(selection, course) or words("no_break"))
    st.header(words("grid"), anchor=False)
    st.caption(words("grid_note"))
    course_grid(build_id, selection, course)
doubt_note(build_id, selection, [indicator], every_month=True)


def figures() -> pd.DataFrame:
    lines = every_line(build_id, selection, course)
    return months_table(selection, list(course.months), lines)


table(build_id, selection, words("table"), f"{indicator}_course", [indicator], figures)
st.header(words("map"), anchor=False)
indicator_map(build_id, selection, indicator, title, course.group)
sources(build_id, selection, [indicator])
