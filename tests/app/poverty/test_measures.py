"""Facts of the poverty figures: each against the warehouse, counted again another way."""

import duckdb
import pytest

from app.indicators import areas
from app.poverty.measures import (
    TPMAP_DIMENSIONS,
    Place,
    combinations,
    contributions,
    cutoff_cells,
    income_line,
    places,
)
from app.words import LANGUAGES
from tests.screen import selection

PROVINCE, DISTRICT = Place("40", "Khon Kaen"), Place("4007", "Nam Phong")
PLACES = pytest.mark.parametrize("place", [PROVINCE, DISTRICT], ids=["province", "district"])


def persons_by_mask(sample: duckdb.DuckDBPyConnection, area_code: str) -> dict[str, int]:
    rows = sample.execute(
        """
        select mask, sum(target_poor_persons)
        from tpmap_mask
        where level = 'district' and starts_with(area_code, $area_code)
        group by mask
        """,
        {"area_code": area_code},
    ).fetchall()
    return {mask: int(persons) for mask, persons in rows}


@PLACES
def test_the_combinations_make_up_every_published_union(
    sample: duckdb.DuckDBPyConnection, build_id: str, place: Place
) -> None:
    found = combinations(build_id, place.code)
    unions = persons_by_mask(sample, place.code)
    assert len(unions) == 31
    for mask, persons in unions.items():
        asked = {name for name, bit in zip(TPMAP_DIMENSIONS, mask, strict=True) if bit == "1"}
        assert persons == sum(each.persons for each in found if asked & set(each.dimensions))


@PLACES
def test_combinations_are_listed_once_with_most_persons_first(build_id: str, place: Place) -> None:
    found = combinations(build_id, place.code)
    assert len({each.dimensions for each in found}) == len(found)
    assert [each.persons for each in found] == sorted((e.persons for e in found), reverse=True)
    assert all(each.persons > 0 for each in found)


@PLACES
def test_the_cutoffs_count_the_same_persons_again(build_id: str, place: Place) -> None:
    found = combinations(build_id, place.code)
    for cutoff, (headcount, intensity, adjusted) in cutoff_cells(build_id, place).items():
        poor = [each for each in found if len(each.dimensions) >= int(cutoff)]
        persons = sum(each.persons for each in poor)
        deprivations = sum(each.persons * len(each.dimensions) for each in poor)
        assert headcount.numerator == persons
        assert headcount.denominator
        assert headcount.value == pytest.approx(100 * persons / headcount.denominator)
        assert adjusted.value == pytest.approx(deprivations / (5 * headcount.denominator))
        expected = pytest.approx(deprivations / (5 * persons)) if persons else None
        assert intensity.value == expected


def test_the_province_has_the_known_good_totals(build_id: str) -> None:
    headcount, intensity, adjusted = cutoff_cells(build_id, PROVINCE)["1"]
    assert round(headcount.value or 0, 4) == 2.2474
    assert round(intensity.value or 0, 4) == 0.2218
    assert round(adjusted.value or 0, 6) == 0.004985


@PLACES
def test_the_contributions_make_up_the_whole(build_id: str, place: Place) -> None:
    found = contributions(build_id, place)
    assert list(found) == list(TPMAP_DIMENSIONS)
    assert sum(cell.value or 0 for cell in found.values()) == pytest.approx(100)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_chosen_district_stands_after_the_province(build_id: str, language: str) -> None:
    assert [each.code for each in places(build_id, selection(lang=language))] == ["40"]
    both = places(build_id, selection(lang=language, district="4007"))
    assert [each.code for each in both] == ["40", "4007"]
    assert areas(build_id)["district"]["4007"].name(language) in both[1].name


@pytest.mark.parametrize(
    ("month", "baht"), [("2011-12", 23_000), ("2012-01", 30_000), ("2020-09", 38_000)]
)
def test_a_month_has_the_line_of_its_edition(build_id: str, month: str, baht: int) -> None:
    assert income_line(build_id, month) == baht
