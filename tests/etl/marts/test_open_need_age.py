"""Facts of how long needs wait: every household that waits is there once, with its age."""

import duckdb


def test_ages_add_up_to_the_households_that_wait_in_every_district_and_month(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    wrong = sample.execute(
        """
        with waiting as (
            select area_code, replace(indicator, '_helped', '') as dimension, month,
                denominator - numerator as households
            from mart_indicator
            where indicator like '%_helped' and indicator <> 'any_helped'
                and level = 'district' and denominator > numerator
        ),

        aged as (
            select district_code as area_code, dimension, month, sum(households) as households
            from open_need_age
            group by all
        )

        select * from waiting full join aged using (area_code, dimension, month)
        where waiting.households is distinct from aged.households
        """
    ).fetchall()
    assert wrong == []


def test_who_waits_grows_a_month_older_every_month(sample: duckdb.DuckDBPyConnection) -> None:
    younger = sample.execute(
        """
        from open_need_age as now
        left join open_need_age as before
            on before.district_code = now.district_code
            and before.dimension = now.dimension
            and before.month = now.month - interval 1 month
            and before.months_waited = now.months_waited - 1
        where now.months_waited > 0 and coalesce(before.households, 0) < now.households
        """
    ).fetchall()
    assert younger == []
    assert sample.execute("select min(months_waited) from open_need_age").fetchone() == (0,)
