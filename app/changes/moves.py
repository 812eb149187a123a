"""Households that stand otherwise: how many, in what, from where to where."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from app.indicators import DIMENSIONS
from app.words import text

ASPECTS = (*DIMENSIONS, "income", "register", "officer")
OFFICER = "officer"


class Move(NamedTuple):
    """An aspect, and the standing in it before and after; None where there was or is none."""

    aspect: str
    before: str | None
    after: str | None


def moves(changes: Mapping[str, Any], district_code: str | None = None) -> list[tuple[Move, int]]:
    """Changes → each move and its households, of the province or a district, most first by aspect.

    Who the officer was and is stays untold.
    """
    sums: Counter[Move] = Counter()
    for row in changes["moves"]:
        if district_code in (None, row["district_code"]):
            move = Move(row["aspect"], row["standing_before"], row["standing_after"])
            sums[move] += row["households"]
    return sorted(sums.items(), key=lambda each: (ASPECTS.index(each[0].aspect), -each[1]))


def by_district(changes: Mapping[str, Any]) -> dict[str, int]:
    """Changes → district → how many moves of households there are in it."""
    sums: Counter[str] = Counter()
    for row in changes["moves"]:
        if row["district_code"]:
            sums[row["district_code"]] += row["households"]
    return dict(sums)


def reached(changes: Mapping[str, Any], standing: str) -> int:
    """Changes and a standing → how many times a household has come to it in a dimension."""
    return sum(
        row["households"]
        for row in changes["moves"]
        if row["aspect"] in DIMENSIONS and row["standing_after"] == standing
    )


def aspect_name(language: str, aspect: str) -> str:
    """An aspect in words."""
    if aspect in DIMENSIONS:
        return text(language, f"dimension.{aspect}")
    return text(language, f"aspect.{aspect}")


def standing_name(language: str, aspect: str, standing: str | None) -> str:
    """A standing in words; the officer's own number where it is one."""
    if aspect == OFFICER and standing is not None:
        return standing
    return text(language, f"moved.{standing or 'none'}")
