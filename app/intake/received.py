"""The files that were received: which count, which were taken back."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import streamlit as st

from app.access import may_import
from app.changes.pair import THAI_TIME
from app.command_line import StoppedError, answer_of
from app.rows.paging import paging_filters
from app.rows.row_list import Cell, Column, Line, Tone, href
from app.selection import Allowed, Selection
from app.warehouse import Row, warehouse_directory
from app.words import number, text, time_name

PAGE, BATCH = "imports", "batch"
KEY, USUAL_ORDER = ("source", "file_name", "batch_id"), "-received_at"
SORTABLE = ("received_at", "source", "file_name", "rows_rejected", "standing")
COUNTS = ("rows_read", "rows_loaded", "rows_rejected")
TONES: Mapping[str, Tone] = {"waiting": "open", "taken_back": "urgent", "counts": "done"}


def received_files(build_id: str) -> Sequence[Row]:
    """The build that serves → every file on the shelf, the newest first; none where unknown."""
    inbox = warehouse_directory().parent / "inbox"
    try:
        return _batches(build_id, _look_of(inbox))
    except StoppedError:
        return ()


@st.cache_resource(max_entries=3, show_spinner=False)
def _batches(build_id: str, _look: tuple[object, ...]) -> Sequence[Row]:
    found: Sequence[Row] = answer_of("batches")
    return found


def _look_of(inbox: Path) -> tuple[object, ...]:
    """Files as they lie there: any that comes, goes or changes makes another look."""
    files = sorted(path for path in inbox.rglob("*") if path.is_file())
    return tuple((str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in files)


def list_filters(files: Sequence[Row]) -> Allowed:
    """The codes in the link that the list of files knows."""
    return {BATCH: {row["batch_id"] for row in files}, **paging_filters(SORTABLE)}


def columns_of(language: str) -> list[Column]:
    """The columns of the list, their heads in words."""
    columns = (
        Column("received_at", "received_at", "date", is_sortable=True, width_rem=11),
        Column("source", "source", is_sortable=True, width_rem=10),
        Column("file_name", "file_name", is_sortable=True),
        *(Column(name, name, "number", is_sortable=name in SORTABLE) for name in COUNTS),
        Column("standing", "standing", "mark", is_sortable=True, width_rem=12),
    )
    return [column._replace(head=text(language, f"imports.{column.head}")) for column in columns]


def lines_of(selection: Selection, files: Sequence[Row]) -> list[Line]:
    """Files → the lines of the list; each opens what can be done about it."""
    language = selection.lang

    def line(row: Row) -> Line:
        from_source, state = row["source"], row["standing"]
        decided = " · ".join(row[name] for name in ("decided_by", "reason") if row[name])
        counts = {name: "" if row[name] is None else number(row[name]) for name in COUNTS}
        cells = {
            "received_at": time_name(language, received_at(row)),
            "source": text(language, f"origin.{from_source}"),
            "file_name": row["file_name"],
            **counts,
            "standing": Cell(
                text(language, f"imports.standing_{state}"),
                decided if may_import() else "",
                TONES.get(state, ""),
            ),
        }
        return Line(row["batch_id"], cells, href(PAGE, selection, batch=row["batch_id"]))

    return [line(row) for row in files]


def received_at(row: Row) -> datetime:
    """A file → when it was received, in Thai time."""
    return datetime.fromisoformat(row["received_at"]) + THAI_TIME


def received_sentence(language: str, files: Sequence[Row]) -> str:
    """How many files the data are made of, and when the last one was received."""
    counting = [row for row in files if row["standing"] == "counts"]
    if not counting:
        return text(language, "imports.no_files")
    return text(
        language,
        "imports.sentence",
        files=number(len(counting)),
        received=time_name(language, max(map(received_at, counting))),
    )
