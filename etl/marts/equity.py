"""Households of women, children, elderly and disabled people → table mart_equity."""

from pathlib import Path

import duckdb
import pyarrow as pa

from etl.statistics.interval import clopper_pearson

FOLDER = Path(__file__).resolve().parent
LEVEL = 0.95


def build_equity(connection: duckdb.DuckDBPyConnection) -> None:
    """household_profile, household_need and household_income_span → mart_equity.

    Membership is yes, no or unknown; lower_pct and upper_pct are exact 95 % intervals (Clopper and
    Pearson); no row where there is no household. A group is of households, for needs and help are
    recorded of households, never of persons.
    """
    cells = connection.execute((FOLDER / "equity_cell.sql").read_text("utf-8")).to_arrow_table()
    numerator, denominator = cells["numerator"].to_numpy(), cells["denominator"].to_numpy()
    lower, upper = clopper_pearson(numerator, denominator, LEVEL)
    shares = {"value": numerator / denominator, "lower_pct": lower, "upper_pct": upper}
    for name, share in shares.items():
        cells = cells.append_column(name, pa.array(100 * share))
    connection.register("equity", cells)
    connection.execute((FOLDER / "mart_equity.sql").read_text("utf-8"))
    connection.unregister("equity")
