"""How far a household is in the four processes and the four life processes."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from app.warehouse import Row

PROCESS = ("attitude", "skills", "resources", "solutions")
LIFE_PROCESS = ("goal", "compass", "management", "care")


class Stage(NamedTuple):
    """A stage: the first visit that found the household in it, how many did, is it the latest?"""

    name: str
    first_date: date | None
    visits: int
    is_latest: bool


def stages_of(visits: Sequence[Row], column: str, names: Sequence[str]) -> list[Stage]:
    """Visits in order of day and the column that tells the stage → each stage in its order."""
    told = [(each[column], each["visit_date"]) for each in visits if each[column]]
    latest = told[-1][0] if told else None
    found = []
    for name in names:
        days = [day for stage, day in told if stage == name]
        found.append(Stage(name, days[0] if days else None, len(days), name == latest))
    return found
