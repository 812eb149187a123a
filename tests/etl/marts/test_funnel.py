"""Facts of the funnels: who is unusual, and what it would be without the spread of districts."""

from statistics import NormalDist

import duckdb
import pytest

from etl.marts.funnel import build_funnel
from tests.small_province import SmallProvince


def test_plain_limits_would_put_23_of_26_districts_outside_for_the_target_poor(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    points = sample.execute(
        """
        select value, denominator, target_pct, is_outside_plain_3sd, is_outside_3sd
        from mart_funnel where indicator = 'tpmap_target_poor'
        """
    ).fetchall()
    reach = NormalDist().inv_cdf(0.999)
    plain = [
        abs(value - target) > reach * (target * (100 - target) / denominator) ** 0.5
        for value, denominator, target, *_ in points
    ]
    assert (len(points), sum(plain)) == (26, 23)
    assert [is_outside for *_, is_outside, _ in points] == plain
    assert sum(is_outside for *_, is_outside in points) == 1


def test_the_spread_of_the_target_poor_is_stated(sample: duckdb.DuckDBPyConnection) -> None:
    found = sample.execute(
        "select distinct phi, tau_points from mart_funnel where indicator = 'tpmap_target_poor'"
    ).fetchall()
    assert found == [pytest.approx((239.41, 1.1304), rel=1e-3)]


def test_a_survey_s_limits_are_widened_and_the_programme_s_are_exact(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    found = sample.execute(
        """
        select distinct period, method, phi is not null, tau_points is not null,
            is_outside_plain_3sd is not null
        from mart_funnel join declaration using (indicator) order by period
        """
    ).fetchall()
    assert found == [
        ("edition", "overdispersed", True, True, True),
        ("month", "binomial", False, False, False),
    ]


def test_a_district_is_outside_exactly_where_its_point_is_beyond_the_line(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    found = sample.execute(
        """
        select point.value, lower_2sd_pct, upper_2sd_pct, lower_3sd_pct, upper_3sd_pct,
            is_outside_2sd, is_outside_3sd
        from mart_funnel as point
        join mart_funnel_limit as line using (indicator, month, group_code, denominator)
        """
    ).fetchall()
    assert len(found) > 1_000
    for value, lower_2sd, upper_2sd, lower_3sd, upper_3sd, outside_2sd, outside_3sd in found:
        assert 0 <= lower_3sd <= lower_2sd <= upper_2sd <= upper_3sd <= 100
        assert outside_2sd == (not lower_2sd <= value <= upper_2sd)
        assert outside_3sd == (not lower_3sd <= value <= upper_3sd)


def test_lines_run_from_the_smallest_district_to_the_largest(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    wrong = sample.execute(
        """
        with point as (
            select indicator, month, group_code, min(denominator) as smallest,
                max(denominator) as largest
            from mart_funnel group by all
        ),
        line as (
            select indicator, month, group_code, min(denominator) as smallest,
                max(denominator) as largest, count(*) as sizes
            from mart_funnel_limit group by all
        )
        from point full join line using (indicator, month, group_code, smallest, largest)
        where point.indicator is null or line.indicator is null or sizes > 40
        """
    ).fetchall()
    assert wrong == []


def test_every_compared_share_has_its_point(sample: duckdb.DuckDBPyConnection) -> None:
    keys = "indicator, month, group_code, area_code, denominator, value"
    assert (
        sample.execute(
            f"select {keys} from mart_funnel except select {keys} from mart_comparison"
        ).fetchall()
        == []
    )
    counts = "select (select count(*) from mart_funnel), (select count(*) from mart_comparison)"
    row = sample.execute(counts).fetchone()
    assert row is not None
    assert row[0] == row[1] > 0


def test_without_any_record_there_is_no_point_and_no_line() -> None:
    province = SmallProvince()
    province.build()
    build_funnel(province.connection)
    assert province.rows("from mart_funnel") == []
    assert province.rows("from mart_funnel_limit") == []
