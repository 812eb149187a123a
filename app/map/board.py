"""The five dimensions as five small maps on one scale."""

from collections.abc import Mapping
from typing import Any

from app.indicators import (
    DIMENSIONS,
    PROGRESS,
    Months,
    areas,
    months,
    province_code,
    series,
)
from app.map.component import OF_NEED, cells_of, scale_of, shapes_of, small_maps, words_of
from app.map.geometry import drawing
from app.quality.doubts import doubtful
from app.scale import scales
from app.selection import Selection, component_chooser
from app.words import branch, month_name

KEY = "small_maps"
INDICATORS = tuple(f"{dimension}_{measure}" for dimension in DIMENSIONS for measure in PROGRESS)


def dimension_board(build_id: str, selection: Selection) -> str | None:
    """A selection → the board on screen, and the dimension whose large map the reader asked for."""
    answer = small_maps(
        KEY,
        board_data(build_id, selection),
        on_choice_change=component_chooser(KEY),
        on_open_change=component_chooser(KEY),
    )
    opened: str | None = answer.get("open")
    return opened


def board_data(build_id: str, selection: Selection) -> dict[str, Any]:
    """A selection → what the board's script draws: shapes, cells, courses and words."""
    language = selection.lang
    districts = areas(build_id)["district"]
    map_of = drawing("district")
    every_month = months(build_id)
    measure = selection.measure if selection.measure in PROGRESS else PROGRESS[0]
    titles = branch(language, "measure")
    return {
        "language": language,
        "shape": "district",
        "areas": shapes_of(list(map_of.shapes.values()), districts, language),
        "view_box": map_of.view_box,
        "measures": [[each, titles[each]] for each in PROGRESS],
        "measure_titles": titles,
        "measure": measure,
        "scales": {each: scale_of(scales()[each], language) for each in PROGRESS},
        "months": [month_name(language, each, short=True) for each in every_month],
        "month": every_month.index(selection.month),
        "selected": selection.district,
        "dimensions": [_dimension(build_id, selection, each) for each in DIMENSIONS],
        "words": words_of(build_id, language, OF_NEED[0]),
    }


def _dimension(build_id: str, selection: Selection, dimension: str) -> dict[str, Any]:
    province = series(build_id, INDICATORS, "province")
    district = series(build_id, INDICATORS, "district")
    by_measure = {measure: f"{dimension}_{measure}" for measure in PROGRESS}
    whole = province_code(build_id)
    every_month = months(build_id)

    def course(of: Mapping[str, Months], code: str) -> dict[str, Any]:
        return {
            measure: [list(of[indicator][month][code]) for month in every_month]
            for measure, indicator in by_measure.items()
        }

    return {
        "id": dimension,
        "title": branch(selection.lang, "dimension")[dimension],
        "cells": {
            measure: cells_of(district[indicator][selection.month])
            for measure, indicator in by_measure.items()
        },
        "province": {
            measure: list(province[indicator][selection.month][whole])
            for measure, indicator in by_measure.items()
        },
        "doubtful": {
            measure: sorted(doubtful(build_id, indicator, selection.month))
            for measure, indicator in by_measure.items()
        },
        "course": course(province, whole),
        "district_course": course(district, selection.district) if selection.district else None,
    }
