"""Facts of the target households and who of them is left out."""

from datetime import date

import duckdb
import pytest

from tests.small_province import SmallProvince


@pytest.mark.parametrize(
    ("status", "wants_help", "reason"),
    [
        ("found", True, None),
        ("found", None, None),
        ("found", False, "declined"),
        ("died", None, "died"),
        ("died", False, "died"),
        ("moved", True, "moved"),
        ("not_found", None, "not_found"),
    ],
)
def test_a_household_is_left_out_for_a_reason_and_unknown_is_not_no(
    status: str, wants_help: bool | None, reason: str | None
) -> None:
    province = SmallProvince()
    province.add("households", status=status, wants_help=wants_help, status_date="2019-12-24")
    province.build()
    month = None if reason is None else date(2019, 12, 1)
    assert province.rows("select excluded_reason, excluded_month from household") == [
        (reason, month)
    ]


def test_the_synthetic_year_leaves_out_twenty_four(sample: duckdb.DuckDBPyConnection) -> None:
    assert sample.execute(
        "select excluded_reason, count(*) from household where excluded_reason is not null "
        "group by all order by all"
    ).fetchall() == [("declined", 5), ("died", 8), ("moved", 6), ("not_found", 5)]
