"""Facts of following builds: the page that is shown moves on, and looking costs little."""

import time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from app.warehouse import serving_build

LOOK_MS_AT_MOST = 5


def page(shown: str) -> None:
    import streamlit as st

    from app.new_build import follow_builds
    from app.warehouse import NoWarehouseError, serving_build

    runs = st.session_state["runs"] = st.session_state.get("runs", 0) + 1
    try:
        serving = serving_build()
    except NoWarehouseError:
        serving = shown
    # The first run shows what was there before.
    follow_builds(shown if runs == 1 else serving)


def runs_of(shown: str) -> int:
    screen = AppTest.from_function(page, kwargs={"shown": shown}).run()
    assert not screen.exception
    return int(screen.session_state["runs"])


def test_another_build_is_shown_and_the_same_one_left_alone(sample_warehouse: Path) -> None:
    assert runs_of(sample_warehouse.stem) == 1
    assert runs_of("an-older-one") == 2


def test_while_there_is_none_what_is_shown_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KHON_KAEN_DATA", str(tmp_path))
    assert runs_of("any") == 1


def test_looking_costs_next_to_nothing(sample_warehouse: Path) -> None:
    spent_ms = []
    for _ in range(51):
        begun = time.perf_counter()
        assert serving_build() == sample_warehouse.stem
        spent_ms.append(1000 * (time.perf_counter() - begun))
    assert sorted(spent_ms)[25] < LOOK_MS_AT_MOST
