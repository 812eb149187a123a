"""Facts of a profile's tables: indicators, needs, reports and villages are those of the mart."""

import duckdb
import pytest

from app.indicators import DIMENSIONS, Area, Cell, series
from app.profile.indicator_rows import INDICATORS, indicator_rows, indicators_markup
from app.profile.needs import needs_markup, needs_of
from app.profile.reporting import INDICATORS as REPORTS
from app.profile.reporting import reporting_markup, reporting_sentence
from app.profile.summary import NEEDED
from app.profile.villages import Village, villages, villages_sentence, villages_table
from app.words import LANGUAGES, text
from tests.screen import selection

FIGURE = """
select value, numerator, denominator, note
from mart_indicator
where indicator = $indicator and area_code = $area and group_code = 'all'
    and strftime(month, '%Y-%m') = $month
"""
PEERS = """
select min(value), max(value)
from mart_comparison
where indicator = $indicator and strftime(month, '%Y-%m') = $month and group_code = 'all'
    and area_code in (select peer_code from district_peer where area_code = $area)
"""
VILLAGES = """
select
    area_code,
    max(numerator) filter (indicator = 'target_households') as households,
    max(numerator) filter (indicator = 'any_need') as need,
    max(numerator) filter (indicator = 'any_helped') as helped,
    max(note) filter (indicator = 'any_helped') as note
from mart_indicator
where level = 'village' and area_code[:4] = $area and group_code = 'all'
    and strftime(month, '%Y-%m') = $month
group by area_code
having households > 0
order by households desc, area_code
"""


@pytest.mark.parametrize("district", ["4007", "4029"])
def test_every_indicator_is_the_mart_s_beside_province_and_peers(
    sample: duckdb.DuckDBPyConnection, build_id: str, district: str
) -> None:
    rows = indicator_rows(build_id, selection(district=district, month="2020-09"))
    assert [row.indicator for row in rows] == list(INDICATORS)
    for row in rows:
        asked = {"indicator": row.indicator, "month": row.month, "area": district}
        assert row.cell == Cell(*sample.execute(FIGURE, asked).fetchall()[0])
        assert row.province == Cell(*sample.execute(FIGURE, {**asked, "area": "40"}).fetchall()[0])
        assert row.peers == sample.execute(PEERS, asked).fetchall()[0]
        assert row.month == ("2020-07" if row.indicator == "reports_on_time" else "2020-09")


def test_a_change_is_the_difference_to_the_month_before_that_has_a_figure(
    sample: duckdb.DuckDBPyConnection, build_id: str
) -> None:
    rows = {row.indicator: row for row in indicator_rows(build_id, selection(district="4007"))}
    for indicator, before in (("health_helped", "2020-08"), ("reports_on_time", "2020-06")):
        asked = {"indicator": indicator, "month": before, "area": "4007"}
        earlier = sample.execute(FIGURE, asked).fetchall()[0][0]
        row = rows[indicator]
        assert row.cell.value is not None
        assert row.change_points == pytest.approx(row.cell.value - earlier)
    first = indicator_rows(build_id, selection(district="4007", month="2019-10"))
    assert {row.change_points for row in first} == {None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_of_indicators_has_a_row_for_each_and_words_where_none_has_a_need(
    build_id: str, language: str
) -> None:
    chosen = selection(lang=language, district="4011")
    shown = indicators_markup(build_id, chosen, indicator_rows(build_id, chosen))
    assert shown.count("<tr") == 1 + len(INDICATORS)
    assert text(language, "map.short_not_applicable") in shown
    assert text(language, "standing.like") in shown


def test_solved_helped_and_waiting_add_up_to_the_need(build_id: str) -> None:
    found = series(build_id, NEEDED, "district")
    for code in ("4001", "4011"):
        needs = needs_of(found, "2020-09", code)
        assert list(needs) == list(DIMENSIONS)
        for each in needs.values():
            assert each["solved"] + each["helped"] + each["waiting"] == each["need"]
            assert min(each.values()) >= 0
    shown = needs_markup(selection(lang="en"), needs_of(found, "2020-09", "4001"))
    assert shown.count('<th scope="row">') == len(DIMENSIONS)


def test_reports_are_those_due_received_and_on_time(
    sample: duckdb.DuckDBPyConnection, build_id: str
) -> None:
    found = series(build_id, REPORTS, "district")
    asked = {"indicator": "reports_on_time", "month": "2020-07", "area": "4007"}
    _, on_time, due, _ = sample.execute(FIGURE, asked).fetchall()[0]
    said = reporting_sentence(selection(lang="en"), found, "4007")
    assert f"In July 2020, {due} officers" in said
    assert f"{on_time} came on time" in said
    shown = reporting_markup(selection(lang="en"), found, "4007")
    assert shown.count('<th scope="col">') == 12
    assert text("en", "map.short_not_yet") in shown
    early = reporting_markup(selection(lang="en", month="2019-12"), found, "4007")
    assert early.count('<th scope="col">') == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_villages_stand_largest_first_and_hide_what_the_mart_hides(
    sample: duckdb.DuckDBPyConnection, build_id: str, language: str
) -> None:
    chosen = selection(lang=language)
    frame = villages_table(chosen, villages(build_id, "4007", "2020-09"))
    rows = sample.execute(VILLAGES, {"area": "4007", "month": "2020-09"}).fetchall()
    records = frame.astype(object).where(frame.notna(), None).itertuples(index=False)
    assert [(each[0], *each[2:5]) for each in records] == [row[:4] for row in rows]
    hidden = [row for row in rows if row[4] is not None]
    assert (frame.iloc[:, -1] != "").sum() == len(hidden) > 0
    said = villages_sentence(chosen, frame)
    assert str(len(rows)) in said
    assert str(len(hidden)) in said


def test_a_village_without_a_need_has_nothing_to_tell_of_and_is_not_without_data() -> None:
    area = Area("40010101", "400101", "หมู่ที่ 1", "Moo 1", False)
    targets, nobody = Cell(3.0, 3, 3, None), Cell(0.0, 0, 3, None)
    known = Village(area, {"target_households": targets, "any_need": nobody})
    unknown = Village(area, {"target_households": targets})
    frame = villages_table(selection(lang="en"), (known, unknown))
    assert list(frame["Note"]) == ["no case", "no data"]
