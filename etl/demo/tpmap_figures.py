"""The project's compact tables of TPMAP 2561 figures, one row per unit and per combination."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from etl.sources.tpmap_layout import INDICATORS, MASKS

REFERENCE = Path(__file__).resolve().parents[2] / "data" / "reference"
UNITS_NAME = "tpmap_2561_40_units.csv"
COMBINATIONS_NAME = "tpmap_2561_40_combinations.csv"
YEAR, PROVINCE_CODE = "61", "40"

# Indicators of some ages or households only; the others apply to nearly everyone, so the
# table then holds the few persons to whom they do not apply.
APPLY_TO_SOME = frozenset({1, 2, 3, 15, 16, 17, 18, 21, 27, 28, 29})

UNIT_COLUMNS = (
    "households",
    "persons",
    "registered_persons",
    "verified_persons",
    "elderly_persons",
    "disabled_persons",
    "chronic_persons",
    "happiness_points",
    *(
        f"applies_{number:02d}_persons"
        if number in APPLY_TO_SOME
        else f"exempt_{number:02d}_persons"
        for number in INDICATORS
    ),
    *(f"fails_{number:02d}_persons" for number in INDICATORS),
)
COMBINATION_COLUMNS = (
    "households",
    "persons",
    "registered_persons",
    "target_poor_persons",
    *(f"fails_{number:02d}_persons" for number in INDICATORS),
)
PERSONS = UNIT_COLUMNS.index("persons")
FIRST_APPLIES = UNIT_COLUMNS.index("applies_01_persons")


@dataclass(frozen=True)
class Figures:
    """Village units in order of code; counts per unit, and per unit and exact combination.

    units has one column per UNIT_COLUMNS; exact is unit x combination (as MASKS) x
    COMBINATION_COLUMNS. Persons and households; happiness in points summed over households.
    """

    codes: list[str]
    units: NDArray[np.int64]
    exact: NDArray[np.int64]


def swap_applies_and_exempt(units: NDArray[np.int64]) -> NDArray[np.int64]:
    """Persons to whom an indicator applies ↔ persons exempt from it, for the common indicators."""
    swapped = units.copy()
    for position, number in enumerate(INDICATORS, start=FIRST_APPLIES):
        if number not in APPLY_TO_SOME:
            swapped[:, position] = units[:, PERSONS] - units[:, position]
    return swapped


def read_figures(directory: Path = REFERENCE) -> Figures:
    """The two tables of TPMAP 2561 (NECTEC/NESDC) → figures.

    Raises FileNotFoundError when a table is missing.
    """
    unit_rows = _rows(directory / UNITS_NAME)
    codes = [row[0] for row in unit_rows]
    position = {code: number for number, code in enumerate(codes)}
    combination_of = {mask: number for number, mask in enumerate(MASKS)}
    exact = np.zeros((len(codes), len(MASKS), len(COMBINATION_COLUMNS)), dtype=np.int64)
    for code, combination, *counts in _rows(directory / COMBINATIONS_NAME):
        exact[position[code], combination_of[combination]] = _numbers(counts)
    return Figures(codes, np.array([_numbers(row[1:]) for row in unit_rows], np.int64), exact)


def write_figures(figures: Figures, directory: Path = REFERENCE) -> None:
    """Figures → the two tables; zero is left blank and combinations nobody has are left out."""
    _write(
        directory / UNITS_NAME,
        ("unit_code", *UNIT_COLUMNS),
        ([code, *_blanked(row)] for code, row in zip(figures.codes, figures.units, strict=True)),
    )
    _write(
        directory / COMBINATIONS_NAME,
        ("unit_code", "combination", *COMBINATION_COLUMNS),
        (
            [code, MASKS[number], *_blanked(row[number])]
            for code, row in zip(figures.codes, figures.exact, strict=True)
            for number in np.flatnonzero(row.any(axis=1))
        ),
    )


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def _numbers(cells: Sequence[str]) -> list[int]:
    return [int(cell) if cell else 0 for cell in cells]


def _blanked(counts: NDArray[np.int64]) -> list[str]:
    return [str(count) if count else "" for count in counts.tolist()]


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
