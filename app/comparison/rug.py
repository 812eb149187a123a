"""The table of all districts and indicators: what stands out is marked by shape and colour."""

from pathlib import Path
from typing import Any

from app.comparison.standings import (
    higher_is_better,
    judged,
    latest_month,
    standings,
)
from app.indicators import (
    DIMENSIONS,
    NO_CELL,
    Cell,
    Level,
    areas,
    province_code,
    series,
)
from app.map.component import register, words_of
from app.quality.doubts import doubtful
from app.selection import Selection, component_chooser
from app.words import branch, month_name, text

KEY = "rug"
MEASURES = ("helped", "solved")
OTHERS = ("income_at_or_above_line", "households_visited", "reports_on_time")

_rug = register(KEY, Path(__file__).resolve().parent)


def rug(build_id: str, selection: Selection) -> str | None:
    """A selection → the table on screen, and the district whose profile the reader asked for."""
    answer = _rug(
        key=KEY,
        data=rug_data(build_id, selection),
        on_choice_change=component_chooser(KEY),
        on_open_change=component_chooser(KEY),
    )
    opened: str | None = answer.get("open")
    return opened


def measure_of(selection: Selection) -> str:
    """The measure of the five dimensions that the table shows."""
    return selection.measure if selection.measure in MEASURES else MEASURES[0]


def columns_of(selection: Selection) -> tuple[str, ...]:
    """The indicators that the table shows, from left to right."""
    measure = measure_of(selection)
    return (*(f"{dimension}_{measure}" for dimension in DIMENSIONS), *OTHERS)


def month_shown(build_id: str, selection: Selection, indicator: str) -> str:
    """The selection's month, or the last one before it of which an indicator has figures."""
    known = tuple(standings(build_id).get(indicator, {}))
    return latest_month(known, selection.month) or selection.month


def rug_data(build_id: str, selection: Selection) -> dict[str, Any]:
    """A selection → what the script draws: columns, the province, the districts and words."""
    language, measures = selection.lang, branch(selection.lang, "measure")
    columns = [_column(build_id, selection, indicator) for indicator in columns_of(selection)]
    return {
        "language": language,
        "measures": [[measure, measures[measure]] for measure in MEASURES],
        "measure": measure_of(selection),
        "selected": selection.district,
        "codes": {name: code for name, code in selection.codes().items() if name != "district"},
        "columns": columns,
        "rows": [
            {"code": code, "name": area.name(language)}
            for code, area in areas(build_id)["district"].items()
        ],
        "words": {
            **words_of(build_id, language),
            **branch(language, "standing"),
            "district": text(language, "compare.district"),
            "whole_province": text(language, "map.whole_province"),
            "table": text(language, "compare.rug_label"),
            "open_profile": text(language, "profile.open"),
        },
    }


def _column(build_id: str, selection: Selection, indicator: str) -> dict[str, Any]:
    """An indicator → its head and its cells: value, counts, note, standing, better or worse."""
    month = month_shown(build_id, selection, indicator)

    def cells(level: Level) -> dict[str, Cell]:
        found = series(build_id, (indicator,), level)[indicator].get(month, {})
        return {code: found.get(code, NO_CELL) for code in areas(build_id)[level]}

    compared = standings(build_id).get(indicator, {}).get(month, {})
    better = higher_is_better(build_id, indicator)

    def standing(code: str) -> list[str | None]:
        if code not in compared:
            return [None, None]
        found = compared[code].standing
        return [found, judged(found, higher_is_better=better)]

    return {
        "id": indicator,
        "head": head_of(selection.lang, indicator),
        "aside": "" if month == selection.month else month_name(selection.lang, month, short=True),
        "whole": list(cells("province")[province_code(build_id)]),
        "doubtful": sorted(doubtful(build_id, indicator, month)),
        "cells": {code: [*cell, *standing(code)] for code, cell in cells("district").items()},
    }


def head_of(language: str, indicator: str) -> str:
    """What stands above the column of an indicator."""
    if indicator in OTHERS:
        return text(language, f"compare.head_{indicator}")
    return branch(language, "dimension")[indicator.split("_", maxsplit=1)[0]]
