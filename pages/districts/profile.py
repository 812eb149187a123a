"""One district: how does it stand, and what must it do this month?"""

import streamlit as st

from app.comparison.rug import OTHERS
from app.indicators import areas, series
from app.map.explorer import district_explorer, subdistrict_explorer
from app.panels import dimension_choice, heading, sources, table
from app.profile.district_choice import district_choice
from app.profile.indicator_rows import indicator_rows, indicators_markup
from app.profile.needs import needs_markup, needs_of
from app.profile.reporting import INDICATORS as REPORTS
from app.profile.reporting import reporting_markup, reporting_sentence
from app.profile.summary import NEEDED, changes_of, summary_of, tasks_of
from app.profile.tasks import list_of
from app.profile.villages import INDICATORS as OF_VILLAGES
from app.profile.villages import (
    largest_villages,
    villages,
    villages_sentence,
    villages_table,
)
from app.quality.doubts import doubt_note
from app.selection import current, shown_build
from app.words import month_name, text

COMPARE_PAGE, DEFINITIONS_PAGE = "pages/districts/compare.py", "pages/data/definitions.py"
build_id, selection = shown_build(), current()
language, month, code = selection.lang, selection.month, selection.district


def words(name: str, **fields: str) -> str:
    return text(language, f"profile.{name}", **fields)


if code is None:
    heading(build_id, selection, words("menu"), words("chooser"))
    district_choice(build_id, selection)
    dimension_choice(selection)
    district_explorer(build_id, selection)
    sources(build_id, selection, ["any_helped"])
    st.stop()

rows = indicator_rows(build_id, selection)
name = areas(build_id)["district"][code].name(language)
heading(build_id, selection, words("title", district=name), summary_of(build_id, selection, rows))
with st.container(horizontal=True, vertical_alignment="bottom", gap="large"):
    district_choice(build_id, selection)
    st.page_link(COMPARE_PAGE, label=words("compare"), query_params=selection.codes())

to_do, moved = st.columns(2, gap="large")
with to_do:
    st.header(words("to_do", month=month_name(language, month)), anchor=False)
    found = tasks_of(build_id, selection)
    for task, sentence in found:
        page, codes = list_of(task)
        st.page_link(page, label=sentence, query_params={**selection.codes(), **codes})
    st.caption(words("to_do_note" if found else "to_do_none"))
with moved:
    before, changed = changes_of(build_id, selection)
    since = text(language, "overview.changes", month=month_name(language, before or month))
    st.header(since if before else text(language, "overview.changes_first"), anchor=False)
    for sentence in changed:
        st.markdown(sentence)

st.header(words("indicators"), anchor=False)
st.html(indicators_markup(build_id, selection, rows))
st.caption(words("indicators_note"))
doubt_note(build_id, selection, [row.indicator for row in rows], code)
st.header(words("needs"), anchor=False)
st.html(needs_markup(selection, needs_of(series(build_id, NEEDED, "district"), month, code)))
st.header(words("reporting"), anchor=False)
reports = series(build_id, REPORTS, "district")
st.markdown(reporting_sentence(selection, reports, code))
st.html(reporting_markup(selection, reports, code))

st.header(text(language, "dimension_map.subdistricts", district=name), anchor=False)
dimension_choice(selection)
subdistrict_explorer(build_id, selection)
st.header(words("villages", district=name), anchor=False)
frame = villages_table(selection, villages(build_id, code, month))
st.markdown(villages_sentence(selection, frame))
st.html(largest_villages(frame))
table(build_id, selection, words("villages_table"), "villages", OF_VILLAGES, lambda: frame)
st.page_link(DEFINITIONS_PAGE, label=words("definitions"), query_params=selection.codes())
sources(build_id, selection, ["any_helped", "any_solved", *OTHERS, "target_households"])
