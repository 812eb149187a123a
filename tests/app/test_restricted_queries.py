"""Facts of the queries that anyone's pages may ask: none reads a row of a single household."""

import re
from pathlib import Path

import duckdb
import pytest

from app.warehouse import QUERIES

IDS = ("household_id", "member_id", "need_id", "help_id", "visit_id", "referral_id", "pairing_id")
TABLE_READ = re.compile(r"\bwarehouse\.([a-z0-9_]+)")
TABLES = "select table_name from duckdb_columns() where list_contains($ids, column_name)"


@pytest.fixture
def restricted(sample: duckdb.DuckDBPyConnection) -> set[str]:
    """The tables and views with a row for each household, or for something of one."""
    return {name for (name,) in sample.execute(TABLES, {"ids": list(IDS)}).fetchall()}


def tables_read(path: Path) -> set[str]:
    return set(TABLE_READ.findall(path.read_text("utf-8")))


def test_queries_outside_the_restricted_folder_read_no_single_household(
    restricted: set[str],
) -> None:
    assert {"household", "member", "need", "help", "visit", "income"} <= restricted
    found = {path.name: tables_read(path) & restricted for path in QUERIES.glob("*.sql")}
    assert {name: tables for name, tables in found.items() if tables} == {}
