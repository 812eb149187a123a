"""Facts of the comparison of districts."""

import duckdb
import pytest

from etl.marts.comparison import build_comparison
from tests.small_province import FAR, HERE, NEAR, SmallProvince


def compared(helped: dict[str, tuple[int, int]], dimension: str = "education") -> SmallProvince:
    """Village → households helped and in need; the comparison built from them."""
    province = SmallProvince()
    number = 0
    for village, (helped_households, need_households) in helped.items():
        for place in range(need_households):
            number += 1
            household, need = f"H{number}", f"N{number}"
            province.add("households", household_id=household, village_code=village)
            province.add("needs", need_id=need, household_id=household, dimension=dimension)
            if place < helped_households:
                province.add("help", need_id=need)
    province.build()
    build_comparison(province.connection)
    return province


def rows(province: SmallProvince, columns: str) -> list[tuple[object, ...]]:
    return province.rows(
        f"""
        select area_code, {columns} from mart_comparison
        where indicator = 'education_helped' and month = '2019-11-01' order by area_code
        """
    )


def test_districts_that_differ_beyond_chance_are_told_apart() -> None:
    province = compared({HERE: (40, 45), FAR: (5, 45)})
    columns = "standing, rank_best, rank_worst, group_first, group_last"
    assert rows(province, columns) == [
        ("4001", "higher", 1, 1, 1, 1),
        ("4002", "lower", 2, 2, 2, 2),
    ]


def test_districts_that_chance_could_make_differ_may_have_either_rank() -> None:
    province = compared({HERE: (3, 6), FAR: (5, 6)})
    columns = "standing, rank_best, rank_worst, group_first, group_last"
    assert rows(province, columns) == [("4001", "like", 1, 2, 1, 1), ("4002", "like", 1, 2, 1, 1)]


def test_the_interval_is_the_exact_one_in_percent() -> None:
    province = compared({HERE: (0, 10), NEAR: (0, 0), FAR: (4, 4)})
    found = rows(province, "numerator, denominator, value, lower_pct, upper_pct")
    assert found[0] == pytest.approx(("4001", 0, 10, 0, 0, 100 * (1 - 0.025**0.1)))
    assert found[1] == pytest.approx(("4002", 4, 4, 100, 100 * 0.025**0.25, 100))


def test_a_district_without_a_share_has_no_row_and_takes_no_rank() -> None:
    province = compared({HERE: (3, 6), FAR: (5, 6)})
    assert [code for code, *_ in rows(province, "value")] == ["4001", "4002"]
    assert max(worst for _, worst in rows(province, "rank_worst")) == 2  # type: ignore[type-var]


def test_without_any_record_nothing_is_compared() -> None:
    province = SmallProvince()
    province.build()
    build_comparison(province.connection)
    assert province.rows("from mart_comparison") == []


def test_every_share_of_a_district_with_a_better_side_is_compared_once(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    differing = sample.execute(
        """
        with wanted as (
            select indicator, month, group_code, area_code, numerator, denominator, value
            from mart_indicator join declaration using (indicator)
            where level = 'district' and value is not null
                and unit = 'pct' and direction in ('higher', 'lower')
        )
        select * from (
            (from wanted except all select * exclude (
                lower_pct, upper_pct, standing, rank_best, rank_worst, group_first, group_last
            ) from mart_comparison)
            union all
            (select * exclude (
                lower_pct, upper_pct, standing, rank_best, rank_worst, group_first, group_last
            ) from mart_comparison except all from wanted)
        )
        """
    ).fetchall()
    assert differing == []
    kinds = sample.execute("select count(distinct indicator) from mart_comparison").fetchall()
    assert kinds == [(12 + 4 + 6 + 1,)]


def test_standing_is_on_which_side_of_the_interval_the_province_lies(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    found = sample.execute(
        """
        select lower_pct, upper_pct, province.value, standing
        from mart_comparison as district
        join mart_indicator as province using (indicator, month, group_code)
        where province.level = 'province'
        """
    ).fetchall()
    for lower, upper, province, standing in found:
        expected = (
            "like" if lower <= province <= upper else "higher" if lower > province else "lower"
        )
        assert standing == expected
    assert {standing for *_, standing in found} == {"higher", "lower", "like"}


def test_the_same_households_seen_from_the_other_side_rank_the_same(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    answers = [
        sample.execute(
            """
            select month, area_code, rank_best, rank_worst, group_first, group_last
            from mart_comparison where indicator = $indicator order by month, area_code
            """,
            {"indicator": indicator},
        ).fetchall()
        for indicator in ("income_at_or_above_line", "income_poverty_headcount")
    ]
    assert answers[0] == answers[1] != []


def test_ranks_and_groups_say_the_same_of_two_districts(sample: duckdb.DuckDBPyConnection) -> None:
    """Who surely ranks before another shares no group with it."""
    wrong = sample.execute(
        """
        select one.indicator, one.area_code, other.area_code
        from mart_comparison as one
        join mart_comparison as other using (indicator, month, group_code)
        where one.rank_worst < other.rank_best and one.group_last >= other.group_first
        """
    ).fetchall()
    assert wrong == []
