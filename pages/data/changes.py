"""What changed since the last meeting, between any two builds that are kept?"""

import pandas as pd
import streamlit as st

from app.access import closed_note
from app.changes.choices import chosen_in_words, list_choice, pair_choice
from app.changes.households import (
    KEY,
    USUAL_ORDER,
    columns_of,
    extract_of,
    lines_of,
    list_filters,
    listed_of,
    listed_sentence,
)
from app.changes.pair import chosen_pair
from app.changes.sections import (
    changed_districts,
    changed_figures,
    changed_households,
    changed_records,
)
from app.changes.sentences import told
from app.changes.tables import snapshots_table
from app.panels import heading, sources, table
from app.rows.opened_household import open_household
from app.rows.paging import paging
from app.rows.part_of_rows import part_of_rows
from app.rows.row_list import row_list
from app.rows.workbook import workbook_download
from app.selection import current, filters, shown_build
from app.words import text

build_id, selection = shown_build(), current()
language = selection.lang
pair = chosen_pair(build_id)
codes = filters(list_filters())


def words(name: str) -> str:
    return text(language, f"changes.{name}")


def kept() -> pd.DataFrame:
    return snapshots_table(language)


with st.spinner(words("working"), show_time=True):
    found, sentence = told(language, pair)
heading(build_id, selection, words("title"), sentence)
if pair:
    pair_choice(language, pair)
if found:
    changed_figures(build_id, language, found)
    changed_districts(build_id, language, found)
    changed_records(language, found)
    changed_households(language, found)
    if not found["is_synthetic"]:
        closed_note(selection)
if pair and found and found["is_synthetic"]:
    listed = listed_of(selection, found, codes)
    list_choice(build_id, selection, listed)
    shown = paging(codes, len(listed.rows), USUAL_ORDER)
    chosen = chosen_in_words(build_id, language, pair, listed)
    lines = lines_of(build_id, selection, part_of_rows(listed.rows, shown.part(*KEY)))
    st.caption(listed_sentence(language, found, listed))
    caption = words("list")
    opened = row_list("changes_list", selection, columns_of(language), lines, shown, caption)
    if opened:
        household, *_ = opened.split()
        open_household(selection, "changes", household)
    workbook_download(build_id, selection, extract_of(build_id, language, listed, shown, chosen))
table(build_id, selection, words("snapshots"), "snapshots", [], kept)
sources(build_id, selection, [], [words("meaning"), words("origin")])
