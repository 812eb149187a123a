"""Facts of officers and pairing: every count and list a second time, by loops over the files."""

from collections import Counter, defaultdict
from pathlib import Path

import pytest

from app.access import household_count, household_rows
from app.indicators import areas, cell, months, province_code
from app.officers.figures import (
    HOUSEHOLD_VIEWS,
    REPORT_VIEWS,
    VIEWS,
    Officers,
    officers_by_district,
    shown_officers,
    together,
)
from app.officers.lists import kinds_of
from app.officers.markup import OFFICER_COLUMNS, cards_markup, districts_markup
from app.officers.reports import COUNTS, report_month, reports_by_area
from app.officers.rows import household_line, officer_line
from app.officers.tables import districts_table
from app.service_rule import service_rule
from app.words import LANGUAGES
from tests.planted_cases import idle_officials, overloaded_officials, unpaired_households
from tests.reference_officers import OfficersReference
from tests.screen import selection

# Those not visited are of a month, and counted by an indicator.
COUNTED_HOUSEHOLDS = [view for view in HOUSEHOLD_VIEWS if view != "not_visited"]


@pytest.fixture(scope="module")
def plain(sample_sources: Path) -> OfficersReference:
    return OfficersReference(sample_sources)


def listed(
    build_id: str, view: str, month: str = "2020-07", district: str | None = None
) -> set[str]:
    """The ids in the list of a view, each once."""
    if view in HOUSEHOLD_VIEWS:
        asked = {"district_code": district, "official_id": None, "view": view, "month": month}
        found = household_rows(build_id, "officer_households", **asked)
        ids = [row["household_id"] for row in found]
    else:
        asked = {"district_code": district, "month": month, "view": view}
        ids = [row["official_id"] for row in household_rows(build_id, "officers", **asked)]
    assert len(ids) == len(set(ids))
    return set(ids)


@pytest.mark.parametrize("view", [view for view in VIEWS if view not in REPORT_VIEWS])
def test_every_list_holds_what_the_files_hold(
    build_id: str, plain: OfficersReference, view: str
) -> None:
    for month in ("2019-10", "2020-03", "2020-07"):
        expected = (
            plain.households_of(view, month)
            if view in HOUSEHOLD_VIEWS
            else plain.officers_of(view, month)
        )
        assert listed(build_id, view, month) == expected
        assert expected


def test_planted_overload_idleness_and_unpaired_households_are_found_and_nothing_else(
    build_id: str, plain: OfficersReference
) -> None:
    assert listed(build_id, "overloaded") == overloaded_officials(plain.pairings)
    assert listed(build_id, "never") == idle_officials(plain.officials, plain.pairings)
    assert listed(build_id, "unpaired") == unpaired_households(plain.households, plain.pairings)
    assert listed(build_id, "never") <= listed(build_id, "idle")


def test_every_count_of_a_district_is_that_of_the_list_it_opens(build_id: str) -> None:
    found = officers_by_district(build_id)
    views = {"never": "never_paired"}
    for code in [*found, None]:
        counts = shown_officers(build_id, code)
        for view in ("officers", "overloaded", "idle", "never", *COUNTED_HOUSEHOLDS):
            assert len(listed(build_id, view, district=code)) == getattr(
                counts, views.get(view, view)
            )


def test_late_and_missing_reports_are_those_of_the_files(
    build_id: str, plain: OfficersReference
) -> None:
    sent, due = plain.report_days(), plain.due()
    district = {row["official_id"]: row["district_code"] for row in plain.officials}
    late, missing = Counter[str](), Counter[str]()
    for who, month in due:
        if (who, month) not in sent:
            missing[district[who]] += 1
        elif not plain.on_time(month, sent[who, month]):
            late[district[who]] += 1
    for code, counts in officers_by_district(build_id).items():
        assert (counts.late_reports, counts.missing_reports) == (late[code], missing[code])
        for view, count in (("late", late[code]), ("missing", missing[code])):
            asked = {"district_code": code, "view": view}
            assert household_count(build_id, "officer_reports", **asked) == count
    for view in REPORT_VIEWS:
        rows = household_rows(build_id, "officer_reports", district_code=None, view=view)
        found = [(row["official_id"], row["month"].strftime("%Y-%m")) for row in rows]
        assert len(found) == len(set(found))
        assert set(found) == plain.reports_of(view)


def test_households_not_visited_and_reports_not_on_time_are_the_rest_of_the_indicators(
    build_id: str,
) -> None:
    rests = {"not_visited": "households_visited", "not_on_time": "reports_on_time"}
    for view, indicator in rests.items():
        for month in ("2019-12", "2020-07"):
            for code in [*areas(build_id)["district"], None]:
                rest = cell(build_id, indicator, month, code or province_code(build_id)).rest
                assert len(listed(build_id, view, month, code)) == rest


def test_reports_of_a_month_equal_the_indicators_and_the_lists_they_open(build_id: str) -> None:
    for month in months(build_id):
        shown = report_month(build_id, month)
        assert shown <= month
        found = reports_by_area(build_id, shown)
        for code, reports in found.items():
            received = cell(build_id, "reports_received", shown, code)
            on_time = cell(build_id, "reports_on_time", shown, code)
            assert (reports.due, reports.received) == (received.denominator, received.numerator)
            assert (reports.due, reports.on_time) == (on_time.denominator, on_time.numerator)
            if month == "2020-07":
                district = None if code == province_code(build_id) else code
                for view in COUNTS:
                    asked = {"district_code": district, "month": shown, "view": view}
                    assert household_count(build_id, "officers", **asked) == getattr(reports, view)


def test_an_officer_s_row_opens_exactly_the_households_it_counts(
    build_id: str, plain: OfficersReference
) -> None:
    of_officer = defaultdict(set)
    for household, (_, official) in plain.officer_now().items():
        if household in plain.kept:
            of_officer[official].add(household)
    every = household_rows(
        build_id, "officers", district_code=None, month="2020-07", view="overloaded"
    )
    for row in every:
        asked = {
            "district_code": None,
            "official_id": row["official_id"],
            "view": "paired",
            "month": "2020-09",
        }
        found = household_rows(build_id, "officer_households", **asked)
        assert {each["household_id"] for each in found} == of_officer[row["official_id"]]
        assert len(found) == row["households"]


def test_days_without_a_visit_are_counted_from_the_last_one_or_from_the_officer(
    build_id: str, plain: OfficersReference
) -> None:
    asked = {"district_code": None, "official_id": None, "view": "households", "month": "2020-09"}
    found = household_rows(build_id, "officer_households", **asked)
    assert {row["household_id"]: row["gap_days"] for row in found} == plain.gap_days()


def test_together_adds_up_and_of_nothing_is_nothing() -> None:
    one = Officers(*range(9))
    assert together([one, one]) == Officers(*(2 * each for each in range(9)))
    assert together([]) == Officers(*([0] * 9))
    assert Officers(0, 0, 0, 0, 0, 0, 10, 7, 0).unpaired == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_figure_on_the_screen_links_to_its_rows(build_id: str, language: str) -> None:
    chosen = selection(lang=language, district="4007")
    found, reports = officers_by_district(build_id), reports_by_area(build_id, "2020-07")
    cards = cards_markup(chosen, shown_officers(build_id, "4007"), service_rule(build_id))
    table = districts_markup(build_id, chosen, found, reports)
    assert (
        f'data-codes="view=officers&amp;district=4007&amp;official=&amp;order=">{found["4007"].officers}</a>'
        in cards
    )
    assert table.count("<tr") == 1 + 1 + len(areas(build_id)["district"])
    assert table.count('class="chosen"') == 1
    assert (
        f'view=on_time&amp;district=4001&amp;official=&amp;order=">{reports["4001"].on_time}</a>'
        in table
    )


def test_the_table_has_each_district_s_counts(build_id: str) -> None:
    found, reports = officers_by_district(build_id), reports_by_area(build_id, "2020-07")
    frame = districts_table(build_id, selection(), found, reports)
    row = frame[frame.iloc[:, 0] == "4007"].iloc[0].tolist()
    assert row[2:8] == [getattr(found["4007"], name) for name in OFFICER_COLUMNS]
    assert row[8:11] == [getattr(reports["4007"], name) for name in COUNTS]
    assert row[11] == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_have_a_cell_for_columns_only(build_id: str, language: str) -> None:
    rule, chosen = service_rule(build_id), selection(lang=language)
    asked = {"district_code": None, "month": "2020-07", "view": "overloaded"}
    for row in household_rows(build_id, "officers", **asked):
        line = officer_line(build_id, chosen, row, rule)
        assert line.cells.keys() == kinds_of("officers").keys()
        assert line.href
        assert f"official={row['official_id']}" in line.href
    asked = {"district_code": None, "official_id": None, "view": "unpaired", "month": "2020-09"}
    for row in household_rows(build_id, "officer_households", **asked):
        line = household_line(build_id, chosen, row, rule)
        assert line.cells.keys() == kinds_of("unpaired").keys()
        assert line.href
        assert line.href.endswith(f"household={row['household_id']}")
