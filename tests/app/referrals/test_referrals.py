"""Facts of referrals: every count, median and list a second time, by loops over the files."""

from collections.abc import Callable, Mapping
from datetime import date
from itertools import product
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.access import household_count, household_rows
from app.indicators import DIMENSIONS, areas, months
from app.referrals.figures import AGES, HOLDERS, NONE, STATES, Group, referral_counts
from app.referrals.markup import days, districts_markup, holders_markup
from app.referrals.rows import KINDS, list_title, referral_line
from app.referrals.sentences import referrals_sentence, referrals_table
from app.service_rule import service_rule
from app.words import LANGUAGES, month_name, number, text
from tests.planted_cases import rows_of, unanswered_referrals
from tests.reference import last_day
from tests.screen import selection

STALE_DAYS = 90
Referral = Mapping[str, str]


def referrals_of(directory: Path) -> list[dict[str, str]]:
    """Every referral with the household, dimension and district of its need."""
    needs = {row["need_id"]: row for row in rows_of(directory, "needs")}
    villages = {
        row["household_id"]: row["village_code"] for row in rows_of(directory, "households")
    }
    found = []
    for row in rows_of(directory, "referrals"):
        need = needs[row["need_id"]]
        place = {"district_code": villages[need["household_id"]][:4]}
        found.append(
            {**row, **place, **{each: need[each] for each in ("household_id", "dimension")}}
        )
    return found


@pytest.fixture(scope="module")
def plain(sample_sources: Path) -> list[dict[str, str]]:
    return referrals_of(sample_sources)


def between(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def is_waiting(row: Referral, end: str) -> bool:
    return all(not day or day > end for day in (row["answered_date"], row["closed_date"]))


def is_answered(row: Referral, end: str) -> bool:
    return bool(row["answered_date"]) and row["answered_date"] <= end


def is_stale(row: Referral, end: str) -> bool:
    return is_waiting(row, end) and between(row["opened_date"], end) > STALE_DAYS


def belongs(row: Referral, group: Group) -> bool:
    pairs = (
        (group.district_code, row["district_code"]),
        (group.holder, row["to_holder"]),
        (group.dimension, row["dimension"]),
    )
    return all(wanted in (None, own) for wanted, own in pairs)


def every_group(build_id: str) -> list[Group]:
    districts = [None, *areas(build_id)["district"]]
    return [
        *(Group(code, holder) for code, holder in product(districts, [None, *HOLDERS])),
        *(Group(code, None, dimension) for code, dimension in product(districts, DIMENSIONS)),
    ]


def test_every_count_and_median_is_that_of_the_files(
    build_id: str, plain: list[dict[str, str]]
) -> None:
    for month in months(build_id):
        end = last_day(f"{month}-01")
        found = referral_counts(build_id, month)
        for group in every_group(build_id):
            sent = [row for row in plain if row["opened_date"] <= end and belongs(row, group)]
            waiting = [row for row in sent if is_waiting(row, end)]
            answered = [row for row in sent if is_answered(row, end)]
            open_days = [between(row["opened_date"], end) for row in waiting]
            answer_days = [between(row["opened_date"], row["answered_date"]) for row in answered]
            assert found.get(group, NONE) == (
                len(sent),
                len(waiting),
                sum(is_stale(row, end) for row in sent),
                len(answered),
                median(open_days) if waiting else None,
                median(answer_days) if answered else None,
            )


IN_STATE: Mapping[str, Callable[[Referral, str], bool]] = {
    "waiting": is_waiting,
    "answered": is_answered,
    "all": lambda row, end: True,
}


@given(
    month=st.sampled_from(["2019-11", "2020-02", "2020-05", "2020-09"]),
    state=st.sampled_from(STATES),
    age=st.sampled_from([None, *AGES]),
    group=st.builds(
        Group,
        st.sampled_from([None, "4001", "4007", "4016"]),
        st.sampled_from([None, *HOLDERS]),
        st.sampled_from([None, *DIMENSIONS]),
    ),
)
@settings(max_examples=60)
def test_the_list_of_any_filters_holds_what_the_files_hold(
    build_id: str,
    plain: list[dict[str, str]],
    month: str,
    state: str,
    age: str | None,
    group: Group,
) -> None:
    end = last_day(f"{month}-01")
    expected = {
        row["referral_id"]
        for row in plain
        if row["opened_date"] <= end
        and belongs(row, group)
        and IN_STATE[state](row, end)
        and (age is None or is_stale(row, end))
    }
    found = household_rows(build_id, "referrals", **asked(month, state, age, group))
    assert sorted(row["referral_id"] for row in found) == sorted(expected)


def asked(month: str, state: str, age: str | None, group: Group) -> dict[str, Any]:
    return {
        "month": month,
        "state": state,
        "age": age,
        "district_code": group.district_code,
        "holder": group.holder,
        "need": group.dimension,
    }


def test_planted_unanswered_referrals_are_all_found_and_nothing_else(
    build_id: str, sample_sources: Path
) -> None:
    found = household_rows(build_id, "referrals", **asked("2020-09", "waiting", None, Group()))
    planted = unanswered_referrals(rows_of(sample_sources, "referrals"))
    assert {row["referral_id"] for row in found} == planted
    assert planted


def test_every_count_is_that_of_the_list_it_opens(build_id: str) -> None:
    found = referral_counts(build_id, "2020-06")
    for group, counts in found.items():
        for state, age, count in (
            ("all", None, counts.referrals),
            ("waiting", None, counts.waiting),
            ("waiting", "stale", counts.stale),
            ("answered", None, counts.answered),
        ):
            listed = household_count(build_id, "referrals", **asked("2020-06", state, age, group))
            assert listed == count


def test_days_of_a_row_are_those_it_waits_or_waited(
    build_id: str, plain: list[dict[str, str]]
) -> None:
    by_id = {row["referral_id"]: row for row in plain}
    end = "2020-06-30"
    for row in household_rows(build_id, "referrals", **asked("2020-06", "all", None, Group())):
        own = by_id[row["referral_id"]]
        last = end if is_waiting(own, end) else own["answered_date"]
        assert row["days"] == between(own["opened_date"], last)
        assert row["household_id"] == own["household_id"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentence_names_who_keeps_most_waiting(build_id: str, language: str) -> None:
    found = referral_counts(build_id, "2020-09")
    told = referrals_sentence(selection(lang=language), found, service_rule(build_id))
    for figure in (found[Group()].waiting, found[Group()].stale, STALE_DAYS):
        assert number(figure) in told
    assert text(language, "holder.province") in told
    assert found[Group(None, "province")].waiting == max(
        found[Group(None, each)].waiting for each in HOLDERS
    )
    nothing = referrals_sentence(selection(lang=language), {}, service_rule(build_id))
    month = month_name(language, "2020-09")
    assert nothing == text(language, "referrals.sentence_none", month=month)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_figure_links_to_its_rows(build_id: str, language: str) -> None:
    chosen = selection(lang=language, district="4007")
    found = referral_counts(build_id, "2020-09")
    by_holder = holders_markup(chosen, found)
    waiting = found[Group("4007", "province")].waiting
    codes = "state=waiting&amp;age=&amp;holder=province&amp;need=&amp;district=4007&amp;order="
    assert f'data-codes="{codes}">{waiting}</a>' in by_holder
    by_district = districts_markup(build_id, chosen, found)
    assert by_district.count("<tr") == 2 + len(areas(build_id)["district"])
    stale = found[Group("4001")].stale
    codes = "state=waiting&amp;age=stale&amp;holder=&amp;need=&amp;district=4001&amp;order="
    assert f'data-codes="{codes}">{stale}</a>' in by_district


def test_a_median_shows_its_half_and_nothing_is_a_dash() -> None:
    assert [days(246.5), days(23.0), days(1200.0), days(None)] == ["246.5", "23", "1,200", "–"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_have_a_cell_for_every_column(build_id: str, language: str) -> None:
    chosen, rule = selection(lang=language), service_rule(build_id)
    found = household_rows(build_id, "referrals", **asked("2020-09", "all", None, Group()))
    for row in found:
        line = referral_line(build_id, chosen, row, rule)
        assert line.cells.keys() == KINDS.keys()
        assert line.id.partition(" ")[0] == row["household_id"]
    assert len({referral_line(build_id, chosen, row, rule).id for row in found}) == len(found)
    title = list_title(build_id, chosen, {"age": "stale", "holder": "ministry", "need": "health"})
    assert text(language, "holder.ministry") in title


def test_the_table_has_every_district_s_groups(build_id: str) -> None:
    found = referral_counts(build_id, "2020-09")
    frame = referrals_table(build_id, selection(), found)
    assert len(frame) == len([group for group in found if group.district_code])
    assert frame.iloc[:, 3].sum() == 3 * found[Group()].referrals
