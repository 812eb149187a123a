"""Parts that pages are made of: heading, cards, table with download, sources."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from app.indicators import DIMENSIONS, build_info, declarations, months
from app.map.geometry import drawing
from app.selection import NAMES, Selection, chooser, refused
from app.words import branch, day_name, month_name, text

STYLE = Path(__file__).resolve().parent / "panels.css"
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
MARKDOWN_SIGN = re.compile(r"[!-/:-@\[-`{-~]")


class Card(NamedTuple):
    """One headline figure: what it is, the figure, the lines below it, the change in words."""

    title: str
    figure: str
    lines: Sequence[str]
    change: str
    is_missing: bool


def heading(build_id: str, selection: Selection, title: str, sentence: str) -> None:
    """The title, the month that the page speaks of, one sentence, and what a link got wrong."""
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"
    ):
        st.title(title, anchor=False, width="content")
        month_choice(build_id, selection)
    for name, value in refused().items():
        st.warning(refusal(selection, name, value))
    st.html(f'<p class="kk_sentence">{escape(sentence)}</p>')


def refusal(selection: Selection, name: str, value: str) -> str:
    """A code of the link that does not exist → what is shown in its place, as Markdown."""
    if name not in NAMES:
        return text(
            selection.lang,
            "filter.unknown",
            filter=text(selection.lang, f"filter.name_{name}"),
            value=literal(value),
            instead=text(selection.lang, f"filter.instead_{name}"),
        )
    used = {
        "month": month_name(selection.lang, selection.month) if selection.month else "",
        "dimension": text(selection.lang, f"dimension.{selection.dimension}"),
        "measure": text(selection.lang, f"measure.{selection.measure}"),
    }
    return text(
        selection.lang, f"frame.unknown_{name}", value=literal(value), used=used.get(name, "")
    )


def literal(value: str) -> str:
    """A text from outside → Markdown that shows it sign by sign and draws or links nothing."""
    return MARKDOWN_SIGN.sub(r"\\\g<0>", value)


def month_choice(build_id: str, selection: Selection) -> None:
    """The month at whose end the page's figures stand."""
    st.session_state["month_choice"] = selection.month
    st.selectbox(
        text(selection.lang, "frame.month"),
        list(reversed(months(build_id))),
        format_func=lambda month: month_name(selection.lang, month),
        key="month_choice",
        on_change=chooser("month", "month_choice"),
        width=220,
    )


def dimension_choice(selection: Selection) -> None:
    """The dimension that the page's maps speak of."""
    titles = branch(selection.lang, "dimension")
    st.session_state["dimension_choice"] = selection.dimension
    st.segmented_control(
        text(selection.lang, "dimension_map.dimension"),
        DIMENSIONS,
        required=True,
        format_func=titles.__getitem__,
        key="dimension_choice",
        on_change=chooser("dimension", "dimension_choice"),
        label_visibility="collapsed",
    )


def cards(found: Iterable[Card]) -> None:
    """Headline figures side by side."""
    blocks = []
    for card in found:
        lines = "".join(f"<dd>{escape(line)}</dd>" for line in card.lines if line)
        kind = "figure missing" if card.is_missing else "figure"
        change = f'<dd class="change">{escape(card.change)}</dd>' if card.change else ""
        blocks.append(
            f'<dl class="kk_card"><dt>{escape(card.title)}</dt>'
            f'<dd class="{kind}">{escape(card.figure)}</dd>{lines}{change}</dl>'
        )
    st.html(f'<div class="kk_cards">{"".join(blocks)}</div>')


def table(
    build_id: str,
    selection: Selection,
    title: str,
    name: str,
    indicators: Sequence[str],
    frame_of: Callable[[], pd.DataFrame],
) -> None:
    """The figures of a page as rows, folded away, and as a CSV file that says where it is from.

    indicators are those that the rows hold.
    """
    frame = frame_of()
    st.html(
        f'<details class="kk_table"><summary>{escape(title)}</summary>{markup(frame)}</details>'
    )
    st.download_button(
        text(selection.lang, "table.download"),
        lambda: download(build_id, selection, indicators, frame),
        file_name=f"khon_kaen_{name}_{selection.month}.csv",
        mime="text/csv",
        on_click="ignore",
        key=f"download_{name}",
    )


def markup(frame: pd.DataFrame) -> str:
    """A frame → an HTML table, numbers to the right, blanks left blank."""
    is_number = [pd.api.types.is_numeric_dtype(kind) for kind in frame.dtypes]
    kinds = ['class="number"' if number else "" for number in is_number]
    head = "".join(
        f'<th scope="col" {kind}>{escape(str(column))}</th>'
        for column, kind in zip(frame.columns, kinds, strict=True)
    )
    body = "".join(
        "<tr>"
        + "".join(
            f"<td {kind}>{escape(written(value))}</td>"
            for value, kind in zip(row, kinds, strict=True)
        )
        + "</tr>"
        for row in frame.itertuples(index=False)
    )
    return (
        f'<div class="scroll" tabindex="0"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def written(value: Any) -> str:
    """A value of a table as a person reads it."""
    if value is None or pd.isna(value):
        return ""
    if isinstance(value, float) and not value.is_integer():
        return f"{value:,.2f}"
    return f"{value:,.0f}" if isinstance(value, int | float) else str(value)


def download(
    build_id: str, selection: Selection, indicators: Sequence[str], frame: pd.DataFrame
) -> bytes:
    """A frame → a CSV that Excel opens in Thai; every row says its origin, date and build.

    Figures of a published survey are observed, of its edition, whatever the programme's are; a file
    that holds both says so.
    """
    build = build_info(build_id)
    declared = [declarations(build_id)[each] for each in indicators]
    surveys = [each["period"] == "edition" for each in declared]
    is_survey = bool(surveys) and all(surveys)
    origin = "mixed" if any(surveys) else "synthetic"
    if is_survey or not build.is_synthetic:
        origin = "observed"
    editions = ", ".join(dict.fromkeys(each["edition"] for each in declared))
    marked = frame.assign(
        **{
            text(selection.lang, "table.origin"): text(selection.lang, f"table.{origin}"),
            "as_of": editions if is_survey else build.as_of_date,
            "build_id": build.build_id,
        }
    )
    csv: str = marked.map(harmless).to_csv(index=False)
    return csv.encode("utf-8-sig")


def harmless(value: Any) -> Any:
    """A text that a spreadsheet would run as a formula → the same text, shown as it is."""
    if isinstance(value, str) and value.startswith(FORMULA_SIGNS):
        return f"'{value}"
    return value


def sources(
    build_id: str, selection: Selection, indicators: Sequence[str], extra: Sequence[str] = ()
) -> None:
    """Where the figures of a page come from, and what they cannot say."""
    language = selection.lang
    declared: Sequence[Mapping[str, Any]] = [declarations(build_id)[each] for each in indicators]
    build = build_info(build_id)
    as_of = day_name(language, build.as_of_date) if build.as_of_date else ""
    names = dict.fromkeys(each[f"source_{language}"] for each in declared)
    is_dated = any(each["period"] == "month" for each in declared)
    caveats = dict.fromkeys(each[f"caveat_{language}"] for each in declared)
    lines = [
        " · ".join(names),
        text(language, "source.as_of", as_of=as_of) if is_dated else "",
        text(language, "source.build", build=build_id),
        *extra,
        *caveats,
        drawing("district").attribution(language),
    ]
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in lines if line)
    title = escape(branch(language, "source")["title"])
    st.html(f'<section class="kk_source"><h2>{title}</h2>{paragraphs}</section>')
