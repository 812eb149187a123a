"""Tells real programme records from synthetic ones before a file is read."""

import duckdb

from etl.sources.received_file import ReceivedFile

OBSERVED = """
select exists (
    from read_csv($path, header = true, all_varchar = true)
    where record_origin is distinct from 'synthetic'
)
"""


def holds_observed(file: ReceivedFile) -> bool:
    """A file → is any of its records not marked synthetic? A record without a mark is observed."""
    with duckdb.connect() as connection:
        try:
            row = connection.execute(OBSERVED, {"path": str(file.path)}).fetchone()
        except duckdb.Error:
            return True
    return row is None or bool(row[0])
