"""Facts of the long table of indicators."""

import re
from itertools import pairwise
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.small_province import BESIDE, FAR, HERE, NEAR, SmallProvince

CHECKS = Path(__file__).resolve().parents[2] / "etl" / "checks"
PUBLISHED = {
    "target_households": (1174, 1174),
    "excluded_households": (24, 1174),
    "occupation_need": (688, 1150),
    "occupation_helped": (655, 688),
    "education_need": (385, 1150),
    "education_helped": (279, 385),
    "health_need": (702, 1150),
    "health_helped": (564, 702),
    "housing_need": (291, 1150),
    "housing_helped": (134, 291),
    "welfare_need": (517, 1150),
    "welfare_helped": (517, 517),
}
TPMAP_PUBLISHED = {
    "tpmap_surveyed_households": (353_910, None),
    "tpmap_surveyed_persons": (1_140_733, None),
    "tpmap_target_poor": (25_637, 1_140_733),
    "tpmap_education": (11_230, 1_140_733),
    "tpmap_income": (7_905, 1_140_733),
    "tpmap_living": (4_901, 1_140_733),
    "tpmap_health": (4_241, 1_140_733),
    "tpmap_access": (158, 1_140_733),
}


@pytest.mark.parametrize("indicator", PUBLISHED)
def test_the_submission_s_year_ends_with_known_figures(
    sample: duckdb.DuckDBPyConnection, indicator: str
) -> None:
    found = sample.execute(
        """
        select numerator, denominator from mart_indicator
        where indicator = $indicator and area_code = '40' and group_code = 'all'
            and month = date '2020-09-01'
        """,
        {"indicator": indicator},
    ).fetchall()
    assert found == [PUBLISHED[indicator]]


@pytest.mark.parametrize("indicator", TPMAP_PUBLISHED)
@pytest.mark.parametrize("level", ["province", "district", "subdistrict", "village"])
def test_tpmap_totals_are_the_published_ones_at_every_level(
    sample: duckdb.DuckDBPyConnection, indicator: str, level: str
) -> None:
    found = sample.execute(
        """
        select sum(numerator), sum(denominator) from mart_indicator
        where indicator = $indicator and level = $level and month = date '2018-12-01'
        """,
        {"indicator": indicator, "level": level},
    ).fetchall()
    assert found == [TPMAP_PUBLISHED[indicator]]


def test_target_households_split_into_developable_and_relief(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    assert sample.execute(
        """
        select group_code, numerator from mart_indicator
        where indicator = 'target_households' and level = 'province' and month = '2020-09-01'
        order by group_code
        """
    ).fetchall() == [("all", 1174), ("developable", 661), ("relief", 513)]


def test_every_district_and_subdistrict_has_a_cell_also_towns(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    assert sample.execute(
        """
        select level, count(distinct area_code) from mart_indicator
        where indicator = 'education_helped' and level <> 'village'
        group by level order by level
        """
    ).fetchall() == [("district", 26), ("province", 1), ("subdistrict", 222)]


@pytest.mark.parametrize("code", ["400101", "400114"])
def test_a_subdistrict_that_tpmap_did_not_survey_is_blank_and_not_zero(
    sample: duckdb.DuckDBPyConnection, code: str
) -> None:
    assert sample.execute(
        """
        select distinct numerator, value, note from mart_indicator
        where indicator like 'tpmap_%' and area_code = $code
        """,
        {"code": code},
    ).fetchall() == [(None, None, "not_collected")]


def test_reports_of_a_month_are_not_yet_known_before_the_tenth_and_not_collected_later(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    notes = dict(
        sample.execute(
            """
            select cast(month as varchar), any_value(note) from mart_indicator
            where indicator = 'reports_on_time' group by month
            having count(distinct coalesce(note, '')) = 1
            """
        ).fetchall()
    )
    assert notes["2020-07-01"] is None
    assert notes["2020-08-01"] == "not_collected"
    assert notes["2020-09-01"] == "not_yet"
    assert len(notes) == 12


def test_reports_stop_at_the_district(sample: duckdb.DuckDBPyConnection) -> None:
    levels = sample.execute(
        "select distinct level from mart_indicator where indicator like 'reports_%' order by level"
    ).fetchall()
    assert levels == [("district",), ("province",)]


def with_needs(village_households: dict[str, int], helped: int = 0) -> SmallProvince:
    """Households with a need in education in each village, the first ones of them helped."""
    province = SmallProvince()
    number = 0
    for village, households in village_households.items():
        for _ in range(households):
            number += 1
            province.add("households", household_id=f"H{number}", village_code=village)
            province.add("needs", need_id=f"N{number}", household_id=f"H{number}")
            if number <= helped:
                province.add("help", need_id=f"N{number}")
    if not helped:
        province.add("help", status="planned", help_date="2019-11-20")
    province.build()
    return province


def test_four_households_are_hidden_and_five_are_shown() -> None:
    province = with_needs({HERE: 5, NEAR: 5})
    assert province.cell("education_helped", HERE, "2019-11") == (0, 5, None)
    assert province.cell("education_helped", HERE[:6], "2019-11") == (0, 5, None)
    province = with_needs({HERE: 4, NEAR: 4, FAR: 5})
    assert province.cell("education_helped", HERE, "2019-11") == (None, None, "suppressed")
    assert province.cell("education_helped", HERE[:6], "2019-11") == (None, None, "suppressed")


def test_a_district_is_never_hidden() -> None:
    province = with_needs({HERE: 2, FAR: 1})
    assert province.cell("education_helped", "4001", "2019-11") == (0, 2, None)
    assert province.cell("education_helped", "4002", "2019-11") == (0, 1, None)


def test_a_single_hidden_subdistrict_takes_the_smallest_shown_one_with_it() -> None:
    province = with_needs({HERE: 3, NEAR: 9, "40010401": 7})
    hidden = (None, None, "suppressed")
    assert province.cell("education_helped", HERE[:6], "2019-11") == hidden
    assert province.cell("education_helped", "400104", "2019-11") == hidden
    assert province.cell("education_helped", NEAR[:6], "2019-11") == (0, 9, None)


def test_villages_of_a_subdistrict_hidden_for_another_do_not_add_up_to_it() -> None:
    province = with_needs({HERE: 6, BESIDE: 8, NEAR: 3})
    hidden = (None, None, "suppressed")
    assert province.cell("education_helped", HERE[:6], "2019-11") == hidden
    assert province.cell("education_helped", HERE, "2019-11") == hidden
    assert province.cell("education_helped", BESIDE, "2019-11") == (0, 8, None)


def test_a_count_of_households_is_not_a_share_and_stays() -> None:
    province = with_needs({HERE: 2})
    assert province.cell("education_need", HERE, "2019-11") == (2, 2, None)


def test_a_share_of_nobody_does_not_apply() -> None:
    province = with_needs({HERE: 6})
    assert province.cell("education_helped", "4002", "2019-11") == (0, 0, "not_applicable")
    assert province.cell("education_need", "4002", "2019-11") == (0, 0, None)
    assert province.cell("health_helped", "4001", "2019-11") == (0, 0, "not_applicable")


def test_a_village_without_anything_to_count_has_no_cell() -> None:
    province = with_needs({HERE: 6})
    assert province.cell("education_helped", FAR, "2019-11") is None
    assert province.cell("health_helped", HERE, "2019-11") is None


def test_what_no_file_tells_was_not_collected() -> None:
    province = SmallProvince()
    province.add("households")
    province.add("visits")
    province.build()
    not_collected = (None, None, "not_collected")
    for indicator in ("education_need", "education_helped", "income_at_or_above_line"):
        for area in ("40", "4001", "400102"):
            assert province.cell(indicator, area, "2019-11") == not_collected
    assert province.cell("households_visited", "4001", "2019-11") == (1, 1, None)


def test_a_warehouse_without_any_file_has_declarations_and_no_cell() -> None:
    province = SmallProvince()
    province.build()
    assert province.rows("select count(*) from mart_indicator") == [(0,)]
    assert province.rows("select count(*) from declaration") == [(39,)]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    households=st.dictionaries(
        st.sampled_from([HERE, BESIDE, NEAR, FAR, "40090101", "40290101"]),
        st.integers(1, 9),
        min_size=1,
    ),
    helped=st.integers(0, 20),
)
def test_whatever_is_counted_the_province_is_its_districts_and_a_blank_is_no_zero(
    households: dict[str, int], helped: int
) -> None:
    province = with_needs(households, min(helped, sum(households.values())))
    for check in ("province_is_sum_of_districts", "missing_value_has_a_reason"):
        sql = (CHECKS / f"{check}.sql").read_text("utf-8")
        assert province.rows(sql) == []
    for village, number in households.items():
        shown = province.cell("education_helped", village, "2019-11")
        assert shown is not None
        assert shown[2] == "suppressed" or shown[1] == number


def test_building_again_gives_the_same_rows() -> None:
    tables = []
    for _ in range(2):
        province = with_needs({HERE: 6, BESIDE: 3, FAR: 2}, helped=4)
        tables.append(province.rows("from mart_indicator"))
    assert all(one == other for one, other in pairwise(tables))


def test_counts_are_divided_in_the_rate_only() -> None:
    quoted_or_comment = re.compile(r"'[^']*'|--[^\n]*")
    dividing = [
        path.name
        for path in CHECKS.parent.rglob("*.sql")
        if path.parent.name not in ("sources", "rules", "quality")
        and "/" in quoted_or_comment.sub("", path.read_text("utf-8"))
    ]
    # A gap is a household's own, not a share of anything counted.
    assert sorted(dividing) == ["income_gap.sql", "rate.sql"]
