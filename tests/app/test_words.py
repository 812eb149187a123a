"""Facts of numbers, dates and texts in words."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.words import branch, day_name, month_name, number, percent, signed, text

WHOLE = st.integers(-(10**9), 10**9)
MONTHS = st.dates(date(1950, 1, 1), date(2100, 12, 31)).map(lambda day: f"{day:%Y-%m}")


@given(WHOLE)
def test_a_number_reads_back_as_itself(value: int) -> None:
    shown = number(value)
    assert int(shown.replace(",", "")) == value
    assert all(len(group) == 3 for group in shown.split(",")[1:])


@given(st.data(), st.integers(1, 2_000_000), st.sampled_from([1, 2]))
def test_a_percentage_is_rounded_as_a_person_would(
    data: st.DataObject, denominator: int, decimals: int
) -> None:
    numerator = data.draw(st.integers(0, denominator))
    exact = Decimal(100 * numerator) / denominator
    expected = exact.quantize(Decimal(10) ** -decimals, ROUND_HALF_UP)
    assert percent(100 * numerator / denominator, decimals) == str(expected)


@given(WHOLE.filter(bool))
def test_a_change_carries_its_sign_and_its_opposite_the_other(value: int) -> None:
    signs = {signed(value)[0], signed(-value)[0]}
    assert signs == {"+", "\N{MINUS SIGN}"}
    assert signed(value)[1:] == signed(-value)[1:] == number(abs(value))


@pytest.mark.parametrize("value", [0, 0.0, -0.4, 0.4])
def test_no_change_has_no_sign(value: float) -> None:
    assert signed(value) == "0"


@given(MONTHS)
def test_a_month_is_of_the_buddhist_era_in_thai_and_of_the_common_era_in_english(
    month: str,
) -> None:
    year = int(month[:4])
    assert month_name("th", month).endswith(f" {year + 543}")
    assert month_name("en", month).endswith(f" {year}")
    assert month_name("th", month, short=True).endswith(f" {(year + 543) % 100:02d}")
    assert month_name("en", month, short=True).endswith(f" {year % 100:02d}")


def test_months_and_days_are_named() -> None:
    assert month_name("th", "2020-09") == "กันยายน 2563"
    assert month_name("en", "2020-01") == "January 2020"
    assert month_name("th", "2019-10", short=True) == "ต.ค. 62"
    assert day_name("th", date(2020, 9, 30)) == "30 กันยายน 2563"
    assert day_name("en", date(2020, 2, 29)) == "29 February 2020"


def test_a_text_needs_its_name_and_its_fields() -> None:
    with pytest.raises(KeyError):
        text("th", "overview.nothing_of_this_name")
    with pytest.raises(KeyError):
        text("th", "source.build")
    assert text("en", "source.build", build="20201001") == "Build 20201001"


def test_a_branch_holds_the_texts_below_its_name() -> None:
    assert list(branch("en", "dimension")) == [
        "occupation",
        "education",
        "health",
        "housing",
        "welfare",
    ]
    assert branch("th", "dimension")["health"] == text("th", "dimension.health")
