"""What a finished warehouse says about itself: build, files and rows, TPMAP's totals, claims."""

from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import duckdb

from etl.snapshot import DamagedSnapshotError, OtherVersionError, check_snapshot, opened_snapshot

ANSWERS = Path(__file__).resolve().parent / "answers"
COUNTS = ("rows_read", "rows_loaded", "rows_rejected", "conversions")
BUDDHIST_ERA_OFFSET_YEARS = 543

Row = dict[str, Any]


def read_status(warehouse: Path, rejects: Path | None = None) -> Row:
    """A warehouse file → build, sources with their files and sums of rows, TPMAP's latest totals.

    Only texts, numbers, truth values, lists and mappings; times in UTC. rejects is where the
    refused rows are listed, given back when there is such a file. Raises DamagedSnapshotError or
    OtherVersionError, as all that reads a warehouse here does.
    """
    with opened_snapshot(warehouse) as connection:
        build = answer_rows(connection, "build")[0]
        files = answer_rows(connection, "files")
        editions = answer_rows(connection, "tpmap")
    by_source = {
        source: [{key: row[key] for key in row if key != "source"} for row in rows]
        for source, rows in groupby(files, itemgetter("source"))
    }
    return {
        **build,
        "sources": [
            {
                "source": source,
                **{count: sum(row[count] for row in rows) for count in COUNTS},
                "files": rows,
            }
            for source, rows in by_source.items()
        ],
        "rejects": str(rejects) if rejects is not None and rejects.is_file() else None,
        "tpmap": with_buddhist_year(editions[0]) if editions else None,
    }


def read_content_hash(warehouse: Path) -> str | None:
    """A warehouse file → what it was made of; None for a file that cannot be read to its end."""
    try:
        check_snapshot(warehouse)
        with opened_snapshot(warehouse) as connection:
            return str(answer_rows(connection, "build")[0]["content_hash"])
    except (DamagedSnapshotError, OtherVersionError):
        return None


def read_claim_rows(warehouse: Path) -> list[Row]:
    """A warehouse file → the rows of table claim, in the order of the register."""
    with opened_snapshot(warehouse) as connection:
        return answer_rows(connection, "claims")


def read_refusals(warehouse: Path, limit: int) -> list[Row]:
    """A warehouse file → its first refusals, one per fault."""
    with opened_snapshot(warehouse) as connection:
        return answer_rows(connection, "refusals", limit)


def with_buddhist_year(edition: Row) -> Row:
    """A row with the edition's year in CE → the same with the Buddhist year beside it."""
    return {**edition, "edition_year_be": edition["edition_year"] + BUDDHIST_ERA_OFFSET_YEARS}


def answer_rows(
    connection: duckdb.DuckDBPyConnection, answer: str, limit: int | None = None
) -> list[Row]:
    """An answer's name → the rows of etl/answers/<answer>.sql, at most limit, as plain values."""
    return rows_of(connection.execute((ANSWERS / f"{answer}.sql").read_text("utf-8")), limit)


def rows_of(found: duckdb.DuckDBPyConnection, limit: int | None = None) -> list[Row]:
    """What a query found → its rows, at most limit, as plain values by column."""
    names = [column[0] for column in found.description or ()]
    rows = found.fetchall() if limit is None else found.fetchmany(limit)
    return [dict(zip(names, map(_plain, row), strict=True)) for row in rows]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value
