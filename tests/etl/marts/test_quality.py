"""Facts of doubtful figures: each rule finds what it is for, and nothing else."""

import duckdb
import pytest

from etl.marts.quality import build_quality
from tests.small_province import FAR, HERE, NEAR, SmallProvince

DIMENSIONS = ("occupation", "education", "health", "housing", "welfare")
Flags = list[tuple[object, ...]]


def flagged(province: SmallProvince, rule: str) -> Flags:
    """A small province → what a rule finds there: place, month, found and expected."""
    province.build()
    build_quality(province.connection)
    return province.rows(
        """
        select indicator, source, area_code, cast(month as varchar), found, expected
        from data_quality_flag where rule = $rule order by all
        """,
        rule=rule,
    )


def found_in(sample: duckdb.DuckDBPyConnection, indicator: str) -> Flags:
    return sample.execute(
        """
        select area_code, found from data_quality_flag
        where rule = 'suspicious_zero' and indicator = $indicator and found_in = $indicator
        order by area_code
        """,
        {"indicator": indicator},
    ).fetchall()


def test_education_is_doubtful_in_exactly_the_three_known_districts(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    names = dict(sample.execute("select area_code, name_en from area").fetchall())
    found = [(names[code], count) for code, count in found_in(sample, "tpmap_education")]
    assert found == [("Ban Fang", 1), ("Chum Phae", 3), ("Khao Suan Kwang", 1)]


def test_districts_with_nobody_in_health_or_living_are_doubtful_as_well(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    assert found_in(sample, "tpmap_health") == [("4005", 0), ("4020", 0)]
    assert found_in(sample, "tpmap_living") == [("4005", 0), ("4014", 0), ("4019", 0), ("4020", 0)]
    for indicator in ("tpmap_income", "tpmap_access", "tpmap_target_poor"):
        assert found_in(sample, indicator) == []


def test_what_is_made_of_a_doubtful_part_is_doubtful(sample: duckdb.DuckDBPyConnection) -> None:
    found = sample.execute(
        """
        select indicator from data_quality_flag
        where area_code = '4002' and found_in = 'tpmap_education' order by indicator
        """
    ).fetchall()
    assert [indicator for (indicator,) in found] == [
        "mpi_adjusted_headcount",
        "mpi_contribution",
        "mpi_headcount",
        "mpi_intensity",
        "tpmap_education",
        "tpmap_target_poor",
    ]


def test_the_demo_s_district_of_few_needs_is_found(sample: duckdb.DuckDBPyConnection) -> None:
    found = sample.execute(
        "select indicator, area_code, found from data_quality_flag "
        "where rule = 'few_needs' order by indicator"
    ).fetchall()
    kinds = ("need", "helped", "solved")
    expected = {f"{each}_{kind}" for each in ("any", *DIMENSIONS) for kind in kinds}
    assert {indicator for indicator, *_ in found} == expected
    assert {(area, count) for _, area, count in found} == {("4011", 7)}


@pytest.mark.parametrize(("needs", "is_found"), [(2, True), (3, False)])
def test_needs_are_few_below_half_of_the_province_s_share(needs: int, is_found: bool) -> None:
    """20 households there, and 10 here: at the province's share half of them have a need."""
    province = SmallProvince()
    for number in range(1, 31):
        here = number <= 10
        code = HERE if here else FAR
        province.add("households", household_id=f"H{number}", village_code=code)
        if number <= needs or 10 < number <= 25 - needs:
            province.add("needs", household_id=f"H{number}")
    flags = flagged(province, "few_needs")
    expected = ("any_need", "needs", "4001", "2019-10-01", needs, 5)
    assert (expected in flags) == is_found
    assert all(area == "4001" for _, _, area, *_ in flags)


def test_units_that_no_map_shows_are_listed_with_the_persons_there(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    found = sample.execute(
        "select count(*), sum(found) from data_quality_flag where rule = 'no_polygon'"
    ).fetchall()
    assert found == [(23, 124_811)]


def test_a_corrected_code_is_listed_by_source_and_district() -> None:
    province = SmallProvince()
    province.add("households", village_code="40290101")
    province.add("visits")
    batch_id = "households-first"
    province.connection.executemany(
        "insert into correction values (?, ?, 'village_code', ?, ?, 'เดิม', 'old', null)",
        [[batch_id, 2, "40260101", "40290101"], [batch_id, 3, "40260102", "40290102"]],
    )
    assert flagged(province, "code_corrected") == [(None, "households", "4029", None, 2, None)]


def test_refused_rows_are_listed_beside_the_rows_read() -> None:
    province = SmallProvince()
    province.add("households")
    province.add("visits")
    province.connection.execute("update batch set rows_read = 10")
    province.connection.execute(
        """
        insert into reject by name
        select batch_id, unnest([2, 2, 5, 7]) as row_number,
            unnest(['not_date', 'not_choice', 'not_date', 'withdrawn']) as rule
        from batch where source = 'visits'
        """
    )
    assert flagged(province, "rows_rejected") == [(None, "visits", None, None, 2, 10)]


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("record_corrected", [(None, "households", None, None, 1, None)]),
        ("correction_without_effect", [(None, "households", None, None, 1, None)]),
        ("code_corrected", []),
    ],
)
def test_decided_corrections_are_listed_and_those_without_effect(
    rule: str, found: list[tuple[object, ...]]
) -> None:
    province = SmallProvince()
    province.add("households")
    for number in (1, 2):
        province.add("corrections", correction_id=f"C{number}")
    province.connection.execute(
        """
        insert into correction by name
        select batch_id, 2 as row_number, 'bmn_year' as column_name, 'C1' as correction_id
        from batch where source = 'households'
        """
    )
    assert flagged(province, rule) == found


def test_a_report_is_overdue_after_the_tenth_and_not_before() -> None:
    province = SmallProvince()
    province.add("households")
    province.add("households", village_code=NEAR)
    for number in (1, 2):
        province.add("officials", official_id=f"O{number}")
        province.add("pairings", official_id=f"O{number}", household_id=f"H{number}")
    province.add("reports", official_id="O1", report_month="2019-10-01")
    province.add("reports", official_id="O1", report_month="2019-11-01", received_date="2019-11-30")
    found = flagged(province, "reports_overdue")
    assert found == [("reports_received", "reports", "4001", "2019-10-01", 1, 2)]


def test_without_any_file_only_the_units_of_the_register_are_doubtful() -> None:
    province = SmallProvince()
    province.build()
    build_quality(province.connection)
    assert province.rows("select distinct rule, found from data_quality_flag") == [
        ("no_polygon", None)
    ]
    assert province.rows("select count(*) from quality_rule") == [(8,)]
