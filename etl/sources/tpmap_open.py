"""Reads TPMAP's open data files of any province and edition into two raw tables."""

import glob
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import duckdb

from etl.sources.tpmap_fault import LARGEST_COUNT, LARGEST_MEAN, NO_VALUE, find_fault
from etl.sources.tpmap_file import TpmapFile, open_tpmap_file
from etl.sources.tpmap_layout import (
    COMMON_COLUMNS,
    HAPPINESS,
    MASK_COLUMNS,
    MUNICIPAL_UNIT,
    PROVINCE,
    RATE,
)
from etl.sources.tpmap_refusal import refusal

SQL_FOLDER = Path(__file__).resolve().parent
KEY_TYPES = {
    "batch_id": "varchar",
    "row_number": "integer",
    "level": "varchar",
    "unit_code": "varchar",
    "area_code": "varchar",
    "is_municipal_unit": "boolean",
    "edition_year": "integer",
    "province_code": "varchar",
}
INSERT_COMMON = "insert into raw_tpmap_common by name select * exclude (mask) from "
INSERT_MASK = "insert into raw_tpmap_mask by name select * from "
ROWS_BY_BATCH = """
select batch_id, count(*)
from (select batch_id from raw_tpmap_common union all select batch_id from raw_tpmap_mask)
group by batch_id
"""


def read_tpmap_open(
    connection: duckdb.DuckDBPyConnection, files: Sequence[tuple[str, Path]]
) -> dict[str, int]:
    """Batch ids and their files → rows read by batch; makes raw_tpmap_common and raw_tpmap_mask.

    One row per unit (and mask), counts in households and persons, codes as text, edition in CE;
    a village unit has its 10 digits as unit_code and the village's 8 as area_code.
    Raises BrokenFileError for the first file that is not sound: the tables are then incomplete,
    and a transaction that the caller began must be rolled back.
    """
    _create(connection)
    alike: dict[tuple[object, ...], list[TpmapFile]] = defaultdict(list)
    for batch_id, path in files:
        file = open_tpmap_file(batch_id, path)
        kind = (file.level, file.mask is None, file.edition_year, file.province_code)
        alike[*kind, file.headers].append(file)
    for group in alike.values():
        _read_group(connection, group)
    connection.execute("drop table if exists temp.tpmap_as_found")
    return dict(connection.execute(ROWS_BY_BATCH).fetchall())


def _create(connection: duckdb.DuckDBPyConnection) -> None:
    for table, keys, columns in (
        ("raw_tpmap_common", KEY_TYPES, COMMON_COLUMNS),
        ("raw_tpmap_mask", {**KEY_TYPES, "mask": "varchar"}, MASK_COLUMNS),
    ):
        figures = {
            name: "double" if published in LARGEST_MEAN else "integer"
            for published, name in columns.items()
        }
        typed = ", ".join(f"{name} {kind}" for name, kind in {**keys, **figures}.items())
        connection.execute(f"create or replace table {table} ({typed})")


def _read_group(connection: duckdb.DuckDBPyConnection, group: list[TpmapFile]) -> None:
    """Reads files of one level, kind, edition, province and order of columns at once."""
    first = group[0]
    locations = [file.location for file in group]
    try:
        connection.execute(
            _sql("tpmap_as_found"),
            {
                "patterns": [glob.escape(location) for location in locations],
                "types": _types(first),
                "no_value": list(NO_VALUE),
            },
        )
        fault = None if _is_sound(connection, group) else "rows"
    except duckdb.Error as error:
        fault = str(error).partition("\n")[0]
    if fault is not None:
        found = (find_fault(file) for file in group)
        raise next(filter(None, found), refusal(first.path.name, "unreadable", detail=fault))
    connection.execute(
        f"{INSERT_COMMON if first.mask is None else INSERT_MASK} ({_sql('tpmap_rows')})",
        {
            "locations": locations,
            "batch_ids": [file.batch_id for file in group],
            "masks": [file.mask for file in group],
            "level": first.level.name,
            "edition_year": first.edition_year,
            "province_code": first.province_code,
            "municipal_unit": MUNICIPAL_UNIT,
        },
    )


def _types(file: TpmapFile) -> dict[str, str]:
    """The file's columns in their order: our name → type; codes are text, so none is changed."""
    figures = COMMON_COLUMNS if file.mask is None else MASK_COLUMNS
    codes = {file.level.key: "unit_code", PROVINCE: "province_in_file"}
    types = {}
    for number, header in enumerate(file.headers):
        if header in figures:
            types[figures[header]] = "double"
        else:
            types[codes.get(header, f"not_read_{number}")] = "varchar"
    return types


def _is_sound(connection: duckdb.DuckDBPyConnection, group: list[TpmapFile]) -> bool:
    """Do all rows have codes, whole counts and means in range, and every file a row?"""
    first = group[0]
    answer = connection.execute(
        _sql("tpmap_sound"),
        {
            "largest_count": LARGEST_COUNT,
            "largest_mean": LARGEST_MEAN[HAPPINESS if first.mask is None else RATE],
            "province_code": first.province_code,
            "further_digits": f"[0-9]{{{first.level.digits - len(first.province_code)}}}",
            "files": len(group),
        },
    ).fetchone()
    return answer is not None and bool(answer[0])


def _sql(name: str) -> str:
    return (SQL_FOLDER / f"{name}.sql").read_text("utf-8")
