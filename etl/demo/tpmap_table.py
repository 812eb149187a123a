"""Makes the compact tables of TPMAP 2561 figures from the published files of Khon Kaen."""

import csv
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

from etl.demo.tpmap_figures import (
    COMBINATION_COLUMNS,
    REFERENCE,
    Figures,
    swap_applies_and_exempt,
    write_figures,
)
from etl.demo.tpmap_files import file_name
from etl.sources.tpmap_layout import COMMON_COLUMNS, HAPPINESS, LEVELS, MASK_COLUMNS, MASKS

VILLAGE = LEVELS[-1]


def exact_combinations(unions: NDArray[np.int64]) -> NDArray[np.int64]:
    """Counts of all 31 unions (last axis, as MASKS) → counts of all 31 exact combinations.

    Whoever is in the union of everything but not in the union of the other dimensions has only
    dimensions of a set; Möbius inversion over its subsets leaves those who have them all.
    """
    everything = len(MASKS)
    with_none = np.concatenate([np.zeros_like(unions[..., :1]), unions], axis=-1)
    inverse = np.zeros((everything + 1, everything), np.int64)
    for combination in range(1, everything + 1):
        for subset in range(everything + 1):
            if subset & combination == subset:
                sign = (-1) ** (combination ^ subset).bit_count()
                inverse[everything, combination - 1] += sign
                inverse[everything ^ subset, combination - 1] -= sign
    return with_none @ inverse


def published_cells(path: Path) -> tuple[list[str], dict[str, list[str]]]:
    """A village file → its codes and the cells of every column by header."""
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    columns = dict(zip(header, map(list, zip(*rows, strict=True)), strict=True))
    return columns[VILLAGE.key], columns


def figures_of(directory: Path) -> Figures:
    """The 32 published village files → figures.

    Raises ClickException when the files do not list the same units or a combination is negative.
    """
    codes, cells = published_cells(directory / file_name(VILLAGE, "common"))
    households = np.array(cells["household.CNT"], np.int64)
    points = np.array(cells[HAPPINESS], np.float64) * households
    columns = [
        np.rint(points).astype(np.int64)
        if published == HAPPINESS
        else np.array(cells[published], np.int64)
        for published in COMMON_COLUMNS
    ]
    names = [name for name, ours in MASK_COLUMNS.items() if ours in COMBINATION_COLUMNS]
    unions = np.zeros((len(codes), len(COMBINATION_COLUMNS), len(MASKS)), np.int64)
    for number, mask in enumerate(MASKS):
        path = directory / file_name(VILLAGE, mask)
        mask_codes, mask_cells = published_cells(path)
        if mask_codes != codes:
            raise click.ClickException(f"{path.name} lists other units than the common file")
        unions[:, :, number] = np.array([mask_cells[name] for name in names], np.int64).T
    exact = exact_combinations(unions)
    if exact.min() < 0:
        raise click.ClickException("the unions contradict each other: a combination is negative")
    units = swap_applies_and_exempt(np.stack(columns, axis=1))
    return Figures(codes, units, np.swapaxes(exact, 1, 2))


@click.command()
@click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--out",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=REFERENCE,
    help="Where the two tables go; data/reference unless told.",
)
def main(directory: Path, out: Path) -> None:
    """Make the two tables from the published village files in DIRECTORY."""
    figures = figures_of(directory)
    write_figures(figures, out)
    click.echo(f"{len(figures.codes)} units written to {out}", err=True)


if __name__ == "__main__":
    main()
