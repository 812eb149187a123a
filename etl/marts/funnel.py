"""Shares of districts → tables mart_funnel and mart_funnel_limit: is a district unusual."""

from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from etl.marts.compared_cells import compared_cells, sets_of
from etl.statistics.funnel import (
    TAIL_2SD,
    TAIL_3SD,
    Counts,
    additive_limits,
    exact_limits,
    overdispersion,
    standard_errors,
    z_scores,
)

FOLDER = Path(__file__).resolve().parent
TAILS = {"2sd": TAIL_2SD, "3sd": TAIL_3SD}
SIZES = 40

LIMITS = [f"{side}_{name}_pct" for name in TAILS for side in ("lower", "upper")]
KEYS = {"indicator": pa.string(), "month": pa.date32(), "group_code": pa.string()}
POINT = pa.schema(
    {
        **KEYS,
        "area_code": pa.string(),
        "denominator": pa.int64(),
        "value": pa.float64(),
        "target_pct": pa.float64(),
        "z": pa.float64(),
        **{f"is_outside_{name}": pa.bool_() for name in TAILS},
        "is_outside_plain_3sd": pa.bool_(),
        "method": pa.string(),
        "phi": pa.float64(),
        "tau_points": pa.float64(),
    }
)
LIMIT = pa.schema(
    {
        **KEYS,
        "province_code": pa.string(),
        "denominator": pa.int64(),
        **{name: pa.float64() for name in LIMITS},
    }
)

Columns = dict[str, Any]


def build_funnel(connection: duckdb.DuckDBPyConnection) -> None:
    """mart_indicator → mart_funnel, the districts, and mart_funnel_limit, the lines around them.

    The programme's shares have exact binomial limits. Those of a survey, where chance alone would
    put nearly every district outside, have limits widened by the spread between districts: phi is
    how many times the spread is that of chance, tau_points what is added, in percentage points;
    is_outside_plain_3sd tells who would be outside without that.
    """
    cells = compared_cells(connection)
    found = [_funnel(cells.slice(rows.start, rows.stop - rows.start)) for rows in sets_of(cells)]
    points = [POINT.empty_table(), *(points for points, _ in found)]
    limits = [LIMIT.empty_table(), *(limits for _, limits in found)]
    _create(connection, "funnel_point", "mart_funnel", points)
    _create(connection, "funnel_limit", "mart_funnel_limit", limits)


def _funnel(cells: pa.Table) -> tuple[pa.Table, pa.Table]:
    """The cells of one set → its districts and its lines."""
    denominator, value = cells["denominator"].to_numpy(), cells["value"].to_numpy() / 100
    target = cells["target_pct"][0].as_py() / 100
    errors = standard_errors(denominator, target)
    phi, tau, plain = None, None, [None] * len(cells)
    if cells["is_survey"][0].as_py():
        phi, tau = overdispersion(value, denominator, target)
        lower, upper = additive_limits(denominator, target, 0, TAIL_3SD)
        plain = (value < lower) | (value > upper)
        errors = np.hypot(errors, tau)
    own = _limits(denominator, target, tau)
    points = {
        **{name: cells[name] for name in POINT.names if name in cells.column_names},
        "z": z_scores(value, target, errors),
        **{
            f"is_outside_{name}": (100 * value < own[f"lower_{name}_pct"])
            | (100 * value > own[f"upper_{name}_pct"])
            for name in TAILS
        },
        "is_outside_plain_3sd": plain,
        "method": ["binomial" if tau is None else "overdispersed"] * len(cells),
        "phi": [phi] * len(cells),
        "tau_points": [None if tau is None else 100 * tau] * len(cells),
    }
    sizes = _sizes(denominator)
    limits = {
        **{key: [cells[key][0].as_py()] * len(sizes) for key in (*KEYS, "province_code")},
        "denominator": sizes,
        **_limits(sizes, target, tau),
    }
    return pa.table(points, POINT), pa.table(limits, LIMIT)


def _limits(denominator: Counts, target: float, tau: float | None) -> Columns:
    """Sizes, the province's share and τ, none for exact limits → columns of limits in percent."""
    found = {}
    for name, tail in TAILS.items():
        lower, upper = (
            exact_limits(denominator, target, tail)
            if tau is None
            else additive_limits(denominator, target, tau, tail)
        )
        found[f"lower_{name}_pct"] = 100 * lower
        found[f"upper_{name}_pct"] = 100 * upper
    return found


def _sizes(denominator: Counts) -> Counts:
    """Sizes of districts → sizes from the smallest to the largest, closer where lines bend more."""
    spread = np.geomspace(denominator.min(), denominator.max(), SIZES)
    return np.unique(np.rint(spread).astype(np.int64))


def _create(
    connection: duckdb.DuckDBPyConnection, name: str, table: str, found: list[pa.Table]
) -> None:
    connection.register(name, pa.concat_tables(found))
    connection.execute((FOLDER / f"{table}.sql").read_text("utf-8"))
    connection.unregister(name)
