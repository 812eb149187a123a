"""The frame of every page: page settings, language, what kind of data this is, navigation."""

from html import escape

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from app.indicators import areas, build_info, declarations, months
from app.new_build import follow_builds
from app.panels import STYLE
from app.selection import Selection, chooser, read, show_build
from app.warehouse import LostWarehouseError, NoWarehouseError, serving_build
from app.words import LANGUAGES, text

LANGUAGE_NAMES = {"th": "ไทย", "en": "English"}
# Section → its pages: pages/<section>/<page>.py, the first of all is the one that opens.
SECTIONS = {
    "situation": ("overview", "dimension_map", "timeline", "poverty"),
    "districts": ("compare", "profile"),
    "households": ("left_behind", "household", "chain", "repeated_help", "equity"),
    "partners": ("agencies", "officers", "referrals"),
    "data": ("imports", "changes", "definitions", "quality"),
}
# Here the reader writes; what is shown moves on by what is done there.
STANDING_STILL = ("imports",)


def language_choice(language: str) -> None:
    """The switch between the languages, each by its own name."""
    st.session_state["language_choice"] = language
    st.segmented_control(
        text(language, "frame.language"),
        LANGUAGES,
        required=True,
        format_func=LANGUAGE_NAMES.__getitem__,
        key="language_choice",
        on_change=chooser("lang", "language_choice"),
        label_visibility="collapsed",
    )


def top_line(selection: Selection, is_synthetic: bool) -> None:
    """What kind of data this is, and the language."""
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        if is_synthetic:
            words = escape(text(selection.lang, "frame.synthetic"))
            st.html(f'<p class="kk_notice">{words}</p>', width="content")
        language_choice(selection.lang)


def menu(language: str) -> dict[str, list[StreamlitPage]]:
    """The title of each section → its pages."""
    return {
        text(language, f"section.{section}"): [
            st.Page(
                f"pages/{section}/{page}.py",
                title=text(language, f"{page}.menu"),
                default=page == "overview",
            )
            for page in pages
        ]
        for section, pages in SECTIONS.items()
    }


def nothing_to_show(selection: Selection, name: str) -> None:
    """A page that says what is missing and what to do about it."""
    st.title(text(selection.lang, "frame.title"), anchor=False)
    st.info(text(selection.lang, f"frame.{name}"))
    st.markdown(text(selection.lang, f"frame.{name}_remedy"))


def main() -> None:
    build_id, missing = "", ""
    try:
        build_id = serving_build()
        districts = tuple(areas(build_id)["district"])
        selection = read(months(build_id), districts, tuple(declarations(build_id)))
        is_synthetic = build_info(build_id).is_synthetic
    except LostWarehouseError:
        missing = "lost_warehouse"
    except NoWarehouseError:
        missing = "no_warehouse"
    if missing:
        selection = read((), (), ())
    st.set_page_config(page_title=text(selection.lang, "frame.title"), layout="wide")
    st.html(STYLE)
    if missing or not selection.month:
        language_choice(selection.lang)
        nothing_to_show(selection, missing or "empty")
        follow_builds(build_id)
        return
    page = st.navigation(menu(selection.lang), position="top")
    show_build(build_id)
    top_line(selection, is_synthetic)
    try:
        page.run()
    except LostWarehouseError:
        nothing_to_show(selection, "lost_warehouse")
    if page.url_path not in STANDING_STILL:
        follow_builds(build_id)


main()
