"""Facts of paging: no page beyond the end, no row left out, none shown twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rows.paging import SIZES, Paging, is_page, paging, paging_filters


@given(total=st.integers(0, 3000), size=st.sampled_from(SIZES))
def test_the_pages_hold_every_row_once(total: int, size: str) -> None:
    pages = paging({"size": size}, total, "name").pages
    shown: list[int] = []
    for page in range(1, pages + 1):
        one = paging({"size": size, "page": str(page)}, total, "name")
        assert one.page == page
        asked = one.part("code")
        assert (asked.rows_at_most, asked.rows_at_all) == (int(size), total)
        places = list(range(asked.rows_before + 1, total + 1))[: asked.rows_at_most]
        if places:
            assert (one.first, one.last) == (places[0], places[-1])
        shown += places
    assert shown == list(range(1, total + 1))


def test_an_empty_list_has_one_page_without_rows() -> None:
    empty = paging({}, 0, "name")
    assert (empty.page, empty.pages, empty.first, empty.last) == (1, 1, 0, 0)


def test_a_page_beyond_the_end_is_the_last() -> None:
    codes = {"page": "999", "size": "25", "order": "-age_days"}
    assert paging(codes, 60, "name") == Paging(3, 25, "-age_days", 60)


def test_the_order_ends_with_what_tells_all_rows_apart() -> None:
    assert paging({}, 60, "-age_days").part("code").order == ("-age_days", "code")


def test_a_link_may_name_what_the_list_knows_and_no_more() -> None:
    assert paging_filters(["name", "age_days"])["order"] == [
        "name",
        "age_days",
        "-name",
        "-age_days",
    ]


@pytest.mark.parametrize(
    ("code", "is_known"),
    [
        *((code, True) for code in ("1", "12")),
        *((code, False) for code in ("0", "01", "-1", "1.5", "๒", "", "9" * 10)),
    ],
)
def test_a_page_is_a_number_from_one_up(code: str, is_known: bool) -> None:
    assert is_page(code) is is_known
