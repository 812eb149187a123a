"""Facts of a page's own filters: they live in its link, alone, and what is unknown is told."""

import ast
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from app.words import LANGUAGES, text, texts

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [path for folder in ("app", "pages") for path in (ROOT / folder).rglob("*.py")]


def list_page() -> None:
    import streamlit as st

    from app.panels import refusal
    from app.rows.paging import paging_filters
    from app.selection import (
        Selection,
        choose,
        choose_filters,
        filter_chooser,
        filters,
        read,
        refused,
    )

    selection: Selection = read(("2020-08", "2020-09"), ("4007",), ())
    known = filters({"size": ("25", "50"), **paging_filters(["age_days"])})
    st.session_state["found"] = known
    for name, value in refused().items():
        st.warning(refusal(selection, name, value))
    st.session_state["sizes"] = known.get("size")
    st.selectbox("s", [None, "25", "100"], key="sizes", on_change=filter_chooser("size", "sizes"))
    st.button("next", on_click=choose_filters, kwargs={"page": "2"})
    st.button("start", on_click=choose_filters, kwargs={"page": "1"})
    st.button("turn", on_click=choose_filters, kwargs={"order": "-age_days"})
    st.button("clear", on_click=choose_filters, kwargs={"size": None, "order": None})
    st.button("english", on_click=choose, kwargs={"lang": "en", "month": "2020-08"})


def shown(**codes: str | list[str]) -> AppTest:
    screen = AppTest.from_function(list_page)
    screen.query_params.update(codes)
    screen.run()
    assert not screen.exception
    return screen


def press(screen: AppTest, label: str) -> AppTest:
    next(button for button in screen.button if button.label == label).click().run()
    assert not screen.exception
    return screen


def link_of(screen: AppTest) -> dict[str, str]:
    return dict(screen.query_params)


def test_a_link_says_what_the_page_shows() -> None:
    codes = {"page": "3", "order": "-age_days", "size": "25"}
    screen = shown(**codes)
    assert screen.session_state["found"] == codes
    assert link_of(screen) == codes


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "code"), [("size", "7"), ("page", "0"), ("page", "๒"), ("order", "-name")]
)
def test_what_is_unknown_is_told_in_words_once_and_leaves_the_link(
    language: str, name: str, code: str
) -> None:
    screen = shown(lang=language, district="4007", **{name: code})
    assert screen.session_state["found"] == {}
    told = screen.warning[0].value.replace("\\", "")
    instead = text(language, f"filter.instead_{name}")
    assert text(language, f"filter.name_{name}") in told
    assert code in told
    assert instead in told
    assert name not in link_of(screen)
    assert link_of(screen)["district"] == "4007"
    assert not screen.run().warning


def test_a_choice_goes_into_the_link_and_back_to_the_first_page() -> None:
    screen = press(shown(size="25", utm_source="a"), "next")
    assert link_of(screen) == {"size": "25", "utm_source": "a", "page": "2"}
    assert link_of(press(screen, "start")) == {"size": "25", "utm_source": "a"}
    assert link_of(press(press(screen, "next"), "turn")) == {
        "size": "25",
        "utm_source": "a",
        "order": "-age_days",
    }
    assert link_of(press(screen, "clear")) == {"utm_source": "a"}


def test_a_widget_puts_its_code_into_the_link() -> None:
    screen = shown(page="4")
    screen.selectbox(key="sizes").select("25").run()
    assert link_of(screen) == {"size": "25"}
    screen.selectbox(key="sizes").select(None).run()
    assert link_of(screen) == {}


def test_a_widget_that_says_what_the_link_says_was_not_touched() -> None:
    screen = press(shown(size="25"), "clear")
    # A message under way from before the answer: the old link and the old value of the widget.
    screen.query_params.update({"size": "25", "page": "2"})
    screen.selectbox(key="sizes").select("25").run()
    assert link_of(screen) == {"size": "25", "page": "2"}


def test_filters_survive_another_language_and_month() -> None:
    screen = press(shown(size="25", page="2"), "english")
    assert link_of(screen) == {"size": "25", "page": "2", "lang": "en", "month": "2020-08"}


def test_nothing_is_remembered_where_the_link_is_silent() -> None:
    screen = shown(size="25", page="2")
    screen.query_params.clear()
    screen.run()
    assert screen.session_state["found"] == {}
    assert link_of(screen) == {}


def test_a_filter_cannot_take_a_name_of_the_selection() -> None:
    from app.selection import filters

    with pytest.raises(ValueError, match="district"):
        filters({"district": ("4007",), "state": ("open",)})


def test_every_filter_has_a_name_and_says_what_is_shown_instead() -> None:
    named = {"page", "size", "order"}
    for path in SOURCES:
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            match call:
                case ast.Call(func=ast.Name(id="filters"), args=[ast.Dict(keys=keys)]):
                    named |= {str(key.value) for key in keys if isinstance(key, ast.Constant)}
    missing = [
        f"{kind}_{name}"
        for name in sorted(named)
        for kind in ("name", "instead")
        if f"filter.{kind}_{name}" not in texts("th")
    ]
    assert missing == []
