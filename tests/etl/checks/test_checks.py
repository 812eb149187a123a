"""Each check is silent on the sample warehouse and speaks when its fact is broken."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

CHECKS = {
    path.stem: path.read_text("utf-8")
    for path in sorted((Path(__file__).resolve().parents[3] / "etl" / "checks").glob("*.sql"))
}
EDUCATION = "indicator = 'education_helped' and month = date '2020-09-01'"
# One fault for each check, on a copy of the tables.
FAULTS = {
    "areas_form_a_tree": "update area set parent_code = '4099' where area_code = '400102'",
    "chain_agrees_with_indicators": """
        update mart_chain set stage = 'helped', reason = 'in_progress'
        where dimension = 'education' and district_code = '4007' and stage = 'solved'
    """,
    "chain_holds_every_household": """
        update mart_chain set households = households + 1
        where dimension = 'education' and district_code = '4007' and stage = 'target'
    """,
    "combination_is_never_negative": """
        update tpmap_combination set households = -1
        where area_code = '4001' and combination = '11111'
    """,
    "combinations_are_the_target_poor": """
        update tpmap_combination set target_poor_persons = target_poor_persons + 1
        where area_code = '400102' and combination = '00010'
    """,
    "compared_share_is_within_its_interval": """
        update mart_comparison set upper_pct = value - 1
        where indicator = 'education_helped' and area_code = '4007'
    """,
    "district_is_sum_of_subdistricts": """
        update mart_indicator set numerator = numerator + 1
        where indicator = 'education_need' and area_code = '400102'
    """,
    "every_area_is_known": "delete from area where area_code = '400103'",
    "every_declaration_has_words": """
        update declaration set caveat_en = '' where indicator = 'education_need'
    """,
    "every_household_is_counted_once": """
        delete from household
        where household_id = (select min(household_id) from household)
    """,
    "every_indicator_is_declared": "delete from declaration where indicator = 'education_need'",
    "excluded_household_has_a_reason": """
        update household set excluded_month = null where excluded_reason = 'died'
    """,
    "help_agrees_with_indicators": """
        update mart_help set new_households = new_households + 1
        where grouping = 'all' and dimension = 'education' and district_code = '4007'
    """,
    "missing_value_has_a_reason": f"""
        update mart_indicator set value = null where {EDUCATION} and level = 'province'
    """,
    "months_are_complete": "delete from mart_indicator where month = date '2020-01-01'",
    "need_is_base_of_helped_and_solved": f"""
        update mart_indicator set denominator = denominator + 1
        where {EDUCATION} and level = 'district'
    """,
    "only_small_areas_are_suppressed": f"""
        update mart_indicator set note = 'suppressed' where {EDUCATION} and level = 'district'
    """,
    "province_is_sum_of_districts": f"""
        update mart_indicator set numerator = numerator - 1 where {EDUCATION} and area_code = '4007'
    """,
    "share_is_within_its_base": f"""
        update mart_indicator set numerator = denominator + 1 where {EDUCATION}
    """,
    "stock_never_falls": f"update mart_indicator set numerator = 0 where {EDUCATION}",
    "suppressed_cell_carries_no_number": """
        update mart_indicator set denominator = 3 where note = 'suppressed'
    """,
    "suppressed_cell_is_never_alone": f"""
        update mart_indicator set note = null
        where {EDUCATION} and level = 'subdistrict' and note = 'suppressed'
            and area_code <> (
                select min(area_code) from mart_indicator
                where {EDUCATION} and level = 'subdistrict' and note = 'suppressed'
            )
    """,
    "tpmap_levels_agree": """
        update tpmap_unit set income_persons = income_persons + 1 where area_code = '40010201'
    """,
}


@pytest.fixture
def copy(sample_warehouse: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The tables that checks read, in memory, free to be spoilt."""
    with duckdb.connect() as connection:
        connection.execute(f"attach '{sample_warehouse}' as sample (read_only)")
        for table in (
            "area", "calendar", "declaration", "household", "mart_chain", "mart_comparison",
            "mart_help", "mart_indicator", "tpmap_combination", "tpmap_poverty_cutoff",
            "tpmap_unit",
        ):  # fmt: skip
            connection.execute(f"create table {table} as from sample.{table}")
        yield connection


def test_every_check_has_a_fault_that_it_must_find() -> None:
    assert FAULTS.keys() == CHECKS.keys()


@pytest.mark.parametrize("check", CHECKS)
def test_the_sample_passes(sample: duckdb.DuckDBPyConnection, check: str) -> None:
    assert sample.execute(CHECKS[check]).fetchall() == []


@pytest.mark.parametrize("check", FAULTS)
def test_a_broken_fact_is_found(copy: duckdb.DuckDBPyConnection, check: str) -> None:
    assert copy.execute(CHECKS[check]).fetchall() == []
    copy.execute(FAULTS[check])
    assert copy.execute(CHECKS[check]).fetchall() != []
