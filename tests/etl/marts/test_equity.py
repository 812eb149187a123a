"""Groups of households beside the rest: counts against plain loops, intervals against tables."""

from pathlib import Path

import duckdb
import pytest
from scipy.stats import binomtest

from tests.reference_service import ServiceReference

GROUPS = {
    "woman_headed": "woman_headed",
    "with_child": "has_child",
    "with_elderly": "has_elderly",
    "with_disabled": "disabled",
}
OUT_OF = {"need": "target", "helped": "need", "solved": "need", "above_line": "income_known"}


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("until", ["2020-01-01", "2020-09-01"])
def test_counts_are_those_of_plain_reading(
    sample: duckdb.DuckDBPyConnection, sample_sources: Path, group: str, until: str
) -> None:
    counted = ServiceReference(sample_sources).equity(GROUPS[group], until)
    rows = sample.execute(
        """
        select membership, dimension, measure, numerator, denominator
        from mart_equity where area_code = '40' and group_code = $group and month = $until
        """,
        {"group": group, "until": until},
    ).fetchall()
    assert len(rows) > 20
    for membership, dimension, measure, numerator, denominator in rows:
        base = "any" if OUT_OF[measure] in ("target", "income_known") else dimension
        assert numerator == counted[membership, dimension, measure]
        assert denominator == counted[membership, base, OUT_OF[measure]]


def test_districts_add_up_to_the_province(sample: duckdb.DuckDBPyConnection) -> None:
    assert (
        sample.execute(
            """
        select month, group_code, membership, dimension, measure
        from mart_equity
        group by all
        having sum(denominator) filter (area_code = '40')
            <> sum(denominator) filter (area_code <> '40')
        """
        ).fetchall()
        == []
    )


def test_both_sides_of_a_group_and_the_unknown_are_all_households(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    kept = sample.execute("select count(*) from household where excluded_month is null").fetchone()
    found = sample.execute(
        """
        select distinct sum(denominator)
        from mart_equity where area_code = '40' and measure = 'need'
        group by group_code, month, dimension
        """
    ).fetchall()
    assert found == [kept]


def test_intervals_are_exact(sample: duckdb.DuckDBPyConnection) -> None:
    rows = sample.execute(
        """
        select numerator, denominator, value, lower_pct, upper_pct from mart_equity
        where month = '2020-09-01' and dimension = 'health' and area_code in ('40', '4007')
        """
    ).fetchall()
    assert len(rows) > 20
    for numerator, denominator, value, lower, upper in rows:
        exact = binomtest(numerator, denominator).proportion_ci(0.95, method="exact")
        assert value == pytest.approx(100 * numerator / denominator)
        assert (lower, upper) == pytest.approx((100 * exact.low, 100 * exact.high), abs=1e-6)
