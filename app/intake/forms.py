"""What the reader brings or decides: files to import, a received file to take or put back."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

import streamlit as st

from app.intake.job import Order, new_job, running_job
from app.intake.received import BATCH
from app.intake.view import IMPORT
from app.selection import Selection, choose_filters
from app.warehouse import Row
from app.words import number, text

UPLOADS, REASON, DECIDED_BY = "imports_uploads", "imports_reason", "imports_decided_by"
FAULT = "imports_fault"
MOST_SIGNS = 300
UPLOADER = Path(__file__).resolve().parent / "uploader.css"


def upload_form(language: str, waiting: Sequence[str]) -> None:
    """Files to try, with those that wait in the inbox; told so while another import is at work."""
    is_busy = _told_of_another(language)
    st.html(uploader_style(language))
    uploads = st.file_uploader(
        text(language, "imports.upload"), accept_multiple_files=True, key=UPLOADS
    )
    if waiting:
        names = ", ".join(waiting)
        st.caption(text(language, "imports.waiting", n=number(len(waiting)), names=names))
    _told_of_fault(language)
    st.button(
        text(language, "imports.check"),
        on_click=_begin,
        type="primary",
        disabled=is_busy or not (uploads or waiting),
        key="imports_check",
    )


def uploader_style(language: str) -> str:
    """The style that gives Streamlit's upload button, which knows English only, our words."""
    words = {
        name: json.dumps(text(language, f"imports.upload_{name}"), ensure_ascii=False)
        for name in ("choose", "hint")
    }
    told = "".join(f"--kk_{name}: {each}; " for name, each in words.items())
    return f"<style>.stFileUploader {{ {told}}} {UPLOADER.read_text('utf-8')}</style>"


def decision_form(selection: Selection, file: Row) -> None:
    """A received file → why and by whom it is taken back or put back, and the trial of it."""
    language = selection.lang
    action = "put_back" if file["standing"] == "taken_back" else "take_back"
    is_busy = _told_of_another(language)
    st.markdown(text(language, f"imports.about_{action}", file_name=f"`{file['file_name']}`"))
    with st.form("imports_decision", border=False, width=640):
        st.text_input(text(language, "imports.reason"), key=REASON, max_chars=MOST_SIGNS)
        st.text_input(text(language, "imports.decided_by"), key=DECIDED_BY, max_chars=MOST_SIGNS)
        _told_of_fault(language)
        with st.container(horizontal=True):
            st.form_submit_button(
                text(language, f"imports.try_{action}"),
                on_click=_decide,
                args=(action, file),
                type="primary",
                disabled=is_busy,
            )
            st.form_submit_button(
                text(language, "imports.close"), on_click=choose_filters, kwargs={BATCH: None}
            )


def _told_of_another(language: str) -> bool:
    """Is an import at work? Then the reader is told, and can look at it."""
    job = running_job()
    if job is None:
        return False
    st.info(text(language, "imports.busy"))
    st.button(
        text(language, "imports.look"),
        on_click=choose_filters,
        kwargs={IMPORT: job.job_id},
        key="imports_look",
    )
    return True


def _told_of_fault(language: str) -> None:
    fault = st.session_state.pop(FAULT, None)
    if fault:
        st.warning(text(language, f"imports.{fault}"))


def _begin() -> None:
    uploads = [(file.name, file) for file in st.session_state.get(UPLOADS) or ()]
    _open(Order("load"), uploads)


def _decide(action: str, file: Row) -> None:
    reason, decided_by = (st.session_state[key].strip() for key in (REASON, DECIDED_BY))
    if not reason or not decided_by:
        st.session_state[FAULT] = "reason_needed"
        return
    is_back = action == "put_back"
    order = Order(
        "put_back" if is_back else "take_back",
        file["batch_id"],
        file["file_name"],
        reason,
        decided_by,
    )
    _open(order, [])


def _open(order: Order, uploads: list[tuple[str, BinaryIO]]) -> None:
    try:
        job = new_job(order, uploads)
    except OSError:
        st.session_state[FAULT] = "no_room"
        return
    choose_filters(**{IMPORT: job.job_id, BATCH: None})
