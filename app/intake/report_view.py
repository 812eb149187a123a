"""The report of a trial: files, records, figures, households, refused rows."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from app.changes.markup import STYLE
from app.changes.sections import (
    changed_districts,
    changed_figures,
    changed_households,
    changed_records,
)
from app.changes.sentences import changes_sentence
from app.intake.job import Job
from app.intake.markup import ROWS_SHOWN, files_markup, refused_markup
from app.intake.refused_file import refused_file
from app.intake.report import RefusedRow, known_files, refused_rows, taken_files
from app.rows.workbook import MIME
from app.selection import Selection
from app.words import number, text


def report(
    build_id: str,
    selection: Selection,
    job: Job,
    outcome: Mapping[str, Any],
    refused: Path | None,
    workbooks: Sequence[Path] = (),
) -> None:
    """An import and its outcome → what a person reads before applying it."""
    language = selection.lang
    st.html(STYLE)
    taken = taken_files(outcome, job)
    st.header(text(language, f"imports.report_{job.order.action}"), anchor=False)
    if job.order.file_name:
        st.markdown(f"`{job.order.file_name}`")
    changes = outcome["changes"]
    said = changes_sentence(language, changes) if changes else text(language, "imports.no_changes")
    st.html(f'<p class="kk_sentence">{said}</p>')
    if taken:
        st.html(files_markup(language, taken))
    for name in known_files(outcome, job):
        st.info(text(language, "imports.known", file_name=name))
    if outcome["left_out_files"]:
        files = number(outcome["left_out_files"])
        st.info(text(language, "imports.left_out", files=files))
    faults = refused_rows(refused, taken)
    if faults:
        _refused(language, faults, sum(file.rows_rejected for file in taken), workbooks)
    if changes is None:
        return
    changed_figures(build_id, language, changes)
    changed_districts(build_id, language, changes, is_folded=True)
    changed_records(language, changes)
    changed_households(language, changes)


def _refused(language: str, faults: list[RefusedRow], rows: int, workbooks: Sequence[Path]) -> None:
    st.header(text(language, "refused.title"), anchor=False)
    st.markdown(
        text(
            language,
            "imports.refused",
            rows=number(rows),
            faults=number(len(faults)),
            shown=number(min(len(faults), ROWS_SHOWN)),
        )
    )
    st.html(refused_markup(language, faults))
    for path in workbooks:
        st.download_button(
            text(language, "imports.refused_workbook", file_name=path.name),
            path.read_bytes,
            file_name=path.name,
            mime=MIME,
            on_click="ignore",
            type="primary",
            key=f"download_{path.name}",
        )
    st.download_button(
        text(language, "imports.refused_file"),
        lambda: refused_file(language, faults),
        file_name="khon_kaen_refused_rows.csv",
        mime="text/csv",
        on_click="ignore",
        key="download_refused",
    )
