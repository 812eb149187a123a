"""The tables that pages read beside mart_indicator, in the order in which they are made."""

from collections.abc import Callable
from functools import partial

import duckdb

from etl.marts.chance_gap import build_chance_gap
from etl.marts.comparison import build_comparison
from etl.marts.equity import build_equity
from etl.marts.freshness import build_freshness
from etl.marts.funnel import build_funnel
from etl.marts.peers import build_peers
from etl.marts.quality import build_quality
from etl.marts.service import SERVICE_MARTS, build_service_mart
from etl.progress import silent

MARTS: dict[str, Callable[[duckdb.DuckDBPyConnection], None]] = {
    "mart_comparison": build_comparison,
    "mart_funnel": build_funnel,
    "mart_chance_gap": build_chance_gap,
    "district_peer": build_peers,
    "data_quality_flag": build_quality,
    "source_freshness": build_freshness,
    **{name: partial(build_service_mart, name=name) for name in SERVICE_MARTS},
    "mart_equity": build_equity,
}


def build_marts(
    connection: duckdb.DuckDBPyConnection, progress: Callable[[str], None] = silent
) -> None:
    """Core tables, mart_indicator and declaration → one table or more for each of MARTS.

    Raises duckdb.Error when a table that one stands on is missing.
    """
    for name, build in MARTS.items():
        progress(name)
        build(connection)
