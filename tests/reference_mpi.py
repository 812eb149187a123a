"""Exact combinations of deprivations and the Alkire–Foster figures, counted one by one."""

import csv
from functools import cache
from pathlib import Path

Fact = tuple[str, str, str]  # area, month (2018-12-01), group
Facts = dict[Fact, tuple[int, int | None]]
Combination = frozenset[str]

DIMENSIONS = ("health", "living", "education", "income", "access")
EVERYTHING = frozenset(DIMENSIONS)
SELECTIONS = [
    frozenset(name for name, bit in zip(DIMENSIONS, format(bits, "05b"), strict=True) if bit == "1")
    for bits in range(1, 32)
]
TPMAP_LEVELS = [
    ("amphur", "amphur_ID", 4),
    ("tambol", "tumbol_ID", 6),
    ("village", "village_ID", 8),
]
MONTH = "2018-12-01"
CUTOFFS = range(1, 6)


def mask_of(selection: Combination) -> str:
    """A selection of dimensions → its five bits as in a file's name."""
    return "".join("1" if name in selection else "0" for name in DIMENSIONS)


def column_by_area(path: Path, key: str, digits: int, column: str) -> dict[str, int]:
    """One column of a file, summed over the units of each area."""
    found: dict[str, int] = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    area, figure = header.index(key), header.index(column)
    for row in rows:
        found[row[area][:digits]] = found.get(row[area][:digits], 0) + int(row[figure])
    return found


@cache
def unions(folder: Path, column: str) -> dict[Combination, dict[str, int]]:
    """Selection → area of any level → persons or households failing one of it at least."""
    found: dict[Combination, dict[str, int]] = {}
    for selection in SELECTIONS:
        found[selection] = {}
        for level, key, digits in TPMAP_LEVELS:
            path = folder / f"61_40_{level}_{mask_of(selection)}.csv"
            found[selection] |= column_by_area(path, key, digits, column)
    return found


def combinations(
    folder: Path, column: str = "poor.JPT.MOFval.CNT"
) -> dict[str, dict[Combination, int]]:
    """Area → exact combination → persons or households.

    Whoever fails something, but nothing outside a set, has a combination within the set: taking
    off the smaller combinations, small sets first, leaves those with exactly this one.
    """
    published = unions(folder, column)
    found = {}
    for area, everyone in published[EVERYTHING].items():
        exact: dict[Combination, int] = {}
        for combination in sorted(SELECTIONS, key=len):
            outside = EVERYTHING - combination
            within = everyone - (published[outside][area] if outside else 0)
            smaller = [each for each in exact if each < combination]
            exact[combination] = within - sum(exact[each] for each in smaller)
        found[area] = exact
    return found


def surveyed_persons(folder: Path) -> dict[str, int]:
    """Area of any level → persons surveyed."""
    found: dict[str, int] = {}
    for level, key, digits in TPMAP_LEVELS:
        path = folder / f"61_40_{level}_common.csv"
        found |= column_by_area(path, key, digits, "HOUSEMEMBER_CNT")
    return found


def mpi_facts(folder: Path, indicator: str) -> Facts:
    """A folder of TPMAP's files and an indicator mpi_… → its facts at each published level."""
    surveyed = surveyed_persons(folder)
    facts: Facts = {}
    for area, exact in combinations(folder).items():
        if indicator == "mpi_contribution":
            every_deprivation = sum(len(each) * persons for each, persons in exact.items())
            for dimension in DIMENSIONS:
                failing = sum(persons for each, persons in exact.items() if dimension in each)
                facts[area, MONTH, dimension] = (failing, every_deprivation)
            continue
        for cutoff in CUTOFFS:
            poor = {each: persons for each, persons in exact.items() if len(each) >= cutoff}
            persons = sum(poor.values())
            deprivations = sum(len(each) * count for each, count in poor.items())
            facts[area, MONTH, f"k{cutoff}"] = {
                "mpi_headcount": (persons, surveyed[area]),
                "mpi_intensity": (deprivations, persons),
                "mpi_adjusted_headcount": (deprivations, surveyed[area]),
            }[indicator]
    return facts
