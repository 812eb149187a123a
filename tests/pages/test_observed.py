"""Facts of a build with real records: no page, link, component or file names anybody in it."""

import json
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import duckdb
import pytest

from app.access import RESTRICTED
from app.warehouse import QUERIES
from app.words import text
from tests.planted_cases import rows_of
from tests.screen import PAGES, opened

OBSERVED = "observed"
# Every source with records of one person, household or officer, and the column that names it.
NAMED = {
    "households": "household_id",
    "members": "member_id",
    "officials": "official_id",
    "needs": "need_id",
    "help": "help_id",
    "visits": "visit_id",
    "referrals": "referral_id",
    "pairings": "pairing_id",
}
CODES: tuple[dict[str, str], ...] = (
    {"district": "4007"},
    {"view": "paired", "state": "unassigned", "reached": "need", "verdict": "at_stake"},
    {"view": "missing", "reason": "died", "stage": "target", "counted": "numerator"},
    {"view": "helped", "count": "households", "order": "household_id", "size": "500"},
)


@pytest.fixture
def named(sample_sources: Path) -> set[str]:
    """The ids of the sample."""
    return {
        row[column] for source, column in NAMED.items() for row in rows_of(sample_sources, source)
    }


@pytest.fixture
def files(sample_warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The sample served as real records; what its download buttons hand out."""
    folder = tmp_path / "warehouse"
    folder.mkdir()
    path = Path(shutil.copy(sample_warehouse, folder / f"{OBSERVED}.duckdb"))
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            "update build_info set is_synthetic = false, build_id = $build_id",
            {"build_id": OBSERVED},
        )
    pointer = {"build_id": OBSERVED, "file": path.name}
    (folder / "current.json").write_text(json.dumps(pointer), "utf-8")
    monkeypatch.setenv("KHON_KAEN_DATA", str(tmp_path))
    handed_out: list[bytes] = []

    def hand_out(_label: str, data: Callable[[], bytes], **_rest: Any) -> None:
        handed_out.append(data())

    monkeypatch.setattr("streamlit.download_button", hand_out)
    return handed_out


def sent(screen: Any) -> str:
    """Everything that the server sends to the browser for a page, and the link."""
    parts = [repr(screen.query_params)]
    waiting = [screen._tree]
    while waiting:
        node = waiting.pop()
        waiting += list(getattr(node, "children", {}).values())
        proto = getattr(node, "proto", None)
        parts.append("" if proto is None else proto.SerializeToString().decode("utf-8", "replace"))
    return "\n".join(parts)


def names_in(told: str, named: set[str]) -> set[str]:
    """Ids that stand in a text, whatever stands around them."""
    shapes = {re.sub("[0-9A-Z]", "[0-9A-Z]", each) for each in named}
    return {found[1] for found in re.finditer(f"(?=({'|'.join(shapes)}))", told)} & named


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_real_records_names_nobody(
    page: str, files: list[bytes], named: set[str]
) -> None:
    for codes in CODES:
        screen = opened(page, lang="en", **codes)
        assert not screen.exception
        assert names_in(sent(screen), named) == set()
    assert [names_in(each.decode("utf-8"), named) for each in files] == [set()] * len(files)


def test_the_same_pages_name_some_while_records_are_synthetic(
    sample_warehouse: Path, named: set[str]
) -> None:
    told: Mapping[str, set[str]] = {
        page: names_in(sent(opened(f"pages/{page}.py", lang="en")), named)
        for page in ("households/left_behind", "partners/officers", "partners/agencies")
    }
    assert all(told.values())


def test_whose_id_is_known_learns_nothing_by_it(files: list[bytes], sample_sources: Path) -> None:
    household = rows_of(sample_sources, "households")[0]["household_id"]
    official = rows_of(sample_sources, "officials")[0]["official_id"]
    for page, name, known in (
        ("pages/households/household.py", "household", household),
        ("pages/partners/officers.py", "official", official),
    ):
        told = [
            sent(opened(page, lang="en", **{name: each})).replace(each, "")
            for each in (known, "nobody")
        ]
        assert text("en", "access.closed") in told[0]
        assert told[0] == told[1]


def test_officers_are_named_by_queries_of_the_restricted_folder_alone() -> None:
    open_to_all = {path.stem for path in QUERIES.glob("*.sql")}
    named_in = {
        path.stem
        for path in (QUERIES / RESTRICTED).glob("*.sql")
        if "official_id" in path.read_text("utf-8")
    }
    assert {"officers", "officer_reports", "officer_households"} <= named_in
    assert not named_in & open_to_all
