"""Real villages in which the synthetic target households live."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import geothai
import numpy as np
from numpy.typing import NDArray

from etl.demo.plan import DIMENSIONS, Plan

VILLAGE_TABLE = (
    Path(__file__).resolve().parents[2] / "data" / "reference" / "tpmap_2561_40_villages.csv"
)
PROVINCE_CODE = "40"
# TPMAP's dimension that stands nearest to the programme's; they are not the same measure.
TPMAP_COLUMN = {
    "occupation": "income_persons",
    "education": "education_persons",
    "health": "health_persons",
    "housing": "living_persons",
    "welfare": "access_persons",
}
# Weight of the provincial pattern, in persons, where a village has few target poor.
SMOOTHING_PERSONS = 12.0


@dataclass(frozen=True)
class Villages:
    """Chosen villages in order of code; tendency is above 1 where a deprivation is common."""

    codes: list[str]
    district_codes: list[str]
    district: NDArray[np.int32]
    target_poor_persons: NDArray[np.float64]
    district_poor_persons: NDArray[np.float64]
    tendency: dict[str, NDArray[np.float64]]


def read_village_rows() -> list[dict[str, str]]:
    """Villages of TPMAP 2561 (NECTEC/NESDC), one a row, with their target poor.

    Raises FileNotFoundError when the reference table is missing.
    """
    with VILLAGE_TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def choose_villages(plan: Plan) -> Villages:
    """Plan → villages with target poor, all 26 districts by their share, real sub-districts only.

    In each district the sub-districts and then the villages with most target poor are taken.
    Raises ValueError when the table has too few villages for the plan.
    """
    districts = [district.code for district in geothai.districts(PROVINCE_CODE)]
    real = {s.code for district in districts for s in geothai.subdistricts(district)}
    rows = read_village_rows()
    district_poor = np.array(
        [sum(poor(row) for row in rows if row["village_code"][:4] == code) for code in districts],
        dtype=np.float64,
    )
    by_subdistrict: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (-poor(row), row["village_code"])):
        if row["village_code"][:6] in real and poor(row) > 0:
            by_subdistrict[row["village_code"][:6]].append(row)
    ranked = sorted(by_subdistrict, key=lambda code: (-sum(map(poor, by_subdistrict[code])), code))
    in_district = [[code for code in ranked if code[:4] == district] for district in districts]
    seats = seat(plan.subdistricts, np.sqrt(district_poor), [len(each) for each in in_district], 2)
    kept = [codes[:number] for codes, number in zip(in_district, seats, strict=True)]
    capacities = [sum(len(by_subdistrict[code]) for code in codes) for codes in kept]
    seats = seat(plan.villages, district_poor, capacities, 4, at_least=seats)

    chosen: list[dict[str, str]] = []
    for codes, number in zip(kept, seats, strict=True):
        first = [by_subdistrict[code][0] for code in codes]
        others = [row for code in codes for row in by_subdistrict[code][1:]]
        others.sort(key=lambda row: (-poor(row), row["village_code"]))
        chosen += [*first, *others[: number - len(first)]]
    chosen.sort(key=lambda row: row["village_code"])

    total = np.array([int(row["target_poor_persons"]) for row in chosen], dtype=np.float64)
    tendency = {}
    for dimension in DIMENSIONS:
        persons = np.array([float(row[TPMAP_COLUMN[dimension]]) for row in chosen])
        share = max(persons.sum() / total.sum(), 1e-6)
        local = (persons + SMOOTHING_PERSONS * share) / (total + SMOOTHING_PERSONS)
        tendency[dimension] = np.clip(local / share, 0.25, 4.0)
    codes = [row["village_code"] for row in chosen]
    position = {code: number for number, code in enumerate(districts)}
    return Villages(
        codes=codes,
        district_codes=districts,
        district=np.array([position[code[:4]] for code in codes], dtype=np.int32),
        target_poor_persons=total,
        district_poor_persons=district_poor,
        tendency=tendency,
    )


def poor(row: dict[str, str]) -> int:
    """A row of the reference table → its target poor persons."""
    return int(row["target_poor_persons"])


def seat(
    total: int,
    weights: NDArray[np.float64],
    capacities: list[int],
    wished_least: int,
    at_least: list[int] | None = None,
) -> list[int]:
    """Seats shared among districts by weight, within their capacity (Sainte-Laguë method).

    Each gets wished_least where total and capacity allow, and never fewer than at_least.
    Raises ValueError when the capacities hold fewer than the total.
    """
    if total > sum(capacities):
        raise ValueError(f"only {sum(capacities)} places for {total}")
    least = min(wished_least, total // len(capacities))
    floor = at_least or [1] * len(capacities)
    seats = [min(max(least, low), room) for low, room in zip(floor, capacities, strict=True)]
    if sum(seats) > total:
        seats = list(floor)
    while sum(seats) < total:
        claims = [
            weight / (2 * taken + 1) if taken < room else -1.0
            for weight, taken, room in zip(weights, seats, capacities, strict=True)
        ]
        seats[int(np.argmax(claims))] += 1
    return seats


def households_by_village(total: int, villages: Villages) -> NDArray[np.int64]:
    """A number of households → households of each village, at least one, by target poor.

    Districts keep the share of target poor they have in TPMAP 2561 (NECTEC/NESDC).
    """
    districts = len(villages.district_codes)
    settled = np.bincount(villages.district, minlength=districts)
    share = villages.district_poor_persons / villages.district_poor_persons.sum()
    wanted = np.maximum(total * share - settled, 0.01)
    further = share_out(total - len(villages.codes), wanted)
    households = np.ones(len(villages.codes), dtype=np.int64)
    for district in range(districts):
        members = np.flatnonzero(villages.district == district)
        households[members] += share_out(
            int(further[district]), villages.target_poor_persons[members]
        )
    return households


def share_out(total: int, weights: NDArray[np.float64], at_least: int = 0) -> NDArray[np.int64]:
    """A whole number and weights → whole parts that sum to it (largest remainder method).

    Raises ValueError when the total cannot give each part its least.
    """
    free = total - at_least * len(weights)
    if free < 0:
        raise ValueError(f"{total} cannot be shared with at least {at_least} each")
    exact = free * weights / weights.sum()
    parts: NDArray[np.int64] = np.floor(exact).astype(np.int64)
    left = free - int(parts.sum())
    parts[np.argsort(parts - exact, kind="stable")[:left]] += 1
    parts += at_least
    return parts
