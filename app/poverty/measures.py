"""Multidimensional and income poverty of the province and of a district, as the mart has them."""

from typing import NamedTuple

import streamlit as st

from app.indicators import NO_CELL, Cell, Level, areas, months, province_code, series
from app.selection import CUTOFFS, Selection
from app.warehouse import rows
from app.words import text

MULTIDIMENSIONAL = ("mpi_headcount", "mpi_intensity", "mpi_adjusted_headcount")
CONTRIBUTION = "mpi_contribution"
# In the order of TPMAP's masks.
TPMAP_DIMENSIONS = ("health", "living", "education", "income", "access")
INCOME = ("income_poverty_headcount", "income_poverty_gap", "income_poverty_severity")


class Place(NamedTuple):
    """The province or a district: its code and its name."""

    code: str
    name: str


class Combination(NamedTuple):
    """Target poor who fail exactly these dimensions, and the households they live in."""

    dimensions: tuple[str, ...]
    persons: int
    households: int


def places(build_id: str, selection: Selection) -> list[Place]:
    """The province and, where one is chosen, the district."""
    chosen = {"province": province_code(build_id), "district": selection.district}
    return [
        Place(
            code,
            text(
                selection.lang,
                f"poverty.area_{level}",
                area=areas(build_id)[level][code].name(selection.lang),
            ),
        )
        for level, code in chosen.items()
        if code
    ]


def survey_cells(
    build_id: str, indicators: tuple[str, ...], place: Place, group: str
) -> list[Cell]:
    """Figures of the survey's last edition; a cell noted `no_data` where there is none."""
    found = series(build_id, indicators, _level(build_id, place), None, group)
    return [
        editions[max(editions)].get(place.code, NO_CELL) if editions else NO_CELL
        for editions in (found[indicator] for indicator in indicators)
    ]


def _level(build_id: str, place: Place) -> Level:
    return "province" if place.code == province_code(build_id) else "district"


def cutoff_cells(build_id: str, place: Place) -> dict[str, list[Cell]]:
    """A place → H, A and M0 of each cutoff, one to five deprivations or more."""
    return {
        cutoff: survey_cells(build_id, MULTIDIMENSIONAL, place, f"k{cutoff}") for cutoff in CUTOFFS
    }


def contributions(build_id: str, place: Place) -> dict[str, Cell]:
    """A place → each dimension's share of all deprivations of its target poor."""
    return {
        dimension: survey_cells(build_id, (CONTRIBUTION,), place, dimension)[0]
        for dimension in TPMAP_DIMENSIONS
    }


@st.cache_resource(max_entries=96, show_spinner=False)
def combinations(build_id: str, area_code: str) -> tuple[Combination, ...]:
    """The province or a district → its exact combinations, the one with most persons first."""
    return tuple(
        Combination(
            tuple(
                dimension
                for dimension, bit in zip(TPMAP_DIMENSIONS, row["combination"], strict=True)
                if bit == "1"
            ),
            row["persons"],
            row["households"],
        )
        for row in rows(build_id, "combinations", area_code=area_code)
    )


def income_cells(build_id: str, indicator: str, place: Place) -> dict[str, Cell]:
    """An indicator of the programme's incomes → its figure of each month for a place."""
    found = series(build_id, (indicator,), _level(build_id, place))[indicator]
    return {month: found.get(month, {}).get(place.code, NO_CELL) for month in months(build_id)}


@st.cache_resource(max_entries=3, show_spinner=False)
def income_lines(build_id: str) -> tuple[tuple[int, int, float], ...]:
    """The income lines: first year, last year, baht per person per year."""
    return tuple(
        (row["first_year"], row["last_year"], row["line_baht"])
        for row in rows(build_id, "income_lines")
    )


def income_line(build_id: str, month: str) -> float:
    """A month → the line of the edition in force; raises StopIteration where there is none."""
    year = int(month[:4])
    return next(line for first, last, line in income_lines(build_id) if first <= year <= last)
