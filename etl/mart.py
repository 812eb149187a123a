"""Declarations and core tables → the long table of indicators that the screen reads."""

import tomllib
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import duckdb
import pyarrow as pa

from etl.declaration import Declaration, read_declarations
from etl.progress import silent

ETL = Path(__file__).resolve().parent
DISCLOSURE = ETL.parent / "data" / "reference" / "disclosure.toml"

CREATE_DECLARATION = """
create table declaration as
select
    indicator, title_th, title_en, question_th, question_en, family, unit, direction,
    numerator_th, numerator_en, denominator_th, denominator_en, caveat_th, caveat_en,
    array_to_string(sdg_targets, ', ') as sdg_targets, source_th, source_en, author, checked_by,
    next_review, edition, finest_level, period, numerator_parts,
    array_to_string(pages, ', ') as pages, sql
from declared
"""
CREATE_RULE = """
create temp table indicator_rule as
select
    indicator, unit, numerator_parts, period, finest_level, due_day,
    not list_has_any(tables, $empty_tables) as has_rows
from declared
"""
CREATE_GROUP = """
create temp table indicator_group as
select indicator, unnest(groups) as group_code from declared
"""
CREATE_FACT = """
create temp table indicator_fact (
    indicator varchar, area_code varchar, month date, group_code varchar,
    numerator bigint, denominator bigint
)
"""
ADD_FACT = """
insert into indicator_fact
select $indicator, area_code, month, group_code, numerator, denominator from indicator_rows
"""
TEMPORARY = ("indicator_rule", "indicator_group", "indicator_fact", "indicator_cell")


def smallest_denominator() -> int:
    """The fewest households of which a share is shown below the district."""
    rule: int = tomllib.loads(DISCLOSURE.read_text("utf-8"))["smallest_denominator"]
    return rule


def build_mart(
    connection: duckdb.DuckDBPyConnection, progress: Callable[[str], None] = silent
) -> None:
    """Core tables → tables declaration and mart_indicator, at all levels and in all months.

    Raises ValueError when a declaration is not whole, duckdb.Error when a core table is missing.
    """
    declarations = read_declarations()
    _create_declarations(connection, declarations)
    connection.execute(CREATE_FACT)
    for declaration in declarations:
        progress(declaration.indicator)
        connection.execute(f"create or replace temp view indicator_rows as {declaration.sql}")
        connection.execute(ADD_FACT, {"indicator": declaration.indicator})
    connection.execute("drop view indicator_rows")
    progress("mart_indicator")
    connection.execute((ETL / "roll_up.sql").read_text("utf-8"))
    connection.execute(
        (ETL / "rate.sql").read_text("utf-8"), {"smallest_denominator": smallest_denominator()}
    )
    for table in TEMPORARY:
        connection.execute(f"drop table {table}")


def _create_declarations(
    connection: duckdb.DuckDBPyConnection, declarations: list[Declaration]
) -> None:
    tables = sorted({table for each in declarations for table in each.tables})
    empty = [table for table in tables if _is_empty(connection, table)]
    schema = pa.schema([("due_day", pa.int32())])
    rows = pa.Table.from_pylist([{**asdict(each), "sql": each.sql} for each in declarations])
    rows = rows.set_column(
        rows.column_names.index("due_day"),
        schema.field("due_day"),
        rows["due_day"].cast(pa.int32()),
    )
    connection.register("declared", rows)
    connection.execute(CREATE_DECLARATION)
    connection.execute(CREATE_RULE, {"empty_tables": empty or [""]})
    connection.execute(CREATE_GROUP)
    connection.unregister("declared")


def _is_empty(connection: duckdb.DuckDBPyConnection, table: str) -> bool:
    return not connection.table(table).limit(1).fetchall()
