"""Facts of the sentences: the numbers in them are the mart's and agree with each other."""

import re

import duckdb
import pytest

from app.findings import Change, Finding
from app.indicators import (
    BASELINES,
    DIMENSIONS,
    Area,
    Cell,
    areas,
    cell,
    indicator_of,
    months,
    series,
)
from app.selection import MEASURES
from app.sentences import (
    board_sentence,
    change_sentence,
    course_sentence,
    finding_sentence,
    map_sentence,
    summary_sentence,
)
from app.words import LANGUAGES, month_name, number, percent, texts
from tests.screen import selection

PLACES = {
    "4001": Area("4001", "40", "เมืองขอนแก่น", "Mueang Khon Kaen", True),
    "4002": Area("4002", "40", "บ้านฝาง", "Ban Fang", True),
}
HALF = Cell(50.0, 5, 10, None)
MISSING = ["not_collected", "not_yet", "not_applicable", "no_data"]
FIELD_LEFT = re.compile(r"[{}]|None|nan")


def numbers(sentence: str) -> list[float]:
    """Every number in a sentence, in order."""
    return [float(each.replace(",", "")) for each in re.findall(r"\d[\d,]*(?:\.\d+)?", sentence)]


def test_the_summary_holds_the_counts_of_the_mart_in_every_month(
    sample: duckdb.DuckDBPyConnection, build_id: str
) -> None:
    counts = sample.execute(
        """
        select strftime(helped.month, '%Y-%m'), helped.numerator, helped.denominator,
            solved.numerator
        from mart_indicator as helped
        join mart_indicator as solved using (level, area_code, month, group_code)
        where helped.level = 'province'
            and helped.indicator = 'any_helped' and solved.indicator = 'any_solved'
        order by helped.month
        """
    ).fetchall()
    assert len(counts) == 12
    for month, helped, need, solved in counts:
        chosen = selection(lang="en", month=month)
        cells = [cell(build_id, name, month, "40") for name in ("any_helped", "any_solved")]
        assert summary_sentence(chosen, *cells) == (
            f"At the end of {month_name('en', month)}, {number(helped)} of {number(need)} "
            f"households with a need had been helped ({percent(100 * helped / need)}"
            "\N{NO-BREAK SPACE}%), "
            f"{number(need - helped)} had not been helped at all, and {number(solved)} had all "
            "their needs solved."
        )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("measure", MEASURES)
def test_the_map_s_sentence_holds_the_province_and_the_district_that_stands_out(
    build_id: str, measure: str, language: str
) -> None:
    districts = areas(build_id)["district"]
    for dimension in DIMENSIONS:
        indicator = indicator_of(dimension, measure)
        month = "2018-12" if measure == "baseline" else "2020-03"
        whole = series(build_id, (indicator,), "province")[indicator][month]["40"]
        cells = series(build_id, (indicator,), "district")[indicator][month]
        chosen = selection(lang=language, measure=measure, dimension=dimension, month="2020-03")
        sentence = map_sentence(chosen, whole, cells, districts)
        said = numbers(sentence)
        assert {whole.numerator, whole.denominator} <= set(said)
        weight = {
            code: each.rest if measure in ("helped", "solved") else each.value or 0
            for code, each in cells.items()
        }
        named = [code for code, area in districts.items() if area.name(language) in sentence]
        assert max(weight.values()) in [weight[code] for code in named]
        if measure != "need":
            decimals = 2 if measure == "baseline" else 1
            assert float(percent(whole.value or 0, decimals)) in said


def test_the_summary_has_the_same_figures_in_both_languages(build_id: str) -> None:
    for month in months(build_id):
        cells = [cell(build_id, name, month, "40") for name in ("any_helped", "any_solved")]
        # The year is the one number that differs.
        thai, english = (
            sorted(numbers(summary_sentence(selection(lang=lang, month=month), *cells)))[:-1]
            for lang in LANGUAGES
        )
        assert thai == english
        assert len(thai) == 5


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("measure", ["helped", "solved"])
def test_where_nothing_is_left_no_district_is_blamed(measure: str, language: str) -> None:
    whole = {"4001": Cell(100.0, 10, 10, None), "4002": Cell(100.0, 5, 5, None)}
    chosen = selection(lang=language, measure=measure)
    sentence = map_sentence(chosen, Cell(100.0, 15, 15, None), whole, PLACES)
    assert 15 in numbers(sentence)
    assert not any(area.name(language) in sentence for area in PLACES.values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("measure", ["need", "baseline"])
def test_where_nothing_is_found_no_district_is_named(measure: str, language: str) -> None:
    none = {"4001": Cell(0.0, 0, 10, None), "4002": Cell(0.0, 0, 5, None)}
    chosen = selection(lang=language, measure=measure)
    sentence = map_sentence(chosen, Cell(0.0, 0, 15, None), none, PLACES)
    assert 15 in numbers(sentence)
    assert not any(area.name(language) in sentence for area in PLACES.values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("note", MISSING)
def test_a_missing_figure_is_told_with_its_reason(note: str, language: str) -> None:
    missing = Cell(None, None, None, note)
    reason = texts(language)[f"map.{note}"]
    chosen = selection(lang=language)
    assert reason in map_sentence(chosen, missing, {"4001": missing}, PLACES)
    assert reason in summary_sentence(chosen, missing, missing)
    assert board_sentence(chosen, "helped", {"health": missing}) == ""
    assert course_sentence(chosen, ["2020-08", "2020-09"], "x", [missing, missing]) == ""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("measure", ["helped", "solved", "need"])
def test_the_board_names_the_best_and_the_worst_dimension(measure: str, language: str) -> None:
    cells = {
        dimension: Cell(value, int(value), 100, None)
        for dimension, value in zip(DIMENSIONS, (30.0, 10.0, 20.0, 90.0, 40.0), strict=True)
    }
    cells["welfare"] = Cell(None, None, None, "not_collected")
    sentence = board_sentence(selection(lang=language), measure, cells)
    assert numbers(sentence) == [90, 10]
    best, worst = texts(language)["dimension.housing"], texts(language)["dimension.education"]
    assert sentence.index(best) < sentence.index(worst)


@pytest.mark.parametrize("language", LANGUAGES)
def test_dimensions_that_are_alike_have_no_best_and_no_worst(language: str) -> None:
    cells = dict.fromkeys(DIMENSIONS, Cell(0.0, 0, 10, None))
    sentence = board_sentence(selection(lang=language), "solved", cells)
    assert numbers(sentence) == [0]
    assert not any(texts(language)[f"dimension.{each}"] in sentence for each in DIMENSIONS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_change_is_told_in_full_or_as_none_or_as_unknown(language: str) -> None:
    chosen = selection(lang=language)
    told = change_sentence(chosen, Change("health", 3, 1200, 2, "4002", 700), PLACES)
    assert sorted(numbers(told)) == [2, 3, 700, 1200]
    assert PLACES["4002"].name(language) in told
    nowhere = change_sentence(chosen, Change("health", 3, 0, 0, None, 0), PLACES)
    assert not any(area.name(language) in nowhere for area in PLACES.values())
    none = change_sentence(chosen, Change("health", 0, 0, 0, None, 0), PLACES)
    unknown = change_sentence(chosen, Change("health", None, 1, 1, None, 0), PLACES)
    assert numbers(none) == numbers(unknown) == []
    assert none != unknown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("waiting_dimension", {"waiting": 30, "need": 1100, "district_waiting": 4}),
        ("waiting_district", {"waiting": 30, "need": 1100}),
        ("no_new_help", {"waiting": 30, "months": 4}),
        ("few_visits", {"n": 3, "d": 40, "pct": 7.5, "province_pct": 66.25}),
        ("late_reports", {"n": 3, "d": 40, "pct": 7.5, "province_pct": 66.25}),
        ("few_needs", {"n": 3, "d": 40, "province_pct": 66.25}),
    ],
)
def test_every_kind_of_finding_is_told_with_all_its_figures(
    name: str, figures: dict[str, float], language: str
) -> None:
    finding = Finding(name, "4002", "health", "2020-02", figures)
    sentence = finding_sentence(selection(lang=language), finding, PLACES)
    assert PLACES["4002"].name(language) in sentence
    assert not FIELD_LEFT.search(sentence)
    for figure, value in figures.items():
        shown = percent(value) if figure.endswith("pct") else number(value)
        assert shown in sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_course_runs_from_the_first_known_month_to_the_last(language: str) -> None:
    missing = Cell(None, None, None, "not_yet")
    every_month = ["2019-10", "2019-11", "2019-12", "2020-01"]
    cells = [missing, Cell(10.0, 1, 10, None), HALF, missing]
    sentence = course_sentence(selection(lang=language), every_month, "X", cells)
    assert month_name(language, "2019-11") in sentence
    assert month_name(language, "2019-12") in sentence
    assert {10.0, 50.0} <= set(numbers(sentence))


def test_every_dimension_has_its_baseline() -> None:
    assert set(BASELINES) == set(DIMENSIONS)
