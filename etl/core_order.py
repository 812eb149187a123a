"""The clean, keyed tables of the warehouse, in the order in which they stand on one another."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from etl.contract import contracts
from etl.official_names import official_names
from etl.progress import silent

CORE = Path(__file__).resolve().parent / "core"
REFERENCE = Path(__file__).resolve().parents[1] / "data" / "reference"
PARAMETER = re.compile(r"\$([a-z_]+)")

CORE_ORDER: tuple[str, ...] = (
    "superseded",
    "income_line",
    "sdg_target",
    "household",
    "member",
    "need",
    "help",
    "visit",
    "report",
    "referral",
    "pairing",
    "official",
    "agency",
    "income",
    "district_fund_movement",
    "role_model",
    "duplicate_review",
    "bmn_survey",
    "tpmap_unit",
    "tpmap_mask",
    "tpmap_combination",
    "tpmap_poverty_cutoff",
    "area",
    "calendar",
    "income_gap",
    "household_composition",
    "household_contact",
    "household_income",
    "household_income_span",
    "household_dimension",
    "village_dimension_month",
    "village_income_month",
    "official_report_month",
    "district_report_month",
)


def build_core(
    connection: duckdb.DuckDBPyConnection, today: date, progress: Callable[[str], None] = silent
) -> None:
    """Tables raw_* and batch → one table or view for each name of CORE_ORDER.

    Records as a source gave them are views, so that a million households are not written twice;
    of rows with one key the latest file's counts. No month after today's is counted.
    Names of provinces, districts and sub-districts: geothai (Department of Provincial
    Administration). Raises duckdb.Error when a raw table is missing.
    """
    values: dict[str, Any] = {
        "today": today,
        "income_lines": str(REFERENCE / "income_lines.csv"),
        "sdg_targets": str(REFERENCE / "sdg_targets.csv"),
        "villages": str(REFERENCE / "tpmap_2561_40_villages.csv"),
    }
    connection.register("official_name", official_names())
    try:
        for name in CORE_ORDER:
            progress(name)
            sql = (CORE / f"{name}.sql").read_text("utf-8")
            needed = set(PARAMETER.findall(sql))
            connection.execute(sql, {key: values[key] for key in needed})
            if name == "superseded":
                _mark_superseded(connection)
    finally:
        connection.unregister("official_name")


def _mark_superseded(connection: duckdb.DuckDBPyConnection) -> None:
    """Fills superseded for each source that has come in more than one file."""
    repeated = connection.execute(
        "select source from batch group by source having count(*) > 1"
    ).fetchall()
    for source in {name for (name,) in repeated} & contracts().keys():
        key = ", ".join(f"raw.{column}" for column in contracts()[source].key)
        connection.execute(
            f"""
            insert into superseded
            select '{source}', raw.batch_id, raw.row_number
            from raw_{source} as raw
            join batch using (batch_id)
            qualify row_number() over (
                partition by {key} order by batch.loaded_at desc, raw.batch_id desc
            ) > 1
            """
        )
