"""The course of every district in little, on a grid laid out like the province."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from app.indicators import areas, province_code
from app.map.component import register, scale_of, words_of
from app.quality.doubts import ever_doubtful
from app.scale import scale_for
from app.selection import MOST_COMPARED, Selection, component_chooser
from app.timeline.course import Course, broken, shown_districts
from app.words import month_name, text

FOLDER = Path(__file__).resolve().parent
KEY = "course_grid"

_grid = register(KEY, FOLDER)


@cache
def district_grid() -> dict[str, tuple[int, int]]:
    """District → its column and row, from 1."""
    written = tomllib.loads((FOLDER / "district_grid.toml").read_text("utf-8"))
    return {code: (column, row) for code, (column, row) in written.items()}


def course_grid(build_id: str, selection: Selection, course: Course) -> None:
    """A course → the grid on screen; a press sets a district beside the others."""
    _grid(
        key=KEY,
        data=grid_data(build_id, selection, course),
        on_choice_change=component_chooser(KEY),
    )


def grid_data(build_id: str, selection: Selection, course: Course) -> dict[str, Any]:
    """A course → what the script draws: places, cells by month with nothing at breaks, words."""
    language = selection.lang
    nothing = [None] * len(course.breaks)
    cells = {
        code: broken(course, [list(cell) for cell in of_place], nothing)
        for code, of_place in course.cells.items()
    }
    labels = [month_name(language, month, short=True) for month in course.months]
    now = course.months.index(selection.month) if selection.month in course.months else -1
    return {
        "language": language,
        "label": text(language, "timeline.grid_label"),
        "places": [
            {
                "code": code,
                "name": areas(build_id)["district"][code].name(language),
                "column": column,
                "row": row,
            }
            for code, (column, row) in district_grid().items()
        ],
        "province": cells.pop(province_code(build_id)),
        "cells": cells,
        "doubtful": sorted(ever_doubtful(build_id, course.indicator)),
        "labels": broken(course, labels, [""] * len(course.breaks)),
        "now": broken(course, list(range(len(labels))), [-1] * len(course.breaks)).index(now)
        if now >= 0
        else None,
        "scale": scale_of(scale_for(course.indicator), language),
        "selected": list(shown_districts(selection)),
        "most": MOST_COMPARED,
        "words": words_of(build_id, language),
    }
