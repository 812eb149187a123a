"""Files and records → table source_freshness: how old and how complete each source is."""

from pathlib import Path

import duckdb

CREATE = Path(__file__).resolve().with_name("source_freshness.sql")


def build_freshness(connection: duckdb.DuckDBPyConnection) -> None:
    """batch, raw tables and mart_indicator → source_freshness.

    A source as a whole has its last record's date, the time of its last file (UTC) and its rows.
    A district has the last month that brought anything new, and covered out of covered_of: the
    households, not excluded, that the source tells of, in the last month for visits; for reports
    those received out of those due.
    """
    connection.execute(CREATE.read_text("utf-8"))
