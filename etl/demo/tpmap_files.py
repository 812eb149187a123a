"""TPMAP's 96 open data files of Khon Kaen 2561, written again from the project's own tables."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from etl.demo.tpmap_figures import (
    COMBINATION_COLUMNS,
    PERSONS,
    PROVINCE_CODE,
    UNIT_COLUMNS,
    YEAR,
    Figures,
    read_figures,
    swap_applies_and_exempt,
)
from etl.sources.tpmap_layout import DIMENSIONS, LEVELS, MASKS, Level, published_columns

HOUSEHOLDS = UNIT_COLUMNS.index("households")
HAPPINESS = UNIT_COLUMNS.index("happiness_points")
TARGET_POOR = COMBINATION_COLUMNS.index("target_poor_persons")
FIRST_INDICATOR = COMBINATION_COLUMNS.index("fails_01_persons")

# Does a household with this exact combination (column) fail any dimension of the mask (row)?
MEETS = np.array([[int(int(m, 2) & int(c, 2) > 0) for c in MASKS] for m in MASKS], np.int64)
SINGLE_BIT = [MASKS.index("0" * bit + "1" + "0" * (4 - bit)) for bit in range(len(DIMENSIONS))]


def write_tpmap_files(directory: Path) -> list[Path]:
    """A directory → the 96 files in it: 26 districts, 220 sub-districts, 2,644 village units.

    Same names, headers, quoting and counts as published. The mean of happiness is points per
    household and the rate is target poor per 100 surveyed persons, with 15 significant digits.
    Raises FileNotFoundError when a reference table is missing.
    """
    directory.mkdir(parents=True, exist_ok=True)
    village_figures = read_figures()
    paths = []
    for level in LEVELS:
        codes, units, exact = summed(village_figures, level.digits)
        path = directory / file_name(level, "common")
        write_file(path, level, True, codes, common_rows(units))
        paths.append(path)
        unions = np.tensordot(MEETS, exact, axes=(1, 1))
        persons = units[:, PERSONS]
        for number, mask in enumerate(MASKS):
            path = directory / file_name(level, mask)
            write_file(path, level, False, codes, mask_rows(unions, number, persons))
            paths.append(path)
    return paths


def file_name(level: Level, content: str) -> str:
    """A level and `common` or a mask → the published file name."""
    return f"{YEAR}_{PROVINCE_CODE}_{level.published_name}_{content}.csv"


def summed(figures: Figures, digits: int) -> tuple[list[str], NDArray[np.int64], NDArray[np.int64]]:
    """Figures of village units → codes and sums of the areas that share the first digits."""
    prefixes = np.array([code[:digits] for code in figures.codes])
    codes, starts = np.unique(prefixes, return_index=True)
    return (
        codes.tolist(),
        np.add.reduceat(swap_applies_and_exempt(figures.units), starts, axis=0),
        np.add.reduceat(figures.exact, starts, axis=0),
    )


def common_rows(units: NDArray[np.int64]) -> Iterable[list[str]]:
    """Sums of areas → cells of a common file, happiness as the mean of its households."""
    for row in units.tolist():
        cells = [str(count) for count in row]
        cells[HAPPINESS] = f"{row[HAPPINESS] / row[HOUSEHOLDS]:.15g}"
        yield cells


def mask_rows(
    unions: NDArray[np.int64], number: int, persons: NDArray[np.int64]
) -> Iterable[list[str]]:
    """Counts of every union, the mask's position, surveyed persons → cells of its file."""
    chosen = [bit == "1" for bit in MASKS[number]]
    by_dimension = unions[SINGLE_BIT, :, TARGET_POOR].T * np.array(chosen)
    for row, dimensions, surveyed in zip(
        unions[number].tolist(), by_dimension.tolist(), persons.tolist(), strict=True
    ):
        yield [
            *map(str, row[:FIRST_INDICATOR]),
            *map(str, dimensions),
            # In this order of work the last digit, too, is the published one.
            f"{row[TARGET_POOR] / surveyed * 100:.15g}",
            *map(str, row[FIRST_INDICATOR:]),
        ]


def write_file(
    path: Path, level: Level, is_common: bool, codes: list[str], rows: Iterable[list[str]]
) -> None:
    """Codes and cells of a level → one file, headers and codes quoted as published."""
    header = ",".join(f'"{column}"' for column in published_columns(level, is_common))
    # TPMAP writes the codes of districts as numbers and all other codes as text.
    shown = codes if level.name == "district" else [f'"{code}"' for code in codes]
    lines = [
        f'{code},{",".join(cells)},"{PROVINCE_CODE}"'
        for code, cells in zip(shown, rows, strict=True)
    ]
    path.write_text("\n".join([header, *lines, ""]), encoding="utf-8", newline="")
