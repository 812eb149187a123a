"""Facts of what a district has to do: every figure is the mart's, the most waiting comes first."""

import duckdb
import pytest

from app.access import household_count
from app.indicators import DIMENSIONS, Cell, areas, months, series
from app.officers.figures import HOUSEHOLD_VIEWS
from app.officers.reports import report_month
from app.profile.sentences import task_sentence
from app.profile.summary import NEEDED, tasks_of
from app.profile.tasks import HELPED, LISTED, Task, list_of, tasks
from app.words import LANGUAGES, texts
from tests.screen import selection

CELLS = """
select area_code, strftime(month, '%Y-%m'), numerator, denominator
from mart_indicator
where indicator = $indicator and level = $level and group_code = 'all' and numerator is not null
"""
DISTRICTS = ("4001", "4007", "4011", "4029")


def counts(
    sample: duckdb.DuckDBPyConnection, indicator: str, level: str
) -> dict[tuple[str, str], tuple[int, int]]:
    """Area and month → the two counts of an indicator, where they are known."""
    rows = sample.execute(CELLS, {"indicator": indicator, "level": level}).fetchall()
    return {(code, month): (n, d) for code, month, n, d in rows}


def found_tasks(build_id: str, code: str, month: str) -> list[Task]:
    places = series(build_id, HELPED, "subdistrict", code)
    district = series(build_id, NEEDED, "district")
    return tasks(district, places, code, months(build_id), month)


@pytest.mark.parametrize("month", ["2019-10", "2020-03", "2020-09"])
def test_who_waits_is_counted_as_the_mart_has_it(
    sample: duckdb.DuckDBPyConnection, build_id: str, month: str
) -> None:
    for code in DISTRICTS:
        expected = {}
        for dimension in DIMENSIONS:
            helped, need = counts(sample, f"{dimension}_helped", "district")[code, month]
            if need > helped:
                expected[dimension] = (need - helped, need)
        waiting = [task for task in found_tasks(build_id, code, month) if task.dimension]
        assert {task.dimension: (task.rest, task.total) for task in waiting} == expected
        assert [task.rest for task in waiting] == sorted(
            (task.rest for task in waiting), reverse=True
        )


def test_the_place_named_has_the_most_that_is_shown(
    sample: duckdb.DuckDBPyConnection, build_id: str
) -> None:
    named = 0
    for code in DISTRICTS:
        for task in found_tasks(build_id, code, "2020-06"):
            if task.dimension is None:
                continue
            known = counts(sample, f"{task.dimension}_helped", "subdistrict")
            rests = [
                d - n for (area, month), (n, d) in known.items()
                if area.startswith(code) and month == "2020-06"
            ]  # fmt: skip
            assert task.rest_in_place == max(rests, default=0)
            assert (task.place is not None) == (max(rests, default=0) > 0)
            named += task.place is not None
    assert named > 5


def test_visits_are_of_the_month_and_reports_of_the_last_that_has_them(
    sample: duckdb.DuckDBPyConnection, build_id: str
) -> None:
    by_name = {task.name: task for task in found_tasks(build_id, "4007", "2020-09")}
    visited, households = counts(sample, "households_visited", "district")["4007", "2020-09"]
    task = by_name["households_visited"]
    assert (task.month, task.rest, task.total) == ("2020-09", households - visited, households)
    on_time, due = counts(sample, "reports_on_time", "district")["4007", "2020-07"]
    task = by_name["reports_on_time"]
    assert (task.month, task.rest, task.total) == ("2020-07", due - on_time, due)


@pytest.mark.parametrize("month", ["2019-12", "2020-07", "2020-09"])
def test_visits_and_reports_lead_to_as_many_rows_as_they_count(build_id: str, month: str) -> None:
    for code in DISTRICTS:
        for task in found_tasks(build_id, code, month):
            if task.name not in LISTED:
                continue
            page, codes = list_of(task)
            asked: dict[str, str | None] = {"district_code": code}
            asked |= {"view": codes["view"], "month": task.month}
            query = "officers"
            if codes["view"] in HOUSEHOLD_VIEWS:
                query, asked["official_id"] = "officer_households", None
            assert page == "pages/partners/officers.py"
            assert household_count(build_id, query, **asked) == task.rest
            shown = report_month(build_id, month) if query == "officers" else month
            assert shown == task.month


def test_where_all_is_done_there_is_nothing_to_do() -> None:
    done = {"2020-09": {"4007": Cell(100.0, 5, 5, None)}}
    nowhere: dict[str, dict[str, Cell]] = {}
    district, places = dict.fromkeys(NEEDED, done), dict.fromkeys(HELPED, nowhere)
    assert tasks(district, places, "4007", ["2020-09"], "2020-09") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_task_is_told_with_its_place_and_since_when_nothing_moved(
    build_id: str, language: str
) -> None:
    chosen, subdistricts = selection(lang=language), areas(build_id)["subdistrict"]
    place = next(code for code in subdistricts if code.startswith("4007"))
    plain = Task("waiting", "housing", "2020-09", 7, 19)
    said = task_sentence(chosen, plain, subdistricts)
    assert texts(language)["dimension.housing"] in said
    assert "7" in said
    assert "19" in said
    full = plain._replace(place=place, rest_in_place=3, months_idle=4)
    more = task_sentence(chosen, full, subdistricts)
    assert more.startswith(said)
    assert subdistricts[place].name(language) in more
    assert "4" in more.removeprefix(said)


def test_households_wait_as_long_as_their_need_is_verified_and_not_helped(
    sample: duckdb.DuckDBPyConnection, build_id: str
) -> None:
    question = """
        select
            coalesce(sum((waited < 3)::int), 0), coalesce(sum((waited between 3 and 5)::int), 0),
            coalesce(sum((waited >= 6)::int), 0)
        from (
            select date_diff('month', need_month, date '2020-06-01') as waited
            from household_dimension
            where village_code[:4] = $code and dimension = $dimension and excluded_month is null
                and need_month <= date '2020-06-01'
                and coalesce(helped_month, date '2100-01-01') > date '2020-06-01'
        )
    """
    for code in DISTRICTS:
        for task, said in tasks_of(build_id, selection(district=code, month="2020-06", lang="en")):
            if task.dimension:
                values = {"code": code, "dimension": task.dimension}
                assert task.ages is not None
                assert tuple(task.ages) == sample.execute(question, values).fetchone()
                assert sum(task.ages) == task.rest
                assert f"6 or more: {task.ages.long}" in said
            else:
                assert task.ages is None
