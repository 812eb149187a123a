"""Sizes of districts → table mart_chance_gap: what a gap between best and worst is worth."""

from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa

from etl.statistics.chance_gap import chance_gap

CREATE = Path(__file__).resolve().with_name("mart_chance_gap.sql")
TRUE_PCT = 72.0
SIZES = """
select numerator
from mart_indicator
where
    indicator = 'target_households' and level = 'district' and group_code = 'all'
    and month = (select max(month) from calendar)
    and numerator > 0
order by area_code
"""
SCHEMA = pa.schema(
    {
        "spread": pa.string(),
        "true_pct": pa.float64(),
        "districts": pa.int64(),
        "mean_households": pa.int64(),
        "median_gap_points": pa.float64(),
        "low_gap_points": pa.float64(),
        "high_gap_points": pa.float64(),
    }
)


def build_chance_gap(connection: duckdb.DuckDBPyConnection) -> None:
    """Target households of the districts → mart_chance_gap; no row where there are none.

    `equal` gives each district the mean number of households, `actual` its own. Gaps are between
    the best and the worst share, in percentage points, when the true share is true_pct in all.
    """
    sizes = np.array(connection.execute(SIZES).fetchnumpy()["numerator"], np.int64)
    rows = []
    if len(sizes):
        mean = round(sizes.mean())
        for spread, households in (("equal", np.full_like(sizes, mean)), ("actual", sizes)):
            gap = chance_gap(households, TRUE_PCT)
            rows.append(
                {
                    "spread": spread,
                    "true_pct": TRUE_PCT,
                    "districts": len(sizes),
                    "mean_households": mean,
                    **gap._asdict(),
                }
            )
    connection.register("chance_gap", pa.Table.from_pylist(rows, SCHEMA))
    connection.execute(CREATE.read_text("utf-8"))
    connection.unregister("chance_gap")
