"""The households that got help, each with what it got, added up for those of a page alone."""

from collections.abc import Mapping
from typing import Any

from app.access import household_part, household_rows
from app.list_part import Part
from app.warehouse import Row

QUERY, SUMS = "helped_households", "helped_household_sums"


def helped_households(build_id: str, asked: Part, parameters: Mapping[str, Any]) -> list[Row]:
    """A part of the households and what is asked of their help → each with what it got; baht.

    Raises PermissionError as app.access does.
    """
    found = household_part(build_id, QUERY, asked, **parameters)
    numbers = [row["household_number"] for row in found]
    sums = {
        row["household_number"]: row
        for row in household_rows(build_id, SUMS, household_numbers=numbers, **parameters)
    }
    return [{**row, **sums[row["household_number"]]} for row in found]
