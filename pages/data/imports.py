"""Bring files in: try them, read what they would change, apply; and take one back."""

import pandas as pd
import streamlit as st

from app.access import may_import
from app.intake.forms import decision_form, upload_form
from app.intake.job import find_job
from app.intake.received import (
    BATCH,
    KEY,
    USUAL_ORDER,
    columns_of,
    lines_of,
    list_filters,
    received_files,
    received_sentence,
)
from app.intake.tables import received_table
from app.intake.view import IMPORT, show_job
from app.panels import heading, sources, table
from app.rows.paging import paging
from app.rows.part_of_rows import part_of_rows
from app.rows.row_list import row_list
from app.selection import choose_filters, current, filters, shown_build
from app.words import text

build_id, selection = shown_build(), current()
language = selection.lang
files = received_files(build_id)
is_open = may_import()


def words(name: str) -> str:
    return text(language, f"imports.{name}")


def received() -> pd.DataFrame:
    return received_table(language, files)


codes = filters(
    {IMPORT: lambda code: is_open and find_job(code) is not None, **list_filters(files)}
)
heading(build_id, selection, words("title"), received_sentence(language, files))
job = find_job(codes.get(IMPORT, ""))
if not is_open:
    st.info(words("closed"))
    st.markdown(words("closed_remedy"))
elif job:
    show_job(build_id, selection, job)
else:
    waiting = [row["file_name"] for row in files if row["standing"] == "waiting"]
    upload_form(language, waiting)

if not job:
    st.header(words("received"), anchor=False)
    decided = next((row for row in files if row["batch_id"] == codes.get(BATCH)), None)
    if decided and is_open:
        decision_form(selection, decided)
    shown = paging(codes, len(files), USUAL_ORDER)
    lines = lines_of(selection, part_of_rows(files, shown.part(*KEY)))
    caption = words("received_caption" if is_open else "received_caption_closed")
    opened = row_list("imports_list", selection, columns_of(language), lines, shown, caption)
    if opened:
        choose_filters(**{BATCH: opened})
        st.rerun()
table(build_id, selection, words("received_table"), "received_files", [], received)
st.markdown(words("command"))
sources(build_id, selection, [], [words("kept")])
