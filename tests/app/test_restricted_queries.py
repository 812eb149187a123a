"""Facts of the queries that anyone may ask: none gives a row of a single household or officer."""

import re
from pathlib import Path

import duckdb
import pytest

from app.warehouse import QUERIES, rows

IDS = (
    *("household_id", "member_id", "need_id", "help_id", "visit_id", "referral_id", "pairing_id"),
    "official_id",
)
TABLE_READ = re.compile(r"\bwarehouse\.([a-z0-9_]+)")
NAMED = re.compile(r"\$([a-z_]+)")
ADDED_UP = re.compile(r"\bcount\(")
OTHER_IDS = ("household_number", "village_code")
TABLES = "select table_name from duckdb_columns() where list_contains($ids, column_name)"


@pytest.fixture
def restricted(sample: duckdb.DuckDBPyConnection) -> set[str]:
    """The tables and views with a row for each household or officer, or for something of one."""
    return {name for (name,) in sample.execute(TABLES, {"ids": list(IDS)}).fetchall()}


def tables_read(path: Path) -> set[str]:
    return set(TABLE_READ.findall(path.read_text("utf-8")))


def test_queries_outside_the_restricted_folder_add_up_and_name_nobody(
    build_id: str, restricted: set[str]
) -> None:
    assert {"household", "member", "need", "help", "visit", "income"} <= restricted
    wrong = []
    for path in sorted(QUERIES.glob("*.sql")):
        statement = path.read_text("utf-8")
        if not tables_read(path) & restricted:
            continue
        asked = {name: "2020-09" if name == "month" else None for name in NAMED.findall(statement)}
        columns = set(rows(build_id, path.stem, **asked)[0])
        if columns & {*IDS, *OTHER_IDS} or not ADDED_UP.search(statement):
            wrong.append(path.name)
    assert wrong == []
