"""Codes of areas in programme records: old ones corrected, unknown ones refused."""

from pathlib import Path

import duckdb

from etl.contract import Column, Contract
from etl.official_names import official_names
from etl.sources.tpmap_layout import MUNICIPAL_UNIT

ALIASES = Path(__file__).resolve().parents[2] / "data" / "reference" / "area_aliases.csv"
DISTRICT_DIGITS, VILLAGE_DIGITS = 4, 8
CREATE_KNOWN_AREA = """
create or replace temp table known_area as
select area_code, level from official_name
"""
CREATE_ALIAS = """
create or replace temp table area_alias as
from read_csv($path, header = true, all_varchar = true)
"""


def create_area_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes temp tables of the areas that exist and of codes that stand for another."""
    connection.register("official_name", official_names())
    connection.execute(CREATE_KNOWN_AREA)
    connection.unregister("official_name")
    connection.execute(CREATE_ALIAS, {"path": str(ALIASES)})


def correct_codes(connection: duckdb.DuckDBPyConnection, contract: Contract) -> None:
    """Puts the official code in place of an alias in raw_<source>, and notes it in correction."""
    for column in _code_columns(contract):
        connection.execute(
            f"""
            insert into correction
            select
                raw.batch_id, raw.row_number, '{column.name}', raw.{column.name},
                alias.code_after || raw.{column.name}[length(alias.code_before) + 1:],
                alias.reason_th, alias.reason_en, null
            from raw_{contract.source} as raw
            join area_alias as alias on starts_with(raw.{column.name}, alias.code_before)
            """
        )
        connection.execute(
            f"""
            update raw_{contract.source} as raw
            set {column.name} = correction.value_after
            from correction
            where correction.batch_id = raw.batch_id
                and correction.row_number = raw.row_number
                and correction.column_name = '{column.name}'
            """
        )


def find_unknown_areas(connection: duckdb.DuckDBPyConnection, contract: Contract) -> None:
    """Notes in record_fault each district and village that lies in no area of the register."""
    for column in _code_columns(contract):
        if column.digits == DISTRICT_DIGITS:
            connection.execute(_unknown_districts(contract, column))
        if column.digits == VILLAGE_DIGITS:
            connection.execute(
                _unknown_subdistricts(contract, column), {"municipal_unit": MUNICIPAL_UNIT}
            )


def _code_columns(contract: Contract) -> list[Column]:
    return [column for column in contract.columns if column.type == "code"]


def _unknown_districts(contract: Contract, column: Column) -> str:
    return f"""
        insert into record_fault (batch_id, row_number, column_name, rule)
        select raw.batch_id, raw.row_number, '{column.name}', 'unknown_district'
        from raw_{contract.source} as raw
        anti join known_area
            on known_area.level = 'district' and known_area.area_code = raw.{column.name}
        where raw.{column.name} is not null
    """


def _unknown_subdistricts(contract: Contract, column: Column) -> str:
    """A municipal unit has a code of TPMAP's own in a district that exists."""
    return f"""
        insert into record_fault (batch_id, row_number, column_name, rule)
        select raw.batch_id, raw.row_number, '{column.name}', 'unknown_subdistrict'
        from raw_{contract.source} as raw
        anti join known_area
            on known_area.area_code = case
                when regexp_full_match(raw.{column.name}[5:6], $municipal_unit)
                then raw.{column.name}[:4]
                else raw.{column.name}[:6]
            end
        where raw.{column.name} is not null
    """
