"""Facts of the access to records of households: open while synthetic, closed while real."""

from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from app import warehouse
from app.access import (
    RESTRICTED,
    household_count,
    household_part,
    household_rows,
    listed_households,
    may_import,
    may_read_households,
    require_import,
)
from app.list_part import Part
from app.words import LANGUAGES, text
from tests.published_warehouse import publish_tables

BUILDS = {"synthetic": True, "observed": False}
PART = Part(("household_code",), 0, 10)


@pytest.fixture(autouse=True)
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two builds of two households, one of them with real records, and a restricted query."""
    monkeypatch.setenv("KHON_KAEN_DATA", str(tmp_path))
    folder = tmp_path / "queries" / RESTRICTED
    folder.mkdir(parents=True)
    (folder / "everyone.sql").write_text("from warehouse.household", "utf-8")
    build = (warehouse.QUERIES / "build.sql").read_text("utf-8")
    (folder.parent / "build.sql").write_text(build, "utf-8")
    monkeypatch.setattr(warehouse, "QUERIES", folder.parent)
    warehouse.statement_of.cache_clear()
    for build_id, is_synthetic in BUILDS.items():
        with duckdb.connect() as tables:
            tables.execute("create table household as select unnest(['H1', 'H2']) household_code")
            tables.execute(
                "create table build_info as select $build_id as build_id, date '2020-09-30' as"
                " as_of_date, $is_synthetic as is_synthetic, 5 as smallest_denominator",
                {"build_id": build_id, "is_synthetic": is_synthetic},
            )
            publish_tables(tmp_path, tables, build_id)


def test_synthetic_households_are_read_by_anyone() -> None:
    assert may_read_households("synthetic")
    households = [{"household_code": "H1"}, {"household_code": "H2"}]
    assert household_rows("synthetic", "everyone") == households
    assert household_count("synthetic", "everyone") == 2
    assert household_part("synthetic", "everyone", PART) == households


def test_real_households_are_read_by_nobody() -> None:
    assert not may_read_households("observed")
    with pytest.raises(PermissionError, match="everyone"):
        household_rows("observed", "everyone")
    with pytest.raises(PermissionError, match="everyone"):
        household_count("observed", "everyone")
    with pytest.raises(PermissionError, match="everyone"):
        household_part("observed", "everyone", PART)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_closed_page_says_why_and_what_to_do(language: str) -> None:
    def page(language: str) -> None:
        from app.access import closed_note
        from app.selection import Selection

        closed_note(Selection(language, "health", "helped", "2020-09"))

    screen = AppTest.from_function(page, kwargs={"language": language}).run()
    assert screen.info[0].value == text(language, "access.closed")
    assert screen.markdown[0].value == text(language, "access.closed_remedy")


def test_changes_that_name_real_households_are_given_to_nobody() -> None:
    assert listed_households({"is_synthetic": True, "households": []}) == []
    with pytest.raises(PermissionError):
        listed_households({"is_synthetic": False, "households": []})


class Context:
    """Where a reader comes from, as Streamlit tells it."""

    def __init__(self, ip_address: str | None, headers: dict[str, str]) -> None:
        self.ip_address = ip_address
        self.headers = headers


@pytest.mark.parametrize(
    ("address", "headers", "is_here"),
    [
        (None, {}, True),
        ("127.0.0.1", {}, True),
        ("127.8.8.8", {}, True),
        ("::1", {"User-Agent": "any"}, True),
        ("192.168.1.20", {}, False),
        ("2001:db8::1", {}, False),
        ("somewhere", {}, False),
        (None, {"X-Forwarded-For": "192.168.1.20"}, False),
        ("127.0.0.1", {"Forwarded": "for=192.168.1.20"}, False),
        ("127.0.0.1", {"X-Real-Ip": "127.0.0.1"}, False),
    ],
)
def test_files_are_brought_in_only_at_the_machine_itself(
    monkeypatch: pytest.MonkeyPatch, address: str | None, headers: dict[str, str], is_here: bool
) -> None:
    monkeypatch.setattr("streamlit.context", Context(address, headers))
    assert may_import() is is_here
    if is_here:
        require_import()
    else:
        with pytest.raises(PermissionError):
            require_import()
