"""Shares of districts → table mart_comparison: what may be said of one beside the others."""

from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa

from etl.marts.compared_cells import compared_cells, sets_of
from etl.statistics.interval import clopper_pearson, sidak_level
from etl.statistics.ranks import alike_groups, rank_ranges

CREATE = Path(__file__).resolve().with_name("mart_comparison.sql")
LEVEL = 0.95


def build_comparison(connection: duckdb.DuckDBPyConnection) -> None:
    """mart_indicator → mart_comparison; no row where a district has no share.

    lower_pct and upper_pct are each district's own interval; `higher` or `lower` stands where the
    share of the whole province, this district in it, lies outside. Ranks and groups stand on
    intervals that hold for all districts of a set together; who shares no group can be told apart.
    A survey's persons fail household by household, so its intervals are narrower than the truth:
    whether a district is unusual there is for the funnel to say, which measures the spread.
    """
    cells = compared_cells(connection)
    numerator, denominator = cells["numerator"].to_numpy(), cells["denominator"].to_numpy()
    lower, upper = clopper_pearson(numerator, denominator, LEVEL)
    target = cells["target_pct"].to_numpy() / 100
    standing = np.select([lower > target, upper < target], ["higher", "lower"], "like")
    ranks = np.zeros((4, len(cells)), np.int64)
    for rows in sets_of(cells):
        level = sidak_level(LEVEL, rows.stop - rows.start)
        joint = clopper_pearson(numerator[rows], denominator[rows], level)
        better = bool(cells["higher_is_better"][rows.start].as_py())
        ranks[:2, rows] = rank_ranges(*joint, higher_is_better=better)
        ranks[2:, rows] = alike_groups(*joint, higher_is_better=better)
    found = {
        "lower_pct": 100 * lower,
        "upper_pct": 100 * upper,
        "standing": standing,
        **dict(zip(("rank_best", "rank_worst", "group_first", "group_last"), ranks, strict=True)),
    }
    for name, column in found.items():
        cells = cells.append_column(name, pa.array(column))
    connection.register("compared", cells)
    connection.execute(CREATE.read_text("utf-8"))
    connection.unregister("compared")
