"""Headers that no contract knows: what each stands for, saved under a name and used ever after."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import streamlit as st

from app.access import require_import
from app.command_line import StoppedError, answer_of
from app.words import text

NAME, SOURCE, COLUMN, FAULT = (
    f"imports_mapping_{part}" for part in ("name", "source", "column", "fault")
)
MOST_SIGNS = 60


class Unmapped(NamedTuple):
    """A refused file's headers: the source they come nearest to, columns found and suggested."""

    source: str | None
    headers: tuple[str, ...]
    columns: Mapping[str, str]
    suggestions: Mapping[str, str]


def unmapped_of(answer: Any) -> Unmapped | None:
    """What a trial answered → the headers that a mapping could help; None where none could."""
    found = (answer or {}).get("unmapped")
    if not found:
        return None
    return Unmapped(
        found["source"], tuple(found["headers"]), found["columns"], found["suggestions"]
    )


@st.cache_data(show_spinner=False, max_entries=1)
def known_sources() -> list[dict[str, Any]]:
    """Every source: its titles and columns, as the command line tells them."""
    found: list[dict[str, Any]] = answer_of("sources")
    return found


def mapping_form(language: str, unmapped: Unmapped, again: Callable[[], object]) -> None:
    """A refused file's headers → a choice for each column that lacks one; saved, the file is tried.

    A column that the file has under a name of its own may be left blank unless it is required.
    """
    sources = {source["source"]: source for source in known_sources()}
    st.header(text(language, "mapping.title"), anchor=False)
    st.markdown(text(language, "mapping.meaning"))
    codes = list(sources)
    source = st.selectbox(
        text(language, "mapping.source"),
        codes,
        index=codes.index(unmapped.source) if unmapped.source in codes else None,
        format_func=lambda code: sources[code][f"title_{language}"],
        placeholder=text(language, "mapping.choose"),
        key=SOURCE,
        width=480,
    )
    if source is None:
        return
    with st.form("imports_mapping", border=False, width=640):
        for column in _lacking(sources[source], unmapped):
            st.selectbox(
                _column_name(language, column),
                unmapped.headers,
                index=_suggested(unmapped, source, column["name"]),
                placeholder=text(language, "mapping.none"),
                key=f"{COLUMN}_{source}_{column['name']}",
            )
        st.text_input(text(language, "mapping.name"), key=NAME, max_chars=MOST_SIGNS)
        if fault := st.session_state.pop(FAULT, None):
            st.warning(fault)
        st.form_submit_button(
            text(language, "mapping.save"),
            on_click=_save,
            args=(language, sources[source], unmapped, again),
            type="primary",
        )


def _lacking(source: Mapping[str, Any], unmapped: Unmapped) -> list[dict[str, Any]]:
    """The columns of a source that the file has under no known header, required ones first."""
    found = unmapped.columns if source["source"] == unmapped.source else {}
    lacking = [column for column in source["columns"] if column["name"] not in found]
    return sorted(lacking, key=lambda column: not column["required"])


def _column_name(language: str, column: Mapping[str, Any]) -> str:
    name = (column["headers"] or [column["name"]])[0] if language == "th" else column["name"]
    meaning = column[f"meaning_{language}"]
    named = name if meaning == name else f"{name} · {meaning}"
    return text(language, "mapping.required", column=named) if column["required"] else named


def _suggested(unmapped: Unmapped, source: str, column: str) -> int | None:
    header = unmapped.suggestions.get(column) if source == unmapped.source else None
    return unmapped.headers.index(header) if header in unmapped.headers else None


def _save(
    language: str,
    source: Mapping[str, Any],
    unmapped: Unmapped,
    again: Callable[[], object],
) -> None:
    require_import()
    name = st.session_state[NAME].strip()
    chosen = {
        column["name"]: st.session_state.get(f"{COLUMN}_{source['source']}_{column['name']}")
        for column in _lacking(source, unmapped)
    }
    blank = [
        column
        for column in _lacking(source, unmapped)
        if column["required"] and not chosen[column["name"]]
    ]
    if blank or not name:
        needed = ", ".join(_column_name(language, column) for column in blank)
        said = "columns_needed" if blank else "name_needed"
        st.session_state[FAULT] = text(language, f"mapping.{said}", columns=needed)
        return
    pairs = [f"--column={column}={header}" for column, header in chosen.items() if header]
    try:
        answer_of("map", f"--source={source['source']}", *pairs, "--", name)
    except StoppedError as error:
        said = error.sentences.get(language) or text(language, "imports.died")
        st.session_state[FAULT] = said
        return
    again()
