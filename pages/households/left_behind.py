"""Who still waits for help, who was helped but is not through, who fell back below the line?"""

import streamlit as st

from app.access import closed_note, household_count, may_read_households
from app.left_behind.choices import filter_row, state_choice
from app.left_behind.counts import (
    ages_markup,
    bands_of,
    counted,
    counts_of,
    matrix_markup,
    summary_of,
)
from app.left_behind.extract import definitions_of, extract_of
from app.left_behind.filters import chosen_in_words, list_filters, place_name, wanted_of
from app.left_behind.lines import (
    NEED_KEY,
    RELAPSE_KEY,
    columns_of,
    lines_of,
    part_of,
    usual_order,
)
from app.left_behind.sheet import STYLE, sheet_markup
from app.panels import heading, sources
from app.rows.linked import linked
from app.rows.paging import paging
from app.rows.row_list import row_list
from app.rows.workbook import workbook_download
from app.selection import PAGE, current, filters, shown_build
from app.words import text

LIST_KEY, HOUSEHOLD_PAGE = "left_behind_list", "pages/households/household.py"
build_id, selection = shown_build(), current()
language = selection.lang
if not may_read_households(build_id):
    heading(build_id, selection, text(language, "left_behind.menu"), "")
    closed_note(selection)
    st.stop()

st.html(STYLE)
codes = filters(list_filters(build_id, selection))
wanted = wanted_of(selection, codes)
area = place_name(build_id, language, wanted.area_code)
whole = wanted._replace(severity="", household_class="", vulnerability="")
told = summary_of(selection, counts_of(build_id, whole), area)
heading(build_id, selection, text(language, "left_behind.title"), told)
state_choice(selection, wanted)
filter_row(build_id, selection, wanted, codes)

if wanted.is_of_needs:
    found = counts_of(build_id, wanted)
    narrowed = {name: code for name, code in codes.items() if name != PAGE}
    linked("left_behind_matrix", matrix_markup(selection, wanted, narrowed, found), LIST_KEY)
    linked("left_behind_ages", ages_markup(selection, wanted, narrowed, found), LIST_KEY)
    total = counted(found, wanted.state, wanted.dimensions, bands_of(wanted.age))
else:
    total = household_count(build_id, "relapsed", **wanted.of_households())

shown = paging(codes, total, usual_order(wanted))
key = NEED_KEY if wanted.is_of_needs else RELAPSE_KEY
rows = part_of(build_id, wanted, shown.part(*key))
columns = columns_of(language, wanted)
lines = lines_of(build_id, selection, wanted, rows, codes)
chosen = chosen_in_words(build_id, selection, wanted)
caption = text(language, f"left_behind.state_{wanted.state}")
meaning, *notes = definitions_of(language, wanted)
st.caption(meaning)
opened = row_list(LIST_KEY, selection, columns, lines, shown, " · ".join(chosen))
if opened:
    household, *_ = opened.split()
    st.switch_page(
        HOUSEHOLD_PAGE, query_params={**selection.codes(), **codes, "household": household}
    )
with st.container(horizontal=True, vertical_alignment="center"):
    workbook_download(build_id, selection, extract_of(build_id, selection, wanted, shown))
    st.caption(text(language, "left_behind.print"))
st.html(sheet_markup(build_id, selection, caption, chosen, columns, lines, shown))
sources(build_id, selection, ["any_helped", "income_at_or_above_line"], notes)
