"""Values of indicators by id, month and area, read once for each build."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, NamedTuple

import streamlit as st

from app.warehouse import rows

DIMENSIONS = ("occupation", "education", "health", "housing", "welfare")
PROGRESS = ("helped", "solved", "need")
BASELINES = {
    "occupation": "tpmap_income",
    "education": "tpmap_education",
    "health": "tpmap_health",
    "housing": "tpmap_living",
    "welfare": "tpmap_access",
}

Level = Literal["province", "district", "subdistrict"]


class Cell(NamedTuple):
    """One figure: its value, the two counts behind it, or the note why there is none."""

    value: float | None
    numerator: int | None
    denominator: int | None
    note: str | None

    @property
    def rest(self) -> int:
        """What the numerator leaves of the denominator; 0 where either is unknown."""
        return (self.denominator or 0) - (self.numerator or 0)


class Area(NamedTuple):
    """One area: its code and parent, its names, and whether the map has a shape of it."""

    code: str
    parent_code: str | None
    name_th: str
    name_en: str
    has_polygon: bool

    def name(self, language: str) -> str:
        return self.name_th if language == "th" else self.name_en


class Build(NamedTuple):
    """The build that serves: id, last day of its data, whether its records are synthetic.

    A share of fewer households than smallest_denominator is hidden below the district.
    """

    build_id: str
    as_of_date: date | None
    is_synthetic: bool
    smallest_denominator: int


class Dated(NamedTuple):
    """A cell and the month that it is of."""

    month: str
    cell: Cell


Months = Mapping[str, Mapping[str, Cell]]  # month → area → cell
NO_CELL = Cell(None, None, None, "no_data")


def indicator_of(dimension: str, measure: str) -> str:
    """A dimension and what is measured in it → the id of the indicator."""
    return BASELINES[dimension] if measure == "baseline" else f"{dimension}_{measure}"


@st.cache_resource(max_entries=64, show_spinner=False)
def series(
    build_id: str,
    indicators: tuple[str, ...],
    level: Level,
    parent_code: str | None = None,
    group_code: str = "all",
) -> Mapping[str, Months]:
    """Indicators of the areas of one level → indicator → month (2020-09) → area → cell.

    The result is shared by all viewers: read it, never change it.
    """
    found: dict[str, dict[str, dict[str, Cell]]] = {indicator: {} for indicator in indicators}
    for row in rows(
        build_id,
        "series",
        indicators=list(indicators),
        level=level,
        parent_code=parent_code,
        group_code=group_code,
    ):
        cell = Cell(row["value"], row["numerator"], row["denominator"], row["note"])
        found[row["indicator"]].setdefault(row["month"], {})[row["area_code"]] = cell
    return found


def cell(build_id: str, indicator: str, month: str, area_code: str, group: str = "all") -> Cell:
    """One figure of the province or a district; a cell noted `no_data` where there is none."""
    level: Level = "province" if area_code == province_code(build_id) else "district"
    found = series(build_id, (indicator,), level, None, group)[indicator]
    return found.get(month, {}).get(area_code, NO_CELL)


@st.cache_resource(max_entries=64, show_spinner=False)
def province_values(build_id: str, month: str) -> Mapping[str, Mapping[str, Dated]]:
    """A month → indicator → group → the province's cell; of a survey, that of its last edition."""
    found: dict[str, dict[str, Dated]] = {}
    for row in rows(build_id, "province_values", month=month):
        cell = Cell(row["value"], row["numerator"], row["denominator"], row["note"])
        found.setdefault(row["indicator"], {})[row["group_code"]] = Dated(row["month"], cell)
    return found


@st.cache_resource(max_entries=3, show_spinner=False)
def sdg_targets(build_id: str) -> tuple[Mapping[str, Any], ...]:
    """The SDG targets that the submission says the programme serves, in order."""
    return tuple(rows(build_id, "sdg_targets"))


def province_code(build_id: str) -> str:
    """The code of the province that the build is of."""
    return next(iter(areas(build_id)["province"]))


@st.cache_resource(max_entries=3, show_spinner=False)
def areas(build_id: str) -> Mapping[str, Mapping[str, Area]]:
    """Level (province, district, subdistrict) → code → area, in order of code."""
    found: dict[str, dict[str, Area]] = {"province": {}, "district": {}, "subdistrict": {}}
    for row in rows(build_id, "areas"):
        code = row["area_code"]
        found[row["level"]][code] = Area(
            code, row["parent_code"], row["name_th"], row["name_en"], row["has_polygon"]
        )
    return found


@st.cache_resource(max_entries=3, show_spinner=False)
def months(build_id: str) -> tuple[str, ...]:
    """The months of the programme, oldest first, such as 2020-09."""
    return tuple(row["month"] for row in rows(build_id, "months"))


@st.cache_resource(max_entries=3, show_spinner=False)
def declarations(build_id: str) -> Mapping[str, Mapping[str, Any]]:
    """Indicator → its declaration: words, unit, caveats, source."""
    return {row["indicator"]: row for row in rows(build_id, "declarations")}


@st.cache_resource(max_entries=3, show_spinner=False)
def build_info(build_id: str) -> Build:
    """What the serving build says of itself."""
    return Build(**rows(build_id, "build")[0])
