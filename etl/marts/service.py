"""Core tables → what pages of households, help, officers and partners read, by rules."""

import re
from dataclasses import asdict
from pathlib import Path

import duckdb

from etl.service_rules import read_service_rules

FOLDER = Path(__file__).resolve().parent
PARAMETER = re.compile(r"\$([a-z_]+)")

# In the order in which they stand on one another.
SERVICE_MARTS = (
    "service_rule",
    "household_profile",
    "household_need",
    "mart_chain",
    "help_given",
    "mart_help",
    "repeated_help",
    "referral_case",
    "official_load",
    "district_fund_month",
    "open_need_age",
)


def build_service_mart(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    """Core tables and the name of one of SERVICE_MARTS → that table, as its SQL file says."""
    sql = (FOLDER / f"{name}.sql").read_text("utf-8")
    rules = asdict(read_service_rules())
    connection.execute(sql, {rule: rules[rule] for rule in set(PARAMETER.findall(sql))})
