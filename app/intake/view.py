"""An import on screen: how far it is, what it would change, and what became of it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from app.changes.pair import build_name
from app.intake.job import Job, carry_out, drop, try_again
from app.intake.mapping_form import mapping_form, unmapped_of
from app.intake.part import answer, is_input_refused, progress, standing
from app.intake.report import taken_files
from app.intake.report_view import report
from app.selection import Selection, choose_filters
from app.warehouse import serving_build
from app.words import text

LOOK_EVERY_SECONDS = 1
IMPORT = "import"


def show_job(build_id: str, selection: Selection, job: Job) -> None:
    """An import as far as it is, and what the reader can do about it."""
    language = selection.lang
    tried, carried_out = standing(job.trial), standing(job.real)
    if carried_out == "running":
        watch(language, job.real, text(language, "imports.carrying_out"))
    elif carried_out == "done":
        _done(build_id, selection, job)
    elif carried_out != "absent":
        _stopped(language, job, job.real, carry_out)
    elif tried == "running":
        watch(language, job.trial, text(language, "imports.trying"))
    elif tried == "done":
        _tried(build_id, selection, job)
    else:
        _stopped(language, job, job.trial, try_again)


@st.fragment(run_every=LOOK_EVERY_SECONDS)
def watch(language: str, folder: Path, title: str) -> None:
    """A part at work → a bar that moves on by itself, and the page anew at its end."""
    if standing(folder) != "running":
        st.rerun()
    told = progress(folder)
    step = text(language, "imports.starting")
    if told:
        step = text(
            language,
            "imports.step",
            title=told.titles[language],
            step=told.step,
            steps=told.steps,
        )
    st.progress(told.share if told else 0.0, text=f"{title} · {step}")
    st.caption(text(language, "imports.may_leave"))


def _tried(build_id: str, selection: Selection, job: Job) -> None:
    language = selection.lang
    outcome: Mapping[str, Any] = answer(job.trial)
    is_empty = job.order.action == "load" and not taken_files(outcome, job)
    report(build_id, selection, job, outcome, job.refused, job.workbooks())
    is_stale = job.base_build != serving_build()
    if is_stale:
        st.warning(text(language, "imports.stale"))
    with st.container(horizontal=True):
        if is_stale:
            _button(language, "try_again", lambda: try_again(job), is_first=True)
        elif not is_empty:
            _button(language, f"apply_{job.order.action}", lambda: carry_out(job), is_first=True)
        _button(language, "cancel", lambda: leave(job))


def _done(build_id: str, selection: Selection, job: Job) -> None:
    language = selection.lang
    outcome: Mapping[str, Any] = answer(job.real)
    made = outcome["status"]["build_id"]
    st.success(text(language, "imports.done", build=build_name(language, made)))
    if made != job.base_build and job.base_build:
        st.page_link(
            "pages/data/changes.py",
            label=text(language, "imports.see_changes"),
            query_params={**selection.codes(), "earlier": job.base_build, "later": made},
        )
    _button(language, "more", lambda: leave(job), is_first=True)
    tried = {**outcome, "changes": (answer(job.trial) or {}).get("changes")}
    rejects = outcome["status"]["rejects"]
    report(build_id, selection, job, tried, Path(rejects) if rejects else None)


def _stopped(language: str, job: Job, folder: Path, again: Callable[[Job], object]) -> None:
    """Why a part could not be done; what served before still does."""
    found = answer(folder)
    said = (found or {}).get(f"message_{language}")
    st.warning(said or text(language, "imports.died"))
    unmapped = unmapped_of(found)
    if unmapped:
        mapping_form(language, unmapped, lambda: again(job))
    with st.container(horizontal=True):
        _button(language, "other_files", lambda: leave(job), is_first=unmapped is None)
        if not is_input_refused(folder):
            _button(language, "try_again", lambda: again(job))


def leave(job: Job) -> None:
    """An import that the reader is through with → off the screen, and what it kept cleared."""
    drop(job)
    choose_filters(**{IMPORT: None})


def _button(language: str, name: str, act: Callable[[], Any], *, is_first: bool = False) -> None:
    st.button(
        text(language, f"imports.{name}"),
        on_click=act,
        type="primary" if is_first else "secondary",
        key=f"imports_{name}",
    )
