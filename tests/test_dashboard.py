"""Facts of the frame: what it says where there is little or nothing to show."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st

from app.selection import MEASURES
from app.words import LANGUAGES, text
from tests.damages import DAMAGES
from tests.published_warehouse import point_to, publish
from tests.screen import DIMENSION_MAP, OVERVIEW, PAGES, opened, words
from tests.small_province import SmallProvince

Serve = Callable[[Path], None]


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Serve:
    """A data folder → the dashboard takes it for its own."""
    return lambda data: monkeypatch.setenv("KHON_KAEN_DATA", str(data))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a warehouse without records."""
    data = tmp_path_factory.mktemp("empty")
    publish(data, SmallProvince(), "without-records")
    return data


@pytest.fixture(scope="module")
def one_household(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a warehouse of one household with a need, and no survey."""
    data = tmp_path_factory.mktemp("one-household")
    province = SmallProvince()
    province.add("households")
    province.add("needs")
    publish(data, province, "one-household")
    return data


@pytest.fixture(scope="module")
def only_visits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a warehouse where nothing but a visit was recorded."""
    data = tmp_path_factory.mktemp("only-visits")
    province = SmallProvince()
    province.add("households")
    province.add("visits")
    publish(data, province, "only-visits")
    return data


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_warehouse_the_reader_is_told_what_to_do(
    serve: Serve, tmp_path: Path, language: str
) -> None:
    serve(tmp_path)
    screen = opened(lang=language)
    assert not screen.exception
    assert screen.info[0].value == text(language, "frame.no_warehouse")
    assert screen.markdown[0].value == text(language, "frame.no_warehouse_remedy")
    assert "run.py etl" in screen.markdown[0].value


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("pointer", ["{", '{"build_id": "gone"}'])
def test_a_pointer_that_is_damaged_or_leads_nowhere_is_told_with_a_remedy(
    serve: Serve, tmp_path: Path, pointer: str, language: str
) -> None:
    serve(tmp_path)
    point_to(tmp_path, pointer)
    screen = opened(lang=language)
    assert not screen.exception
    assert screen.info[0].value == text(language, "frame.lost_warehouse")
    assert screen.markdown[0].value == text(language, "frame.lost_warehouse_remedy")


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_warehouse_is_told_with_a_remedy(
    serve: Serve, tmp_path: Path, sample_warehouse: Path, damage: str
) -> None:
    path = tmp_path / "warehouse" / f"damaged-{damage}.duckdb"
    point_to(tmp_path, {"build_id": path.stem, "file": path.name})
    shutil.copy(sample_warehouse, path)
    DAMAGES[damage](path)
    serve(tmp_path)
    screen = opened()
    assert not screen.exception
    assert screen.info[0].value == text("th", "frame.lost_warehouse")


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_warehouse_that_is_damaged_while_it_serves_breaks_no_page(
    serve: Serve, tmp_path: Path, sample_warehouse: Path, damage: str
) -> None:
    path = tmp_path / "warehouse" / f"damaged-late-{damage}.duckdb"
    point_to(tmp_path, {"build_id": path.stem, "file": path.name})
    shutil.copy(sample_warehouse, path)
    serve(tmp_path)
    screen = opened()
    assert not screen.info
    DAMAGES[damage](path)
    st.cache_data.clear()
    screen.run()
    assert not screen.exception
    # What was in memory is still right; what was not cannot be read any more.
    told = text("th", "frame.lost_warehouse")
    assert [each.value for each in screen.info] in ([], [told])


def test_the_language_can_be_changed_where_there_is_nothing_to_show(
    serve: Serve, tmp_path: Path
) -> None:
    serve(tmp_path)
    screen = opened()
    for language in ("en", "th"):
        screen.segmented_control(key="language_choice").set_value(language).run()
        assert screen.info[0].value == text(language, "frame.no_warehouse")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_warehouse_without_records_says_what_to_load(
    serve: Serve, empty: Path, language: str
) -> None:
    serve(empty)
    screen = opened(lang=language, month="2020-09", district="4001")
    assert not screen.exception
    assert screen.info[0].value == text(language, "frame.empty")
    assert screen.markdown[0].value == text(language, "frame.empty_remedy")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [OVERVIEW, DIMENSION_MAP])
@pytest.mark.parametrize("measure", MEASURES)
def test_one_household_without_a_survey_is_shown_on_every_page(
    serve: Serve, one_household: Path, page: str, measure: str, language: str
) -> None:
    serve(one_household)
    screen = opened(page, lang=language, measure=measure, district="4001")
    assert not screen.exception
    shown = words(screen)
    assert text(language, "frame.synthetic") not in shown
    if measure == "baseline" and page == DIMENSION_MAP:
        assert text(language, "map.no_data") in shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_where_little_was_recorded(
    serve: Serve, one_household: Path, only_visits: Path, page: str, language: str
) -> None:
    for data in (one_household, only_visits):
        serve(data)
        for codes in ({}, {"district": "4001", "indicator": "tpmap_health", "cutoff": "2"}):
            screen = opened(page, lang=language, **codes)
            assert not screen.exception
            assert screen.title[0].value


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_not_collected_has_words_on_every_page(
    serve: Serve, only_visits: Path, language: str
) -> None:
    serve(only_visits)
    for page in (OVERVIEW, DIMENSION_MAP):
        screen = opened(page, lang=language)
        assert not screen.exception
        assert text(language, "map.not_collected") in words(screen)


def test_a_new_build_is_shown_by_the_next_run(
    serve: Serve, tmp_path: Path, one_household: Path
) -> None:
    serve(tmp_path)
    screen = opened()
    assert screen.info[0].value == text("th", "frame.no_warehouse")
    serve(one_household)
    screen.run()
    assert not screen.info
    assert screen.title[0].value == text("th", "overview.title")
